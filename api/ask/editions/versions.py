"""Versions of papers that a person names: a file on disk, a file that a store holds, or what stands of a paper."""

from pathlib import Path

from api.ask.editions.paper_history import Two, editions_told
from api.ingest.files.register import read_register
from graph.decisions.decisions import Decisions
from graph.errors import NotFoundError, UsageError
from graph.refresh.held import files_of, held_documents
from graph.refresh.load import held_copies
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from queries.resolve import best_fits, candidates
from queries.versions import NamedVersion, what_stands


def of_file(path: Path) -> NamedVersion:
    """What a file on disk says. Raises FileRefusedError for one that cannot be read."""
    from loaders.extract import extract  # noqa: PLC0415 - readers are loaded only where a file is read

    return what_stands([extract(path)], Decisions(), str(path))


def named_version(store: Store, typed: str) -> NamedVersion:
    """What a store holds of a file (its path, or its name alone) or of a paper (its id, number or title).

    Raises NotFoundError where there is none, UsageError where several are meant.
    """
    held = _files_named(store, typed)
    if not held:
        found = best_fits(candidates(store, "documents", typed))
        if not found:
            raise NotFoundError("name.no_document", name=typed, hint="")
        held = files_of(store, found[0].id) if len(found) == 1 else set()
    elif len(held) > 1:
        held = set()
    if not held:
        raise UsageError("diff.several", name=typed)
    return what_stands(held_documents(store, held), stored_decisions(store), typed)


def of_one_paper(store: Store, typed: str) -> Two:
    """The two editions of the paper that a person names by its number, title or id: the one that another stands over
    and that; where both are open, the first and the other.

    Raises NotFoundError where there is no such paper, UsageError where several are meant, or it has not two editions.
    """
    found = best_fits(candidates(store, "documents", typed))
    if not found:
        raise NotFoundError("name.no_document", name=typed, hint="")
    if len(found) > 1:
        raise UsageError("diff.several", name=typed)
    editions = editions_told(store, found[0].id, stored_decisions(store))
    between = [one.between for one in editions if one.between]
    if not between:
        raise UsageError("diff.one_edition", name=typed)
    if len(between) > 1:
        raise UsageError("diff.editions", name=typed, files=[one.version.files[0] for one in editions])
    return between[0]


def loaded_from(store: Store, path: Path) -> NamedVersion:
    """What a store holds of the file at a path, as it was when it was loaded. Raises NotFoundError where it was not."""
    entry = read_register(store.where).entries.get(path.resolve())
    held = held_documents(store, [entry.sha256]) if entry else []
    if not held:
        raise NotFoundError("diff.not_loaded", path=path)
    return what_stands(held, stored_decisions(store), str(path))


def _files_named(store: Store, typed: str) -> set[str]:
    """The files (by hash) that lie under a path, else those whose path ends in it."""
    copies = held_copies(store)
    whole = {sha256 for sha256, path in copies if path == typed}
    return whole or {sha256 for sha256, path in copies if path.endswith(f"/{typed}")}
