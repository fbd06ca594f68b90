"""The first page: a search for everything, what there is, what is due this month and next, and who is overloaded."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.days import month_of, month_words
from api.pages.loads import grave, loads
from api.pages.months import columns
from api.pages.task_rows import TaskTable, task_table
from api.pages.view import Values, View, Viewing
from graph.store import Store
from queries.ask import Row, ask
from queries.period import parse

router = APIRouter()

COUNTED = ("documents", "plans", "tasks", "leaders", "units", "places")


@dataclass(frozen=True, slots=True)
class Month:
    """The tasks that are due in a month."""

    month: str
    words: str
    table: TaskTable


@router.get("/")
def start(view: Viewing) -> Response:
    """The first page."""
    return view.html("start.html", lambda store: _found(view, store))


def _found(view: View, store: Store) -> Values:
    papers = view.asker(store).listed("documents")
    months = {str(row["month"]): row["tasks"] for row in ask(store, "load/by_month", within=view.within)}
    shown = [month_of(view.day, ahead) for ahead in (0, 1)]
    return {
        "counts": [(name, _count(view, store, name, papers)) for name in COUNTED],
        "papers": papers[:5],
        "months": [_month(view, store, month) for month in shown],
        "columns": columns(view.lang, {month: count for month, count in months.items() if isinstance(count, int)}),
        "shown": shown,
        "near": _near(list(months), shown),
        "units": grave(loads(view, store, "unit")),
        "leaders": grave(loads(view, store, "leader")),
        "towns": [row for row in ask(store, "places/list") if row["level"] in {"town", "county"}],
    }


def _count(view: View, store: Store, name: str, papers: Sequence[Row]) -> int:
    if name == "tasks":
        return sum(row["tasks"] for row in papers if isinstance(row["tasks"], int))
    return len(view.asker(store).listed(name))


def _month(view: View, store: Store, month: str) -> Month:
    days = parse(month)
    rows = ask(store, "tasks/due_between", due_after=days.first, due_before=days.last, within=view.within)
    rows.sort(key=lambda row: (str(row["due"]), str(row["document"])))
    return Month(month, month_words(view.lang, month), task_table(view, store, rows))


def _near(months: list[str], shown: list[str]) -> str:
    """Where nothing is due in the months shown: the nearest month with deadlines, a later one before an earlier."""
    if not months or set(months) & set(shown):
        return ""
    return min((month for month in months if month > shown[-1]), default=max(months))
