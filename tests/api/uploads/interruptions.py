"""Interrupts what a block does with files: at a chosen one of its changes (an open for writing, rename, link, unlink,
folder), by a kill after which nothing more of the block runs, or by an error of the system.

Python tells of each of these before it is done (`sys.addaudithook`); a hook cannot be taken away, so that there is one
for all tests, which does nothing outside of a block.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHANGES = frozenset({"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir"})
_WRITES = os.O_WRONLY | os.O_RDWR


class Killed(BaseException):
    """The program ended here; nobody catches it."""


class _Interruption:
    """What the hook does: count the changes below a folder, and raise at one of them."""

    folder = ""
    counted = 0
    at = 0
    error: BaseException | None = None

    def see(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.folder or event not in CHANGES:
            return
        path = arguments[0]
        if not isinstance(path, str | os.PathLike) or self.folder not in os.fspath(path):
            return
        if event == "open" and not (isinstance(flags := arguments[2], int) and flags & _WRITES):
            return
        self.counted += 1
        if self.counted == self.at and self.error is not None:
            raise self.error


_INTERRUPTION = _Interruption()
_HOOKED: list[bool] = []


@contextmanager
def interrupted(folder: Path, at: int, error: BaseException) -> Iterator[_Interruption]:
    """A block whose change number `at` below a folder raises an error before it is done."""
    if not _HOOKED:
        sys.addaudithook(_INTERRUPTION.see)
        _HOOKED.append(True)
    _INTERRUPTION.at, _INTERRUPTION.error, _INTERRUPTION.counted = at, error, 0
    _INTERRUPTION.folder = str(folder)
    try:
        yield _INTERRUPTION
    finally:
        _INTERRUPTION.folder = ""
