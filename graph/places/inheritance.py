"""Places below a place that went into another: the villages of a town that was merged are those of the new town.

What decides is that changes tell of the village under the old town, and that no other town that went in has one of that
name; what is told under the new town before the old one went in is the new town's own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.identity.scope import join_path, parts_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A place below a lasting place as a change names it on a day (ISO, "" unknown); whether it stood before it."""

    place: str
    day: str
    stood: bool


@dataclass(slots=True)
class Inheritance:
    """Which lasting places went whole into which, and as what their places below are known since."""

    _into: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """By lasting place: those that went into it, each with the day (ISO) since which what is told below it may be
    theirs, "" where it began with them."""
    _told: set[str] = field(default_factory=set)
    _known_as: dict[str, str] = field(default_factory=dict)

    def went_into(self, old: str, new: str, since: str) -> None:
        """A lasting place went whole into another; `since` is "" where the other began with it."""
        if old != new:
            self._into.setdefault(new, []).append((old, since))

    def tell(self, mentions: Iterable[Mention]) -> None:
        """Hear of all places that changes name below places whose changes have been heard of."""
        days: defaultdict[str, list[str]] = defaultdict(list)
        stood: set[str] = set()
        for one in mentions:
            days[one.place].append(one.day)
            stood |= {one.place} if one.stood else set()
        self._told |= days.keys()
        for place in sorted(stood):
            if (known := self._below(place, min(days[place]))) != place:
                self._known_as[place] = known

    def known_as(self, place: str, day: str) -> str:
        """The place that is meant: itself, or that of a place which went into the one above it."""
        if place not in self._told:
            place = self._below(place, day)
        seen: set[str] = set()
        while place in self._known_as and place not in seen:
            seen.add(place)
            place = self._known_as[place]
        return place

    def _below(self, place: str, day: str) -> str:
        """The one place of the same name that changes tell of below a place that went in; else the place itself."""
        above, name = parts_of(place)
        if above not in self._into:
            return place
        found = {join_path(old, name) for old in self._older(above, day)} & self._told
        return found.pop() if len(found) == 1 else place

    def _older(self, above: str, day: str) -> Iterator[str]:
        """All lasting places that went into one by a day."""
        pending, seen = [above], {above}
        while pending:
            for old, since in self._into.get(pending.pop(), ()):
                if old not in seen and (not since or (day and day >= since)):
                    seen.add(old)
                    pending.append(old)
                    yield old
