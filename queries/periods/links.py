"""Steps from one period of a place to the next, asked of a store as they are needed, or all at once for many questions.

A step says how much of the period before it goes into the one after it. Where a change does not say of each place which
it became (`exact`), a place that goes on comes out of its own period alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

from graph.stores.protocol import Store
from queries.ask import ask
from queries.rows import PeriodLinkRow, PeriodRow

Way = Literal["after", "before"]
Share = Literal["whole", "unknown", "part"]
SHARES: tuple[Share, ...] = ("whole", "unknown", "part")
"""How much of a place goes along a way, from most to least."""


class PeriodLinks(Protocol):
    """Where periods and the steps between them are looked up."""

    restored: frozenset[str]
    """The last periods (by id) of places that were set up again later."""

    def fetch(self, way: Way, periods: Iterable[str]) -> None:
        """Make ready what `of` is asked for next."""
        ...

    def of(self, way: Way, period: str) -> Sequence[PeriodLinkRow]:
        """The steps from a period (by id) one way, in order of time."""
        ...

    def periods(self, ids: Iterable[str]) -> Mapping[str, PeriodRow]:
        """The periods of these ids."""
        ...


class StoredLinks:
    """The links of a store, looked up a frontier at a time. Raises StoreError where the store fails."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._links: dict[tuple[Way, str], list[PeriodLinkRow]] = {}
        self._periods: dict[str, PeriodRow] = {}
        self.restored = frozenset(row["place_id"] for row in ask(store, "periods/restored"))

    def fetch(self, way: Way, periods: Iterable[str]) -> None:
        """Ask for the steps from all of these periods at once, and for the periods that they lead to."""
        wanted = tuple(sorted({one for one in periods if (way, one) not in self._links}))
        if not wanted:
            return
        if way == "after":
            rows = ask(self._store, "periods/after", places=wanted)
        else:
            rows = ask(self._store, "periods/before", places=wanted)
        self._links |= {(way, one): [] for one in wanted}
        for row in rows:
            self._links[way, row["old_id"] if way == "after" else row["new_id"]].append(row)
        self.periods({end for row in rows for end in (row["old_id"], row["new_id"]) if end})

    def of(self, way: Way, period: str) -> Sequence[PeriodLinkRow]:
        """The steps from a period one way."""
        self.fetch(way, (period,))
        return self._links[way, period]

    def periods(self, ids: Iterable[str]) -> Mapping[str, PeriodRow]:
        """All periods met so far, those of these ids among them."""
        wanted = tuple(sorted(set(ids) - self._periods.keys()))
        if wanted:
            self._periods |= {row["place_id"]: row for row in ask(self._store, "periods/of_ids", places=wanted)}
        return self._periods


def leads(link: PeriodLinkRow, periods: Mapping[str, PeriodRow]) -> bool:
    """Whether a step joins two periods: what moves is no part of the place below which it then lies."""
    if not (link["old_id"] and link["new_id"]):
        return False
    if link["exact"]:
        return True
    alike = periods[link["old_id"]]["lasting_id"] == periods[link["new_id"]]["lasting_id"]
    moves = {link["old_role"], link["new_role"]} == {"moved", "receives"}
    return not moves and (link["kind"] != "transfer" or alike or link["new_role"] != "continues")


def share_of(link: PeriodLinkRow, periods: Mapping[str, PeriodRow]) -> Share:
    """How much of the period before a step goes into the one after it: a place that goes on is the same place."""
    if periods[link["old_id"]]["lasting_id"] == periods[link["new_id"]]["lasting_id"]:
        return "whole"
    return next((one for one in SHARES if one == link["share"]), "unknown")
