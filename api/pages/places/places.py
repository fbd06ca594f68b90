"""A village or other place: where it comes from and what became of it, whether it existed on a day, the tasks that
concern it and those before it, and the papers that say so.
"""

from collections.abc import Sequence
from itertools import groupby

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.directory import the_one
from api.pages.drawing import Drawing, draw
from api.pages.sources import sources_of
from api.pages.tasks.rows import TaskTable, task_table
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import Row, ask
from queries.existence import edtf_words
from queries.explained import Explained
from viz.pictures.changes import changes
from viz.pictures.lineage import picture

router = APIRouter()

VILLAGES = ("village", "community")


@router.get("/places")
def places(view: Viewing) -> Response:
    """All places, by what people call one village."""
    return view.html(
        "places.html", lambda store: {"rows": [_timed(row, view) for row in view.asker(store).listed("places")]}
    )


@router.get("/places/{which}")
def place(view: Viewing, which: str) -> Response:
    """One place."""
    return view.html("place.html", lambda store: _found(view, store, which))


def _found(view: View, store: Store, which: str) -> Values:
    known = ask(store, "places/list")
    wanted = the_one(view, _last_first(known), "place", which)["place_id"]
    row = next(one for one in known if one["place_id"] == wanted)
    is_village = row["level"] in VILLAGES
    lineage = view.asker(store).lineage(str(row["place_id"]), as_of=view.day)
    told = {str(one["change_id"]) for one in lineage}
    events = [one for one in ask(store, "changes/list") if str(one["change_id"]) in told]
    inside = [one for one in known if one["above_id"] == row["place_id"]]
    return {
        "row": row,
        "above": _above(known, row),
        "own": lineage[0],
        "times": [edtf_words(str(row[end]), view.lang) for end in ("since", "until")],
        "lineage": lineage,
        "when": {change.change_id: change.when for change in changes(events)},
        "sources": sources_of(view.links, store, "ChangeEvent", sorted(told - {""})),
        "drawing": _drawing(str(row["name"]), events),
        "tasks": _tasks(view, store, lineage),
        "papers": _papers(store, lineage) if is_village else ask(store, "documents/list", within=str(row["place_id"])),
        "inside": sorted(inside, key=lambda one: (bool(one["until"]), str(one["name"]))),
        "units": [one for one in ask(store, "units/list") if one["place_id"] == row["place_id"]],
        "is_village": is_village,
    }


def _timed(row: Row, view: View) -> Row:
    """The row with the times of its period in words."""
    return {**row, **{end: edtf_words(str(row[end]), view.lang) for end in ("since", "until")}}


def _last_first(known: Sequence[Row]) -> list[Row]:
    """One row for each village, its last period, that a name leads to; behind them the others, for their ids."""
    last = [list(periods)[-1] for _, periods in groupby(known, key=lambda one: (one["place"], one["name"]))]
    ids = {one["place_id"] for one in last}
    return last + [{**one, "name": "", "aliases": ()} for one in known if one["place_id"] not in ids]


def _above(known: Sequence[Row], row: Row) -> list[Row]:
    """The places above, the largest first."""
    by_id = {one["place_id"]: one for one in known}
    found: list[Row] = []
    above = by_id.get(row["above_id"])
    while above is not None and above not in found:
        found.insert(0, above)
        above = by_id.get(above["above_id"])
    return found


def _drawing(name: str, events: Sequence[Row]) -> Drawing | None:
    return draw(picture(name, changes(events))) if events else None


def _tasks(view: View, store: Store, lineage: Sequence[Explained]) -> list[tuple[Explained, TaskTable]]:
    """The tasks of the place itself and of those before it, a table each; places without tasks are left out."""
    found: list[tuple[Explained, TaskTable]] = []
    for one in lineage:
        if one["direction"] in {"self", "before"}:
            rows = ask(store, "tasks/by_place", place=str(one["place_id"]))
            if rows:
                found.append((one, task_table(view, store, rows)))
    return found


def _papers(store: Store, lineage: Sequence[Explained]) -> list[Row]:
    """The papers that tell of the changes or set tasks for the place."""
    paths = {str(source).rpartition(":")[0] for one in lineage for source in _tuple(one["sources"])}
    tasks = [task for one in lineage for task in ask(store, "tasks/by_place", place=str(one["place_id"]))]
    ids = {task["document_id"] for task in tasks}
    papers = ask(store, "documents/list")
    return [one for one in papers if one["document_id"] in ids or paths.intersection(map(str, _tuple(one["files"])))]


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
