"""What a store held before its graph is built again by other rules: a backup beside it, without originals, as these
stay where they are.
"""

from pathlib import Path

from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import Register, read_register
from graph.archive.contents import contents_of
from graph.archive.reading import opened
from graph.archive.register_rows import RegisterRow
from graph.archive.writing import write_archive
from graph.durable_files import sync_file
from graph.stores.kept_backups import FILES, PACKED, keep, kept_number, newest
from graph.stores.kinds import MEMORY
from graph.stores.protocol import Store
from graph.stores.state import State


def earlier_state(store: Store, state: State) -> str:
    """Back up a store in this state: the path of the backup, "" where none are kept.

    The files of an embedded store that lacked something of the model were copied when it was opened, which need not be
    done again. Raises StoreError where there is no room for it.
    """
    if store.where == MEMORY or not kept_number():
        return ""
    copied = newest(store.where, FILES) if not state.rules and store.engine == "ladybug" else None
    return str(copied or keep(store.where, PACKED, 0, lambda path: _write(store, path)))


def register_rows(where: str, register: Register) -> tuple[RegisterRow, ...]:
    """Where the loaded files of the store `where` lie, as a backup keeps it."""
    uploads = uploads_folder(where).resolve()
    return tuple(
        RegisterRow(str(path), entry.name, entry.sha256, uploads in path.parents)
        for path, entry in sorted(register.entries.items())
    )


def _write(store: Store, path: Path) -> None:
    """Write a backup, and read it again."""
    write_archive(path, contents_of(store), register_rows(store.where, read_register(store.where)), None)
    sync_file(path)
    with opened(path):
        return
