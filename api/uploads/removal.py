"""Documents taken out of a store: their files that were uploaded go to the trash, others stay where they lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from api.ingest.files.file_hash import hash_of
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import read_register
from api.ingest.loading.unload import copies_named, forget_path, take_out
from api.ingest.upkeep.up_to_date import keep_up
from api.uploads import trash
from api.uploads.journal import FileChange, UploadPlan, begin, settled
from api.uploads.papers import PaperName, papers_of
from api.uploads.trash import Action, TrashEntry
from graph.refresh.delta import Copy
from graph.stores.protocol import Store


@dataclass(frozen=True, slots=True)
class RemovalOutcome:
    """The names of the files that were taken out, sorted, and what of them went into the trash; or the paths at which
    the bytes of a file `stay`, of which only the path that was named is forgotten.
    """

    names: tuple[str, ...]
    trashed: tuple[TrashEntry, ...]
    stay: tuple[Path, ...] = ()


def remove(store: Store, what: str) -> RemovalOutcome:
    """Take a document out of a store: by its id, its number (文号), which take all its copies, or the path or name of
    one of its files, which take that copy alone; where its bytes were loaded from another path too and still lie there,
    the path alone is forgotten (`api.ingest.loading.unload.forget_path`).

    Raises NotFoundError where nothing is named so, UsageError where different files are, NoRoomError where the disk is
    full; then nothing has changed.
    """
    folder = uploads_folder(store.where)
    with settled(store):
        keep_up(store)
        register = read_register(store.where)
        stay = forget_path(what, register)
        if stay:
            return RemovalOutcome((), (), stay)
        gone = copies_named(store, what, register)
        lying = [copy for copy in sorted(gone) if "/" not in copy[1] and hash_of(folder / copy[1]) == copy[0]]
        kept = entries_of(store, lying, "removed", trash.now())
        if kept:
            changes = tuple(FileChange(one.name, old=one.sha256, trash=one.id) for one in kept)
            begin(store.where, UploadPlan(frozenset(), gone, changes), kept)
        take_out(store, gone, register)
    return RemovalOutcome(tuple(sorted(name for _, name in gone)), tuple(kept))


def entries_of(store: Store, copies: Sequence[Copy], action: Action, when: datetime) -> list[TrashEntry]:
    """The entries that the trash will have of copies, which lie in the folder of uploads, by their names."""
    papers = papers_of(store, {sha256 for sha256, _ in copies})
    found: list[TrashEntry] = []
    for sha256, name in copies:
        paper = papers.get(sha256, PaperName())
        identity = trash.free_id(store.where, sha256, when, frozenset(one.id for one in found))
        found.append(TrashEntry(identity, name, sha256, when.isoformat(), action, paper.title, paper.number))
    return found
