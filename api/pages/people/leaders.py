"""A leader: the tasks with their deadlines and sources, on a line of time and in a table, and the load."""

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.directory import find
from api.pages.people.loads import load_of, loads
from api.pages.people.months import columns, count_months
from api.pages.tasks.filters import TaskFiltering, TaskFilters
from api.pages.tasks.rows import task_table
from api.pages.tasks.timeline import timeline
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of

router = APIRouter()


@router.get("/leaders")
def leaders(view: Viewing) -> Response:
    """All leaders."""
    return view.html("leaders.html", lambda store: {"rows": view.asker(store).listed("leaders")})


@router.get("/leaders/{who}")
def leader(view: Viewing, who: str, filters: TaskFiltering) -> Response:
    """One leader."""
    return view.html("leader.html", lambda store: _found(view, store, who, filters))


def _found(view: View, store: Store, who: str, filters: TaskFilters) -> Values:
    identity = find(view, store, "leaders", who).id
    row = ask(store, "leaders/list", named=(identity,))[0]
    everything = task_table(view, store, rows_of(store, chosen(store, Choice(leader=(identity,)))))
    table = everything.only(filters.ids(view.asker(store), leader=(identity,)))
    return {
        "row": row,
        "table": table,
        "all_tasks": len(everything.lines),
        "plans": everything.plans,
        "filters": filters,
        "timeline": timeline(table.lines, view.day),
        "columns": columns(view.lang, count_months(line.row for line in table.lines)),
        "load": load_of(loads(view, store, "leader", row["place_id"]), identity),
    }
