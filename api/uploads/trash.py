"""The trash of a store: uploaded files that were replaced or removed, each with a manifest, until they are old enough.

A folder a file, named by an id; the manifest is written last, so that only a whole entry has one. What
has none is half made or half deleted, and is left alone: `api.uploads.journal` ends what was broken off.
"""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from api.ingest.files.own_files import trash_folder
from graph.durable_files import NEW, beside, sync_file, sync_folder, write_file
from graph.errors import NotFoundError

Action = Literal["replaced", "removed"]
"""By what a file came into the trash."""
CONTENT = "file"
_MANIFEST = "entry.json"
_DIGITS = 8
"""Of a file's hash in the id of its entry."""


@dataclass(frozen=True, slots=True)
class TrashEntry:
    """A file in the trash: the name under which it was kept, the hash of its bytes, when it went (ISO 8601), by what,
    and the title and number of its paper ("" where unknown).
    """

    id: str
    name: str
    sha256: str
    when: str
    action: Action
    title: str
    number: str


def now() -> datetime:
    """The present second, with the offset of the machine's zone."""
    return datetime.now().astimezone().replace(microsecond=0)


def free_id(where: str, sha256: str, when: datetime, taken: frozenset[str]) -> str:
    """An id that no entry has, nor any `taken`: the second, the beginning of the hash, a number if need be."""
    first = f"{when:%Y%m%d-%H%M%S}-{sha256[:_DIGITS]}"
    identity, number = first, 1
    while identity in taken or (trash_folder(where) / identity).exists():
        number += 1
        identity = f"{first}-{number}"
    return identity


def keep(where: str, entry: TrashEntry, path: Path) -> None:
    """Keep the file at a path as this entry, durably; the file stays where it lies, too. Raises OSError."""
    folder = trash_folder(where) / entry.id
    folder.mkdir(parents=True, exist_ok=True)
    content = folder / CONTENT
    content.unlink(missing_ok=True)
    try:
        os.link(path, content)
    except OSError:
        aside = beside(content, NEW)
        shutil.copyfile(path, aside)
        aside.replace(content)
    sync_file(content)
    manifest = json.dumps(asdict(entry), ensure_ascii=False, indent=1) + "\n"
    write_file(folder / _MANIFEST, manifest.encode())
    sync_folder(folder.parent)
    sync_folder(folder.parent.parent)


def content_of(where: str, identity: str) -> Path:
    """Where the file of an entry lies."""
    return trash_folder(where) / identity / CONTENT


def drop(where: str, identity: str) -> None:
    """Delete an entry with its file, if it is there; the manifest first, durably. Raises OSError."""
    folder = trash_folder(where) / identity
    if not folder.exists():
        return
    (folder / _MANIFEST).unlink(missing_ok=True)
    sync_folder(folder)
    shutil.rmtree(folder)
    sync_folder(folder.parent)


def entries(where: str) -> tuple[TrashEntry, ...]:
    """All whole entries, the latest first. Raises OSError where the folder cannot be read."""
    folder = trash_folder(where)
    if not folder.is_dir():
        return ()
    found = [entry for path in folder.iterdir() if (entry := _read(path)) is not None]
    return tuple(sorted(found, key=lambda one: (datetime.fromisoformat(one.when), one.id), reverse=True))


def entry_of(where: str, identity: str) -> TrashEntry:
    """The entry with this id. Raises NotFoundError where there is none."""
    for entry in entries(where):
        if entry.id == identity:
            return entry
    raise NotFoundError("trash.unknown", id=identity)


def empty(where: str, days: float, at: datetime | None = None) -> tuple[TrashEntry, ...]:
    """Delete the entries that are older than so many days; these entries. Raises OSError."""
    last = (at or now()) - timedelta(days=days)
    old = [entry for entry in entries(where) if datetime.fromisoformat(entry.when) <= last]
    for entry in old:
        drop(where, entry.id)
    return tuple(old)


def _read(folder: Path) -> TrashEntry | None:
    """The entry that a folder holds, None where it is not whole."""
    if not (folder / CONTENT).is_file():
        return None
    with suppress(OSError, ValueError, TypeError, AttributeError):
        entry = TrashEntry(**json.loads((folder / _MANIFEST).read_text(encoding="utf-8")))
        if entry.id == folder.name and datetime.fromisoformat(entry.when).tzinfo is not None:
            return entry
    return None
