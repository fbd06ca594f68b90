"""The embedded store: one file (or memory), kept by Ladybug in this process.

What the engine leaves open is closed here, as tried with version 0.22. It takes an empty file for a store, so the
first bytes are looked at before it is asked. A reading transaction may touch other files, so only questions are run
(`graph.stores.ladybug.questions`). Who may open a file, and when it may change, is kept by
`graph.stores.ladybug.file_access`.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import RLock
from typing import Any

import ladybug

from graph.errors import StoreError, StoreInUseError, UsageError, reason_of
from graph.facts import Facts, Value
from graph.stores import ddl
from graph.stores.difference import writes
from graph.stores.ladybug.file_access import FileAccess
from graph.stores.ladybug.memory_limits import engine_sizes
from graph.stores.ladybug.questions import check_question
from graph.stores.ladybug.setup import set_up
from graph.stores.protocol import Row
from graph.stores.state import emptied
from graph.stores.values import from_engine, to_engine

MEMORY = ":memory:"
THREADS = 1
"""Threads that answer one question. To wake a second one costs most questions a third more than they take alone, and
on two cores the longest ones of 100,000 tasks gain nothing by it.
"""

_HEADER = b"LBUG"


class LadybugStore:
    """A `graph.stores.protocol.Store` in a file or in memory. Threads may share it: they take turns."""

    engine = "ladybug"

    def __init__(self, where: str, *, read_only: bool = False, unfinished_too: bool = False) -> None:
        """Open the store at the path `where`, or a new one in memory; see `graph.stores.open.open_store`,
        `open_target`.
        """
        self.where = where
        self._unfinished_too = unfinished_too
        self._lock = RLock()
        self._writable = where == MEMORY or not read_only
        if where != MEMORY and not Path(where).name:
            raise StoreError("store.folder", path=where)
        self._access = None if where == MEMORY else FileAccess(where, writer=self._writable)
        self._database: ladybug.Database | None = None
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        check_question(cypher)
        # With a parameter the engine prepares the text, and it prepares no two statements in one text.
        values = {"nothing": 0} | {name: to_engine(value) for name, value in (params or {}).items()}
        with self._lock, self._translated(), self._transaction("BEGIN TRANSACTION READ ONLY"):
            try:
                return self._rows(cypher, values)
            except RuntimeError as error:
                raise UsageError("query.fails", reason=_first_line(error)) from error

    def replace(self, gone: Facts, facts: Facts) -> None:
        """See `graph.stores.protocol.Store`."""
        if not self._writable:
            raise StoreError("store.read_only", store=self.where)
        with self._lock, self._changing(), self._translated(), self._transaction("BEGIN TRANSACTION"):
            changes = False
            for statement, rows in writes(gone, facts):
                self._connection.execute(statement, {"rows": rows})
                changes = True
            if changes and not self._rows(ddl.raise_number(), {}):
                raise emptied(self.where)

    def close(self) -> None:
        """See `graph.stores.protocol.Store`."""
        with self._lock:
            if self._database is not None and not self._database.is_closed:
                self._shut(self._database)
            if self._access is not None:
                self._access.release()

    def _open(self) -> None:
        if self._access is not None:
            _check_file(Path(self.where), must_exist=not self._writable)
            if self._writable:
                self._access.begin_writing()
            else:
                self._access.begin_reading()
        with self._changing(), self._translated():
            # A program killed while it wrote leaves a torn end of the log: a change that was never done, not an error.
            self._database = ladybug.Database(
                self.where, read_only=not self._writable, throw_on_wal_replay_failure=False, **engine_sizes(self._bytes)
            )
            self._connection = ladybug.Connection(self._database, num_threads=THREADS)
            with self._transaction("BEGIN TRANSACTION" if self._writable else "BEGIN TRANSACTION READ ONLY"):
                set_up(self.where, self._rows, writable=self._writable, unfinished_too=self._unfinished_too)

    @property
    def _bytes(self) -> int:
        """The size of the file and its log."""
        files = [] if self.where == MEMORY else [Path(self.where), Path(f"{self.where}.wal")]
        return sum(path.stat().st_size for path in files if path.exists())

    def _shut(self, database: ladybug.Database) -> None:
        """Close the engine. Its log goes into the file; while others read that, it stays beside it until next time."""
        try:
            with self._changing(at_once=True):
                self._connection.close()
                database.close()
        except StoreError:
            self._connection.execute("CALL force_checkpoint_on_close=false")
            self._connection.close()
            database.close()

    def _changing(self, *, at_once: bool = False) -> AbstractContextManager[None]:
        """The right to change the file, which a store in memory does not need and a reader does not have."""
        return self._access.changing(at_once=at_once) if self._access is not None and self._writable else nullcontext()

    def _rows(self, cypher: str, params: dict[str, object]) -> list[Row]:
        result: Any = self._connection.execute(cypher, params)
        names = result.get_column_names()
        return [dict(zip(names, map(from_engine, row), strict=True)) for row in result]

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        """Commit what is done inside, or undo it whatever goes wrong."""
        self._connection.execute(begin)
        try:
            yield
        except BaseException:
            with suppress(RuntimeError):  # after some errors the engine has rolled back by itself
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """The boundary at which the engine's errors become ours."""
        try:
            yield
        except RuntimeError as error:
            if "Could not set lock" in str(error):
                raise StoreInUseError("store.in_use", store=self.where) from error
            raise StoreError("store.failed", store=self.where, reason=_first_line(error)) from error


def _check_file(path: Path, *, must_exist: bool) -> None:
    """Refuse a path that cannot be a store, before the engine would make one of it."""
    try:
        if path.is_dir():
            raise StoreError("store.folder", path=path)
        if not path.exists():
            if must_exist:
                raise StoreError("store.missing", path=path)
            if not path.parent.is_dir():
                raise StoreError("store.no_folder", path=path, folder=path.parent)
            return
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise StoreError("store.not_opened", store=path, reason=reason_of(error)) from error
    if header != _HEADER:
        raise StoreError("store.file" if header else "store.empty_file", path=path)


def _first_line(error: RuntimeError) -> str:
    return str(error).strip().partition("\n")[0]
