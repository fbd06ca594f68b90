"""Backups that the program makes by itself before it brings a store up to date: a folder beside the store, in which the
newest are kept.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path
from shutil import disk_usage, rmtree

from graph.durable_files import sync_folder
from graph.errors import StoreError, UsageError, reason_of
from graph.stores.kinds import beside_store

ENDING = ".backups"
"""What the name of the folder ends with, behind that of the store."""
NUMBER = "PLANGRAPH_BACKUPS"
"""The variable that says how many are kept; with 0 none are made."""
USUAL = 5
_PARTIAL = ".new"
_MARGIN = 4 * 1024 * 1024
"""Bytes that stay free on the disk behind a backup: what brings the store up to date needs room too."""


def backups_folder(where: str) -> Path:
    """Where the backups of the store `where` stand."""
    return beside_store(where, ENDING)


def kept_number() -> int:
    """How many are kept. Raises UsageError where the environment says what is no number."""
    typed = os.environ.get(NUMBER) or str(USUAL)
    if not typed.isdecimal():
        raise UsageError("backup.number", typed=typed)
    return int(typed)


def newest(where: str, suffix: str) -> Path | None:
    """The newest backup of the store `where` whose name ends so, None where there is none."""
    return next((one for one in reversed(_kept(backups_folder(where))) if one.name.endswith(suffix)), None)


def keep(where: str, suffix: str, size: int, write: Callable[[Path], None]) -> Path | None:
    """Make a backup of about so many bytes, named by the time, and drop the oldest: its path, None where none are kept.

    `write` puts it at a path, a file or a folder, and syncs it. Raises StoreError where it cannot be written or there
    is no room for it, and leaves nothing of it then.
    """
    number = kept_number()
    if not number:
        return None
    folder = backups_folder(where)
    try:
        folder.mkdir(exist_ok=True)
        _check_room(folder, size)
        path = _free_name(folder, suffix)
        partial = path.with_name(path.name + _PARTIAL)
        try:
            write(partial)
            partial.rename(path)
        finally:
            _drop(partial)
        for old in _kept(folder)[:-number]:
            _drop(old)
        sync_folder(folder)
    except OSError as error:
        raise StoreError("backup.no_room", store=where, folder=folder, reason=reason_of(error)) from error
    return path


def _check_room(folder: Path, size: int) -> None:
    if disk_usage(folder).free < size + _MARGIN:
        raise OSError(ENOSPC, os.strerror(ENOSPC))


def _kept(folder: Path) -> list[Path]:
    """The backups in a folder, the oldest first."""
    return sorted(one for one in folder.glob("*Z*") if not one.name.endswith(_PARTIAL))


def _free_name(folder: Path, suffix: str) -> Path:
    """A name by the time (20261129T182800.123456Z) that no backup bears."""
    while (path := folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}Z{suffix}").exists():
        continue
    return path


def _drop(path: Path) -> None:
    if path.is_dir():
        rmtree(path)
    else:
        path.unlink(missing_ok=True)
