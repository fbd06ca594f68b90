"""Small files that survive a loss of power: written aside, synced, renamed over the old one, and the folder synced.

After `write_file` returned, the new content is on the disk; before, the old one is, whole. Without the first sync a
file system may keep the rename and not the bytes: an empty file in the place of the old one.
"""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

NEW = ".new"
OLD = ".old"
"""Endings of what is being written, and of the content before the last one."""


def write_file(path: Path, content: bytes, *, keep_old: bool = False, like: Path | None = None) -> None:
    """Put `content` at `path`; with `keep_old` what stood there before stands beside it then, with the ending `.old`.
    The file belongs to whom the one before did, a new one to whom the file `like` does (`belong_like`).

    Raises OSError where it cannot be written; then what stood there still does.
    """
    aside = beside(path, NEW)
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        belong_like(aside, path if path.exists() else like)
        if keep_old and path.exists():
            _keep(path)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


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
