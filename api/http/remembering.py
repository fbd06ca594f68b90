"""A store that remembers answers: the same question of the same state is put to the engine once."""

from collections.abc import Mapping
from threading import Condition

from cachetools import LRUCache, cached

from graph.facts import Facts, Value
from graph.store import Row, Store

ROWS = 200_000
"""Rows remembered at most, over all questions; those not asked for longest are forgotten first."""


class RememberingStore:
    """A `graph.store.Store` before another one. Threads that ask the same at once share one answer.

    Rows are shared by all who ask: they are read, never changed.
    """

    def __init__(self, store: Store, rows: int = ROWS) -> None:
        """Remember answers of this store, as many rows as given."""
        self._store = store
        self._asked = Condition()
        self._kept: LRUCache[object, list[Row]] = LRUCache(rows, getsizeof=lambda found: 1 + len(found))
        self._read = cached(self._kept, key=_key, condition=self._asked)(store.read)

    @property
    def where(self) -> str:
        """See `graph.store.Store`."""
        return self._store.where

    @property
    def engine(self) -> str:
        """The name of the engine behind, by which queries choose their text; "" where it has none."""
        return str(getattr(self._store, "engine", ""))

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.store.Store`."""
        return self._read(cypher, params)

    def replace(self, gone: Facts, facts: Facts) -> None:
        """See `graph.store.Store`."""
        self._store.replace(gone, facts)
        self.forget()

    def forget(self) -> None:
        """Ask the engine again, because the store may have changed."""
        with self._asked:
            self._kept.clear()

    def close(self) -> None:
        """See `graph.store.Store`."""
        self._store.close()


def _key(cypher: str, params: Mapping[str, Value] | None) -> object:
    return cypher, tuple(sorted((params or {}).items()))
