"""The first page: a search for everything, what there is, what is due this month and next, and who is overloaded."""

from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.pages.days import month_of, month_words
from api.pages.known_parameters import takes_period
from api.pages.people.loads import GRAVE, grave, loads
from api.pages.people.months import columns
from api.pages.tasks.rows import TaskTable, task_table
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.header import Ids
from queries.period import parse

router = APIRouter()

COUNTED: tuple[Literal["documents", "plans", "tasks", "leaders", "units", "places"], ...] = (
    "documents",
    "plans",
    "tasks",
    "leaders",
    "units",
    "places",
)
MOST = 12
"""Tasks of a month that are shown at most."""


@dataclass(frozen=True, slots=True)
class Month:
    """The tasks that are due in a month: how many, and the first of them."""

    month: str
    words: str
    tasks: int
    table: TaskTable


@router.get("/", dependencies=[Depends(takes_period)])
def start(view: Viewing) -> Response:
    """The first page."""
    return view.html("start.html", lambda store: _found(view, store))


def _found(view: View, store: Store) -> Values:
    within = view.asker(store).inside
    papers = ask(store, "documents/list", within=within)
    months = {row["month"]: row["tasks"] for row in ask(store, "load/by_month", within=within)}
    shown = [month_of(view.day, ahead) for ahead in (0, 1)]
    units = loads(view, store, "unit")
    return {
        "counts": _counts(store, within),
        "papers": papers[:5],
        "replaced": sum(row["replaced"] for row in papers),
        "months": [_month(view, store, month, within) for month in shown],
        "columns": columns(view.lang, months),
        "shown": shown,
        "near": _near(list(months), shown),
        "units": grave(units),
        "undecided": [row for row in units if row["undecided"] and row["verdict"] not in GRAVE],
        "leaders": grave(loads(view, store, "leader")),
        "towns": [row for row in ask(store, "places/list") if row["level"] in {"town", "county"}],
    }


def _counts(store: Store, within: Ids) -> list[tuple[str, int]]:
    [counts] = ask(store, "counts/of_all", within=within)
    plans = len(ask(store, "plans/titles", within=within))
    return [(name, plans if name == "plans" else counts[name]) for name in COUNTED]


def _month(view: View, store: Store, month: str, within: Ids) -> Month:
    """The tasks of a month, those that end first shown."""
    days = parse(month)
    ids = chosen(store, Choice(due_after=days.first, due_before=days.last, within=within))
    due = sorted(ask(store, "ids/in_order", tasks=ids), key=lambda row: row["due"]) if ids else []
    shown = [row["task_id"] for row in due[:MOST]]
    rows = sorted(rows_of(store, shown), key=lambda row: shown.index(row["task_id"]))
    return Month(month, month_words(view.lang, month), len(ids), task_table(view, store, rows))


def _near(months: list[str], shown: list[str]) -> str:
    """Where nothing is due in the months shown: the nearest month with deadlines, a later one before an earlier."""
    if not months or set(months) & set(shown):
        return ""
    return min((month for month in months if month > shown[-1]), default=max(months))
