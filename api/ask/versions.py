"""Versions of papers that a person names, to be laid beside each other: a file on disk, a file that a store holds, a
paper (what stands of it), or one edition of a paper.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from api.ingest.register import read_register
from graph.decisions.decisions import Decisions
from graph.derive.corpus import corpus_of
from graph.derive.history import history_of
from graph.errors import NotFoundError, UsageError
from graph.facts import Node
from graph.papers.differences import PaperVersion
from graph.papers.passages import restore
from graph.statements import PlanDocument
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_nodes, read_records
from queries.differences import DifferenceRow, difference_rows
from queries.resolve import best_fits, candidates


@dataclass(frozen=True, slots=True)
class NamedVersion:
    """A version with what it is called, and the paths under which its passages are cited, by their ids."""

    name: str
    version: PaperVersion
    paths: Mapping[str, str]


def changes(old: NamedVersion, new: NamedVersion) -> list[DifferenceRow]:
    """The changes from one version to another."""
    return difference_rows(old.version, new.version, {**old.paths, **new.paths})


def of_file(path: Path) -> NamedVersion:
    """What a file on disk says. Raises FileRefusedError for one that cannot be read."""
    from loaders.extract import extract  # noqa: PLC0415 - readers are loaded only where a file is read

    return of_documents([extract(path)], Decisions(), str(path))


def named_version(store: Store, typed: str) -> NamedVersion:
    """What a store holds of a file (its path, or its name alone) or of a paper (its id, number or title).

    Raises NotFoundError where there is none, UsageError where several are meant.
    """
    if held := files_named(store, typed):
        if len(held) > 1:
            raise UsageError("diff.several", name=typed)
        return of_documents(documents_of(store, held), stored_decisions(store), typed)
    found = best_fits(candidates(store, "documents", typed))
    if not found:
        raise NotFoundError("name.no_document", name=typed, hint="")
    if len(found) > 1:
        raise UsageError("diff.several", name=typed)
    return of_documents(documents_of(store, files_of(store, found[0].id)), stored_decisions(store), typed)


def loaded_from(store: Store, path: Path) -> NamedVersion:
    """What a store holds of the file at a path, as it was when it was loaded. Raises NotFoundError where it was not."""
    entry = read_register(store.where).entries.get(path.resolve())
    held = documents_of(store, [entry.sha256]) if entry else []
    if not held:
        raise NotFoundError("diff.not_loaded", path=path)
    return of_documents(held, stored_decisions(store), str(path))


def files_named(store: Store, typed: str) -> set[str]:
    """The files (by hash) that lie under a path, else those whose path ends in it."""
    files = all_files(store)
    whole = {sha256 for sha256, paths in files.items() if typed in paths}
    return whole or {sha256 for sha256, paths in files.items() if any(path.endswith(f"/{typed}") for path in paths)}


def all_files(store: Store) -> dict[str, tuple[str, ...]]:
    """The paths of all files that a store holds, by hash."""
    return {file.id: _paths(file) for file in read_records(store, "File")}


def files_of(store: Store, document: str) -> set[str]:
    """The files (by hash) of a paper."""
    edges = read_edges_at(store, [("Document", document)])
    return {edge.start[1] for edge in edges if edge.type == "COPY_OF"}


def documents_of(store: Store, files: Iterable[str]) -> list[PlanDocument]:
    """What files (by hash) say, as a store keeps it, once for each path."""
    nodes = read_nodes(store, {("File", sha256) for sha256 in files})
    edges = {edge.key: edge for edge in read_edges_at(store, [("File", node.id) for node in nodes])}
    held: dict[str, list[str]] = {}
    for edge in edges.values():
        if edge.type == "HAS":
            held.setdefault(edge.start[1], []).append(edge.end[1])
    passages = {node.id: node for node in read_nodes(store, {("Passage", one) for ids in held.values() for one in ids})}
    return [
        restore(path, file.properties, [passages[one].properties for one in held[file.id]])
        for file in nodes
        for path in _paths(file)
    ]


def of_documents(documents: list[PlanDocument], decisions: Decisions, name: str) -> NamedVersion:
    """What stands of the one paper of some files."""
    return editions_named(documents, decisions, name)[0]


def editions_named(documents: list[PlanDocument], decisions: Decisions, name: str = "") -> list[NamedVersion]:
    """The editions of the one paper of some files, what stands first; `name` is what that is called."""
    corpus = corpus_of(documents, decisions)
    (one,) = history_of(corpus).papers
    paths = {
        passage: copy.paths[0]
        for copy in one.paper.copies
        for passage in corpus.passages[copy.document.sha256].values()
    }
    return [
        NamedVersion(name if not place else "", one.version(layer), paths) for place, layer in enumerate(one.layers)
    ]


def _paths(file: Node) -> tuple[str, ...]:
    paths = file.properties["paths"]
    return paths if isinstance(paths, tuple) else ()
