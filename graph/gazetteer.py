"""The gazetteer: the periods of every place, from one change to the next, by the way to the place.

A place that no change speaks of has one period. `lasting_id` keeps what people call the same village over its periods.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.event_dates import EventDates
from graph.ids import digest
from graph.scope import UNKNOWN, is_place, level_of, parts_of


@dataclass(frozen=True, slots=True)
class Bound:
    """A change at which a period begins or ends."""

    event: str
    dates: EventDates


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a place; `since` and `until` are None where no change is known."""

    id: str
    path: str
    level: str
    lasting_id: str
    since: Bound | None = None
    until: Bound | None = None

    @property
    def name(self) -> str:
        """The place's own name."""
        return parts_of(self.path)[1]


@dataclass(slots=True)
class Gazetteer:
    """Periods by the way to the place, in order of time. Changes must be told in order (`graph.timeline`)."""

    _periods: dict[str, list[Period]] = field(default_factory=dict)

    def lasting(self, path: str) -> str:
        """The lasting id of the place at the end of a way; a document that names no place stands for itself."""
        return self.last(path).lasting_id if path and is_place(path) else path

    def last(self, path: str, level: str = UNKNOWN) -> Period:
        """The last period of a place, begun if it was never named before. `level` counts where the name has none."""
        if path not in self._periods:
            parent, name = parts_of(path)
            identity = digest("place", self.lasting(parent), name, "first")
            self._periods[path] = [Period(identity, path, _level(name, level), identity)]
        return self._periods[path][-1]

    def begin(self, path: str, level: str, since: Bound, lasting_id: str = "") -> Period:
        """Begin a period at a change; without a `lasting_id` it is a new place, by that name."""
        parent, name = parts_of(path)
        identity = digest("place", self.lasting(parent), name, since.event)
        period = Period(identity, path, _level(name, level), lasting_id or identity, since)
        self._periods.setdefault(path, []).append(period)
        return period

    def end(self, path: str, until: Bound) -> None:
        """End the last period of a place at a change; one that has ended stays as it is."""
        periods = self._periods[path]
        if periods[-1].until is None:
            periods[-1] = replace(periods[-1], until=until)

    def at(self, path: str, day: str, level: str = UNKNOWN) -> Period:
        """The period alive on a day (ISO); "" is the last one.

        A change only known to lie before the day has happened; one that may lie after it has not. A place that has
        ended stays in its last period.
        """
        periods = self._periods.get(path) or [self.last(path, level)]
        if not day:
            return periods[-1]
        begun = [period for period in periods if period.since is None or period.since.dates.happened_by(day)]
        return begun[-1] if begun else periods[0]

    def parent(self, period: Period) -> Period | None:
        """The period of the place above that belongs to this one: the one in which it ended, else the last."""
        above, _ = parts_of(period.path)
        if not above or not is_place(above):
            return None
        return self.at(above, period.until.dates.order[0] if period.until else "")

    def __iter__(self) -> Iterator[Period]:
        """All periods, places in the order of their ways."""
        for path in sorted(self._periods):
            yield from self._periods[path]


def _level(name: str, level: str) -> str:
    return known if (known := level_of(name)) != UNKNOWN else level
