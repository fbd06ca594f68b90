"""The changes of the villages of a town: what went in, what came out, when, and the paper that says so; a picture of
each town.
"""

from itertools import groupby

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.drawing import Drawing, draw
from api.pages.sources import sources_of
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.rows import ChangeRow
from viz.pictures.changes import changes as told
from viz.pictures.changes import when
from viz.pictures.lineage import picture

router = APIRouter()

MOST = 12
"""Towns that are drawn at most, each by itself; of more there is one picture."""


@router.get("/changes")
def changes(view: Viewing) -> Response:
    """All changes of places, or those of one town."""
    return view.html("changes.html", lambda store: _found(view, store))


def _found(view: View, store: Store) -> Values:
    rows = ask(store, "changes/list", within=view.asker(store).inside)
    towns = sorted({row["place"] for row in rows if row["place"]})
    return {
        "rows": rows,
        "when": {row["change_id"]: when(row["stated_on"], row["earliest"], row["latest"]) for row in rows},
        "sources": sources_of(view.links, store, "ChangeEvent", [row["change_id"] for row in rows]),
        "drawings": _drawings(view.within or (towns[0] if len(towns) == 1 else ""), rows, len(towns)),
        "towns": towns,
    }


def _drawings(title: str, rows: list[ChangeRow], towns: int) -> list[tuple[str, Drawing]]:
    """A picture of each town with its name; where one place is asked for, or there are too many towns, one of all."""
    parts = [("", rows)]
    if not title and 1 < towns <= MOST:
        parts = [(town, list(part)) for town, part in groupby(rows, lambda row: row["place"])]
    drawn = ((town, draw(picture(town or title, told(part)))) for town, part in parts if part)
    return [(town, one) for town, one in drawn if one]
