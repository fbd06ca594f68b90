"""A store that notes in its history whatever changes it: the entry is part of the transaction of the change."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from graph.facts import Facts, Value
from graph.history.changes import changes_of
from graph.history.entries import LABEL, Act, Deed, HistoryEntry
from graph.model import stored_types
from graph.stores import ddl
from graph.stores.protocol import Row, Store


def moment() -> str:
    """The present second, with the offset of the machine's zone (ISO 8601)."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class NotingStore:
    """A `graph.stores.protocol.Store` before another store, whose changes it notes as one deed. Made by `noting`."""

    def __init__(self, store: Store, deed: Deed, clock: Callable[[], str] = moment) -> None:
        """Note what changes `store`, at the moments that `clock` tells."""
        self.unnoted = store
        self.deed = deed
        self.clock = clock

    @property
    def where(self) -> str:
        """See `graph.stores.protocol.Store`."""
        return self.unnoted.where

    @property
    def engine(self) -> str:
        """See `graph.stores.protocol.Store`."""
        return self.unnoted.engine

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        return self.unnoted.read(cypher, params)

    def replace(self, gone: Facts, facts: Facts) -> None:
        """See `graph.stores.protocol.Store`. Where a file or a record comes, goes or changes, an entry is written too;
        where none does, as in a graph that is built again, there is nothing to note.
        """
        changes = changes_of(gone, facts)
        if changes:
            entry = HistoryEntry(self._last() + 1, self.clock(), self.deed, changes)
            facts = Facts((*facts.nodes, entry.node), facts.edges)
        self.unnoted.replace(gone, facts)

    def close(self) -> None:
        """See `graph.stores.protocol.Store`."""
        self.unnoted.close()

    def _last(self) -> int:
        """The number of the last entry, 0 where there is none; only this program writes, so it stays that."""
        rows = self.unnoted.read(ddl.last_node(stored_types()[LABEL]))
        return int(str(rows[0]["id"])) if rows else 0


def noting(store: Store, deed: Deed) -> NotingStore:
    """A store that notes what changes it as a deed; what one that notes already is told anew goes before."""
    if isinstance(store, NotingStore):
        who, act = deed.who or store.deed.who, deed.act if deed.act != "other" else store.deed.act
        return NotingStore(store.unnoted, Deed(who, act), store.clock)
    return NotingStore(store, deed)


def doing(store: Store, act: Act) -> Store:
    """The store, with what is done in it meanwhile noted as this act; a store that notes nothing as it is."""
    if isinstance(store, NotingStore):
        return NotingStore(store.unnoted, replace(store.deed, act=act), store.clock)
    return store
