"""Uploaded files on their way in, and files of the trash on their way back: read, given their places, loaded as one
change.
"""

import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from api.ingest.files.file_hash import hash_of
from api.ingest.files.find import FoundFile, Refused
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.recognise import Seen, look
from api.ingest.files.register import RegisterEntry, read_register
from api.ingest.loading.held_papers import HeldPapers
from api.ingest.loading.load import Progress
from api.ingest.loading.replace import GivingWay
from api.ingest.loading.summary import Summary
from api.ingest.loading.take_in import take_in as load_seen
from api.ingest.upkeep.up_to_date import keep_up
from api.uploads import trash
from api.uploads.full_disk import told_of_faults
from api.uploads.journal import FileChange, UploadPlan, begin, settled, stage
from api.uploads.places import Replacing, UploadPlace, UploadShelf, adopt, place_of
from api.uploads.removal import entries_of
from api.uploads.trash import TrashEntry
from api.uploads.unpacking import unpack
from graph.errors import FileRefusedError
from graph.messages.message import Message
from graph.refresh.delta import Copy
from graph.refresh.load import held_copies
from graph.stores.protocol import Store

MOST_TEXT = 4 * 1024 * 1024
"""Bytes of an uploaded text, for which every other upload waits: of nothing but tasks they take minutes and 1.6 GB."""


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """A file that did not take the name it came with: the one under which it is kept, and why."""

    name: str
    kept_as: str
    why: Message


@dataclass(frozen=True, slots=True)
class UploadOutcome:
    """What became of uploads: the summary of the load, by the names under which files are kept, those kept beside a
    namesake, and what went into the trash.
    """

    summary: Summary
    beside: tuple[KeptBeside, ...]
    trashed: tuple[TrashEntry, ...]


Pairs = Sequence[tuple[Seen, UploadPlace]]


def take_in(
    store: Store,
    files: Mapping[str, BinaryIO],
    *,
    replacing: Replacing = "same paper",
    restored: str = "",
    progress: Progress | None = None,
) -> UploadOutcome:
    """Load files, by name, in one transaction, those of containers in their place; `restored` is the entry of the trash
    that they are brought back from.

    Raises StoreError where the store fails, NoRoomError where the disk is full; then nothing has changed.
    """
    files, sealed = unpack(files)
    with settled(store):
        staged = stage(store.where, files)
        upkeep = keep_up(store, staged.values())
        held = held_copies(store)
        seen = _seen(staged, held, progress)
        good = [one for one in seen if not one.refusal]
        register = read_register(store.where)
        shelf = UploadShelf(store, held, HeldPapers(store), uploads_folder(store.where), register)
        adopt(shelf)
        pairs = _places(shelf, good, replacing)
        kept = _kept(store, pairs)
        plan = _plan(store.where, pairs, held, kept, restored)
        coming = [_placed(one, place, store.where, held) for one, place in pairs]
        if good:
            begin(store.where, plan, kept)
        older = {one.file.path: place.older for one, (_, place) in zip(coming, pairs, strict=True)}
        register.entries = {at: entry for at, entry in register.entries.items() if not _goes(entry, plan.gone)}
        summary = load_seen(store, coming, register, sys.maxsize, GivingWay(older, {}))
    refused = (*sealed, *(Refused(one.file.name, one.refusal) for one in seen if one.refusal))
    return UploadOutcome(
        replace(summary, refused=refused, upkeep=upkeep),
        tuple(KeptBeside(one.file.name, place.name, place.why) for one, place in pairs if place.why),
        tuple(kept),
    )


def restore(store: Store, identity: str, *, replacing: Replacing = "never") -> UploadOutcome:
    """Load a file of the trash again, under its name or beside a namesake; its entry is gone then.

    Raises NotFoundError where there is no such entry, FileRefusedError where the file can no longer be read or is not
    the one that was put there, StoreError as `take_in`.
    """
    with told_of_faults():
        entry = trash.entry_of(store.where, identity)
        path = trash.content_of(store.where, identity)
        if hash_of(path) != entry.sha256:
            raise FileRefusedError("trash.other_bytes", name=entry.name, path=path)
        content = path.open("rb")
    with closing(content):
        outcome = take_in(store, {entry.name: content}, replacing=replacing, restored=identity)
    for one in outcome.summary.refused:
        raise FileRefusedError.at(entry.name, one.reason)
    return outcome


def _seen(staged: Mapping[str, Path], held: frozenset[Copy], progress: Progress | None) -> list[Seen]:
    """What each file is."""
    known = frozenset(sha256 for sha256, _ in held)
    seen = []
    files = (FoundFile(path, name) for name, path in staged.items())
    for one in look(files, known, most_text=MOST_TEXT):
        seen.append(one)
        if progress is not None:
            progress(one.file.name, len(seen), len(staged))
    return seen


def _places(shelf: UploadShelf, good: Sequence[Seen], replacing: Replacing) -> Pairs:
    """The place of each file, in the order in which they came."""
    pairs: list[tuple[Seen, UploadPlace]] = []
    for one in good:
        others = {other.file.name for other in good if other is not one}
        pairs.append((one, place_of(shelf, one, replacing, others | {place.name for _, place in pairs})))
    return pairs


def _kept(store: Store, pairs: Pairs) -> list[TrashEntry]:
    """The entries of what lies where other bytes come, be they those of another name, as only the trash has them until
    the change is made; and of what gives way with nothing in its place, but for bytes that take another name.
    """
    folder = uploads_folder(store.where)
    coming = {place.name: one.sha256 for one, place in pairs}
    lying = {(hash_of(folder / name), name) for name in coming}
    written_over = {copy for copy in lying if copy[0] not in ("", coming[copy[1]])}
    older = {copy for _, place in pairs for copy in place.older if copy[1] not in coming}
    gone = {copy for copy in older if copy[0] not in coming.values() and hash_of(folder / copy[1]) == copy[0]}
    return entries_of(store, sorted(written_over | gone), "replaced", trash.now())


def _plan(where: str, pairs: Pairs, held: frozenset[Copy], kept: Sequence[TrashEntry], restored: str) -> UploadPlan:
    folder = uploads_folder(where)
    entry = {one.name: one.id for one in kept}
    come = frozenset((one.sha256, place.name) for one, place in pairs)
    gone = frozenset[Copy]().union(*(place.older for _, place in pairs)) - come
    changes = []
    for one, place in pairs:
        lies = hash_of(folder / place.name)
        if lies != one.sha256:
            changes.append(FileChange(place.name, one.sha256, one.file.name, lies, entry.get(place.name, "")))
    names = {one.name for one in changes}
    for sha256, name in sorted(gone):
        if name not in names and hash_of(folder / name) == sha256:
            changes.append(FileChange(name, old=sha256, trash=entry.get(name, "")))
    return UploadPlan(come - held, gone & held, tuple(changes), restored)


def _placed(one: Seen, place: UploadPlace, where: str, held: frozenset[Copy]) -> Seen:
    """A file as it lies in its place, under the name of that."""
    file = FoundFile(uploads_folder(where).resolve() / place.name, place.name)
    known = any(sha256 == one.sha256 for sha256, _ in held)
    document = None if known or one.document is None else replace(one.document, path=place.name)
    return replace(one, file=file, document=document)


def _goes(entry: RegisterEntry, gone: frozenset[Copy]) -> bool:
    return (entry.sha256, entry.name) in gone
