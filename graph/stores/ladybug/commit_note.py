"""The note beside an embedded store, `.commits`: what was committed at some time, and a line for each commit since.

A line is the SHA-256 of a row and the row as JSON. The first tells all (`Commits.as_row`), each further one what one
commit changed and after which it came, so that to note a commit costs what it changes. The note before (`.old`) gets
the same lines: each of the two tells all. When the lines are long beside the first, it is written anew.

A last line that is not whole was being written when the program died: its commit was told to nobody. A line that is
missing between others, or damaged, makes its note a damaged one.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.durable_files import OLD, beside, sync_file, write_file
from graph.errors import StoreError
from graph.stores.ladybug.commits import Commits, CommitStep
from graph.stores.ladybug.endings import COMMITS

SHORT = 64 * 1024
"""Bytes of lines that are not worth writing the note anew: as many are read in a millisecond."""
_DIGEST = hashlib.sha256().digest_size * 2
_COMPARED = 4096
"""Bytes at the end of both notes by which it is told whether both have the last line."""


class CommitNote:
    """The note beside the store at a path, to which one program writes."""

    def __init__(self, path: Path) -> None:
        """The note beside a path, as yet unread."""
        self._store = path
        self._path = beside(path, COMMITS)
        self._stale = False
        self._first: int | None = None

    def write(self, commits: Commits) -> None:
        """Note all that was committed. Raises OSError."""
        self._stale = True
        line = _line(commits.as_row())
        write_file(self._path, line, keep_old=True, like=self._store)
        self._stale, self._first = False, len(line)

    def add(self, before: Commits, step: CommitStep, now: Commits) -> None:
        """Note the step of one commit, from those noted `before` to what is committed `now`. Raises OSError."""
        if self._first is None:
            self._first = _length_of_first(self._path)
        first = self._first if self._path.exists() else 0
        old = beside(self._path, OLD)
        if not first or self._stale or (old.exists() and old.samefile(self._path)):
            # One file under both names is what a kill leaves in the midst of `write`.
            self.write(now)
            return
        line = b"\n" + _line(now.step_row(step, before.number))  # a line that was torn before it ends here
        since = min(self._path.stat().st_size - first, _COMPARED)
        keeps_up = _takes_lines(old) and (not since or _end(old, since) == _end(self._path, since))
        _append(self._path, line)
        if keeps_up:
            _append(old, line)
        else:
            write_file(old, self._path.read_bytes(), like=self._path)
        if self._path.stat().st_size - first > max(SHORT, first):
            self.write(now)


@dataclass(frozen=True, slots=True)
class _Noted:
    """What a note tells, and whether each of its lines is whole."""

    commits: Commits
    whole: bool


def read_commits(path: Path) -> Commits | None:
    """What was noted beside the store at a path; by the note before where the last one is damaged or gone, or lacks its
    last line; None where there is none. Raises StoreError where both are damaged, or cannot be read.
    """
    noted = beside(path, COMMITS)
    old = beside(noted, OLD)
    if not (noted.exists() or old.exists()):
        return None
    last = _read(noted)
    if last is not None and last.whole:
        return last.commits
    before = _read(old)
    if last is None and before is None:
        raise StoreError("store.commits_damaged", path=noted)
    known = [one.commits for one in (last, before) if one is not None]
    return max((one for one in known if one.token == known[0].token), key=lambda one: one.number)


def _append(path: Path, line: bytes) -> None:
    with path.open("ab") as file:
        file.write(line)
    sync_file(path)


def _takes_lines(path: Path) -> bool:
    """Whether there is a note that further lines may follow: those of earlier versions begin with a digest alone."""
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(_DIGEST + 1).endswith(b" ")


def _length_of_first(path: Path) -> int:
    """The bytes of the first line of a note that further lines may follow; 0 where it takes none, or is not there."""
    if not path.exists():
        return 0
    with path.open("rb") as file:
        line = file.readline()
    return len(line) if b" " in line else 0


def _end(path: Path, length: int) -> bytes:
    """The last bytes of a file."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - length, 0))
        return file.read()


def _line(row: Mapping[str, object]) -> bytes:
    body = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(body).hexdigest().encode() + b" " + body + b"\n"


def _row(line: bytes) -> Mapping[str, Any] | None:
    """The row of a line; None where that is not whole."""
    digest, _, body = line.partition(b" ")
    if hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    row: Mapping[str, Any] = json.loads(body)
    return row


def _read(noted: Path) -> _Noted | None:
    """What a note tells; None where it is damaged, or cannot be read."""
    try:
        content = noted.read_bytes()
    except OSError:
        return None
    if earlier := _of_earlier_version(content):
        return _Noted(earlier, whole=True)
    first, *lines = content.split(b"\n")
    row = _row(first)
    if row is None:
        return None
    commits, whole = Commits.of_row(row), True
    for line in filter(None, lines):
        row = _row(line)
        if row is None:
            whole = False
            continue
        after = commits.with_step_row(row)
        if after is None:
            return None
        commits, whole = after, True
    return _Noted(commits, whole)


def _of_earlier_version(content: bytes) -> Commits | None:
    """What versions noted that wrote it whole with each commit: its digest in a line, and the row in many."""
    digest, _, body = content.partition(b"\n")
    return Commits.of_row(json.loads(body)) if hashlib.sha256(body).hexdigest().encode() == digest else None
