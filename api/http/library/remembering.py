"""Answers that are remembered while the graph stays as it is: a store that asks its engine the same only once, and a
memory for rows and texts that are long in the making.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence, Sized
from threading import Condition
from typing import Any, Generic, TypeVar

from cachetools import LRUCache, cached

from graph.facts import Facts, Value
from graph.stores.protocol import Row, Store

Rows = Sequence[Mapping[str, object]]
Thing = TypeVar("Thing", bound=Sized)
ENGINE_ROWS = 50_000
MADE = 1_000_000
ANSWER_ROWS = 250_000
TEXT_SIZE = 64 * 1024 * 1024
"""Rows, ids of rows, and characters or bytes, remembered at most; those not asked for longest are forgotten first."""
SHARE = 2
"""A thing that would take more than this part of a memory is not kept, so that it does not push out all others."""


class Remembered(Generic[Thing]):
    """Things by what was asked. Threads that ask the same at once share one answer; it is read, never changed."""

    def __init__(self, most: int) -> None:
        """Nothing yet, and never more than this length of all things together."""
        self._asking = Condition()
        self._most = most
        self._kept: LRUCache[Hashable, Thing] = LRUCache(most, getsizeof=self._size)
        self._get = cached(self._kept, key=lambda asked, _find: asked, condition=self._asking)(self._find)

    def get(self, asked: Hashable, find: Callable[[], Thing]) -> Thing:
        """The thing for what is asked, found now if it is not remembered."""
        return self._get(asked, find)

    def forget(self) -> None:
        """Find all anew, because the graph has changed."""
        with self._asking:
            self._kept.clear()

    def _size(self, thing: Thing) -> int:
        """What a thing takes of the memory: more than all of it where it is too long to be kept."""
        size = 1 + len(thing)
        return size if size * SHARE <= self._most else self._most + 1

    @staticmethod
    def _find(_asked: Hashable, find: Callable[[], Thing]) -> Thing:
        return find()


class RememberingStore:
    """A `graph.stores.protocol.Store` before another one, which is asked the same only once."""

    def __init__(self, store: Store) -> None:
        """Remember what this store answers."""
        self._store = store
        self._rows = Remembered[list[Row]](ENGINE_ROWS)
        self._made = Remembered[Any](MADE)

    @property
    def where(self) -> str:
        """See `graph.stores.protocol.Store`."""
        return self._store.where

    @property
    def engine(self) -> str:
        """See `graph.stores.protocol.Store`."""
        return self._store.engine

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        asked = (cypher, tuple(sorted((params or {}).items())))
        return self._rows.get(asked, lambda: self._store.read(cypher, params))

    def answered(self, asked: Hashable, make: Callable[[], list[Row]]) -> list[Row]:
        """See `queries.once.Remembering`."""
        return self._rows.get(asked, make)

    @property
    def passing(self) -> Store:
        """See `queries.once.Remembering`."""
        return self._store

    def made(self, asked: Hashable, make: Callable[[], Thing]) -> Thing:
        """See `queries.once.Remembering`."""
        found: Thing = self._made.get(asked, make)
        return found

    def replace(self, gone: Facts, facts: Facts) -> None:
        """See `graph.stores.protocol.Store`."""
        self._store.replace(gone, facts)
        self.forget()

    def forget(self) -> None:
        """Ask the engine anew, because the graph has changed."""
        self._rows.forget()
        self._made.forget()

    def close(self) -> None:
        """See `graph.stores.protocol.Store`."""
        self._store.close()
