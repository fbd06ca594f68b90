"""Who carries how much, who is overloaded, and why: a line a place, or the loads of one place in their order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, get_args

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from starlette.responses import Response

from api.lists.facets import Facet, faceted
from api.pages.directory import inside_words
from api.pages.drawing import draw
from api.pages.known_parameters import CountedPapers, Counting, takes_period
from api.pages.people.loads import grave, loads, plainly
from api.pages.tasks.paging import PageNumber, page_of
from api.pages.view import Values, View, Viewing
from api.words import words
from graph.stores.protocol import Store
from queries.ask import ask
from queries.duties import By
from queries.overload import Verdict
from queries.workload import LoadRow
from viz.pictures.ranking import ranked

router = APIRouter()

GRAVITY = get_args(Verdict)
"""The verdicts, the gravest first."""


class ChosenLoads(BaseModel):
    """The conditions in the address of the list of loads: a verdict, one unit or leader by name."""

    verdict: Annotated[str, Query(max_length=40)] = ""
    unit: Annotated[str, Query(max_length=200)] = ""
    leader: Annotated[str, Query(max_length=200)] = ""


@dataclass(frozen=True, slots=True)
class PlaceLoads:
    """How many carry tasks in a place, how many of them are overloaded, and who most."""

    place: str
    number: int
    overloaded: int
    worst: LoadRow


@router.get("/workload", dependencies=[Depends(takes_period)])
def workload(
    view: Viewing,
    given: Annotated[ChosenLoads, Depends()],
    counted: Counting,
    by: Annotated[By, Query()] = "unit",
    page: PageNumber = 1,
) -> Response:
    """Who carries how much, who is overloaded, and why, as they are chosen."""
    return view.html("workload.html", lambda store: _workload(view, store, by, given, page, counted))


def _workload(view: View, store: Store, by: By, given: ChosenLoads, page: int, counted: CountedPapers) -> Values:
    """The loads by place, the place with the gravest first, in each the gravest first; reasons of the overloaded."""
    everything = loads(view, store, by, counted=counted)
    gravest: dict[str, tuple[int, float]] = {}
    for row in everything:
        weight = (GRAVITY.index(row["verdict"]), -row["load"])
        gravest[row["place"]] = min(weight, gravest.get(row["place"], weight))
    rows = sorted(
        everything,
        key=lambda row: (gravest[row["place"]], row["place"], GRAVITY.index(row["verdict"]), -row["load"]),
    )
    facets: list[Facet[LoadRow]] = [
        Facet("verdict", lambda row: (row["verdict"],), partial(words.value, view.lang, "verdict")),
        Facet(by, lambda row: (row["name"],)),
    ]
    chosen = faceted(view.lang, rows, facets, given.model_dump(), inside_words(view, store))
    shown, paging = page_of(chosen.rows, page)
    told = plainly(view.lang, everything)
    drawing = ranked(everything, by) if view.within or len(gravest) == 1 else None
    return {
        "drawing": draw(drawing) if drawing else None,
        "kinds": {row["id"]: by for row in everything},
        "by_place": _by_place(everything, list(gravest)) if drawing is None else [],
        "rows": shown,
        "list": chosen,
        "paging": paging,
        "by": by,
        "counted": counted,
        "places": _towns(view, store),
        "several": len(gravest) > 1,
        "periods": sorted({row["period"] for row in everything if row["period"]}),
        "reasons": {row["id"]: told[row["id"]] for row in grave(shown)},
    }


def _by_place(rows: Sequence[LoadRow], places: Sequence[str]) -> list[PlaceLoads]:
    """The loads of each place in a line, the place with most who are overloaded first."""
    found = []
    for place in places:
        there = [row for row in rows if row["place"] == place]
        worst = min(there, key=lambda row: (GRAVITY.index(row["verdict"]), -row["load"], row["name"]))
        found.append(PlaceLoads(place, len(there), len(grave(there)), worst))
    return sorted(found, key=lambda one: (-one.overloaded, -one.worst["load"], one.place))


def _towns(view: View, store: Store) -> list[str]:
    """The places that have units."""
    return sorted({row["place"] for row in ask(store, "units/list", within=view.asker(store).inside) if row["place"]})
