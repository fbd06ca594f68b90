"""Backing up a store while others use it: one state of it, read at once, with the originals of that state.

The store is let go of before originals are packed. Where one of them has gone meanwhile and the store has changed, all
of it is done once more. What was written is read again, and the facts that follow from it are those of the store.
"""

import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from api.backups.originals import find_originals
from api.ingest.files.own_files import own_files
from api.ingest.files.register import read_register
from api.ingest.upkeep.earlier_state import register_rows
from graph.archive.contents import StoreContents, contents_of
from graph.archive.lines import facts_digest
from graph.archive.manifest import Manifest
from graph.archive.reading import is_backup, opened
from graph.archive.writing import put_at, write_archive
from graph.digests import rules_digest
from graph.errors import FileRefusedError, StoreError, reason_of
from graph.stores.open import open_store
from graph.stores.state import read_state

ATTEMPTS = 5
"""How often a store is read whose files change while they are packed."""
_PAUSE = 0.5
"""Seconds before it is read again: an upload that is under way ends meanwhile."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was made: what is in it, and whether the facts that follow from it could be `compared` with those
    of the store, which other rules may have built.
    """

    manifest: Manifest
    compared: bool


def back_up(where: str, path: Path) -> BackedUp:
    """Back up the store `where` to a file. Raises FileRefusedError where that cannot be written, or is anything but an
    older backup; StoreError where the store fails, or where its facts do not follow from its passages.
    """
    _check_place(where, path)
    with put_at(path) as aside:
        manifest = _written(where, aside)
        compared = manifest.state.rules == rules_digest()
        with opened(aside) as archive:
            if compared and facts_digest(archive.facts()) != manifest.facts:
                raise StoreError("backup.not_whole", store=where)
    return BackedUp(manifest, compared)


def _written(where: str, aside: Path) -> Manifest:
    """What was written to a file, after as many attempts as it needs."""
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(_PAUSE)
        taken = _taken(where)
        register = read_register(where)
        files = [node.id for node in taken.facts.nodes if node.label == "File"]
        originals = find_originals(where, register, files)
        manifest = write_archive(aside, taken, register_rows(where, register), originals)
        if not manifest.lost or _state_name(where) == manifest.state.name:
            break
    return manifest


def _taken(where: str) -> StoreContents:
    with closing(open_store(where, read_only=True)) as store:
        return contents_of(store)


def _state_name(where: str) -> str:
    with closing(open_store(where, read_only=True)) as store:
        return read_state(store).name


def _check_place(where: str, path: Path) -> None:
    """Raise FileRefusedError where a backup would take the place of anything but another backup."""
    own = own_files(where)
    if own.holds(path.parent.resolve() / path.name) or own.holds(path.resolve()):
        raise FileRefusedError("backup.own_file", path=path, store=where)
    try:
        taken = path.exists() and not (path.is_file() and is_backup(path))
    except OSError as error:
        raise FileRefusedError("file.not_written", path=path, reason=reason_of(error)) from error
    if taken:
        raise FileRefusedError("backup.other_file", path=path)
