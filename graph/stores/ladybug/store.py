"""The embedded store: one file (or memory), kept by Ladybug in this process.

What the engine leaves open is closed here, as tried with version 0.22. It takes an empty file for a store, so the
first bytes are looked at before it is asked. A reading transaction may touch other files, so only questions are run
(`graph.stores.ladybug.questions`). Who may open a file, and when it may change, is kept by
`graph.stores.ladybug.file_access`; that nothing committed is missing in it, by `graph.stores.ladybug.store_file`.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import RLock

from graph.errors import NoRoomError, StoreError, StoreInUseError, UsageError, reason_of
from graph.facts import Facts, Value
from graph.stores import ddl
from graph.stores.difference import writes
from graph.stores.kinds import MEMORY
from graph.stores.ladybug import bulk
from graph.stores.ladybug.damage import DAMAGE, damage
from graph.stores.ladybug.engine import Engine, WriteFailedError, first_line, reason_of_engine
from graph.stores.ladybug.file_access import PATIENCE, FileAccess
from graph.stores.ladybug.folding import rows_file
from graph.stores.ladybug.keys import by_key
from graph.stores.ladybug.questions import check_question
from graph.stores.ladybug.setup import set_up
from graph.stores.ladybug.store_file import StoreFile, has_room
from graph.stores.protocol import Row
from graph.stores.state import State, emptied
from graph.stores.values import to_engine

RETRY = 1.0
"""Seconds in which it is not tried again to open a store after a failed write, where that has failed as well."""
MOST_FAILURES = 3
"""Failed writes after which changes are refused until the program starts again: each leaves some hundred MB behind."""
_PAUSE = 0.05
"""Seconds before it is tried again to put right what a writer left that died, while others do."""


class LadybugStore:
    """A `graph.stores.protocol.Store` in a file or in memory. Threads may share it: they take turns.

    Where a write fails (a full disk, a broken one) the store is closed: what it holds is only known again when it was
    opened anew and compared with what had been committed. The next question or change tries that.
    """

    engine = "ladybug"

    def __init__(
        self, where: str, *, read_only: bool = False, unfinished_too: bool = False, again: bool = False
    ) -> None:
        """Open the store at the path `where`, or a new one in memory; see `graph.stores.open.open_store`,
        `open_target`, `open_again`.
        """
        self.where = where
        self._unfinished_too = unfinished_too
        self._lock = RLock()
        self._writable = where == MEMORY or not read_only
        if where != MEMORY and not Path(where).name:
            raise StoreError("store.folder", path=where)
        self._file = None if where == MEMORY else StoreFile(where, writable=self._writable, again=again)
        self._access = None if where == MEMORY else FileAccess(where, writer=self._writable)
        self._engine: Engine | None = None
        self._failed = False
        self._failures = 0
        self._next_try = 0.0
        try:
            if self._file is not None:
                self._file.check()
            self._claim()
            self._open()
        except BaseException:
            self.close()
            raise

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        check_question(cypher)
        # With a parameter the engine prepares the text, and it prepares no two statements in one text.
        values: dict[str, object] = {"nothing": 0, **{name: to_engine(value) for name, value in (params or {}).items()}}
        cypher, values = by_key(cypher, values)
        with self._lock, self._translated():
            engine = self._opened()
            with engine.reading():
                try:
                    return engine.rows(cypher, values)
                except RuntimeError as error:
                    raise damage(self.where, error) or UsageError("query.fails", reason=first_line(error)) from error

    def replace(self, gone: Facts, facts: Facts) -> None:
        """See `graph.stores.protocol.Store`. Raises NoRoomError where the disk is nearly full: nothing is begun."""
        if not self._writable:
            raise StoreError("store.read_only", store=self.where)
        with self._lock, self._translated():
            engine = self._opened()
            self._check_writing()
            with self._changing():
                try:
                    if self._file is not None and self._pays_in_copy(self._file, gone, facts):
                        self._change_copy(self._file, engine, gone, facts)
                        return
                    with engine.writing():
                        number = self._write(engine, gone, facts)
                    if self._file is not None and number is not None:
                        self._file.committed(number, gone, facts)
                except (WriteFailedError, OSError) as error:
                    raise self._closed_by(error) from error
                if self._file is not None and self._file.log_is_long():
                    self._fold()

    def close(self) -> None:
        """See `graph.stores.protocol.Store`. The log goes into the file; while others read that, it stays beside it
        until next time.
        """
        with self._lock:
            engine, self._engine = self._engine, None
            try:
                if engine is not None:
                    engine.close()
                    if self._file is not None and self._writable:
                        self._file.fold_if_free(self._changing)
            finally:
                if self._access is not None:
                    self._access.release()

    def _check_writing(self) -> None:
        """Raise StoreError where a change is not even to be begun."""
        if self._file is not None and not has_room(self._file.path):
            raise NoRoomError("store.no_room", store=self.where)
        if self._failures >= MOST_FAILURES:
            raise StoreError("store.restart", store=self.where)

    def _write(self, engine: Engine, gone: Facts, facts: Facts) -> int | None:
        """Put facts in the place of others; the number of the state afterwards, None where nothing changes."""
        changes = False
        for statement, rows in writes(gone, facts):
            engine.rows(statement, {"rows": rows})
            changes = True
        return self._raise_number(engine) if changes else None

    def _raise_number(self, engine: Engine) -> int:
        raised = engine.rows(ddl.raise_number())
        if not raised:
            raise emptied(self.where)
        return int(str(raised[0]["number"]))

    def _pays_in_copy(self, file: StoreFile, gone: Facts, facts: Facts) -> bool:
        rows = len(facts.nodes) + len(facts.edges)
        return bulk.pays(gone, facts, file.path) and file.has_room_for_copy(rows)

    def _change_copy(self, file: StoreFile, engine: Engine, gone: Facts, facts: Facts) -> None:
        """Write many rows, in a copy of the file that takes its place; then it is opened again."""

        def change(copy: Engine) -> int:
            bulk.write(copy, gone, facts, rows_file(file.path))
            return self._raise_number(copy)

        self._engine, self._failed = None, True  # so that it is opened again, whatever happens
        engine.close()
        file.change_copy(change, gone, facts)
        self._engine, self._failed = file.open(self._set_up), False

    def _claim(self) -> None:
        if self._access is not None and self._writable:
            self._access.begin_writing()
        elif self._access is not None and self._file is not None:
            self._begin_reading(self._access, self._file)

    def _begin_reading(self, access: FileAccess, file: StoreFile) -> None:
        """Keep the file from changing; where its writer has died and left anything to be put right, do that first."""
        deadline = time.monotonic() + PATIENCE
        access.begin_reading()
        while not file.is_settled:
            access.release()
            try:
                self._settle_as_writer()
            except StoreInUseError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
            access = self._access = FileAccess(self.where, writer=False)
            access.begin_reading()

    def _settle_as_writer(self) -> None:
        access = FileAccess(self.where, writer=True)
        try:
            access.begin_writing()
            with access.changing(), self._translated():
                if self._file is not None:
                    self._file.settle()
        finally:
            access.release()

    def _open(self) -> None:
        with self._changing(), self._translated():
            if self._file is None:
                self._engine = Engine(MEMORY)
                with self._engine.writing():
                    self._set_up(self._engine)
                return
            if self._writable:
                self._file.settle()
                self._file.make(self._set_up)
            self._engine = self._file.open(self._set_up, after_failure=self._failed)
            self._failed = False

    def _set_up(self, engine: Engine) -> State:
        return set_up(self.where, engine.rows, writable=self._writable, unfinished_too=self._unfinished_too)

    def _opened(self) -> Engine:
        """The engine; after a failed write one that has opened the store again. Raises StoreError where it cannot."""
        if self._engine is None:
            if not self._failed:
                raise StoreError("store.closed", store=self.where)
            if time.monotonic() < self._next_try:
                raise StoreError("store.write_failed", store=self.where)
            try:
                self._open()
            except StoreError:
                self._next_try = time.monotonic() + RETRY
                raise
        if self._engine is None:
            raise StoreError("store.closed", store=self.where)
        return self._engine

    def _closed_by(self, error: WriteFailedError | OSError) -> StoreError:
        """Close the store, of which it is not known what it holds."""
        if self._engine is not None:
            self._engine.abandon()
            self._engine = None
        self._failed = True
        self._failures += 1
        reason = reason_of(error) if isinstance(error, OSError) else reason_of_engine(error.__cause__)
        return StoreError("store.write_fails", store=self.where, reason=reason)

    def _fold(self) -> None:
        """Take the log into the file, which only this program has open."""
        if self._file is None or self._engine is None:
            return
        engine, self._engine, self._failed = self._engine, None, True
        engine.close()
        self._file.fold()
        self._engine, self._failed = self._file.open(self._set_up), False

    def _changing(self, *, at_once: bool = False) -> AbstractContextManager[None]:
        """The right to change the file, which a store in memory does not need and a reader does not have."""
        return self._access.changing(at_once=at_once) if self._access is not None and self._writable else nullcontext()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """The boundary at which errors of the engine and of the system become ours."""
        try:
            yield
        except WriteFailedError as error:
            raise StoreError("store.failed", store=self.where, reason=reason_of_engine(error.__cause__)) from error
        except OSError as error:
            raise StoreError("store.failed", store=self.where, reason=reason_of(error)) from error
        except DAMAGE as error:
            if "Could not set lock" in str(error):
                raise StoreInUseError("store.in_use", store=self.where) from error
            if broken := damage(self.where, error):
                raise broken from error
            raise StoreError("store.failed", store=self.where, reason=reason_of_engine(error)) from error
