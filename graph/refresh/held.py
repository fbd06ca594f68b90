"""What a store holds of files, read back as the documents that they were read as."""

from collections.abc import Iterable

from graph.corrections.matching import Matcher, with_heads
from graph.papers.passages import restore
from graph.refresh.refresh import paths_of
from graph.statements import PlanDocument
from graph.stores.corrections import stored_corrections
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_nodes


def files_of(store: Store, document: str) -> set[str]:
    """The files (by hash) of a paper. Raises StoreError where the store fails."""
    edges = read_edges_at(store, [("Document", document)])
    return {edge.start[1] for edge in edges if edge.type == "COPY_OF"}


def held_documents(store: Store, files: Iterable[str]) -> list[PlanDocument]:
    """What files (by hash) say, once for each path at which they lie, with their headings as people corrected them.

    Raises StoreError where the store fails.
    """
    nodes = read_nodes(store, {("File", sha256) for sha256 in files})
    held: dict[str, set[str]] = {}
    for edge in read_edges_at(store, [("File", node.id) for node in nodes]):
        if edge.type == "HAS":
            held.setdefault(edge.start[1], set()).add(edge.end[1])
    passages = {node.id: node for node in read_nodes(store, {("Passage", one) for ids in held.values() for one in ids})}
    said = [
        restore(path, file.properties, [passages[one].properties for one in sorted(held[file.id])])
        for file in nodes
        for path in paths_of(file)
    ]
    return with_heads(said, Matcher(stored_corrections(store)))
