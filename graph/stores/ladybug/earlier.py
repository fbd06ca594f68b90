"""The files of an embedded store of another version, copied before the store is given what it lacks of the model: what
was changed in it cannot be taken back, and the older program can still open the copy.
"""

from pathlib import Path
from shutil import copyfile

from graph.durable_files import sync_file, sync_folder
from graph.stores.kept_backups import keep
from graph.stores.kinds import MEMORY

SUFFIX = ".lbug"
"""The ending of a folder that holds such a copy."""
_FILES = ("", ".wal", ".wal.checkpoint", ".shadow")
"""Endings of the files in which the engine keeps a store."""


def keep_earlier(where: str) -> Path | None:
    """Copy the files of the store `where` to its backups: the folder of the copy, None where none are kept.

    Who calls holds the right to change the store, and has changed nothing since it was opened. By the copying the
    engine may lose its own lock on the file, on which nothing here relies (`graph.stores.ladybug.file_access`). Raises
    StoreError where there is no room for it.
    """
    if where == MEMORY:
        return None
    store = Path(where).resolve()
    files = [path for ending in _FILES if (path := store.with_name(store.name + ending)).exists()]

    def write(folder: Path) -> None:
        folder.mkdir()
        for path in files:
            copyfile(path, folder / path.name)
            sync_file(folder / path.name)
        sync_folder(folder)

    return keep(where, SUFFIX, sum(path.stat().st_size for path in files), write)
