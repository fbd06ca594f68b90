"""Facts read back from a store: all of them, or all that hangs together with given nodes."""

from collections.abc import Collection, Iterable, Iterator

from graph.facts import Edge, Facts, Node
from graph.model import NODES, OBEYED, RELATIONSHIPS, node_types, relationship_types, stored_types
from graph.model_types import RelationshipType
from graph.stores import ddl
from graph.stores.protocol import Row, Store

Name = tuple[str, str]
"""What names a node: its label and its id."""

_PAGE = 2000


def read_all(store: Store) -> Facts:
    """All facts that a store holds, sorted by name; not what it keeps beside them."""
    nodes = [Node(node.label, str(row["id"]), row) for node in NODES for row in store.read(ddl.read_nodes(node))]
    edges = [
        _edge(edge, start, end, row)
        for edge in RELATIONSHIPS
        for start, end in edge.ends
        for row in store.read(ddl.read_edges(edge, start, end))
    ]
    return _sorted(nodes, edges)


def read_records(store: Store, label: str) -> tuple[Node, ...]:
    """All nodes of a label, sorted: of a record (Decision, State) or of facts."""
    rows = store.read(ddl.read_nodes(stored_types()[label]))
    return tuple(sorted((Node(label, str(row["id"]), row) for row in rows), key=lambda node: node.id))


def read_obeyed(store: Store) -> tuple[Node, ...]:
    """The records of people by which facts are built: decisions, then corrections."""
    return tuple(record for label in OBEYED for record in read_records(store, label))


def page_nodes(store: Store, label: str) -> Iterator[list[Node]]:
    """All nodes of a label, by id, some thousand at a time."""
    statement, after = ddl.page_of_nodes(node_types()[label]), ""
    while rows := store.read(statement, {"after": after, "limit": _PAGE}):
        yield [Node(label, str(row["id"]), row) for row in rows]
        after = str(rows[-1]["id"])


def read_edges_from(store: Store, label: str, ids: Iterable[str]) -> list[Edge]:
    """The relationships that begin at nodes of a label with these ids."""
    wanted = tuple(ids)
    return [
        _edge(edge, start, end, row)
        for edge in RELATIONSHIPS
        for start, end in edge.ends
        if start == label
        for row in store.read(ddl.read_edges(edge, start, end, at="start"), {"ids": wanted})
    ]


def count(store: Store) -> tuple[int, int]:
    """How many nodes of facts and how many relationships a store holds."""
    nodes, edges = (store.read(statement)[0]["count"] for statement in (ddl.count_nodes(), ddl.count_edges()))
    return int(str(nodes)), int(str(edges))


def read_component(store: Store, seeds: Iterable[Name], borders: Collection[str] = ()) -> Facts:
    """All that hangs together with the nodes named by `seeds`, sorted by name.

    These are the nodes that the store has of them, all that relationships lead to from there, in either direction and
    over any number of steps, and these relationships. No step leads on from a node with a label of `borders`.
    """
    names: set[Name] = set()
    edges: dict[tuple[str, str, str, str, str], Edge] = {}
    frontier = set(seeds)
    while frontier:
        names |= frontier
        inside = [name for name in frontier if name[0] not in borders]
        found = {edge.key: edge for edge in read_edges_at(store, inside)}
        edges |= found
        frontier = {end for edge in found.values() for end in (edge.start, edge.end)} - names
    return _sorted(read_nodes(store, names), edges.values())


def read_nodes(store: Store, names: Iterable[Name]) -> list[Node]:
    """Those of the named nodes that the store has."""
    return [
        Node(label, str(row["id"]), row)
        for label, ids in _by_label(names)
        for row in store.read(ddl.read_nodes(node_types()[label], some=True), {"ids": ids})
    ]


def read_edges_at(store: Store, names: Iterable[Name]) -> Iterator[Edge]:
    """The relationships of the named nodes, in both directions; one between two of them comes twice."""
    for label, ids in _by_label(names):
        for edge in RELATIONSHIPS:
            for start, end in edge.ends:
                if label == start:
                    rows = store.read(ddl.read_edges(edge, start, end, at="start"), {"ids": ids})
                    yield from (_edge(edge, start, end, row) for row in rows)
                if label == end:
                    rows = store.read(ddl.read_edges(edge, start, end, at="end"), {"ids": ids})
                    yield from (_edge(edge, start, end, row) for row in rows)


def read_above(store: Store, ids: Iterable[str]) -> list[Edge]:
    """The relationships that lead from places (by id) to those above them, and on to the largest."""
    return _walk_places(store, ids, "start")


def read_below(store: Store, ids: Iterable[str]) -> list[Edge]:
    """The relationships that lead to places (by id) from those below them, and so on to the smallest."""
    return _walk_places(store, ids, "end")


def _walk_places(store: Store, ids: Iterable[str], at: ddl.At) -> list[Edge]:
    part_of = relationship_types()["PART_OF"]
    statement = ddl.read_edges(part_of, "Place", "Place", at=at)
    found: list[Edge] = []
    frontier, met = set(ids), set(ids)
    while frontier:
        rows = store.read(statement, {"ids": tuple(sorted(frontier))})
        edges = [_edge(part_of, "Place", "Place", row) for row in rows]
        found += edges
        frontier = {(edge.end if at == "start" else edge.start)[1] for edge in edges} - met
        met |= frontier
    return found


def _edge(edge: RelationshipType, start: str, end: str, row: Row) -> Edge:
    properties = {p.name: row[p.name] for p in edge.properties}
    return Edge(edge.type, (start, str(row["start_id"])), (end, str(row["end_id"])), properties)


def _by_label(names: Iterable[Name]) -> list[tuple[str, tuple[str, ...]]]:
    ids: dict[str, list[str]] = {}
    for label, identity in sorted(names):
        ids.setdefault(label, []).append(identity)
    return [(label, tuple(listed)) for label, listed in ids.items()]


def _sorted(nodes: Iterable[Node], edges: Iterable[Edge]) -> Facts:
    return Facts(
        tuple(sorted(nodes, key=lambda node: (node.label, node.id))), tuple(sorted(edges, key=lambda edge: edge.key))
    )
