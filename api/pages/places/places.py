"""A village or other place: where it comes from and what became of it, whether it existed on a day, the tasks that
concern it and those before it, and the papers that say so.
"""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from fastapi import APIRouter
from starlette.responses import Response

from api.ask.overview import overview
from api.ask.questions import Asker
from api.pages.directory import find
from api.pages.drawing import Drawing, draw
from api.pages.people.loads import grave
from api.pages.people.months import columns
from api.pages.places.figures import address_of
from api.pages.sources import sources_of
from api.pages.tasks.due_month import due_month
from api.pages.tasks.rows import TaskTable, task_table
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from graph.words.levels import VILLAGES
from queries.ask import ask
from queries.citations import path_of
from queries.duties import By
from queries.existence import edtf_words
from queries.lineage import LineageRow
from queries.period import month_of
from queries.places.parts import changes_of
from queries.rows import ChangeRow, DocumentRow, PlaceRow
from viz.pictures.changes import changes
from viz.pictures.lineage import picture

router = APIRouter()

BOTH: tuple[By, ...] = ("unit", "leader")


@router.get("/places")
def places(view: Viewing) -> Response:
    """All places, by what people call one village."""
    return view.html("places.html", lambda store: _listed(view, store))


@router.get("/places/{which}")
def place(view: Viewing, which: str) -> Response:
    """One place."""
    return view.html("place.html", lambda store: _found(view, store, which))


def _found(view: View, store: Store, which: str) -> Values:
    known = ask(store, "places/list")
    last = _last_periods(known)
    wanted = find(view, store, "places", which, lambda one: one.id in last).id
    row = next(one for one in known if one["place_id"] == wanted)
    is_village = row["level"] in VILLAGES
    lineage = view.asker(store).lineage(wanted, as_of=view.day)
    told = {change for one in lineage for change in (one["change_id"], *changes_of(one["note_values"]))}
    events = [one for one in ask(store, "changes/list") if one["change_id"] in told]
    inside = [one for one in known if one["above_id"] == row["place_id"]]
    return {
        **({} if is_village else _glance(view, store, wanted)),
        "row": row,
        "above": _above(known, row),
        "own": lineage[0],
        "times": [edtf_words(end, view.lang) for end in (row["since"], row["until"])],
        "lineage": lineage,
        "when": {change.change_id: change.when for change in changes(events)},
        "sources": sources_of(view.links, store, "ChangeEvent", sorted(told - {""})),
        "drawing": _drawing(row["name"], events),
        "tasks": _tasks(view, store, lineage),
        "papers": _papers(store, lineage, events) if is_village else ask(store, "documents/list", within=(wanted,)),
        "inside": sorted(inside, key=lambda one: (bool(one["until"]), one["name"])),
        "units": [one for one in ask(store, "units/list") if one["place_id"] == row["place_id"]],
        "is_village": is_village,
    }


def _glance(view: View, store: Store, place: str) -> Values:
    """A town or county at a glance: its figures, what falls due next, who is overloaded, those to compare it with."""
    asker = Asker(store, place, view.lang)
    months = {one["month"]: one["tasks"] for one in ask(store, "load/by_month", within=(place,))}
    others = [one for one in ask(store, "places/list") if one["level"] not in VILLAGES and one["place_id"] != place]
    return {
        "figures": overview(asker, view.day),
        "address": partial(address_of, view),
        "columns": columns(view.lang, months, view.day, lambda month: view.links.to("/tasks", due=month, in_=place)),
        "due": [due_month(view, store, month_of(view.day, ahead), (place,)) for ahead in (0, 1)],
        "overloaded": {by: grave(asker.workload(by=by)) for by in BOTH},
        "others": sorted(others, key=lambda one: (one["place"], one["name"])),
    }


def _listed(view: View, store: Store) -> Values:
    rows = ask(store, "places/list", within=view.asker(store).inside)
    return {"rows": [_timed(row, view) for row in rows]}


def _timed(row: PlaceRow, view: View) -> PlaceRow:
    """The row with the times of its period in words."""
    return {**row, "since": edtf_words(row["since"], view.lang), "until": edtf_words(row["until"], view.lang)}


def _last_periods(known: Sequence[PlaceRow]) -> set[str]:
    """The id of the last period of each village, to which its name leads."""
    return {list(periods)[-1]["place_id"] for _, periods in groupby(known, key=lambda one: (one["place"], one["name"]))}


def _above(known: Sequence[PlaceRow], row: PlaceRow) -> list[PlaceRow]:
    """The places above, the largest first."""
    by_id = {one["place_id"]: one for one in known}
    found: list[PlaceRow] = []
    above = by_id.get(row["above_id"])
    while above is not None and above not in found:
        found.insert(0, above)
        above = by_id.get(above["above_id"])
    return found


def _drawing(name: str, events: Sequence[ChangeRow]) -> Drawing | None:
    return draw(picture(name, changes(events))) if events else None


def _tasks(view: View, store: Store, lineage: Sequence[LineageRow]) -> list[tuple[LineageRow, TaskTable]]:
    """The tasks of the place itself and of those before it, a table each; places without tasks are left out."""
    found: list[tuple[LineageRow, TaskTable]] = []
    for one in lineage:
        if one["direction"] in {"self", "before"}:
            rows = ask(store, "tasks/by_place", place=(one["place_id"],))
            if rows:
                found.append((one, task_table(view, store, rows)))
    return found


def _papers(store: Store, lineage: Sequence[LineageRow], events: Sequence[ChangeRow]) -> list[DocumentRow]:
    """The papers that tell of the changes or set tasks for the place."""
    paths = {path_of(source) for one in events for source in one["sources"]}
    tasks = [task for one in lineage for task in ask(store, "tasks/by_place", place=(one["place_id"],))]
    ids = {task["document_id"] for task in tasks}
    papers = ask(store, "documents/list")
    return [one for one in papers if one["document_id"] in ids or paths.intersection(one["files"])]
