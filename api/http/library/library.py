"""The one store of a running service, shared by all requests: whole states for readers, one change at a time.

An answer is often made of several questions to the store. Between them nothing changes: a reader keeps changes out
until its answer is complete, and a change waits for that only in its last step, the transaction; files are read and
facts are built while others go on reading.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from threading import Lock
from time import monotonic

from api.http.library.caching_store import CachingStore
from api.http.library.lending import LentStore
from api.http.library.turns import Turns
from graph.facts import Facts, Value
from graph.history.entries import Deed
from graph.history.noting import noting
from graph.stores.kinds import on_server
from graph.stores.loss import NO_LOSS, Loss, loss_told
from graph.stores.open import read_loss
from graph.stores.protocol import Row, Store
from graph.stores.state import read_state

FRESH = 1.0
"""Seconds after which a server's store is looked at again."""

_NOBODY = Deed()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A whole state of the graph: a store that does not change while the snapshot is held, with a cache of the rows
    that it gave before, and the state's name.
    """

    store: Store
    state: str


class Library:
    """A store for many threads. A server's store may be changed by other programs too: its state is looked at again
    every second.
    """

    def __init__(self, store: Store) -> None:
        """Share this store."""
        self._engine = store
        self._store = CachingStore(store)
        self._turns = Turns()
        self._arriving = Lock()
        self._looking = Lock()
        self._one_writer = Lock()
        self._others_write = on_server(store.where)
        self._looked = monotonic()
        self._state = self._name()
        self._known_loss = self._loss()

    @property
    def where(self) -> str:
        """What the store was opened with."""
        return self._store.where

    @property
    def engine(self) -> str:
        """See `graph.stores.protocol.Store`."""
        return self._store.engine

    @contextmanager
    def reading(self) -> Iterator[Snapshot]:
        """The graph as it is now, until the end of the block, which must not open another one inside.

        Raises StoreError where the store fails.
        """
        if self._is_stale():
            self._look_again()
        with self._turns.reading():
            self._arrive()
            yield Snapshot(self._store, self._state)

    @contextmanager
    def writing(self, deed: Deed = _NOBODY) -> Iterator[Store]:
        """The store to change, for one thread at a time; others go on reading meanwhile. What changes is noted in its
        history as this deed.

        Raises StoreError where the store fails or is open for reading only.
        """
        with self._one_writer:
            yield noting(_Writing(self), deed)
            self._known_loss = self._loss()

    def give_back(self) -> None:
        """Wait for the readers to end, and let other programs have a store that is only read, until the next reader."""
        with self._turns.changing():
            self._engine.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def read(self, cypher: str, params: Mapping[str, Value] | None) -> list[Row]:
        """A question of the one who writes, who alone changes anything and so needs no snapshot."""
        return self._engine.read(cypher, params)

    def replace(self, gone: Facts, facts: Facts) -> None:
        """A transaction, while nobody reads."""
        with self._turns.changing():
            try:
                self._engine.replace(gone, facts)
            finally:  # where it fails, the change may have been made or not
                self._forget()

    def _arrive(self) -> None:
        """Fetch a store that was given back, and learn which state it shows now. Then no reader is under way yet that
        saw another one: all come by here.
        """
        with self._arriving:
            if isinstance(self._engine, LentStore) and self._engine.fetch():
                self._forget()
            if not self._state:
                state, loss = self._name(), self._loss()
                if loss != self._known_loss:
                    raise loss_told(self.where, loss)
                self._state = state

    def _loss(self) -> Loss:
        """What is missing in the store, of which nothing is shown until the one who writes has seen to it. Whoever
        lends a store has it compared when it is fetched.
        """
        return NO_LOSS if isinstance(self._engine, LentStore) else read_loss(self.where)

    def _is_stale(self) -> bool:
        return self._others_write and monotonic() > self._looked + FRESH

    def _look_again(self) -> None:
        """Take note of what other programs may have changed. One thread does, while the others go on reading; they are
        kept out only where something has changed.
        """
        if not self._looking.acquire(blocking=False):
            return
        try:
            if self._is_stale():
                self._looked = monotonic()
                if self._name() != self._state:
                    with self._turns.changing():
                        self._forget()
        finally:
            self._looking.release()

    def _forget(self) -> None:
        """Nothing that was answered counts any more; the next reader learns the state."""
        self._store.clear()
        self._state = ""

    def _name(self) -> str:
        """A name for the state that is shown: that of the store's state, as this version of the program shows it."""
        return hashlib.sha256(f"{read_state(self._engine).name} {version('plangraph')}".encode()).hexdigest()[:20]


class _Writing:
    """The store as the one writer sees it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.where = library.where
        self.engine = library.engine

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        return self._library.read(cypher, params)

    def replace(self, gone: Facts, facts: Facts) -> None:
        self._library.replace(gone, facts)

    def close(self) -> None:
        """The library keeps its store."""
