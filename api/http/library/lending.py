"""A store that is only read is given back whenever another program waits to change it, and fetched again for the next
answer: `plangraph load` works beside the service, whose readers then see the new state.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import Protocol

from graph.errors import StoreError
from graph.facts import Facts, Value
from graph.stores.ladybug.file_access import somebody_waits
from graph.stores.open import open_store
from graph.stores.protocol import Row, Store

LOOK = 0.1
"""Seconds after which it is looked again whether somebody waits."""


class LentStore:
    """A `graph.stores.protocol.Store` for reading only, which may be away for a while."""

    def __init__(self, where: str) -> None:
        """Open the store at the path `where`; see `graph.stores.open.open_store`."""
        self.where = where
        self._fetching = Lock()
        self._store: Store | None = open_store(where, read_only=True)
        self.engine = self._store.engine

    def fetch(self) -> bool:
        """Have the store here, for however many threads; whether it was away."""
        with self._fetching:
            if self._store is not None:
                return False
            self._store = open_store(self.where, read_only=True)
            return True

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        if self._store is None:
            raise StoreError("store.missing", path=self.where)
        return self._store.read(cypher, params)

    def replace(self, _gone: Facts, _facts: Facts) -> None:
        """See `graph.stores.protocol.Store`."""
        raise StoreError("store.read_only", store=self.where)

    def close(self) -> None:
        """Give the store back; nobody may be reading."""
        if self._store is not None:
            self._store.close()
            self._store = None


class Lender(Protocol):
    """Who can give its store back when nobody reads."""

    def give_back(self) -> None:
        """Wait for the readers to end, and let others have the store."""
        ...


@contextmanager
def lending(lender: Lender, where: str) -> Iterator[None]:
    """Give the store back whenever somebody waits for it, until the end of the block."""
    ended = Event()

    def watch() -> None:
        while not ended.wait(LOOK):
            if somebody_waits(where):
                lender.give_back()

    watching = Thread(target=watch)
    watching.start()
    try:
        yield
    finally:
        ended.set()
        watching.join()
