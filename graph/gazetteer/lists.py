"""What a gazetteer holds: its lists, and its places with the lists in which they stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

ENDING = ".gazetteer"
"""What the name of the file ends in that stands beside a store."""
MOST_LISTS = 60
"""Lists of one scheme: each is a bit of a number of 64."""


@dataclass(frozen=True, slots=True)
class PlaceList:
    """A list of places: whose codes it has, the day (ISO) that it tells of, its files with the digest of their bytes,
    and how many places of each level it names.
    """

    scheme: str
    day: str
    files: tuple[str, ...]
    digest: str
    levels: Mapping[str, int]
    number: int = -1
    """Its bit, from 0; -1 while it is not kept."""


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place by code and name, the form in which its name is compared, and the lists (as bits) that name it so."""

    code: int
    name: str
    form: str
    lists: int

    def stands_in(self, one: PlaceList) -> bool:
        """Whether a list names it so."""
        return bool(self.lists >> one.number & 1)


@dataclass(frozen=True, slots=True)
class ListRun:
    """Lists on end that name a place: the days of the first and of the last."""

    first: str
    last: str


def runs(place: PlaceEntry, lists: Sequence[PlaceList]) -> list[ListRun]:
    """The runs of lists, which are given in the order of their days, that name a place."""
    found: list[ListRun] = []
    before = False
    for one in lists:
        stands = place.stands_in(one)
        if stands and before:
            found[-1] = ListRun(found[-1].first, one.day)
        elif stands:
            found.append(ListRun(one.day, one.day))
        before = stands
    return found


def levels_of(codes: Iterable[int], levels: Mapping[int, str]) -> dict[str, int]:
    """How many places there are of each level, by the digits of their codes, the largest first."""
    counts = Counter(map(len, map(str, codes)))
    return {level: counts[digits] for digits, level in levels.items() if counts[digits]}
