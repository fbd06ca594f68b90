"""The embedded engine at work on one file (or in memory): opened, asked and closed, and left alone where it failed.

What is done here against its faults was tried with Ladybug 0.22. It checkpoints into the file itself and syncs new
pages too late for that, so it never checkpoints by itself: its log (`.wal`) grows until `graph.stores.ladybug.folding`
takes it into the file. After a failed write it goes on writing behind the torn record, where nothing is found again,
and when it is closed it tries to write once more and aborts the program: so it is not used again, and not closed.
"""

import ctypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import ladybug

from graph.messages.message import Message
from graph.stores.kinds import MEMORY
from graph.stores.ladybug.endings import WAL
from graph.stores.ladybug.memory_limits import engine_sizes
from graph.stores.protocol import Row
from graph.stores.values import from_engine

THREADS = 1
"""Threads that answer one question. To wake a second one costs most questions a third more than they take alone, and
on two cores the longest ones of 100,000 tasks gain nothing by it.
"""

STATEMENTS = 16
"""Statements that a connection prepares before another one takes its place. Each is kept as long as its connection,
with up to 40 MB of the engine's pool (the lists of tasks, on the examples); to prepare one anew takes 4 to 16
milliseconds.
"""
_INPUT_OUTPUT = "IO exception"
"""How the engine's error begins where the system refused to read or write."""


class WriteFailedError(Exception):
    """A change that may be in the file or not; the engine is not to be used again (`Engine.abandon`)."""


class Engine:
    """The engine with one connection. Its errors are RuntimeErrors, but for `WriteFailedError`."""

    def __init__(self, path: str, *, read_only: bool = False) -> None:
        """Open the file at a path, with the log beside it. A torn end of the log is dropped: a change never done."""
        self._database = ladybug.Database(
            path,
            read_only=read_only,
            auto_checkpoint=False,
            throw_on_wal_replay_failure=False,
            **engine_sizes(_bytes(path)),
        )
        self._read_only = read_only
        self._connection = self._connected()
        self._prepared: set[str] = set()

    def rows(self, cypher: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """The rows of a statement."""
        self._prepared.add(cypher)
        result: Any = self._connection.execute(cypher, dict(params or {}))
        names = result.get_column_names()
        # Most values are texts, which are taken as they are.
        return [
            dict(zip(names, [one if isinstance(one, str) else from_engine(one) for one in row], strict=True))
            for row in result
        ]

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A transaction that only reads."""
        self._free_statements()
        self._connection.execute("BEGIN TRANSACTION READ ONLY")
        try:
            yield
        finally:
            with suppress(RuntimeError):  # after some errors the engine has rolled back by itself
                self._connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: what is done inside is committed, or undone whatever goes wrong.

        Raises WriteFailedError where it is not known which of the two has happened.
        """
        self._free_statements()
        self._connection.execute("BEGIN TRANSACTION")
        try:
            yield
        except BaseException as error:
            if isinstance(error, RuntimeError) and str(error).startswith(_INPUT_OUTPUT):
                raise WriteFailedError from error
            with suppress(RuntimeError):
                self._connection.execute("ROLLBACK")
            raise
        try:
            self._connection.execute("COMMIT")
        except RuntimeError as error:
            raise WriteFailedError from error

    def checkpoint(self) -> None:
        """Take the log into the file."""
        self._connection.execute("CHECKPOINT")

    def close(self) -> None:
        """Let go of the file; the log stays as it is."""
        self._connection.close()
        self._database.close()

    def _connected(self) -> ladybug.Connection:
        connection = ladybug.Connection(self._database, num_threads=THREADS)
        if not self._read_only:
            connection.execute("CALL force_checkpoint_on_close=false")
        return connection

    def _free_statements(self) -> None:
        """Let go of what was prepared where that has become much."""
        if len(self._prepared) > STATEMENTS:
            self._connection.close()
            self._connection = self._connected()
            self._prepared.clear()

    def leave(self, error: BaseException) -> None:
        """Close the engine after an error, unless that may have left a change half written."""
        if isinstance(error, WriteFailedError):
            self.abandon()
        else:
            self.close()

    def abandon(self) -> None:
        """Leave the engine as it is until the process ends, without a further write."""
        for one in (self._connection, self._database):
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(one))


def _bytes(path: str) -> int:
    """The size of a file and its log; 0 in memory, and where there is none yet."""
    files = [] if path == MEMORY else [Path(path), Path(path + WAL)]
    return sum(one.stat().st_size for one in files if one.exists())


def first_line(error: BaseException) -> str:
    """What an error of the engine says, without the rest."""
    return str(error).strip().partition("\n")[0]


def reason_of_engine(error: BaseException | None) -> Message | str:
    """Why the engine failed; where the system did not let it read or write, in our words, which name no paths."""
    if error is None or str(error).startswith(_INPUT_OUTPUT):
        return Message("system.disk", {})
    return first_line(error)
