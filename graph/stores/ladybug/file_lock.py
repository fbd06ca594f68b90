"""A lock between processes: a file that is locked shared or alone, and freed by the system if its holder dies."""

import sys
from pathlib import Path
from typing import BinaryIO


class FileLock:
    """A lock on the file at a path, which is made when the lock is first taken and left there for the next.

    Where no file can be made, nobody can change anything beside it either, and the lock can always be had; so can it
    where the system has no such locks (Windows).
    """

    def __init__(self, path: Path) -> None:
        """A lock that is not taken yet."""
        self._path = path
        self._file: BinaryIO | None = None

    def lock(self, *, alone: bool) -> bool:
        """Take the lock if it can be had now, alone or shared with others; whether it was had."""
        self._file = self._file or self._open()
        if self._file is None or sys.platform == "win32":
            return True
        import fcntl  # noqa: PLC0415 - a module of Unix alone

        try:
            fcntl.flock(self._file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def unlock(self) -> None:
        """Let others have the lock; a second time does nothing."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self) -> BinaryIO | None:
        try:
            return self._path.open("ab")
        except OSError:
            return self._path.open("rb") if self._path.exists() else None
