"""The first page: a search for everything, what there is, what is due this month and next, and who is overloaded."""

from typing import Literal

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.pages.known_parameters import takes_period
from api.pages.people.loads import GRAVE, grave, loads
from api.pages.people.months import columns
from api.pages.tasks.due_month import due_month
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.header import Ids
from queries.period import month_of

router = APIRouter()

COUNTED: tuple[Literal["documents", "plans", "tasks", "leaders", "units", "places"], ...] = (
    "documents",
    "plans",
    "tasks",
    "leaders",
    "units",
    "places",
)


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
        "months": [due_month(view, store, month, within) for month in shown],
        "columns": columns(
            view.lang, months, view.day, lambda month: view.links.to("/tasks", due=month, in_=view.within)
        ),
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


def _near(months: list[str], shown: list[str]) -> str:
    """Where nothing is due in the months shown: the nearest month with deadlines, a later one before an earlier."""
    if not months or set(months) & set(shown):
        return ""
    return min((month for month in months if month > shown[-1]), default=max(months))
