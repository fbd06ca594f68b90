"""Small sets of facts for the tests of stores and exports."""

from graph.facts import Edge, Facts, Node, Value
from graph.model import node_types, relationship_types
from graph.model_types import NOTHING


def node(label: str, identity: str, /, **values: Value) -> Node:
    """A node with what is given; nothing is said of its other properties."""
    blank = {p.name: NOTHING[p.type] for p in node_types()[label].properties}
    return Node(label, identity, {**blank, "id": identity, **values})


def edge(kind: str, start: Node, end: Node, /, **values: Value) -> Edge:
    """A relationship with what is given; nothing is said of its other properties."""
    blank = {p.name: NOTHING[p.type] for p in relationship_types()[kind].properties}
    return Edge(kind, (start.label, start.id), (end.label, end.id), {**blank, **values})


def facts(*elements: Node | Edge) -> Facts:
    """The elements as a set of facts."""
    nodes = {(e.label, e.id): e for e in elements if isinstance(e, Node)}
    edges = {e.key: e for e in elements if isinstance(e, Edge)}
    return Facts(tuple(nodes[key] for key in sorted(nodes)), tuple(edges[key] for key in sorted(edges)))


def everything() -> Facts:
    """One node of each label and one relationship of each type and pair of ends, all properties filled."""
    filled: dict[str, Value] = {"str": "二〇二一", "int": 7, "float": 1.5, "bool": True, "str[]": ("甲", "乙")}
    nodes = [
        Node(label, f"{label}{n}", {p.name: filled[p.type] for p in declared.properties} | {"id": f"{label}{n}"})
        for label, declared in node_types().items()
        for n in (1, 2)
    ]
    edges = [
        Edge(kind, (start, f"{start}1"), (end, f"{end}2"), {p.name: filled[p.type] for p in declared.properties})
        for kind, declared in relationship_types().items()
        for start, end in declared.ends
    ]
    return facts(*nodes, *edges)
