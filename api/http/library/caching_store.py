"""A store that asks its engine the same only once, as long as the graph stays as it is: a cache of rows by question."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

from api.http.library.cache import Cache
from graph.facts import Facts, Value
from graph.stores.protocol import Row, Store

Kept = TypeVar("Kept", bound=Sequence[object])

VALUES = 6_000_000
"""Values of rows kept at most. A row has as many as columns, an id is one: with the 25 columns of tasks that is 240,000
rows, 630 MB by the 105 bytes that a value of the examples takes.
"""
LARGEST = VALUES // 2
"""Values of the largest answer that is kept: 120,000 tasks with all columns. More would push out all others."""


class CachingStore:
    """A `graph.stores.protocol.Store` and `queries.caching.Caching` before another store, `uncached`."""

    def __init__(self, uncached: Store) -> None:
        """Keep what this store answers."""
        self.uncached = uncached
        self._rows = Cache[Any](values_in, most=VALUES, largest=LARGEST)

    @property
    def where(self) -> str:
        """See `graph.stores.protocol.Store`."""
        return self.uncached.where

    @property
    def engine(self) -> str:
        """See `graph.stores.protocol.Store`."""
        return self.uncached.engine

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        key = ("read", cypher, tuple(sorted((params or {}).items())))
        return self.kept(key, lambda: self.uncached.read(cypher, params))

    def kept(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """See `queries.caching.Caching`."""
        found: Kept = self._rows.get(key, make)
        return found

    def replace(self, gone: Facts, facts: Facts) -> None:
        """See `graph.stores.protocol.Store`."""
        self.uncached.replace(gone, facts)
        self.clear()

    def clear(self) -> None:
        """Ask the engine anew, because the graph has changed."""
        self._rows.clear()

    def close(self) -> None:
        """See `graph.stores.protocol.Store`."""
        self.uncached.close()


def values_in(rows: Sequence[object]) -> int:
    """What rows or ids take of the cache: their values; what answers nothing counts as one, for its key."""
    columns = len(rows[0]) if rows and isinstance(rows[0], Mapping) else 1
    return 1 + columns * len(rows)
