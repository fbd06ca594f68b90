"""The changes of the villages of a town: what went in, what came out, when, and the paper that says so; a picture of
each town.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from starlette.responses import Response

from api.lists.dates import period_words
from api.lists.facets import Facet, faceted
from api.pages.directory import inside_words
from api.pages.drawing import Drawing, draw
from api.pages.sources import sources_of
from api.pages.view import Values, View, Viewing
from api.words import words
from graph.stores.protocol import Store
from queries.ask import ask
from queries.rows import ChangeRow
from viz.pictures.changes import changes as told
from viz.pictures.changes import when
from viz.pictures.lineage import picture

router = APIRouter()


@dataclass(frozen=True, slots=True)
class YearOfChanges:
    """A year ("" for changes without a date): how many changes it has, and their pictures with the names of towns."""

    year: str
    number: int
    drawings: list[tuple[str, Drawing]]


MOST = 12
"""Towns that are drawn at most, each by itself; of more there is one picture."""


class ChosenChanges(BaseModel):
    """The conditions in the address of the list: how, when and where, who takes part, how far it has come."""

    kind: Annotated[str, Query(max_length=40)] = ""
    year: Annotated[str, Query(max_length=4)] = ""
    status: Annotated[str, Query(max_length=40)] = ""
    village: Annotated[str, Query(max_length=200)] = ""


Choosing = Annotated[ChosenChanges, Depends()]


@router.get("/changes")
def changes(view: Viewing, given: Choosing) -> Response:
    """All changes of places, or those of one town, as they are chosen."""
    return view.html("changes.html", lambda store: _found(view, store, given))


def _facets(view: View) -> list[Facet[ChangeRow]]:
    """By what changes are chosen."""
    return [
        Facet("kind", lambda row: (row["kind"],), partial(words.value, view.lang, "kind")),
        Facet("year", lambda row: (_year(row),), lambda year: period_words(view.lang, year)),
        Facet("status", lambda row: (row["status"],), partial(words.value, view.lang, "status")),
        Facet("village", lambda row: (*row["before"], *row["after"])),
    ]


def _found(view: View, store: Store, given: ChosenChanges) -> Values:
    inside = view.asker(store).inside
    everything = ask(store, "changes/list", within=inside)
    name = inside_words(view, store)
    chosen = faceted(view.lang, everything, _facets(view), given.model_dump(), name)
    rows = chosen.rows
    towns = sorted({row["place"] for row in everything if row["place"]})
    return {
        "rows": rows,
        "list": chosen,
        "when": {row["change_id"]: when(row["stated_on"], row["earliest"], row["latest"]) for row in rows},
        "sources": sources_of(view.links, store, "ChangeEvent", [row["change_id"] for row in rows]),
        "years": _years(name or (towns[0] if len(towns) == 1 else ""), rows, len(towns)),
        "towns": towns,
        "name": name,
    }


def _years(title: str, rows: Sequence[ChangeRow], towns: int) -> list[YearOfChanges]:
    """The changes of each year, the latest first, with a picture of each town; where one place is asked for, or there
    are too many towns, one of all.
    """
    by_year: dict[str, list[ChangeRow]] = {}
    for row in sorted(rows, key=_year, reverse=True):
        by_year.setdefault(_year(row), []).append(row)
    return [YearOfChanges(year, len(some), _drawings(title, some, towns)) for year, some in by_year.items()]


def _year(row: ChangeRow) -> str:
    """The year of a change: the stated one, else the last that it may be of; "" for one without a date."""
    stated = row["stated_on"].removeprefix("../")[:4]
    return stated if stated.isdigit() else row["latest"][:4]


def _drawings(title: str, rows: Sequence[ChangeRow], towns: int) -> list[tuple[str, Drawing]]:
    """A picture of each town with its name; where one place is asked for, or there are too many towns, one of all."""
    parts = [("", rows)]
    if not title and 1 < towns <= MOST:
        parts = [(town, list(part)) for town, part in groupby(rows, lambda row: row["place"])]
    drawn = ((town, draw(picture(town or title, told(part)))) for town, part in parts if part)
    return [(town, one) for town, one in drawn if one]
