"""The ledger in which a build writes facts: each node and relationship once, the sources of equal ones united."""

from collections.abc import Iterable

from graph.facts import Edge, Facts, Node, Value

End = tuple[str, str]
"""Label and id of a node."""


class Ledger:
    """Collects nodes and relationships; `facts` gives them sorted."""

    def __init__(self) -> None:
        self._nodes: dict[End, Node] = {}
        self._edges: dict[tuple[str, str, str, str, str], Edge] = {}

    def node(self, node: Node) -> End:
        """Write a node down, the first time it comes, and give its end for relationships."""
        self._nodes.setdefault((node.label, node.id), node)
        return node.label, node.id

    def edge(self, kind: str, start: End, end: End, **properties: Value) -> None:
        """Write a relationship down; where it stands already, the first one's values stay and `sources` are united."""
        edge = Edge(kind, start, end, properties)
        key = edge.key
        known = self._edges.get(key)
        if known is None:
            self._edges[key] = edge
        elif "sources" in properties:
            united = _united(known.properties["sources"], properties["sources"])
            self._edges[key] = Edge(kind, start, end, {**known.properties, "sources": united})

    def holds(self, name: End) -> bool:
        """Whether a node was written down."""
        return name in self._nodes

    def ends(self, label: str) -> set[str]:
        """The ids of all nodes of a label to which relationships lead, or from which."""
        return {end[1] for edge in self._edges.values() for end in (edge.start, edge.end) if end[0] == label}

    def facts(self) -> Facts:
        """All that was written, sorted by name."""
        nodes, edges = self._nodes, self._edges
        return Facts(tuple(nodes[name] for name in sorted(nodes)), tuple(edges[key] for key in sorted(edges)))


def union(parts: Iterable[Facts]) -> Facts:
    """Several sets of facts as one; what stands in several of them is the same in each."""
    nodes: dict[End, Node] = {}
    edges: dict[tuple[str, str, str, str, str], Edge] = {}
    for part in parts:
        nodes.update({(node.label, node.id): node for node in part.nodes})
        edges.update({edge.key: edge for edge in part.edges})
    return Facts(tuple(nodes[name] for name in sorted(nodes)), tuple(edges[key] for key in sorted(edges)))


def _united(first: Value, second: Value) -> Value:
    if isinstance(first, tuple) and isinstance(second, tuple):
        return tuple(dict.fromkeys(first + second))
    return first
