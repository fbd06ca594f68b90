"""Who may touch a store's file, and when: what the embedded engine's own lock leaves open.

Tried with Ladybug 0.22: a reader that opens, or reads, while a writer changes the file gets errors or crashes; and the
engine's lock against a second writer counts processes and is lost as soon as the writing process opens and closes the
file a second time. So (1) in one process a path is open to one writer or to readers, and (2) between processes a file
`<store>.lock` is held shared by readers while they are open, and alone by a writer while it changes the store. Who
waits for it holds `<store>.lock.next`, so that new readers queue behind a writer that waits. (3) A writer holds
`<store>.lock.writer` alone as long as it is open, so that a second one is refused whatever became of the engine's lock.
"""

import time
import weakref
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from graph.errors import StoreError, StoreInUseError
from graph.stores.ladybug.endings import CHANGING, WAITING, WRITING
from graph.stores.ladybug.file_lock import FileLock

PATIENCE = 10.0
"""Seconds to wait for another program to finish."""

_PAUSE = 0.01
_here = RLock()
_writers: Counter[Path] = Counter()
_readers: Counter[Path] = Counter()


def somebody_waits(where: str) -> bool:
    """Whether another program waits for its turn at the store at a path, of which this one has a share."""
    path = Path(where).resolve()
    queue = FileLock(path.with_name(path.name + WAITING))
    try:
        return not queue.lock(alone=True)
    finally:
        queue.unlock()


class FileAccess:
    """One handle's right to the store at a path, as a writer or as a reader, until `release`."""

    def __init__(self, where: str, *, writer: bool) -> None:
        """Claim the path in this process. Raises StoreError if a writer, or for a writer a reader, has it open."""
        self._where = where
        path = Path(where).resolve()
        kept = _writers if writer else _readers
        with _here:
            if _writers[path] or (writer and _readers[path]):
                raise StoreError("store.open_here", store=where)
            kept[path] += 1
        self._give_back = weakref.finalize(self, _give_back, kept, path)
        self._file = FileLock(path.with_name(path.name + CHANGING))
        self._next = FileLock(path.with_name(path.name + WAITING))
        self._writing = FileLock(path.with_name(path.name + WRITING))

    @contextmanager
    def changing(self, *, at_once: bool = False) -> Iterator[None]:
        """Keep readers out while the file may change. Raises StoreError where they do not leave in time."""
        self._wait(0.0 if at_once else PATIENCE, alone=True)
        try:
            yield
        finally:
            self._file.unlock()

    def begin_reading(self) -> None:
        """Keep the file from changing until `release`. Raises StoreError where a writer does not end in time."""
        self._wait(PATIENCE, alone=False)

    def begin_writing(self) -> None:
        """Keep other writers out until `release`. Raises StoreError at once where another process has it open so."""
        if not self._writing.lock(alone=True):
            raise _in_use(self._where)

    def release(self) -> None:
        """Give back all that was claimed; a second time does nothing."""
        self._file.unlock()
        self._next.unlock()
        self._writing.unlock()
        self._give_back()

    def _wait(self, patience: float, *, alone: bool) -> None:
        deadline = time.monotonic() + patience
        self._take(self._next, deadline, alone=True)
        try:
            self._take(self._file, deadline, alone=alone)
        finally:
            self._next.unlock()

    def _take(self, lock: FileLock, deadline: float, *, alone: bool) -> None:
        while not lock.lock(alone=alone):
            if time.monotonic() > deadline:
                raise _in_use(self._where)
            time.sleep(_PAUSE)


def _in_use(where: str) -> StoreInUseError:
    return StoreInUseError("store.in_use", store=where)


def _give_back(kept: Counter[Path], path: Path) -> None:
    with _here:
        kept[path] -= 1
