"""Which days a list of places fits best: on which the most of its names stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TypedDict

from queries.conversion.all_places import AllPlaces
from queries.conversion.finding import PlaceCell, PlaceFinder

BEST = 5
"""Stretches of time that are told."""
_FIRST, _BEHIND = "", "9999"
_WITHOUT_A_DAY_BEFORE = frozenset({_BEHIND, date.min.isoformat()})


class FitRow(TypedDict):
    """A stretch of time (ISO days, both included, "" for an open end): how many of the different names stand on each of
    its days, and of how many of these only one place is so called.
    """

    first_day: str
    last_day: str
    found: int
    clear: int
    asked: int


def fits(known: AllPlaces, finder: PlaceFinder, cells: Iterable[PlaceCell]) -> list[FitRow]:
    """The stretches of time that fit a list best, the best first, of equal ones the latest."""
    different = [cell for cell in dict.fromkeys(cells) if cell.typed.strip()]
    standing: Counter[str] = Counter()
    clear: Counter[str] = Counter()
    days = {_FIRST}
    for cell in different:
        for first, behind, number in _stretches(known, finder.candidates(cell)):
            for counts, told in ((standing, True), (clear, number == 1)):
                counts[first] += told
                counts[behind] -= told
            days |= {first, behind}
    rows: list[FitRow] = []
    found = alone = 0
    for first, behind in pairwise([*sorted(days - {_BEHIND}), _BEHIND]):
        found, alone = found + standing[first], alone + clear[first]
        last = "" if behind in _WITHOUT_A_DAY_BEFORE else (date.fromisoformat(behind) - timedelta(days=1)).isoformat()
        rows.append({"first_day": first, "last_day": last, "found": found, "clear": alone, "asked": len(different)})
    fitting = [row for row in rows if row["found"]]
    return sorted(fitting, key=lambda row: (row["found"], row["clear"], row["first_day"]), reverse=True)[:BEST]


def _stretches(known: AllPlaces, candidates: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """The stretches of time in which any of some periods stand: first day, first day behind, and how many do."""
    steps: defaultdict[str, int] = defaultdict(int)
    for one in candidates:
        if not known.is_proposed(one):
            row = known.all[one]
            steps[row["valid_from"] or _FIRST] += 1
            steps[row["valid_to"] or _BEHIND] -= 1
    number = 0
    for first, behind in pairwise(sorted(steps)):
        number += steps[first]
        if number:
            yield first, behind, number
