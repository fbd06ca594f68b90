"""The file of an embedded store: compared at opening with what had been committed to it, and its log folded into it."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Protocol

from graph.durable_files import beside, sync_file, sync_folder
from graph.errors import StoreError, StoreInUseError, reason_of
from graph.facts import Facts, Node
from graph.model import BY_PEOPLE, stored_types
from graph.stores import ddl
from graph.stores.ladybug import folding
from graph.stores.ladybug.commit_note import CommitNote, read_commits
from graph.stores.ladybug.commits import Checksum, Commits, Holdings, checksum
from graph.stores.ladybug.endings import COMMITS, DAMAGED, HEADER, LOGS, WAL
from graph.stores.ladybug.engine import Engine
from graph.stores.ladybug.log_trial import ends_a_program, log_checksum
from graph.stores.ladybug.memory_limits import engine_sizes
from graph.stores.loss import loss_told
from graph.stores.state import LABEL, State

ROOM = 32 * 1024 * 1024
"""Bytes that must be free on the disk before a change is begun, so that the log of the engine never meets its end."""
LONG = 16 * 1024 * 1024
"""Bytes of the log from which on it is folded into the file, unless that is longer: it takes a second to read."""
BYTES_A_ROW = 1000
"""Bytes of a node or relationship, taken amply: 300 on 100 papers of 100 tasks."""
SHORT = 64
"""A log that is shorter than the file by this factor stays beside it: to read it takes less than to copy the file."""


class Changing(Protocol):
    """Gives the right to change the file (`graph.stores.ladybug.file_access.FileAccess.changing`)."""

    def __call__(self, *, at_once: bool) -> AbstractContextManager[None]:
        """At once, or after waiting for readers."""
        ...


class StoreFile:
    """The file at `path`, as one program has it open, with what had been committed to it.

    Its methods change files: whoever calls them has the right to (`graph.stores.ladybug.file_access`).
    """

    def __init__(self, where: str, *, writable: bool, again: bool = False) -> None:
        """The file of the store `where`, of which nothing is known yet. Where that is a link, the file it leads to. One
        that is damaged or gone is made `again`, or refused.
        """
        self.where = where
        self.path = Path(where).resolve()
        self._writable = writable
        self._again = again
        self._before: Commits | None = None
        self._commits: Commits | None = None
        self._note = CommitNote(self.path)
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
            if not path.is_file():  # a pipe, a device: to read it might never end
                raise StoreError("store.file", path=path)
            with path.open("rb") as file:
                header = file.read(len(HEADER))
        except OSError as error:
            raise StoreError("store.not_opened", store=path, reason=reason_of(error)) from error
        if header != HEADER and self._noted_holdings():
            if self._again:
                return
            raise self._damaged()
        if header and header != HEADER:
            raise StoreError("store.file", path=path)
        if not header and folding.log_length(self.path):
            raise StoreError("store.empty_file", path=path)
        if not header and not self._writable:
            raise StoreError("store.empty", store=path)

    def settle(self) -> None:
        """Put right what a program that died has left. Raises OSError, RuntimeError of the engine."""
        folding.settle(self.path)

    def make(self, set_up: Callable[[Engine], State]) -> None:
        """Make a new store where there is none yet, or an empty file, or a damaged one is to be made again, which is
        set aside. Raises OSError, RuntimeError of the engine.
        """
        noted = read_commits(self.path)
        if self._again and noted is not None and noted.held and not self._is_as_noted(noted):
            self._before = noted
            self._set_aside()
        if not self.path.exists() or not self.path.stat().st_size:
            folding.make(self.path, set_up)

    def open(self, set_up: Callable[[Engine], State], *, after_failure: bool = False) -> Engine:
        """Open the file, let its tables be set up, and compare it with what had been committed. A writer folds a long
        log that it finds, and any log after a failed write: of what is in it, the disk may not have all.

        Raises StoreError where the file is damaged, and for a reader where anything is missing; a writer notes what is
        (`graph.stores.loss`). Raises OSError, and RuntimeError of the engine.
        """
        noted, now = read_commits(self.path), checksum(self.path)
        if noted is not None and now not in noted.file and self._before is None:
            raise self._damaged()  # before the engine reads it, which might end the program
        if self._before is None and self._log_ends_a_program(noted):
            raise self._damaged()
        engine = Engine(str(self.path), read_only=not self._writable)
        try:
            with engine.writing() if self._writable else engine.reading():
                state = set_up(engine)
                commits = self._compared(noted, now, state, _holdings(engine))
                if self._writable and commits.number != state.number:
                    # Noted first: of a state with a later number than the one noted nothing is missed.
                    self._note.write(commits)
                    engine.rows(ddl.set_number(), {"number": commits.number})
        except BaseException as error:
            engine.leave(error)
            raise
        if not self._writable:
            return engine
        commits = replace(commits, log=log_checksum(self.path))
        if commits != noted:
            self._note.write(commits)
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
            step = self._commits.held.step(gone, facts)
            commits = self._commits.after(number, step, log_checksum(self.path, self._commits.log))
            self._note.add(self._commits, step, commits)
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
        if not self.has_room_for_copy():
            return self._later()
        try:
            file = self._exchange(commits, commits)
        except (OSError, RuntimeError):
            if not self.is_settled:
                raise
            return self._later()
        self._long = LONG
        with suppress(OSError):  # both checksums are noted, the old one and the new one
            self._put_down(commits, file)
        return True

    def change_copy(self, change: Callable[[Engine], int], gone: Facts, facts: Facts) -> None:
        """Put `facts` in the place of `gone`, by a `change` that gives the number of the state afterwards, in a copy of
        the file, which nobody has open; then the copy takes the place of the file. So it is committed, and noted.

        Raises OSError, RuntimeError also of the engine, and WriteFailedError: the store is to be opened again.
        """
        commits = self._commits
        if commits is None:
            raise StoreError("store.read_only", store=self.where)
        after = commits.after(commits.number + 1, commits.held.step(gone, facts), None)
        self._put_down(after, self._exchange(commits, after, change))

    def has_room_for_copy(self, rows: int = 0) -> bool:
        """Whether the disk has room for a copy of the file with its log in it, and for so many rows more, twice: as
        they come, and as they are kept.
        """
        more = 2 * BYTES_A_ROW * rows
        return has_room(self.path, self.path.stat().st_size + folding.log_length(self.path) + more)

    def _exchange(
        self, noted: Commits, after: Commits, change: Callable[[Engine], object] | None = None
    ) -> tuple[Checksum, ...]:
        """Put a copy of the file in its place, in which the log is, and a change, so that it holds what is `after`.
        Gives the checksum of the copy.

        Until it lies there the commits are noted as they were, with the checksums of both files.
        """
        new: list[Checksum] = []

        def note(folded: Path) -> None:
            new.append(checksum(folded))
            self._note.write(replace(noted, file=(*noted.file, *new)))

        def check(engine: Engine) -> None:
            state = engine.rows(ddl.read_nodes(stored_types()[LABEL]))
            if [row["number"] for row in state] != [after.number] or _holdings(engine) != after.held:
                raise RuntimeError("the change is not all in the copy")

        folding.fold(self.path, check=check, note=note, change=change)
        return tuple(new)

    def _put_down(self, commits: Commits, file: tuple[Checksum, ...]) -> None:
        """Note what is committed to the file that has just been put in place. Raises OSError."""
        self._commits = replace(commits, file=file, log=log_checksum(self.path))
        self._note.write(self._commits)

    def _later(self) -> bool:
        """Leave the log as it is until it is twice as long: False, as it is not folded."""
        self._long = 2 * folding.log_length(self.path)
        return False

    def fold_if_free(self, changing: Changing) -> None:
        """Take the log into the file when the store is closed, unless others read it or the log is short."""
        if self._log_is_short():
            return
        with suppress(StoreInUseError, OSError, RuntimeError), changing(at_once=True):
            self.fold()

    def _log_is_short(self) -> bool:
        return folding.log_length(self.path) * SHORT < self.path.stat().st_size

    def _noted_holdings(self) -> bool:
        """Whether it is noted that files or records of people were committed."""
        noted = read_commits(self.path)
        return noted is not None and bool(noted.held)

    def _is_as_noted(self, noted: Commits) -> bool:
        whole = self.path.exists() and checksum(self.path) in noted.file
        return whole and not self._log_ends_a_program(noted)

    def _log_ends_a_program(self, noted: Commits | None) -> bool:
        """Whether the log would end this program; it is tried in another where it is not as it was noted."""
        log = log_checksum(self.path)
        if log is None or (noted is not None and log == noted.log):
            return False
        return ends_a_program(self.path, engine_sizes(self.path.stat().st_size + log.length))

    def _set_aside(self) -> None:
        """Keep what there is of a damaged file, with its log, under the first free name."""
        names = (beside(self.path, DAMAGED + (f".{number}" if number else "")) for number in count())
        aside = next(name for name in names if not name.exists())
        for ending in ("", *LOGS):
            if beside(self.path, ending).exists():
                beside(self.path, ending).replace(beside(aside, ending))
        sync_folder(self.path.parent)

    def _check_missing(self, path: Path) -> None:
        if self._noted_holdings():
            if self._again:
                return
            raise StoreError("store.gone", store=self.where, commits=self.where + COMMITS)
        if not self._writable:
            raise StoreError("store.missing", path=path)
        if not path.parent.is_dir():
            raise StoreError("store.no_folder", path=path, folder=path.parent)

    def _compared(self, noted: Commits | None, now: Checksum, state: State, held: Holdings) -> Commits:
        """What is committed now, as the opened store shows it and as was noted."""
        if self._before is not None:
            commits, self._before = self._before.all_lost(state, now), None
            return commits
        if noted is None:
            return Commits(state.token, state.number, held, (now,))
        commits = noted.at_opening(state, held)
        if not self._writable and noted.lacks(state, held):
            raise loss_told(self.where, commits.loss)
        return commits

    def _damaged(self) -> StoreError:
        return StoreError("store.not_as_written", store=self.where, commits=self.where + COMMITS)


def has_room(path: Path, more: int = 0) -> bool:
    """Whether the disk has room for a change of a store at this path, and for so many bytes more."""
    return shutil.disk_usage(path.parent).free >= ROOM + more


def _holdings(engine: Engine) -> Holdings:
    """The files in an open store, and the records that people made."""
    return Holdings.of(
        Node(label, str(row["id"]), row)
        for label in ("File", *BY_PEOPLE)
        for row in engine.rows(ddl.read_nodes(stored_types()[label]))
    )
