"""The timeline: changes told to the gazetteer in order, so that each ends the periods that go in and begins the others.

An event is named by the lasting place above its result, the names afterwards and its number among such events; no date
is part of its id. Every event leads to periods that are open or begin at it, so that lineage has no cycles.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from graph.identity.scope import join_path
from graph.ids import digest
from graph.places.changes import Party, StatedChange, events_of
from graph.places.dates import EventDates, dates_of
from graph.places.gazetteer import Bound, Gazetteer, PlacePeriod
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
        """By date, then by the ways to the places before and after."""
        before, after = (tuple(party.path for party in side) for side in (self.roles.before, self.roles.after))
        return self.dates.order, before, after

    @property
    def taken(self) -> tuple[str, ...]:
        """The places that go in."""
        return tuple(party.place for party in self.roles.before)

    @property
    def given(self) -> tuple[str, ...]:
        """The places that come out."""
        return tuple(party.place for party in self.roles.after)

    @property
    def ways(self) -> set[str]:
        """The ways to all its places, as the papers name them."""
        return {party.path for one in self.told for party in (*one.before, *one.after)}

    @property
    def ways_in(self) -> set[str]:
        """The ways to the places that go in, as the papers name them."""
        return {party.path for one in self.told for party in one.before}

    @property
    def ending(self) -> set[str]:
        """The places that end."""
        return {party.place for party in self.roles.before if party.said.role == "ends"}

    @property
    def outliving(self) -> set[str]:
        """The places that go on without a part of them."""
        parts = (party for party in self.roles.before if party.said.share == "part")
        return {party.place for party in parts if party.said.role == "continues"}

    @property
    def above(self) -> str:
        """The lasting place above its result."""
        return (self.given or self.taken)[0].rpartition("/")[0]


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


def tell(changes: Iterable[StatedChange], gazetteer: Gazetteer) -> list[Event]:
    """Tell the gazetteer what happened, in order, and give the events with the periods that they join.

    The larger places come first, so that the smaller are looked up below what these have become.
    """
    by_depth: defaultdict[int, list[StatedChange]] = defaultdict(list)
    for change in changes:
        by_depth[change.depth].append(change)
    events: dict[str, Event] = {}
    for depth in sorted(by_depth):
        happenings = [happening(event) for event in events_of(_looked_up(by_depth[depth], gazetteer))]
        numbers = _numbers(happenings)
        for one in in_time(happenings):
            identity = _identity(one, numbers[one], events)
            events[identity] = _tell(one, identity, gazetteer)
    return _torn(list(events.values()))


def _looked_up(changes: Sequence[StatedChange], gazetteer: Gazetteer) -> list[StatedChange]:
    """Changes of one depth with their places as the gazetteer knows them."""
    gazetteer.mention(
        (party.path, one.day, stood)
        for one in changes
        for side, stood in ((one.before, True), (one.after, False))
        for party in side
    )

    def side(parties: Sequence[Party], day: str) -> tuple[Party, ...]:
        return tuple(replace(party, place=gazetteer.place(party.path, day)) for party in parties)

    return [replace(one, before=side(one.before, one.day), after=side(one.after, one.day)) for one in changes]


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
        alike[one.above, one.given].append(one)
    return {
        one: number
        for same in alike.values()
        for number, one in enumerate(sorted(same, key=lambda happening: happening.order))
    }


def _identity(one: Happening, number: int, taken: Collection[str]) -> str:
    """The id of an event; its number goes up where places of the same names below others are counted too."""
    names = [place.rpartition("/")[2] for place in one.given]
    while (identity := digest("event", one.above, *names, number)) in taken:
        number += 1
    return identity


def _tell(one: Happening, identity: str, gazetteer: Gazetteer) -> Event:
    bound = Bound(identity, one.dates)
    before: list[tuple[PlacePeriod, Party]] = []
    lasting: dict[str, str] = {}
    for party in one.roles.before:
        period = gazetteer.last(party.place, party.level)
        lasting[party.place] = period.lasting_id
        gazetteer.end(party.place, bound)
        before.append((period, party))
    after = [_begin(party, one.roles, lasting, bound, gazetteer) for party in one.roles.after]
    after += _moved(one.roles, lasting, bound, gazetteer)
    given = set(one.given)
    for party in one.roles.before:
        if party.said.role == "continues" and party.place not in given and one.roles.kind == "transfer":
            after.append((gazetteer.begin(party.place, party.level, bound, lasting[party.place]).id, "continues"))
    _bequeath(one, before, gazetteer)
    return Event(identity, one, tuple((p.id, party, party.said.share) for p, party in before), tuple(after))


def _begin(party: Party, roles: Roles, lasting: dict[str, str], bound: Bound, gazetteer: Gazetteer) -> tuple[str, str]:
    if party.said.role == "receives":
        return gazetteer.alive(party.place, bound.dates.latest).id, "receives"
    kept = lasting.get(party.place, "")
    if party.said.role == "continues" and not kept:
        continuing = [one.place for one in roles.before if one.said.role == "continues"]
        kept = lasting[continuing[0]] if continuing else ""
    return gazetteer.begin(party.place, party.level, bound, kept).id, party.said.role


def _moved(roles: Roles, lasting: dict[str, str], bound: Bound, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """The periods that moved places begin below the one that receives them."""
    if roles.kind != "transfer" or len(roles.after) != 1:
        return []
    above = gazetteer.alive(roles.after[0].place, bound.dates.latest).lasting_id
    moved = [party for party in roles.before if party.said.role == "moved"]
    places = [join_path(above, party.place.rpartition("/")[2]) for party in moved]
    return [
        (gazetteer.begin(place, party.level, bound, lasting[party.place]).id, "continues")
        for place, party in zip(places, moved, strict=True)
    ]


def _bequeath(one: Happening, before: Iterable[tuple[PlacePeriod, Party]], gazetteer: Gazetteer) -> None:
    """What lies below places that go whole into one other lies below that from then on."""
    if len(one.roles.after) != 1 or one.roles.after[0].said.role == "receives":
        return
    heir = gazetteer.last(one.roles.after[0].place)
    for period, party in before:
        if party.said.role == "ends" and party.said.share == "whole":
            gazetteer.bequeath(period, heir)
