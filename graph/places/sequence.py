"""The order in which changes of places happened, as far as their dates and the places in them tell.

What creates a place comes before what consumes it, and what a place outlives before what ends it, unless the dates say
otherwise. Where that runs in a circle (two villages exchange their names on one day) the changes of a day are read
against the places as they were before it.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from graph.places.dates import EventDates
from graph.places.happening import Happening

Need = tuple[int, int]
"""Two changes by number, of which the first comes before the second."""


@dataclass(frozen=True, slots=True)
class Step:
    """A change in order; `fellows` are those of its day, itself included, that consume in a circle what the others
    create: none where it stands alone.
    """

    happening: Happening
    fellows: tuple[Happening, ...] = ()

    @property
    def anew(self) -> set[tuple[Happening, str]]:
        """The places that begin by its fellows, which it does not find yet."""
        return {(one, place) for one in self.fellows for place in set(one.given) - set(one.taken)}


def in_sequence(happenings: Iterable[Happening]) -> list[Step]:
    """The changes in the order in which they happened."""
    listed = sorted(happenings, key=lambda one: one.order)
    needs = _needs(listed)
    of_a_day = {need for need in needs if listed[need[0]].dates.day == listed[need[1]].dates.day != ""}
    circle = _circles(_circular(len(listed), of_a_day))
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(listed)):
        members[circle.get(number, number)].append(number)
    apart = {(circle.get(one, one), circle.get(other, other)) for one, other in needs}
    order = _released(members, {need for need in apart if need[0] != need[1]})
    return [step for number in order for step in _steps([listed[member] for member in members[number]])]


def _steps(fellows: Sequence[Happening]) -> list[Step]:
    """Changes of one day that consume what the others create: what a place outlives stays before what ends it."""
    if len(fellows) == 1:
        return [Step(fellows[0])]
    outlived = _outlived(fellows)
    return [Step(fellows[number], tuple(fellows)) for number in _released(range(len(fellows)), outlived)]


def _needs(listed: Sequence[Happening]) -> set[Need]:
    """Which change consumes what another creates, and which ends what outlives another."""
    givers: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(listed):
        for party in one.roles.after:
            if party.said.role != "receives" and party.place not in one.taken:
                givers[party.place].append(number)
    needs = _outlived(listed, givers) | _fed(listed)
    for number, one in enumerate(listed):
        wanted = {*one.taken, *(party.place for party in one.roles.after if party.said.role == "receives")}
        needs |= _earlier(number, listed, (giver for place in wanted for giver in givers[place]))
    return needs


def _outlived(listed: Sequence[Happening], givers: Mapping[str, Sequence[int]] = MappingProxyType({})) -> set[Need]:
    """Which change ends what outlives another; one that may lie in a later life of the place, by `givers`, is free."""
    outliving: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(listed):
        for place in one.outliving:
            outliving[place].append(number)
    needs: set[Need] = set()
    for number, one in enumerate(listed):
        for place in one.leaving:
            day = one.dates.day
            again = any(_begins_after(one.dates, listed[giver].dates) for giver in givers.get(place, ()))
            others = (n for n in outliving[place] if not again or listed[n].dates.day == day != "")
            needs |= _earlier(number, listed, others)
    return needs


def _fed(listed: Sequence[Happening]) -> set[Need]:
    """Which change gives away a part of a place that another adds to at a time that may be the same: it comes second,
    so that what was added is followed into the part, as one of which nobody knows.
    """
    feeding: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(listed):
        for party in one.roles.after:
            if party.said.role in {"continues", "receives"}:
                feeding[party.place].append(number)
    needs: set[Need] = set()
    for number, one in enumerate(listed):
        for party in one.roles.before:
            if party.said.role == "continues" and party.said.share == "part" and one.dates.stated_on:
                others = (n for n in feeding[party.place] if listed[n].dates.stated_on)
                needs |= {need for need in _earlier(number, listed, others) if not _both_days(need, listed)}
    return needs


def _both_days(need: Need, listed: Sequence[Happening]) -> bool:
    return all(listed[number].dates.day for number in need)


def _earlier(number: int, listed: Sequence[Happening], others: Iterable[int]) -> set[Need]:
    dates = listed[number].dates
    return {(other, number) for other in others if other != number and not surely_before(dates, listed[other].dates)}


def _begins_after(end: EventDates, beginning: EventDates) -> bool:
    """Whether a place begins once more after its end, or on that day."""
    return surely_before(end, beginning) or (end.day == beginning.day != "")


def surely_before(one: EventDates, other: EventDates) -> bool:
    """Whether one event surely lies before another."""
    return bool(one.latest and other.earliest) and one.latest < other.earliest


def _circular(count: int, needs: Collection[Need]) -> set[Need]:
    """The needs that are left when whatever waits for nothing is taken out again and again."""
    waiting = [0] * count
    frees: defaultdict[int, list[int]] = defaultdict(list)
    for first, second in needs:
        waiting[second] += 1
        frees[first].append(second)
    ready = [number for number in range(count) if not waiting[number]]
    done: set[int] = set()
    while ready:
        number = ready.pop()
        done.add(number)
        for freed in frees[number]:
            waiting[freed] -= 1
            if not waiting[freed]:
                ready.append(freed)
    return {need for need in needs if done.isdisjoint(need)}


def _circles(needs: Collection[Need]) -> dict[int, int]:
    """The circle, by its lowest number, of each change that is in one."""
    if not needs:
        return {}
    import networkx as nx  # noqa: PLC0415 - a tenth of a second, and few papers tell of circles

    found = nx.strongly_connected_components(nx.DiGraph(sorted(needs)))
    return {number: min(circle) for circle in found if len(circle) > 1 for number in circle}


def _released(numbers: Iterable[int], needs: Iterable[Need]) -> list[int]:
    """Numbers in ascending order, but none before those that it needs; a circle is cut at its lowest number."""
    waiting = dict.fromkeys(sorted(numbers), 0)
    frees: defaultdict[int, list[int]] = defaultdict(list)
    for first, second in sorted(needs):
        waiting[second] += 1
        frees[first].append(second)
    ready = [number for number, count in waiting.items() if not count]
    rest = [number for number, count in waiting.items() if count]
    done: list[int] = []
    seen: set[int] = set()
    while ready or rest:
        if not ready:
            rest = [number for number in rest if number not in seen]
            if not rest:
                break
            ready = [rest.pop(0)]
        number = heapq.heappop(ready)
        if number in seen:
            continue
        seen.add(number)
        done.append(number)
        for freed in frees.get(number, []):
            waiting[freed] -= 1
            if not waiting[freed] and freed not in seen:
                heapq.heappush(ready, freed)
    return done
