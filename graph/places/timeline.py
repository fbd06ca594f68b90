"""The timeline: changes told to the gazetteer in order, so that each ends the periods that go in and begins the others.

An event is named by the place above its result, the names afterwards and its number among such events; no date is part
of its id. Every event leads to periods that are open or begin at it, so that lineage has no cycles.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from graph.identity.scope import join_path
from graph.ids import digest
from graph.places.changes import Party, StatedChange
from graph.places.dates import EventDates, dates_of
from graph.places.gazetteer import Bound, Gazetteer
from graph.places.roles import Roles, roles_of
from graph.statements import Share

Order = tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event before it is placed in time: its statements, the roles of its places, its dates."""

    told: tuple[StatedChange, ...]
    roles: Roles
    dates: EventDates

    @property
    def order(self) -> Order:
        """By date, then by the names before and after."""
        return self.dates.order, self.taken, self.given

    @property
    def taken(self) -> tuple[str, ...]:
        """The ways to the places that go in."""
        return tuple(party.path for party in self.roles.before)

    @property
    def given(self) -> tuple[str, ...]:
        """The ways to the places that come out."""
        return tuple(party.path for party in self.roles.after)

    @property
    def ending(self) -> set[str]:
        """The ways to the places that end."""
        return {party.path for party in self.roles.before if party.said.role == "ends"}

    @property
    def outliving(self) -> set[str]:
        """The ways to the places that go on without a part of them."""
        parts = (party for party in self.roles.before if party.said.share == "part")
        return {party.path for party in parts if party.said.role == "continues"}

    @property
    def depth(self) -> int:
        """How deep its places lie: what lies higher must be known first."""
        return max(path.count("/") for path in self.taken or self.given)


@dataclass(frozen=True, slots=True)
class Event:
    """An event with the periods (by id) on both sides: `before` with role, share and part, `after` with role."""

    id: str
    happening: Happening
    before: tuple[tuple[str, Party, Share], ...]
    after: tuple[tuple[str, str], ...]


def happening(event: Sequence[StatedChange]) -> Happening:
    """What a group of statements tells."""
    return Happening(tuple(event), roles_of(event), dates_of(event))


def tell(happenings: Iterable[Happening], gazetteer: Gazetteer) -> list[Event]:
    """Tell the gazetteer what happened, in order, and give the events with the periods that they join."""
    listed = list(happenings)
    numbers = _numbers(listed)
    by_depth: defaultdict[int, list[Happening]] = defaultdict(list)
    for one in listed:
        by_depth[one.depth].append(one)
    ordered = [one for depth in sorted(by_depth) for one in in_time(by_depth[depth])]
    events: dict[str, Event] = {}
    for one in ordered:
        identity = _identity(one, numbers[one], events, gazetteer)
        events[identity] = _tell(one, identity, gazetteer)
    return _torn(list(events.values()))


def _torn(events: list[Event]) -> list[Event]:
    """One predecessor with two results is a split between events: which went where is not known."""
    takers = Counter(period for event in events for period, _, share in event.before if share == "whole")
    return [
        replace(
            event,
            before=tuple(
                (period, party, "unknown" if share == "whole" and takers[period] > 1 else share)
                for period, party, share in event.before
            ),
        )
        for event in events
    ]


def in_time(happenings: Iterable[Happening]) -> list[Happening]:
    """The events in the order in which they happened: by date, and what creates a place before what consumes it.

    A part leaves a place that goes on before the rest of it ends (第1至4组划归甲村，其余并入乙村).
    """
    listed = sorted(happenings, key=lambda one: one.order)
    givers: defaultdict[str, list[int]] = defaultdict(list)
    leaving: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(listed):
        for path in set(one.given) - set(one.taken):
            givers[path].append(number)
        for path in one.outliving:
            leaving[path].append(number)
    waiting = [0] * len(listed)
    frees: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(listed):
        earlier = {giver for path in set(one.taken) for giver in givers[path]}
        earlier |= {giver for path in one.ending for giver in leaving[path]}
        for giver in earlier - {number}:
            if not _before(one.dates, listed[giver].dates):
                waiting[number] += 1
                frees[giver].append(number)
    return [listed[number] for number in _released(waiting, frees)]


def _released(waiting: list[int], frees: dict[int, list[int]]) -> list[int]:
    """Numbers in ascending order, but none before those that free it; a circle is cut at its lowest number."""
    ready = [number for number, count in enumerate(waiting) if not count]
    rest = [number for number, count in enumerate(waiting) if count]
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


def _before(one: EventDates, other: EventDates) -> bool:
    """Whether one event surely lies before another."""
    return bool(one.latest and other.earliest) and one.latest < other.earliest


def _numbers(happenings: Iterable[Happening]) -> dict[Happening, int]:
    """The number of each event among those of the same places afterwards (by date, then by the names before)."""
    alike: defaultdict[tuple[str, tuple[str, ...]], list[Happening]] = defaultdict(list)
    for one in happenings:
        alike[one.told[0].parent, one.given].append(one)
    return {
        one: number
        for same in alike.values()
        for number, one in enumerate(sorted(same, key=lambda happening: happening.order))
    }


def _identity(one: Happening, number: int, taken: Collection[str], gazetteer: Gazetteer) -> str:
    """The id of an event; its number goes up where the place above bears two names, and is counted under each."""
    parent = gazetteer.lasting(one.told[0].parent)
    names = [path.rpartition("/")[2] for path in one.given]
    while (identity := digest("event", parent, *names, number)) in taken:
        number += 1
    return identity


def _tell(one: Happening, identity: str, gazetteer: Gazetteer) -> Event:
    bound = Bound(identity, one.dates)
    before: list[tuple[str, Party, Share]] = []
    lasting: dict[str, str] = {}
    for party in one.roles.before:
        period = gazetteer.last(party.path, party.level)
        lasting[party.path] = period.lasting_id
        gazetteer.end(party.path, bound)
        before.append((period.id, party, party.said.share))
    after = [_begin(party, one.roles, lasting, bound, gazetteer) for party in one.roles.after]
    after += _moved(one.roles, lasting, bound, gazetteer)
    given = set(one.given)
    for party in one.roles.before:
        if party.said.role == "continues" and party.path not in given and one.roles.kind == "transfer":
            after.append((gazetteer.begin(party.path, party.level, bound, lasting[party.path]).id, "continues"))
    return Event(identity, one, tuple(before), tuple(after))


def _begin(party: Party, roles: Roles, lasting: dict[str, str], bound: Bound, gazetteer: Gazetteer) -> tuple[str, str]:
    if party.said.role == "receives":
        return gazetteer.at(party.path, bound.dates.latest).id, "receives"
    kept = lasting.get(party.path, "")
    if party.said.role == "continues" and not kept:
        continuing = [one.path for one in roles.before if one.said.role == "continues"]
        kept = lasting[continuing[0]] if continuing else ""
    return gazetteer.begin(party.path, party.level, bound, kept).id, party.said.role


def _moved(roles: Roles, lasting: dict[str, str], bound: Bound, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """The periods that moved places begin below the one that receives them."""
    receivers = [party.path for party in roles.after]
    if roles.kind != "transfer" or len(receivers) != 1:
        return []
    return [
        (
            gazetteer.begin(
                join_path(receivers[0], party.path.rpartition("/")[2]), party.level, bound, lasting[party.path]
            ).id,
            "continues",
        )
        for party in roles.before
        if party.said.role == "moved"
    ]
