"""A store made of a backup, on either engine: what was read of files, what people decided, corrected and reported,
and the history go in, and all facts are built from it by the rules of this program.

Until that is done the store is marked unfinished, and opened by nobody but who restores again. Originals that no longer
lie where they were loaded from are put beside the store, and the register says where they lie now.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from api.backups.originals import put_original
from api.ingest.files.file_hash import hash_where_readable
from api.ingest.files.own_files import uploads_folder
from api.ingest.files.register import RegisterEntry, read_register
from graph.archive.lines import facts_digest
from graph.archive.manifest import Manifest
from graph.archive.reading import Archive, opened
from graph.archive.register_rows import RegisterRow
from graph.corrections.nodes import correction_nodes
from graph.decisions.nodes import decision_nodes
from graph.digests import rules_digest
from graph.errors import FileRefusedError, StoreError
from graph.facts import Facts, Node
from graph.model import BY_PEOPLE
from graph.refresh.refresh import paths_of
from graph.reports.nodes import report_nodes
from graph.stores.open import open_store, open_target
from graph.stores.protocol import Store
from graph.stores.read_back import read_all, read_records
from graph.stores.state import change_state, read_state

_FREE = frozenset({"store.missing", "store.empty", "copy.unfinished"})
"""Why a store cannot be read that may be restored into: it is not there, holds nothing, or is marked unfinished."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored: what the backup said of itself, how many originals were put into the `folder` of the store,
    and whether the facts were `compared` with those that were backed up, which other rules may have built.
    """

    manifest: Manifest
    put: int
    folder: Path
    compared: bool


def restore(path: Path, where: str, originals: Path | None = None) -> Restored:
    """Make the store `where`, which is new or empty, of the backup at a path; originals that were not uploaded and lie
    nowhere any more are put into the folder `originals`, else to the uploads.

    Raises FileRefusedError for what is no whole backup, StoreError where the store holds anything else or fails, or
    where other facts follow than were backed up. A store that was refused is as it was.
    """
    with opened(path) as archive:
        facts, history = archive.facts(), tuple(one.node for one in archive.history())
        said = (*decision_nodes(archive.decisions()), *correction_nodes(archive.corrections()))
        records = (*said, *report_nodes(archive.reports()), *history)
        rows = archive.register()
        manifest = archive.manifest
        compared = manifest.state.rules == rules_digest()
        if compared and facts_digest(facts) != manifest.facts:
            raise FileRefusedError("backup.other_facts", path=path)
        whole = Facts((*facts.nodes, *records), facts.edges)
        _check_new(where, whole)
        with closing(open_target(where)) as store:
            _check_free(store, whole)
            change_state(store, replace(read_state(store), unfinished=True))
            put = _put_originals(store, archive, rows, _names(facts), originals)
            _write(store, whole, manifest)
    return Restored(manifest, put, originals or uploads_folder(where), compared)


def _check_new(where: str, whole: Facts) -> None:
    """Raise StoreError for a store that holds anything but just this, as a restore leaves it that was broken off behind
    its last step; before it is opened to be written and so brought up to date.
    """
    try:
        store = open_store(where, read_only=True)
    except StoreError as error:
        if error.key in _FREE:
            return
        raise
    with closing(store):
        if _held(store).nodes and not _is_whole(store, whole):
            raise StoreError("backup.not_empty", store=where)


def _check_free(store: Store, whole: Facts) -> None:
    """Raise StoreError where a store holds what the backup does not, or a part of it and is in use as a store."""
    held = _held(store)
    others = {(node.label, node.id) for node in held.nodes} - {(node.label, node.id) for node in whole.nodes}
    in_use = held.nodes and not read_state(store).unfinished and not _is_whole(store, whole)
    if others or in_use:
        raise StoreError("backup.not_empty", store=store.where)


def _is_whole(store: Store, whole: Facts) -> bool:
    return facts_digest(_held(store)) == facts_digest(whole)


def _held(store: Store) -> Facts:
    facts = read_all(store)
    return Facts((*facts.nodes, *(node for label in BY_PEOPLE for node in read_records(store, label))), facts.edges)


def _write(store: Store, whole: Facts, manifest: Manifest) -> None:
    """Write all of it in one transaction, read it again, and take the mark away."""
    store.replace(_held(store), whole)
    if not _is_whole(store, whole):
        raise StoreError("backup.written_otherwise", store=store.where)
    told, own = manifest.state, read_state(store)
    taken_in = tuple(sorted({*own.taken_in, *told.taken_in}))
    change_state(store, replace(own, unfinished=False, rules=rules_digest(), readers=told.readers, taken_in=taken_in))


def _names(facts: Facts) -> dict[str, Node]:
    return {node.id: node for node in facts.nodes if node.label == "File"}


def _put_originals(
    store: Store, archive: Archive, rows: tuple[RegisterRow, ...], files: dict[str, Node], folder: Path | None
) -> int:
    """Put those originals that do not lie where they did, and note where all of them lie; how many were put."""
    register, uploads = read_register(store.where), uploads_folder(store.where)
    kept, put = archive.originals(), 0
    for sha256, file in sorted(files.items()):
        for name in paths_of(file):
            lying = [row for row in rows if (row.name, row.sha256) == (name, sha256)]
            there = list(_still_there(lying))
            if not there and sha256 in kept:
                uploaded = any(row.uploaded for row in lying) or folder is None
                there = [
                    put_original(uploads if uploaded or folder is None else folder, name, archive.original(sha256))
                ]
                put += 1
            elif not there:
                there = [Path(row.path) for row in lying if not row.uploaded]
            register.entries |= {path: RegisterEntry(name, sha256) for path in there}
    register.write()
    return put


def _still_there(rows: list[RegisterRow]) -> Iterator[Path]:
    """The paths at which a file was not uploaded and still lies."""
    for row in rows:
        if not row.uploaded and hash_where_readable(Path(row.path)) == row.sha256:
            yield Path(row.path)
