"""The changes of the villages of a town: what went in, what came out, when, and the paper that says so; one picture."""

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.drawing import draw
from api.pages.sources import sources_of
from api.pages.view import Values, View, Viewing
from graph.store import Store
from viz.changes import changes as told
from viz.changes import when
from viz.lineage import picture

router = APIRouter()


@router.get("/changes")
def changes(view: Viewing) -> Response:
    """All changes of places, or those of one town."""
    return view.html("changes.html", lambda store: _found(view, store))


def _found(view: View, store: Store) -> Values:
    everything = view.asker(store)
    rows = everything.listed("changes")
    towns = sorted({str(row["place"]) for row in rows if row["place"]})
    return {
        "rows": rows,
        "when": {
            row["change_id"]: when(*(str(row[key]) for key in ("stated_on", "earliest", "latest"))) for row in rows
        },
        "sources": sources_of(view.links, store, "ChangeEvent", [str(row["change_id"]) for row in rows]),
        "drawing": draw(picture(view.within or (towns[0] if len(towns) == 1 else ""), told(rows))) if rows else None,
        "towns": towns,
    }
