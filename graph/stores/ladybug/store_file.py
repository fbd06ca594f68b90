"""The file of an embedded store: compared at opening with what had been committed to it, and its log folded into it."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from graph.durable_files import beside, sync_file
from graph.errors import StoreError, StoreInUseError, reason_of
from graph.facts import Facts, Node
from graph.model import stored_types
from graph.stores import ddl
from graph.stores.ladybug import folding
from graph.stores.ladybug.commits import Checksum, Commits, Holdings, checksum, read_commits
from graph.stores.ladybug.endings import COMMITS, WAL
from graph.stores.ladybug.engine import Engine
from graph.stores.loss import loss_told
from graph.stores.state import LABEL, State

ROOM = 32 * 1024 * 1024
"""Bytes that must be free on the disk before a change is begun, so that the log of the engine never meets its end."""
LONG = 16 * 1024 * 1024
"""Bytes of the log from which on it is folded into the file, unless that is longer: it takes a second to read."""
SHORT = 64
"""A log that is shorter than the file by this factor stays beside it: to read it takes less than to copy the file."""
_HEADER = b"LBUG"


class Changing(Protocol):
    """Gives the right to change the file (`graph.stores.ladybug.file_access.FileAccess.changing`)."""

    def __call__(self, *, at_once: bool) -> AbstractContextManager[None]:
        """At once, or after waiting for readers."""
        ...


class StoreFile:
    """The file at `path`, as one program has it open, with what had been committed to it.

    Its methods change files: whoever calls them has the right to (`graph.stores.ladybug.file_access`).
    """

    def __init__(self, where: str, *, writable: bool) -> None:
        """The file of the store `where`, of which nothing is known yet. Where that is a link, the file it leads to."""
        self.where = where
        self.path = Path(where).resolve()
        self._writable = writable
        self._commits: Commits | None = None
        self._long = LONG

    @property
    def is_settled(self) -> bool:
        """Whether no program that died has left anything to be put right (`settle`)."""
        return folding.is_settled(self.path)

    def check(self) -> None:
        """Refuse a path that cannot be a store, before the engine would make one of it. Raises StoreError."""
        path = Path(self.where)
        try:
            if path.is_dir():
                raise StoreError("store.folder", path=path)
            if not path.exists():
                self._check_missing(path)
                return
            with path.open("rb") as file:
                header = file.read(len(_HEADER))
        except OSError as error:
            raise StoreError("store.not_opened", store=path, reason=reason_of(error)) from error
        if header and header != _HEADER:
            raise StoreError("store.file", path=path)
        if not header and self._noted_holdings():
            raise self._damaged()
        if not header and folding.log_length(self.path):
            raise StoreError("store.empty_file", path=path)
        if not header and not self._writable:
            raise StoreError("store.empty", store=path)

    def settle(self) -> None:
        """Put right what a program that died has left. Raises OSError, RuntimeError of the engine."""
        folding.settle(self.path)

    def make(self, set_up: Callable[[Engine], State]) -> None:
        """Make a new store where there is none yet, or an empty file. Raises OSError, RuntimeError of the engine."""
        if not self.path.exists() or not self.path.stat().st_size:
            folding.make(self.path, set_up)

    def open(self, set_up: Callable[[Engine], State], *, after_failure: bool = False) -> Engine:
        """Open the file, let its tables be set up, and compare it with what had been committed. A writer folds a long
        log that it finds, and any log after a failed write: of what is in it, the disk may not have all.

        Raises StoreError where the file is damaged, and for a reader where anything is missing; a writer notes what is
        (`graph.stores.lost`). Raises OSError, and RuntimeError of the engine.
        """
        noted, now = read_commits(self.path), checksum(self.path)
        whole = noted is None or now in noted.file
        try:
            engine = Engine(str(self.path), read_only=not self._writable)
        except RuntimeError as error:
            raise (error if whole else self._damaged()) from error
        try:
            with engine.writing() if self._writable else engine.reading():
                state = set_up(engine)
                commits = self._compared(noted, now, state, _holdings(engine), whole=whole)
                if self._writable and commits.number != state.number:
                    # Noted first: of a state with a later number than the one noted nothing is missed.
                    commits.write(self.path)
                    engine.rows(ddl.set_number(), {"number": commits.number})
        except BaseException as error:
            engine.leave(error)
            raise
        if not self._writable:
            return engine
        if commits != noted:
            commits.write(self.path)
        self._commits = commits
        if not folding.log_length(self.path) or (self._log_is_short() and not after_failure):
            return engine
        engine.close()
        if not self.fold() and after_failure:
            sync_file(beside(self.path, WAL))
        return Engine(str(self.path))

    def committed(self, number: int, gone: Facts, facts: Facts) -> None:
        """Note a commit. Raises OSError."""
        if self._commits is not None:
            commits = self._commits.after(number, gone, facts)
            commits.write(self.path)
            self._commits = commits

    def log_is_long(self) -> bool:
        """Whether the log is to be folded while the store stays open."""
        return folding.log_length(self.path) > max(self._long, self.path.stat().st_size)

    def fold(self) -> bool:
        """Take the log into the file, which nobody has open; whether that was done. Where it fails, as for want of
        room, both stay as they are, and it is tried again when the log is twice as long.

        Raises OSError where the new file is complete and cannot be put in place: the store is to be opened again.
        """
        commits = self._commits
        if commits is None:
            return False
        new: list[Checksum] = []

        def note(folded: Path) -> None:
            new.append(checksum(folded))
            replace(commits, file=(*commits.file, *new)).write(self.path)

        def check(engine: Engine) -> None:
            state = engine.rows(ddl.read_nodes(stored_types()[LABEL]))
            if [row["number"] for row in state] != [commits.number] or _holdings(engine) != commits.held:
                raise RuntimeError("the log is not all in the copy")

        try:
            folding.fold(self.path, check=check, note=note)
        except (OSError, RuntimeError):
            if not self.is_settled:
                raise
            self._long = 2 * folding.log_length(self.path)
            return False
        self._long = LONG
        self._commits = replace(commits, file=tuple(new))
        with suppress(OSError):  # both checksums are noted, the old one and the new one
            self._commits.write(self.path)
        return True

    def fold_if_free(self, changing: Changing) -> None:
        """Take the log into the file when the store is closed, unless others read it or the log is short."""
        if self._log_is_short():
            return
        with suppress(StoreInUseError, OSError, RuntimeError), changing(at_once=True):
            self.fold()

    def _log_is_short(self) -> bool:
        return folding.log_length(self.path) * SHORT < self.path.stat().st_size

    def _noted_holdings(self) -> bool:
        """Whether it is noted that files or decisions were committed."""
        noted = read_commits(self.path)
        return noted is not None and bool(noted.held.files or noted.held.decisions)

    def _check_missing(self, path: Path) -> None:
        if not self._writable:
            raise StoreError("store.missing", path=path)
        if self._noted_holdings():
            raise StoreError("store.gone", store=self.where, commits=self.where + COMMITS)
        if not path.parent.is_dir():
            raise StoreError("store.no_folder", path=path, folder=path.parent)

    def _compared(self, noted: Commits | None, now: Checksum, state: State, held: Holdings, *, whole: bool) -> Commits:
        """What is committed now, as the opened store shows it and as was noted. A file that is not the one noted was
        changed by a program that notes nothing, if its state is a later one; else it is damaged, or another store's.
        """
        if noted is None:
            return Commits(state.token, state.number, held, (now,))
        if not whole and (noted.token != state.token or state.number <= noted.number):
            raise self._damaged()
        commits = noted.at_opening(state, held)
        if not self._writable and noted.lacks(state, held):
            raise loss_told(self.where, commits.loss)
        return commits if whole else replace(commits, file=(now,))

    def _damaged(self) -> StoreError:
        return StoreError("store.not_as_written", store=self.where, commits=self.where + COMMITS)


def has_room(path: Path) -> bool:
    """Whether the disk has room for a change of a store at this path."""
    return shutil.disk_usage(path.parent).free >= ROOM


def _holdings(engine: Engine) -> Holdings:
    """The files and decisions in an open store."""
    return Holdings.of(
        Node(label, str(row["id"]), row)
        for label in ("File", "Decision")
        for row in engine.rows(ddl.read_nodes(stored_types()[label]))
    )
