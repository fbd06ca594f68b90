"""From files that come and go to facts that change: the facts of all that they touch are built again.

What a paper touches hangs together in the graph: its copies, its plans and tasks, the units, persons and places of its
place. All of that is read back, built anew from its stored passages without the files that go and with those that
come, and written in one transaction. What the store held is read from it, never guessed: facts of older rules go too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph import ddl
from graph.build import build
from graph.decisions import Decisions
from graph.facts import Facts, Node
from graph.model import node_types, relationship_types
from graph.passages import restore
from graph.statements import HeadStatement, PlanDocument, from_says
from graph.store import Store
from graph.stored import Name, read_all, read_component, read_nodes
from graph.versions import identities

Copy = tuple[str, str]
"""A file as loaded: the hash of its bytes, and the path at which it lies."""


@dataclass(frozen=True, slots=True)
class Coming:
    """What changes among the files: `read` come, `found` lie at a further path, `gone` are taken out.

    The store holds the bytes of what is found and the copies that go.
    """

    read: tuple[PlanDocument, ...] = ()
    found: frozenset[Copy] = frozenset()
    gone: frozenset[Copy] = frozenset()


def refresh(store: Store, decisions: Decisions, coming: Coming) -> Facts:
    """Take files into the store and out of it, with all that follows, in one transaction.

    Returns the facts built: those of all that the files touch. Raises StoreError where the store fails.
    """
    touched = {("File", sha256) for sha256, _ in coming.gone | coming.found}
    touched |= _files_of_same_papers(store, coming.read)
    while True:
        gone = read_component(store, touched)
        facts = build(_after(documents_in(gone), coming), decisions)
        known = {(node.label, node.id) for node in gone.nodes}
        met = read_nodes(store, {(node.label, node.id) for node in facts.nodes} - known)
        if not met:
            store.replace(gone, facts)
            return facts
        touched |= {(node.label, node.id) for node in met}


def rebuild(store: Store, decisions: Decisions) -> Facts:
    """Build all facts of a store again from its passages, as after a new decision or a new version of the rules."""
    gone = read_all(store)
    facts = build(documents_in(gone), decisions)
    store.replace(gone, facts)
    return facts


def documents_in(facts: Facts) -> list[PlanDocument]:
    """The files that these facts hold, as they were read, once for each path."""
    passages: dict[str, Node] = {node.id: node for node in facts.nodes if node.label == "Passage"}
    held: dict[str, list[Node]] = {}
    for edge in facts.edges:
        if edge.type == "HAS":
            held.setdefault(edge.start[1], []).append(passages[edge.end[1]])
    return [
        restore(path, file.id, str(file.properties["format"]), [node.properties for node in held[file.id]])
        for file in facts.nodes
        if file.label == "File"
        for path in paths_of(file)
    ]


def paths_of(file: Node) -> tuple[str, ...]:
    """The paths at which the bytes of a File lie, sorted."""
    paths = file.properties["paths"]
    return paths if isinstance(paths, tuple) else ()


def _after(documents: Iterable[PlanDocument], coming: Coming) -> Iterator[PlanDocument]:
    """The documents that will be there, of those that are."""
    yield from coming.read
    found: dict[str, list[str]] = {}
    for sha256, path in sorted(coming.found):
        found.setdefault(sha256, []).append(path)
    for document in documents:
        for path in found.pop(document.sha256, ()):
            yield replace(document, path=path)
        if (document.sha256, document.path) not in coming.gone:
            yield document


def _files_of_same_papers(store: Store, added: Iterable[PlanDocument]) -> set[Name]:
    """The stored files that are copies of a paper of which one is added."""
    wanted = frozenset[str]().union(*map(identities, added))
    return {("File", stored.sha256) for stored in _heads(store) if wanted & identities(stored)} if wanted else set()


def _heads(store: Store) -> list[PlanDocument]:
    """The stored files with their headings alone."""
    headings = store.read(ddl.find_nodes(node_types()["Passage"], "kind"), {"value": "document"})
    if not headings:
        return []
    heads = {str(row["id"]): from_says("document", str(row["says"])) for row in headings}
    has = ddl.read_edges(relationship_types()["HAS"], "File", "Passage", at="end")
    files = {str(row["start_id"]): heads[str(row["end_id"])] for row in store.read(has, {"ids": tuple(sorted(heads))})}
    return [PlanDocument("", sha256, "", head) for sha256, head in files.items() if isinstance(head, HeadStatement)]
