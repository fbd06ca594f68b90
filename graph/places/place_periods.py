"""The periods of every place, from one change to the next.

A place is known by the lasting id of the place above it and its own name (`PlacePeriods.place`), so that a town which
is renamed, moved or merged keeps its villages. A place that no change speaks of has one period. `lasting_id` keeps what
people call the same village over its periods.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.identity.scope import is_place, join_path, parts_of
from graph.ids import digest
from graph.places.dates import EventDates
from graph.places.inheritance import Inheritance, Mention
from graph.places.land import Land, atoms, shared
from graph.words.levels import UNKNOWN, level_of


@dataclass(frozen=True, slots=True)
class Bound:
    """A change at which a period begins or ends."""

    event: str
    dates: EventDates


@dataclass(frozen=True, slots=True)
class PlacePeriod:
    """One period of a place; `since` and `until` are None where no change is known. `land` are the pieces of places of
    old that it holds at its end (`graph.places.land`), () where it is its own alone.
    """

    id: str
    place: str
    level: str
    lasting_id: str
    since: Bound | None = None
    until: Bound | None = None
    land: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether a change begins or ends it."""
        return self.since is not None or self.until is not None

    @property
    def name(self) -> str:
        """The place's own name."""
        return parts_of(self.place)[1]


@dataclass(slots=True)
class PlacePeriods:
    """Periods by place, in order of time. Changes must be told in order (`graph.places.timeline`)."""

    _by_id: dict[str, PlacePeriod] = field(default_factory=dict)
    _periods: dict[str, list[str]] = field(default_factory=dict)
    """The periods (by id) of a place in the order in which they began."""
    _lines: dict[str, list[str]] = field(default_factory=dict)
    """The periods (by id) of a lasting place in the order in which they began."""
    _proposed: dict[str, str] = field(default_factory=dict)
    """By place: the period (by id) that would begin by a change which is only proposed; no line holds it."""
    _heirs: dict[str, PlacePeriod] = field(default_factory=dict)
    """By the id of a period that went whole into one other place: the period that this began there."""
    _inheritance: Inheritance = field(default_factory=Inheritance)
    _holders: dict[str, list[str]] = field(default_factory=dict)
    """By place of old: the periods (by id) that hold or held land of it, besides itself."""

    def place(self, path: str, day: str) -> str:
        """What the place at the end of a way is known by, as the names were on a day (ISO); "" is the last."""
        place = self._named(path, day)
        return self._inheritance.known_as(place, day) if place != path else place

    def mention(self, paths: Iterable[tuple[str, str, bool]]) -> None:
        """Hear of all places of one depth that changes name: way, day, whether it stood before the change."""
        self._inheritance.tell(Mention(self._named(path, day), day, stood) for path, day, stood in paths)

    def last(self, place: str, level: str = UNKNOWN, anew: Collection[tuple[str, str]] = ()) -> PlacePeriod:
        """The last period of a place, begun if it was never named before. `level` counts where the name has none.

        `anew` are periods (by event and place) that are passed over: they began at the moment that is asked for.
        """
        if place not in self._periods and place not in self._proposed:
            identity = digest("place", *parts_of(place), "first")
            self._add(PlacePeriod(identity, place, _level(parts_of(place)[1], level), identity))
        periods = self.periods(place)
        known = [one for one in periods if one.since is None or (one.since.event, place) not in anew] if anew else ()
        return (known or periods)[-1]

    def begin(self, place: str, level: str, since: Bound, lasting_id: str = "") -> PlacePeriod:
        """Begin a period at a change; without a `lasting_id` it is a new place, by that name."""
        identity = digest("place", *parts_of(place), since.event)
        return self._add(PlacePeriod(identity, place, _level(parts_of(place)[1], level), lasting_id or identity, since))

    def propose(self, place: str, level: str, since: Bound) -> PlacePeriod:
        """The period that a place would begin by a change which is only proposed: it stands beside all others."""
        identity = digest("place", *parts_of(place), since.event)
        period = PlacePeriod(identity, place, _level(parts_of(place)[1], level), identity, since)
        self._by_id[identity] = period
        self._proposed[place] = identity
        return period

    def end(self, period: PlacePeriod, until: Bound) -> None:
        """End a period at a change; one that has ended stays as it is."""
        if self._by_id[period.id].until is None:
            self._by_id[period.id] = replace(self._by_id[period.id], until=until)

    def land(self, period: str) -> Land:
        """The pieces of places of old that a period (by id) holds."""
        return frozenset(self._by_id[period].land or (period,))

    def hold(self, period: str, land: Land) -> None:
        """From now on a period (by id) holds these pieces of places of old."""
        self._by_id[period] = replace(self._by_id[period], land=tuple(sorted(land)))
        for atom in atoms(land):
            self._holders.setdefault(atom, []).append(period)

    def holders(self, land: Land) -> list[PlacePeriod]:
        """The periods alive at the last change told that hold some of a land, in the order of their ids."""
        known = sorted({period for atom in atoms(land) for period in (atom, *self._holders.get(atom, ()))})
        periods = [self._by_id[period] for period in known]
        return [one for one in periods if one.until is None and shared(self.land(one.id), land)]

    def begins(self, period: str, event: str) -> bool:
        """Whether a period (by id) begins at a change (by id)."""
        since = self._by_id[period].since
        return since is not None and since.event == event

    def gone(self, place: str) -> PlacePeriod | None:
        """The last period of a place that has ended, under this name and any other."""
        if place not in self._periods:
            return None
        last = self._by_id[self._periods[place][-1]]
        return last if last.until is not None and self._lines[last.lasting_id][-1] == last.id else None

    def bequeath(self, old: PlacePeriod, new: PlacePeriod) -> None:
        """A place went whole into another at the change that began `new`."""
        self._heirs[old.id] = new
        until = new.since.dates.latest if new.since else ""
        since = "" if new.lasting_id == new.id else until or "9999"
        self._inheritance.went_into(old.lasting_id, new.lasting_id, since)

    def at(self, path: str, day: str, level: str = UNKNOWN) -> PlacePeriod:
        """The period alive on a day (ISO) at the end of a way; "" is the last one."""
        return self.alive(self.place(path, day), day, level)

    def alive(self, place: str, day: str, level: str = UNKNOWN) -> PlacePeriod:
        """The period of a place alive on a day (ISO); "" is the last one.

        A change only known to lie before the day has happened; one that may lie after it has not. A place that has
        ended stays in its last period.
        """
        self.last(place, level)
        return _alive(self.periods(place), day)

    def periods(self, place: str) -> tuple[PlacePeriod, ...]:
        """All periods of a place, of which the first is begun if it was never named before; of one that stands nowhere
        but in proposals the proposed one.
        """
        if place not in self._periods and place in self._proposed:
            return (self._by_id[self._proposed[place]],)
        if place not in self._periods:
            self.last(place)
        return tuple(self._by_id[identity] for identity in self._periods[place])

    def line(self, lasting_id: str) -> list[PlacePeriod]:
        """All periods of a lasting place in order of time, whatever its name and the place above it were."""
        return [self._by_id[identity] for identity in self._lines.get(lasting_id, ())]

    def parent(self, period: PlacePeriod) -> PlacePeriod | None:
        """The period of the place above that belongs to this one: the one in which it ended, else the last.

        Where the place above has gone whole into another by then, it is that one.
        """
        lasting, _ = parts_of(period.place)
        if lasting not in self._lines:
            return self._by_id.get(lasting)
        day = period.until.dates.order[0] if period.until else ""
        seen: set[str] = set()
        while True:
            seen.add(lasting)
            above = _alive(self.line(lasting), day)
            ended = above.until is not None and (not day or above.until.dates.happened_by(day))
            heir = self._heirs.get(above.id) if ended else None
            if heir is None or heir.lasting_id in seen:
                return above
            lasting = heir.lasting_id

    @property
    def places(self) -> frozenset[str]:
        """All places met so far."""
        return frozenset(self._periods.keys() | self._proposed.keys())

    def _named(self, path: str, day: str) -> str:
        """A place by the lasting place that its way leads through, and its name; the way itself where it has none."""
        above, name = parts_of(path)
        return join_path(self.at(above, day).lasting_id, name) if above and is_place(above) else path

    def _add(self, period: PlacePeriod) -> PlacePeriod:
        self._by_id[period.id] = period
        self._periods.setdefault(period.place, []).append(period.id)
        self._lines.setdefault(period.lasting_id, []).append(period.id)
        return period

    def __iter__(self) -> Iterator[PlacePeriod]:
        """All periods, places in the order of what they are known by."""
        for _, period in sorted(self._by_id.items(), key=lambda known: known[1].place):
            yield period


def _alive(periods: Sequence[PlacePeriod], day: str) -> PlacePeriod:
    """Of periods in order of time, the one alive on a day; "" is the last one."""
    if not day:
        return periods[-1]
    begun = [period for period in periods if period.since is None or period.since.dates.happened_by(day)]
    return begun[-1] if begun else periods[0]


def _level(name: str, level: str) -> str:
    return known if (known := level_of(name)) != UNKNOWN else level
