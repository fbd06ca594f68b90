"""Two lists, town by town: which villages are kept, gone and new; every village of either list is counted once."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.gazetteer.lists import PlaceEntry, PlaceList
from queries.gazetteer.listed import COUNTY, TOWN, VILLAGE, ListedDays

_SAME: tuple[Callable[[PlaceEntry], object], ...] = (
    lambda one: (one.form, one.code),
    lambda one: one.form,
    lambda one: one.code,
)
"""By what a village of one list is that of another, one after the other."""


@dataclass(frozen=True, slots=True)
class TownPair:
    """A town in two lists by its code in each (0 where it is not in that list): the villages that are in both, by name
    or else by code, those that are only in the first, and those that are only in the last.
    """

    first: PlaceList
    last: PlaceList
    old: int
    new: int
    kept: tuple[tuple[PlaceEntry, PlaceEntry], ...]
    vanished: tuple[PlaceEntry, ...]
    appeared: tuple[PlaceEntry, ...]

    @property
    def code(self) -> int:
        """Its code in the last list that names it."""
        return self.new or self.old


def town_pairs(listed: ListedDays, place: int) -> Iterator[TownPair]:
    """The towns in a place (by code), a town itself included, in each list and the one after it.

    A county of which one of the two lists names nothing is left out: that list does not tell of it.
    """
    digits = len(str(place))
    counties = (
        [int(str(place)[:COUNTY])]
        if digits >= COUNTY
        else sorted({one.code for one in listed.below(place, COUNTY)} | _counties_of_towns(listed, place))
    )
    for county in counties:
        for first, last in zip(listed.lists, listed.lists[1:], strict=False):
            for pair in _in_county(listed, county, first, last):
                if digits < TOWN or place in {pair.old, pair.new}:
                    yield pair


def _counties_of_towns(listed: ListedDays, place: int) -> set[int]:
    """Counties that are only told by the codes of their towns: a city without counties has such."""
    return {one.code // 10 ** (TOWN - COUNTY) for one in listed.below(place, TOWN)}


def _in_county(listed: ListedDays, county: int, first: PlaceList, last: PlaceList) -> Iterator[TownPair]:
    old, new = (_villages(listed, county, one) for one in (first, last))
    if not old or not new:
        return
    names = {
        (one.code, at.day): one.form for one in listed.below(county, TOWN) for at in (first, last) if one.stands_in(at)
    }
    there = {code: code for code in old.keys() & new.keys()}
    free: defaultdict[str, list[int]] = defaultdict(list)
    for code in sorted(new.keys() - there.keys()):
        free[names.get((code, last.day), "")].append(code)
    for code in sorted(old.keys() - there.keys()):
        form = names.get((code, first.day), "")
        if form and len(free[form]) == 1:
            there[code] = free[form].pop()
    for code in sorted(old):
        yield _pair(first, last, code, there.get(code, 0), old[code], new.get(there.get(code, 0), []))
    for code in sorted(new.keys() - set(there.values())):
        yield _pair(first, last, 0, code, [], new[code])


def _villages(listed: ListedDays, county: int, one: PlaceList) -> dict[int, list[PlaceEntry]]:
    """The villages of a county in a list by their town."""
    found: defaultdict[int, list[PlaceEntry]] = defaultdict(list)
    for entry in listed.below(county, VILLAGE):
        if entry.stands_in(one):
            found[entry.code // 10 ** (VILLAGE - TOWN)].append(entry)
    return dict(found)


def _pair(
    first: PlaceList, last: PlaceList, code: int, later: int, old: Sequence[PlaceEntry], new: Sequence[PlaceEntry]
) -> TownPair:
    kept: list[tuple[PlaceEntry, PlaceEntry]] = []
    left, right = list(old), list(new)
    for same in _SAME:
        waiting: defaultdict[object, list[PlaceEntry]] = defaultdict(list)
        for one in reversed(right):
            waiting[same(one)].append(one)
        for one in left[:]:
            if waiting[same(one)]:
                other = waiting[same(one)].pop()
                kept.append((one, other))
                left.remove(one)
                right.remove(other)
    return TownPair(first, last, code, later, tuple(kept), tuple(left), tuple(right))
