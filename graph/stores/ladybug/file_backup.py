"""Backup of the files of an embedded store of another version, before the store is given what it lacks of the model:
what was changed in it cannot be taken back, and the older program can still open the copy.
"""

from pathlib import Path
from shutil import copyfile

from graph.durable_files import sync_file, sync_folder
from graph.stores.kept_backups import FILES, keep
from graph.stores.kinds import MEMORY
from graph.stores.ladybug.endings import CONTENT


def back_up_files(where: str) -> Path | None:
    """Copy the files of the store `where` to its backups: the folder of the copy, None where none are kept.

    Who calls holds the right to change the store, and has changed nothing since it was opened. By the copying the
    engine may lose its own lock on the file, on which nothing here relies (`graph.stores.ladybug.file_access`). Raises
    StoreError where there is no room for it.
    """
    if where == MEMORY:
        return None
    store = Path(where).resolve()
    files = [path for ending in CONTENT if (path := store.with_name(store.name + ending)).exists()]

    def write(folder: Path) -> None:
        folder.mkdir()
        for path in files:
            copyfile(path, folder / path.name)
            sync_file(folder / path.name)
        sync_folder(folder)

    return keep(where, FILES, sum(path.stat().st_size for path in files), write)
