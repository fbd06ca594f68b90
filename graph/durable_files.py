"""Files that survive a loss of power: written aside, synced, renamed over the old one, and the folder synced.

After `write_file` returned, or the block of `file_aside` ended, the new content is on the disk; before, the old one is,
whole. Without the first sync a file system may keep the rename and not the bytes: an empty file in the place of the old
one.

What is the program's own is written beside its place under one name, by whoever has the right to write the store; what
a person names lies where others write too, and is written under a name that nobody can know before.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOENT
from glob import escape
from pathlib import Path
from secrets import token_hex

NEW = ".new"
OLD = ".old"
"""Endings of what is being written, and of the content before the last one."""
_SIGNS = 16
"""Signs by which what is written aside for a path of a person is told from others."""


def write_file(path: Path, content: bytes, *, keep_old: bool = False, like: Path | None = None) -> None:
    """Put `content` at `path`; with `keep_old` what stood there before stands beside it then, with the ending `.old`.
    The file belongs to whom the one before did, a new one to whom the file `like` does (`belong_like`).

    Raises OSError where it cannot be written; then what stood there still does.
    """
    with file_aside(path, keep_old=keep_old, like=like) as aside:
        aside.write_bytes(content)


@contextmanager
def file_aside(path: Path, *, keep_old: bool = False, like: Path | None = None) -> Iterator[Path]:
    """A path to write to until the end of the block, for what is not in memory at once; what is there then is synced
    and takes the place of what stands at `path`, which `keep_old` keeps, and to whom it belongs, as `write_file` does.

    Where the block raises, or the system an OSError, what stood at `path` still does, and nothing is left beside it.
    """
    aside = beside(path, NEW)
    try:
        yield aside
        sync_file(aside)
        belong_like(aside, path if path.exists() else like)
        if keep_old and path.exists():
            _keep(path)
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


@contextmanager
def file_of_others(path: Path) -> Iterator[Path]:
    """As `file_aside`, for a path that a person named: what is written aside bears a name that was free, is led nowhere
    by a link, and is held while it is written, so that two programs that write to one path do not meet; the later one
    wins. What programs left aside that were killed is removed.
    """
    import portalocker  # noqa: PLC0415 - it takes as long to load as half a command, and few commands write a file

    _clear_left(path)
    aside = beside(path, f".{token_hex(_SIGNS // 2)}{NEW}")
    handle = os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)
    with os.fdopen(handle, "rb+") as file:
        try:
            portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
            yield aside
            _check_same(file.fileno(), aside)
            os.fsync(file.fileno())
            belong_like(aside, path if path.exists() else None)
            if sys.platform == "win32":  # it renames no file that is open
                file.close()
            aside.replace(path)
        except BaseException:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def _check_same(handle: int, path: Path) -> None:
    """Raise FileNotFoundError where another file stands in the place of the open one."""
    if not os.path.samestat(os.fstat(handle), path.lstat()):
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path))


def _clear_left(path: Path) -> None:
    """Remove what was written aside for a path by programs that are no more: nobody holds it."""
    import portalocker  # noqa: PLC0415 - see above

    for left in path.parent.glob(f"{escape(path.name)}.{'[0-9a-f]' * _SIGNS}{NEW}"):
        with suppress(OSError, portalocker.LockException):
            handle = os.open(left, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            with os.fdopen(handle, "rb+") as file:
                portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
                left.unlink()


def belong_like(path: Path, other: Path | None) -> None:
    """Let a file belong to whom another one does, with the same rights, as far as this program may do that."""
    if other is None or not other.exists():
        return
    with suppress(OSError):
        shutil.copymode(other, path)
    if sys.platform != "win32":
        status = other.stat()
        with suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)


def sync_file(path: Path) -> None:
    """Bring the bytes of a file to the disk. Raises OSError where that fails."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk: after files were made, renamed or removed there. Raises OSError."""
    if sys.platform == "win32":  # it opens no folders, and keeps names without being asked
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def beside(path: Path, ending: str) -> Path:
    """The path of a file that stands beside another one and bears its name with an ending."""
    return path.with_name(path.name + ending)


def _keep(path: Path) -> None:
    """Let the content at a path stand beside it too, as a second name of it where the file system knows such."""
    old = beside(path, OLD)
    old.unlink(missing_ok=True)
    try:
        os.link(path, old)
    except OSError:
        shutil.copyfile(path, old)
