"""The gazetteer: the periods of every place, from one change to the next, by the way to the place.

A place that no change speaks of has one period. `lasting_id` keeps what people call the same village over its periods.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.identity.scope import is_place, parts_of
from graph.ids import digest
from graph.places.dates import EventDates
from graph.words.levels import UNKNOWN, level_of


@dataclass(frozen=True, slots=True)
class Bound:
    """A change at which a period begins or ends."""

    event: str
    dates: EventDates


@dataclass(frozen=True, slots=True)
class PlacePeriod:
    """One period of a place; `since` and `until` are None where no change is known."""

    id: str
    path: str
    level: str
    lasting_id: str
    since: Bound | None = None
    until: Bound | None = None

    @property
    def is_told(self) -> bool:
        """Whether a change begins or ends it."""
        return self.since is not None or self.until is not None

    @property
    def name(self) -> str:
        """The place's own name."""
        return parts_of(self.path)[1]


@dataclass(slots=True)
class Gazetteer:
    """Periods by the way to the place, in order of time. Changes must be told in order (`graph.places.timeline`)."""

    _periods: dict[str, list[PlacePeriod]] = field(default_factory=dict)
    _paths: dict[str, dict[str, None]] = field(default_factory=dict)
    """The ways to a lasting place, by its lasting id: two where the place above it bears another name now."""

    def lasting(self, path: str) -> str:
        """The lasting id of the place at the end of a way; a document that names no place stands for itself."""
        return self.last(path).lasting_id if path and is_place(path) else path

    def last(self, path: str, level: str = UNKNOWN) -> PlacePeriod:
        """The last period of a place, begun if it was never named before. `level` counts where the name has none."""
        if path not in self._periods:
            parent, name = parts_of(path)
            identity = digest("place", self.lasting(parent), name, "first")
            self._add(PlacePeriod(identity, path, _level(name, level), identity))
        return self._periods[path][-1]

    def begin(self, path: str, level: str, since: Bound, lasting_id: str = "") -> PlacePeriod:
        """Begin a period at a change; without a `lasting_id` it is a new place, by that name."""
        parent, name = parts_of(path)
        identity = digest("place", self.lasting(parent), name, since.event)
        period = PlacePeriod(identity, path, _level(name, level), lasting_id or identity, since)
        return self._add(period)

    def end(self, path: str, until: Bound) -> None:
        """End the last period of a place at a change; one that has ended stays as it is."""
        periods = self._periods[path]
        if periods[-1].until is None:
            periods[-1] = replace(periods[-1], until=until)

    def at(self, path: str, day: str, level: str = UNKNOWN) -> PlacePeriod:
        """The period alive on a day (ISO); "" is the last one.

        A change only known to lie before the day has happened; one that may lie after it has not. A place that has
        ended stays in its last period.
        """
        return _alive(self._periods.get(path) or [self.last(path, level)], day)

    def periods(self, path: str) -> tuple[PlacePeriod, ...]:
        """All periods of a place, of which the first is begun if it was never named before."""
        return tuple(self._periods.get(path) or [self.last(path)])

    def line(self, lasting_id: str) -> list[PlacePeriod]:
        """All periods of a lasting place in order of time, whatever the place above it was called."""
        periods = [period for path in self._paths.get(lasting_id, ()) for period in self._periods[path]]
        alike = [period for period in periods if period.lasting_id == lasting_id]
        return sorted(alike, key=lambda period: (period.since.dates.order if period.since else ("", ""), period.path))

    def parent(self, period: PlacePeriod) -> PlacePeriod | None:
        """The period of the place above that belongs to this one: the one in which it ended, else the last."""
        above, _ = parts_of(period.path)
        if not above or not is_place(above):
            return None
        day = period.until.dates.order[0] if period.until else ""
        known = self.at(above, day)
        line = self.line(known.lasting_id)
        return _alive(line, day) if len(self._paths[known.lasting_id]) > 1 else known

    @property
    def paths(self) -> frozenset[str]:
        """The ways to all places met so far."""
        return frozenset(self._periods)

    def _add(self, period: PlacePeriod) -> PlacePeriod:
        self._periods.setdefault(period.path, []).append(period)
        self._paths.setdefault(period.lasting_id, {})[period.path] = None
        return period

    def __iter__(self) -> Iterator[PlacePeriod]:
        """All periods, places in the order of their ways."""
        for path in sorted(self._periods):
            yield from self._periods[path]


def _alive(periods: Sequence[PlacePeriod], day: str) -> PlacePeriod:
    """Of periods in order of time, the one alive on a day; "" is the last one."""
    if not day:
        return periods[-1]
    begun = [period for period in periods if period.since is None or period.since.dates.happened_by(day)]
    return begun[-1] if begun else periods[0]


def _level(name: str, level: str) -> str:
    return known if (known := level_of(name)) != UNKNOWN else level
