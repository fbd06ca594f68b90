"""Places side by side: the same figures from the same questions, each leading to the list that it counts."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.ask.overview import FIGURES, side_by_side
from api.ask.questions import Asker
from api.lists.dates import period_words
from api.pages.places.figures import address_of
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store
from graph.words.levels import VILLAGES
from queries.ask import ask

router = APIRouter()


@router.get("/compare")
def compare(view: Viewing, places: Annotated[list[str], Query(alias="in", max_length=20)] = []) -> Response:  # noqa: B006 - FastAPI copies it
    """The figures of some places, each named by a parameter of its own; without any, a form to choose them."""
    names = [one.strip()[:200] for one in places if one.strip()]
    return view.html("compare.html", lambda store: _found(view, store, names))


def _found(view: View, store: Store, names: list[str]) -> Values:
    rows = side_by_side(Asker(store, "", view.lang), names, view.day) if names else []
    choices = [one for one in ask(store, "places/list") if one["level"] not in VILLAGES]
    months = {
        row["place_id"]: {one["month"]: one["tasks"] for one in ask(store, "load/by_month", within=(row["place_id"],))}
        for row in rows
    }
    return {
        "rows": rows,
        "figures": FIGURES,
        "choices": sorted(choices, key=lambda one: (one["place"], one["name"])),
        "address": partial(address_of, view),
        "day": period_words(view.lang, view.day),
        "months": months,
        "every_month": sorted({month for counts in months.values() for month in counts}),
    }
