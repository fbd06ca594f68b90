"""A unit: its load with the rule and the rows behind it, its months, and the leaders with whom it works."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from api.ask.proposing import ProposalRow
from api.ask.questions import Asker
from api.pages.directory import find
from api.pages.people.loads import load_of, loads
from api.pages.people.months import columns, count_months
from api.pages.tasks.filters import TaskFiltering, TaskFilters
from api.pages.tasks.rows import TaskLine, task_table
from api.pages.tasks.timeline import timeline
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from viz.pictures.tasks import roles_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Partner:
    """A leader with whom a unit has tasks in common."""

    name: str
    place: str
    tasks: int


@router.get("/units")
def units(view: Viewing) -> Response:
    """All units."""
    return view.html("units.html", lambda store: {"rows": view.asker(store).listed("units")})


@router.get("/units/{which}")
def unit(view: Viewing, which: str, filters: TaskFiltering) -> Response:
    """One unit."""
    return view.html("unit.html", lambda store: _found(view, store, which, filters))


def _found(view: View, store: Store, which: str, filters: TaskFilters) -> Values:
    identity = find(view, store, "units", which).id
    row = ask(store, "units/list", named=(identity,))[0]
    everything = task_table(view, store, rows_of(store, chosen(store, Choice(unit=(identity,)))))
    table = everything.only(filters.ids(view.asker(store), unit=(identity,))) if filters.chosen else everything
    load = load_of(loads(view, store, "unit", row["place_id"]), identity)
    asker = Asker(store, view.within or row["place_id"], view.lang)
    return {
        "row": row,
        "table": table,
        "all_tasks": len(everything.lines),
        "plans": everything.plans,
        "filters": filters,
        "roles": {line.row["task_id"]: roles_of(line.row).get(row["name"], ()) for line in everything.lines},
        "load": load,
        "counted": set(load.row["task_ids"]) if load else set(),
        "timeline": timeline(table.lines, view.day),
        "columns": columns(view.lang, count_months(line.row for line in everything.lines)),
        "partners": _partners(everything.lines),
        "proposals": [one for one in asker.proposals() if _speaks_of(one, identity)],
    }


def _speaks_of(proposal: ProposalRow, identity: str) -> bool:
    return identity in {proposal["id"], proposal["other_id"]}


def _partners(lines: Iterable[TaskLine]) -> list[Partner]:
    """The leaders of the tasks, those with most first."""
    found: Counter[tuple[str, str]] = Counter()
    for line in lines:
        found.update((name, line.row["place"]) for name in line.row["leaders"])
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return [Partner(name, place, tasks) for (name, place), tasks in ranked]
