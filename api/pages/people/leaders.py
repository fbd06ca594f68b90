"""A leader: what falls due, the tasks with their deadlines and sources, their line of time, and the load."""

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.pages.directory import find
from api.pages.known_parameters import Counting, takes_period
from api.pages.people.figures import due_figures, months_of_list
from api.pages.people.loads import load_of, loads
from api.pages.tasks.filters import TaskFiltering, TaskFilters, task_list
from api.pages.tasks.paging import PageNumber, page_of
from api.pages.tasks.rows import task_lines, task_table
from api.pages.tasks.timeline import timeline
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of

router = APIRouter()


@router.get("/leaders")
def leaders(view: Viewing, counted: Counting) -> Response:
    """All leaders."""
    return view.html(
        "leaders.html", lambda store: {"rows": counted.listed(view.asker(store), "leaders"), "counted": counted}
    )


@router.get("/leaders/{who}", dependencies=[Depends(takes_period)])
def leader(view: Viewing, who: str, filters: TaskFiltering, page: PageNumber = 1) -> Response:
    """One leader."""
    return view.html("leader.html", lambda store: _found(view, store, who, filters, page))


def _found(view: View, store: Store, who: str, filters: TaskFilters, page: int) -> Values:
    identity = find(view, store, "leaders", who).id
    row = ask(store, "leaders/of_ids", leader=(identity,))[0]
    listed = filters.on_page_of(leader=identity)
    rows = rows_of(store, listed.ids(view, store))
    shown, paging = page_of(rows, page)
    return {
        "row": row,
        "table": task_table(view, store, shown),
        "paging": paging,
        "list": task_list(view, store, listed, len(rows)),
        "figures": due_figures(view, rows_of(store, chosen(store, Choice(leader=(identity,))))),
        "timeline": timeline(task_lines(view, rows), view.day),
        "columns": months_of_list(view, rows),
        "load": load_of(view.lang, loads(view, store, "leader", row["place_id"]), identity),
    }
