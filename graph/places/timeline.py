"""The timeline: changes told in order, so that each ends the periods that go in and begins the others.

An event is named by the lasting place above its result, the names afterwards and its number among such events; no date
is part of its id. Every event leads to periods that are open or begin at it, so that lineage has no cycles.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.identity.scope import join_path
from graph.ids import digest
from graph.places.changes import Party, StatedChange
from graph.places.events import events_of
from graph.places.happening import Happening, happening
from graph.places.place_periods import Bound, PlacePeriod, PlacePeriods
from graph.places.roles import Roles
from graph.places.sequence import Step, in_sequence
from graph.places.territory import Input, given_back, pass_on
from graph.statements import ChangeParty, Share


@dataclass(frozen=True, slots=True)
class Event:
    """An event with the periods (by id) on both sides: `before` with role, share and part, `after` with role."""

    id: str
    happening: Happening
    before: tuple[tuple[str, Party, Share], ...]
    after: tuple[tuple[str, str], ...]


def tell(changes: Iterable[StatedChange], place_periods: PlacePeriods) -> list[Event]:
    """Tell the periods of places what happened, in order, and give the events with the periods that they join.

    The larger places come first, so that the smaller are looked up below what these have become.
    """
    by_depth: defaultdict[int, list[StatedChange]] = defaultdict(list)
    for change in changes:
        by_depth[change.depth].append(change)
    events: dict[str, Event] = {}
    for depth in sorted(by_depth):
        happenings = [happening(event) for event in events_of(_looked_up(by_depth[depth], place_periods))]
        names = _identities(happenings, events)
        facts = [one for one in happenings if one.dates.status != "proposed"]
        for step in in_sequence(facts):
            events[names[step.happening]] = _tell(step, names, place_periods)
        for step in in_sequence(one for one in happenings if one.dates.status == "proposed"):
            events[names[step.happening]] = _propose(step.happening, names[step.happening], place_periods)
    return _torn(list(events.values()))


def _looked_up(changes: Sequence[StatedChange], place_periods: PlacePeriods) -> list[StatedChange]:
    """Changes of one depth with their places as the periods of places know them."""
    place_periods.mention(
        (party.path, one.day, stood)
        for one in changes
        for side, stood in ((one.before, True), (one.after, False))
        for party in side
    )

    def side(parties: Sequence[Party], day: str) -> tuple[Party, ...]:
        return tuple(replace(party, place=place_periods.place(party.path, day)) for party in parties)

    return [replace(one, before=side(one.before, one.day), after=side(one.after, one.day)) for one in changes]


def _torn(events: list[Event]) -> list[Event]:
    """One predecessor with two results is a split between events: which went where is not known."""
    facts = [event for event in events if event.happening.dates.status != "proposed"]
    takers = Counter(period for event in facts for period, _, share in event.before if share == "whole")
    return [
        replace(
            event,
            before=tuple(
                (period, party, "unknown" if share == "whole" and takers[period] > 1 else share)
                for period, party, share in event.before
            ),
        )
        if event.happening.dates.status != "proposed"
        else event
        for event in events
    ]


def _identities(happenings: Iterable[Happening], known: Collection[str]) -> dict[Happening, str]:
    """The id of each event, by its number among those of the same places afterwards (by date, then by their names).

    The number goes up where places of the same names below others are counted too.
    """
    found: dict[Happening, str] = {}
    taken = set(known)
    alike: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for one in sorted(happenings, key=lambda happening: happening.order):
        names = [place.rpartition("/")[2] for place in one.given]
        number = alike[one.above, one.given]
        alike[one.above, one.given] += 1
        while (identity := digest("event", one.above, *names, number)) in taken:
            number += 1
        taken.add(identity)
        found[one] = identity
    return found


def _tell(step: Step, names: Mapping[Happening, str], place_periods: PlacePeriods) -> Event:
    one = step.happening
    bound = Bound(names[one], one.dates)
    for party in (party for fellow in step.fellows for party in fellow.roles.before):
        place_periods.last(party.place, party.level)
    anew = {(names[fellow], place) for fellow, place in step.anew}
    before: list[tuple[PlacePeriod, Party]] = []
    lasting: dict[str, str] = {}
    for party in one.roles.before:
        period = place_periods.last(party.place, party.level, anew)
        lasting[party.place] = period.lasting_id
        place_periods.end(period, bound)
        before.append((period, party))
    before += _holding(one, bound, place_periods)
    back = _given_back(one, before, place_periods)
    lasting |= {place: old.lasting_id for place, old in back.items()}
    results = [_begin(party, one.roles, lasting, bound, place_periods) for party in one.roles.after]
    moved = _moved(one.roles, lasting, bound, place_periods)
    after = [*results, *moved.values()]
    given = set(one.given)
    own = {party.place: period for party, (period, role) in zip(one.roles.after, results, strict=True)}
    own |= {place: period for place, (period, _) in moved.items()}
    if one.roles.kind == "rename":
        own[before[0][1].place] = results[0][0]
    for old, party in before:
        leaves = one.roles.kind == "transfer" or party not in one.roles.before
        if party.said.role == "continues" and party.place not in given and leaves:
            own[party.place] = place_periods.begin(party.place, party.level, bound, old.lasting_id).id
            after.append((own[party.place], "continues"))
    inputs = [
        Input(old, party.said.share == "part", own.get(party.place, "") if party.said.role != "ends" else "")
        for old, party in before
    ]
    claims = {own[place]: place_periods.land(old.id) for place, old in back.items()}
    pass_on(bound.event, inputs, [period for period, _ in results], claims, place_periods)
    _bequeath(one, before, place_periods)
    return Event(bound.event, one, tuple((old.id, party, party.said.share) for old, party in before), tuple(after))


def _holding(one: Happening, bound: Bound, place_periods: PlacePeriods) -> list[tuple[PlacePeriod, Party]]:
    """The places out of which one comes that is set up again (恢复甲村), though no words tell of them: each gives what
    it holds of the land that the place had, and goes on.
    """
    if one.roles.before or not any(said.said.statement.again for said in one.told):
        return []
    found: dict[str, tuple[PlacePeriod, Party]] = {}
    for party in one.roles.after:
        old = place_periods.gone(party.place)
        for holder in place_periods.holders(place_periods.land(old.id)) if old else ():
            place_periods.end(holder, bound)
            said = ChangeParty(holder.name, "continues", "part")
            found[holder.id] = holder, Party(holder.place, holder.level, said, holder.place)
    return list(found.values())


def _given_back(
    one: Happening, before: Sequence[tuple[PlacePeriod, Party]], place_periods: PlacePeriods
) -> dict[str, PlacePeriod]:
    """By place: the ended period of each result that gets its own land back."""
    pool = frozenset[str]().union(*(place_periods.land(period.id) for period, _ in before))
    created = {party.place for party in one.roles.after if party.said.role == "created"}
    found = {place: given_back(place, one.roles, pool, place_periods) for place in sorted(created)}
    return {place: old for place, old in found.items() if old and old.id not in {period.id for period, _ in before}}


def _propose(one: Happening, identity: str, place_periods: PlacePeriods) -> Event:
    """A change that is only proposed: it ends nothing, and what it would begin stands beside the facts."""
    bound = Bound(identity, one.dates)
    day = one.told[0].day
    before = tuple(
        (place_periods.alive(party.place, day, party.level).id, party, party.said.share) for party in one.roles.before
    )
    taken = {party.place: period for period, party, _ in before}
    after: list[tuple[str, str]] = []
    for party in one.roles.after:
        if party.place in taken:
            after.append((taken[party.place], "receives"))
        elif party.said.role == "receives":
            after.append((place_periods.alive(party.place, day, party.level).id, "receives"))
        else:
            after.append((place_periods.propose(party.place, party.level, bound).id, party.said.role))
    return Event(identity, one, before, tuple(after))


def _begin(
    party: Party, roles: Roles, lasting: dict[str, str], bound: Bound, place_periods: PlacePeriods
) -> tuple[str, str]:
    if party.said.role == "receives":
        return place_periods.alive(party.place, bound.dates.latest).id, "receives"
    kept = lasting.get(party.place, "")
    if party.said.role == "continues" and not kept:
        continuing = [one.place for one in roles.before if one.said.role == "continues"]
        kept = lasting[continuing[0]] if continuing else ""
    return place_periods.begin(party.place, party.level, bound, kept).id, party.said.role


def _moved(
    roles: Roles, lasting: dict[str, str], bound: Bound, place_periods: PlacePeriods
) -> dict[str, tuple[str, str]]:
    """The periods, with their role, that moved places begin below the one that receives them; by moved place."""
    if roles.kind != "transfer" or len(roles.after) != 1:
        return {}
    above = place_periods.alive(roles.after[0].place, bound.dates.latest).lasting_id
    moved = [party for party in roles.before if party.said.role == "moved"]
    places = [join_path(above, party.place.rpartition("/")[2]) for party in moved]
    return {
        party.place: (place_periods.begin(place, party.level, bound, lasting[party.place]).id, "continues")
        for place, party in zip(places, moved, strict=True)
    }


def _bequeath(one: Happening, before: Iterable[tuple[PlacePeriod, Party]], place_periods: PlacePeriods) -> None:
    """What lies below places that go whole into one other lies below that from then on."""
    if len(one.roles.after) != 1 or one.roles.after[0].said.role == "receives":
        return
    heir = place_periods.last(one.roles.after[0].place)
    for period, party in before:
        if party.said.role == "ends" and party.said.share == "whole":
            place_periods.bequeath(period, heir)
