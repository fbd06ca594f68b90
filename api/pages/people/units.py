"""A unit: what falls due, its tasks, its months, its load with the rule, and the leaders with whom it works."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.ask.proposing import ProposalRow
from api.ask.questions import Asker
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
from queries.rows import TaskRow
from viz.pictures.tasks import roles_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Partner:
    """A leader with whom a unit has tasks in common."""

    name: str
    place: str
    tasks: int


@router.get("/units")
def units(view: Viewing, counted: Counting) -> Response:
    """All units."""
    return view.html(
        "units.html", lambda store: {"rows": counted.listed(view.asker(store), "units"), "counted": counted}
    )


@router.get("/units/{which}", dependencies=[Depends(takes_period)])
def unit(view: Viewing, which: str, filters: TaskFiltering, page: PageNumber = 1) -> Response:
    """One unit."""
    return view.html("unit.html", lambda store: _found(view, store, which, filters, page))


def _found(view: View, store: Store, which: str, filters: TaskFilters, page: int) -> Values:
    identity = find(view, store, "units", which).id
    row = ask(store, "units/of_ids", unit=(identity,))[0]
    listed = filters.on_page_of(unit=identity)
    everything = rows_of(store, chosen(store, Choice(unit=(identity,))))
    rows = rows_of(store, listed.ids(view, store)) if filters.any else everything
    shown, paging = page_of(rows, page)
    asker = Asker(store, view.within or row["place_id"], view.lang)
    return {
        "row": row,
        "table": task_table(view, store, shown),
        "paging": paging,
        "list": task_list(view, store, listed, len(rows)),
        "figures": due_figures(view, everything),
        "roles": {one["task_id"]: roles_of(one).get(row["name"], ()) for one in shown},
        "load": load_of(view.lang, loads(view, store, "unit", row["place_id"]), identity),
        "timeline": timeline(task_lines(view, rows), view.day),
        "columns": months_of_list(view, everything),
        "partners": _partners(everything),
        "proposals": [one for one in asker.proposals() if _speaks_of(one, identity)],
    }


def _speaks_of(proposal: ProposalRow, identity: str) -> bool:
    return identity in {proposal["id"], proposal["other_id"]}


def _partners(rows: Iterable[TaskRow]) -> list[Partner]:
    """The leaders of the tasks, those with most first."""
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        found.update((name, row["place"]) for name in row["leaders"])
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return [Partner(name, place, tasks) for (name, place), tasks in ranked]
