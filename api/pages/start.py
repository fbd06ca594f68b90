"""The first page: a search for everything, what there is, what is due this month and next, and who is overloaded."""

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.days import month_of, month_words
from api.pages.people.loads import grave, loads
from api.pages.people.months import columns
from api.pages.tasks.rows import TaskTable, task_table
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.period import parse

router = APIRouter()

COUNTED = ("documents", "plans", "tasks", "leaders", "units", "places")
MOST = 12
"""Tasks of a month that are shown at most."""


@dataclass(frozen=True, slots=True)
class Month:
    """The tasks that are due in a month: how many, and the first of them."""

    month: str
    words: str
    tasks: int
    table: TaskTable


@router.get("/")
def start(view: Viewing) -> Response:
    """The first page."""
    return view.html("start.html", lambda store: _found(view, store))


def _found(view: View, store: Store) -> Values:
    papers, within = view.asker(store).listed("documents"), view.within
    months = {str(row["month"]): row["tasks"] for row in ask(store, "load/by_month", within=within)}
    shown = [month_of(view.day, ahead) for ahead in (0, 1)]
    return {
        "counts": _counts(store, within),
        "papers": papers[:5],
        "months": [_month(view, store, month) for month in shown],
        "columns": columns(view.lang, {month: count for month, count in months.items() if isinstance(count, int)}),
        "shown": shown,
        "near": _near(list(months), shown),
        "units": grave(loads(view, store, "unit")),
        "leaders": grave(loads(view, store, "leader")),
        "towns": [row for row in ask(store, "places/list") if row["level"] in {"town", "county"}],
    }


def _counts(store: Store, within: str) -> list[tuple[str, int]]:
    counts = {**ask(store, "counts/of_all", within=within)[0], "plans": len(ask(store, "plans/titles", within=within))}
    return [(name, int(str(counts[name]))) for name in COUNTED]


def _month(view: View, store: Store, month: str) -> Month:
    """The tasks of a month, those that end first shown."""
    days = parse(month)
    ids = chosen(store, Choice(due_after=days.first, due_before=days.last, within=view.within))
    due = sorted(ask(store, "ids/in_order", tasks=ids), key=lambda row: str(row["due"])) if ids else []
    shown = [str(row["task_id"]) for row in due[:MOST]]
    rows = sorted(rows_of(store, shown), key=lambda row: shown.index(str(row["task_id"])))
    return Month(month, month_words(view.lang, month), len(ids), task_table(view, store, rows))


def _near(months: list[str], shown: list[str]) -> str:
    """Where nothing is due in the months shown: the nearest month with deadlines, a later one before an earlier."""
    if not months or set(months) & set(shown):
        return ""
    return min((month for month in months if month > shown[-1]), default=max(months))
