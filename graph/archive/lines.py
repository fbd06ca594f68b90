"""Nodes and relationships as lines of JSON, and back: sorted, so that the same facts give the same bytes."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from graph.errors import StoreError
from graph.facts import Edge, Facts, Node, Value
from graph.model import relationship_types, stored_types
from graph.model_types import NOTHING


def facts_to_lines(facts: Facts) -> Iterator[str]:
    """The lines of facts, each with its newline, nodes first."""
    for node in sorted(facts.nodes, key=lambda node: (node.label, node.id)):
        yield _line({"node": node.label, "properties": _listed(node.properties)})
    for edge in sorted(facts.edges, key=lambda edge: edge.key):
        yield _line({"edge": edge.type, "start": edge.start, "end": edge.end, "properties": _listed(edge.properties)})


def facts_of_lines(lines: Iterable[str]) -> Facts:
    """The facts that lines tell; a property that was not known when they were written says nothing.

    Raises StoreError for one that this program does not know: a newer one has written it. Raises KeyError, TypeError or
    ValueError for what is no such line.
    """
    nodes: list[Node] = []
    edges: list[Edge] = []
    for line in filter(None, lines):
        row = json.loads(line)
        if "node" in row:
            properties = _properties(stored_types(), row["node"], row["properties"])
            nodes.append(Node(row["node"], str(properties["id"]), properties))
        else:
            properties = _properties(relationship_types(), row["edge"], row["properties"])
            edges.append(Edge(row["edge"], _end(row["start"]), _end(row["end"]), properties))
    return Facts(tuple(nodes), tuple(edges))


def facts_digest(facts: Facts) -> str:
    """The SHA-256 of facts, which engines that keep the same share."""
    found = hashlib.sha256()
    for line in facts_to_lines(facts):
        found.update(line.encode())
    return found.hexdigest()


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _listed(properties: Mapping[str, Value]) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


def _end(named: list[str]) -> tuple[str, str]:
    label, identity = named
    return str(label), str(identity)


def _properties(known: Mapping[str, object], name: str, given: Mapping[str, object]) -> dict[str, Value]:
    """All declared properties of a label or type, as they are given."""
    declared = getattr(known.get(name), "properties", None)
    if declared is None or set(given) - {one.name for one in declared}:
        raise StoreError("backup.newer")
    return {one.name: _value(given[one.name]) if one.name in given else NOTHING[one.type] for one in declared}


def _value(given: object) -> Value:
    if isinstance(given, list):
        return tuple(map(str, given))
    if isinstance(given, str | bool | int | float):
        return given
    raise TypeError(given)
