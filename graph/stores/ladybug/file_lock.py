"""A lock between processes: a file that is locked shared or alone, and freed by the system if its holder dies.

By portalocker, which takes `flock` on Unix and `LockFileEx` (for a lock alone `_locking`) on Windows. Both belong to
the opened file: a process may hold several locks on one path, and closing one frees no other. (A POSIX record lock, as
`fcntl.lockf` takes it, is lost with any handle of the file that the process closes.)
"""

import errno
from pathlib import Path
from typing import BinaryIO

import portalocker
from portalocker import LockFlags


class FileLock:
    """A lock on the file at a path, which is made when the lock is first taken and left there for the next.

    Where no file can be made, nobody can change anything beside it either, and the lock can always be had.
    """

    def __init__(self, path: Path) -> None:
        """A lock that is not taken yet."""
        self._path = path
        self._file: BinaryIO | None = None

    def lock(self, *, alone: bool) -> bool:
        """Take the lock if it can be had now, alone or shared with others; whether it was had.

        A lock that is held already is given back first: a system may refuse it to who holds it. Raises OSError where
        the file's system has no locks.
        """
        self.unlock()
        file = self._open()
        if file is None:
            return True
        try:
            portalocker.lock(file, LockFlags.NON_BLOCKING | (LockFlags.EXCLUSIVE if alone else LockFlags.SHARED))
        except portalocker.LockException as error:
            file.close()
            if isinstance(error, portalocker.AlreadyLocked):
                return False
            raise OSError(errno.ENOLCK, "files here cannot be locked", str(self._path)) from error
        self._file = file
        return True

    def unlock(self) -> None:
        """Let others have the lock; a second time does nothing."""
        if self._file is not None:
            portalocker.unlock(self._file)  # Windows frees the lock of a closed file when it finds the time
            self._file.close()
            self._file = None

    def _open(self) -> BinaryIO | None:
        try:
            return self._path.open("ab")
        except OSError:
            return self._path.open("rb") if self._path.exists() else None
