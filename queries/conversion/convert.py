"""A list of places of one day as places of another: each cell with the places that it became, or why there are none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from graph.errors import UsageError
from queries.conversion.all_places import AllPlaces
from queries.conversion.finding import Found, PlaceCell, PlaceFinder, Unfound
from queries.conversion.outcome import Arrival, Became, Outcomes, Untold
from queries.header import Ids

How = Became | Untold | Unfound
"""What became of the place of a cell, or why that is not told."""

UNTOLD: tuple[How, ...] = (*get_args(Untold), *get_args(Unfound))
"""What leaves a row without a place of the other day, or without one that is sure."""
HOW: tuple[How, ...] = (*get_args(Became), *UNTOLD)
"""All of them, from what is told to what is not."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A cell of a list: what was found for it, and the places of the other day."""

    cell: PlaceCell
    found: Found
    arrivals: tuple[Arrival, ...] = ()

    @property
    def hows(self) -> tuple[How, ...]:
        """What became of it, once for each place."""
        return (self.found.why,) if self.found.why else tuple(one.how for one in self.arrivals)


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is asked: from the day `first` to the day `last` (ISO), cells as codes of a scheme or as names, inside
    places (periods by id) or anywhere, and whether parts are told too.
    """

    first: str
    last: str
    scheme: str = ""
    within: Ids = ()
    parts: bool = False


def convert(known: AllPlaces, cells: Sequence[PlaceCell], asked: Conversion) -> list[Converted]:
    """Each cell of a list, in its order, as places of the other day. Raises UsageError where both days are one."""
    if asked.first == asked.last:
        raise UsageError("convert.same_day", day=asked.first)
    finder = PlaceFinder(known, scheme=asked.scheme, within=asked.within)
    outcomes = Outcomes(known, asked.first, asked.last)
    became: dict[PlaceCell, Converted] = {}
    for cell in cells:
        if cell not in became:
            found = finder.find(cell, asked.first)
            arrivals = () if found.why else tuple(outcomes.of(found.period, parts=asked.parts))
            became[cell] = Converted(cell, found, arrivals)
    return [became[cell] for cell in cells]
