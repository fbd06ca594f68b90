"""All periods of places and all steps between them, asked of a store once for a whole list of places.

It answers as `queries.periods.links.StoredLinks` does, which asks for a frontier at a time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.stores.protocol import Store
from queries.ask import ask
from queries.periods.links import Way
from queries.places.standing import stands
from queries.rows import PeriodAfterRow, PeriodBeforeRow, PeriodChangeRow, PeriodLinkRow, PeriodRow
from queries.ways import STEP

_MOST_ABOVE = 8
"""Places above a place: a village lies in a town, a county, a city and a province."""


@dataclass(frozen=True, slots=True)
class PlaceTables:
    """What is told of all places: their periods, the place above each (by id), the changes, what went into them and
    came out of them, and the land of those of which papers tell it.
    """

    periods: Sequence[PeriodRow]
    homes: Mapping[str, str]
    changes: Sequence[PeriodChangeRow]
    before: Sequence[PeriodBeforeRow]
    after: Sequence[PeriodAfterRow]
    lands: Mapping[str, Sequence[str]]


def tables_of(store: Store) -> PlaceTables:
    """What a store tells of all places. Raises StoreError where it fails."""
    return PlaceTables(
        ask(store, "periods/all"),
        {row["place_id"]: row["above_id"] for row in ask(store, "periods/homes")},
        ask(store, "periods/changes"),
        ask(store, "periods/went_in"),
        ask(store, "periods/came_out"),
        {row["place_id"]: row["land"] for row in ask(store, "periods/lands")},
    )


class AllPlaces:
    """The periods of places, those above them, and the steps between them (`queries.periods.links.PeriodLinks`)."""

    def __init__(self, tables: PlaceTables) -> None:
        self._periods = {row["place_id"]: row for row in tables.periods}
        self._homes = tables.homes
        self._lands = tables.lands
        self._changes = {row["change_id"]: row for row in tables.changes}
        self._into: defaultdict[str, list[PeriodBeforeRow]] = defaultdict(list)
        self._out: defaultdict[str, list[PeriodAfterRow]] = defaultdict(list)
        self._went: defaultdict[str, list[PeriodBeforeRow]] = defaultdict(list)
        self._came: defaultdict[str, list[PeriodAfterRow]] = defaultdict(list)
        for old in tables.before:
            self._into[old["change_id"]].append(old)
            self._went[old["old_id"]].append(old)
        for new in tables.after:
            self._out[new["change_id"]].append(new)
            self._came[new["new_id"]].append(new)
        self._links: dict[tuple[Way, str], Sequence[PeriodLinkRow]] = {}
        self.restored = frozenset(row["restores"] for row in tables.after if row["restores"])

    def fetch(self, way: Way, periods: Iterable[str]) -> None:
        """All is there."""

    def of(self, way: Way, period: str) -> Sequence[PeriodLinkRow]:
        """The steps from a period (by id) one way, in order of time; none of what is only proposed."""
        found = self._links.get((way, period))
        if found is None:
            steps = self._onward(period) if way == "after" else self._back(period)
            found = sorted(steps, key=lambda one: (one["latest"], one["change_id"], one["old_id"], one["new_id"]))
            self._links[way, period] = found
        return found

    def periods(self, ids: Iterable[str]) -> Mapping[str, PeriodRow]:
        """All periods."""
        del ids
        return self._periods

    @property
    def all(self) -> Mapping[str, PeriodRow]:
        """All periods by id, in the order of their codes, names and times."""
        return self._periods

    def land(self, period: str) -> Sequence[str]:
        """The land of a period (by id), in pieces of places of old; none where papers do not tell of it."""
        return self._lands.get(period, ())

    def home(self, period: str) -> PeriodRow | None:
        """The place above a period, where one is told."""
        return self._periods.get(self._homes.get(period, ""))

    def above(self, period: str) -> Iterator[PeriodRow]:
        """All places above a period, the nearest first."""
        here = self.home(period)
        for _ in range(_MOST_ABOVE):
            if here is None:
                return
            yield here
            here = self.home(here["place_id"])

    def spells(self, period: str) -> Sequence[PeriodRow]:
        """All periods of the place of a period."""
        return self._by_place[self._periods[period]["lasting_id"]]

    def stands(self, period: str, day: str) -> bool:
        """Whether a period stands on a day (ISO)."""
        return stands(self._periods[period], day)

    def home_on(self, period: str, day: str) -> PeriodRow | None:
        """The place above a period, as it is called on a day (ISO)."""
        home = self.home(period)
        if home is None:
            return None
        there = (row for row in self.spells(home["place_id"]) if stands(row, day))
        return next(there, home)

    def way(self, period: str) -> str:
        """The whole way to a period: 大英县/蓬莱镇."""
        names = [self._periods[period]["name"], *(row["name"] for row in self.above(period))]
        return STEP.join(reversed(names))

    @property
    def changes(self) -> Collection[PeriodChangeRow]:
        """All changes, those that are only proposed among them."""
        return self._changes.values()

    def inputs(self, change: str) -> list[tuple[str, str]]:
        """The periods (by id) that go into a change (by id), each with its role."""
        return [(row["old_id"], row["old_role"]) for row in self._into.get(change, ())]

    def results(self, change: str) -> list[tuple[str, str]]:
        """The periods (by id) that come out of a change (by id), each with its role."""
        return [(row["new_id"], row["new_role"]) for row in self._out.get(change, ())]

    def has_changes(self, period: str) -> bool:
        """Whether any change of a period is told, one that is only proposed too."""
        return period in self._went or period in self._came

    def changes_of(self, period: str) -> Iterator[str]:
        """The changes (by id) that a period goes into or comes out of, those that are only proposed too."""
        for row in self._went.get(period, ()):
            yield row["change_id"]
        for came in self._came.get(period, ()):
            yield came["change_id"]

    def proposals(self, period: str) -> list[PeriodChangeRow]:
        """The changes that are only proposed and would end, change or make a period."""
        changes = (self._changes[one] for one in dict.fromkeys(self.changes_of(period)))
        return [one for one in changes if one["status"] == "proposed"]

    def is_proposed(self, period: str) -> bool:
        """Whether a period would only come into being by what is proposed."""
        came = self._came.get(period, ())
        return bool(came) and all(self._changes[row["change_id"]]["status"] == "proposed" for row in came) and (
            all(row["new_role"] == "created" for row in came)
        )  # fmt: skip

    def passages(self, period: str, changes: Iterable[str]) -> list[str]:
        """The passages that tell what a period has to do with changes, by ids."""
        wanted = set(changes)
        sides: list[PeriodBeforeRow | PeriodAfterRow] = [*self._went.get(period, ()), *self._came.get(period, ())]
        told = (passage for row in sides if row["change_id"] in wanted for passage in row["passages"])
        return list(dict.fromkeys(told))

    @property
    def last_day(self) -> str:
        """The last day on which anything is told to begin or end, "" where no day is told."""
        return max((day for row in self._periods.values() for day in (row["valid_from"], row["valid_to"])), default="")

    def schemes(self) -> list[str]:
        """The schemes of the codes that places bear."""
        return sorted({row["scheme"] for row in self._periods.values() if row["scheme"]})

    @cached_property
    def _by_place(self) -> Mapping[str, Sequence[PeriodRow]]:
        found: defaultdict[str, list[PeriodRow]] = defaultdict(list)
        for row in self._periods.values():
            found[row["lasting_id"]].append(row)
        return found

    def _onward(self, period: str) -> Iterator[PeriodLinkRow]:
        for old in self._went.get(period, ()):
            change = self._changes[old["change_id"]]
            if change["status"] != "proposed":
                results = self._out.get(old["change_id"], ())
                for new in results:
                    if not old["into"] or new["new_id"] in old["into"]:
                        yield _link(change, old, new)
                if not results:
                    yield _link(change, old, None)

    def _back(self, period: str) -> Iterator[PeriodLinkRow]:
        for new in self._came.get(period, ()):
            change = self._changes[new["change_id"]]
            if change["status"] != "proposed":
                before = self._into.get(new["change_id"], ())
                for old in before:
                    if not old["into"] or period in old["into"]:
                        yield _link(change, old, new)
                if not before:
                    yield _link(change, None, new)


def _link(change: PeriodChangeRow, old: PeriodBeforeRow | None, new: PeriodAfterRow | None) -> PeriodLinkRow:
    part = bool(old and new and new["new_id"] in old["into_part"])
    return {
        "old_id": old["old_id"] if old else "",
        "new_id": new["new_id"] if new else "",
        "change_id": change["change_id"],
        "kind": change["kind"],
        "stated_on": change["stated_on"],
        "earliest": change["earliest"],
        "latest": change["latest"],
        "status": change["status"],
        "old_role": old["old_role"] if old else "",
        "new_role": new["new_role"] if new else "",
        "share": "part" if part else old["share"] if old else "",
        "part": old["part"] if old else "",
        "exact": bool(old and old["into"]),
        "restores": new["restores"] if new else "",
        "old_passages": old["passages"] if old else ("",),
        "new_passages": new["passages"] if new else ("",),
    }
