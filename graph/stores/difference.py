"""From two sets of facts, what goes and what comes, to the statements that turn a store from one into the other.

Only differences are written, so a load that changes nothing writes nothing. Relationships go before the nodes that
they hold, and come after them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from graph.facts import Edge, Facts, Node, Value
from graph.model import relationship_types, stored_types
from graph.model_types import Property
from graph.stores import ddl
from graph.stores.values import to_engine

BATCH = 1000
"""Rows a statement."""

Parameters = list[dict[str, object]]
Kind = tuple[str, str, str]
"""A type of relationship with the labels that it joins."""


def writes(gone: Facts, facts: Facts) -> Iterator[tuple[str, Parameters]]:
    """The statements, each with its $rows, that put `facts` in the place of `gone`, in the order to run them."""
    old_nodes = {(node.label, node.id): node for node in gone.nodes}
    new_nodes = {(node.label, node.id): node for node in facts.nodes}
    old_edges = {edge.key: edge for edge in gone.edges}
    new_edges = {edge.key: edge for edge in facts.edges}
    yield from _edges([edge for key, edge in old_edges.items() if key not in new_edges], delete=True)
    yield from _nodes([node for key, node in old_nodes.items() if key not in new_nodes], delete=True)
    yield from _nodes([node for key, node in new_nodes.items() if old_nodes.get(key) != node])
    yield from _edges([edge for key, edge in new_edges.items() if old_edges.get(key) != edge])


def parted(gone: Facts, facts: Facts) -> tuple[Facts, Facts]:
    """Those of `facts` that have the name of something `gone`, and all others."""
    nodes = {(node.label, node.id) for node in gone.nodes}
    edges = {edge.key for edge in gone.edges}
    known = Facts(
        tuple(node for node in facts.nodes if (node.label, node.id) in nodes),
        tuple(edge for edge in facts.edges if edge.key in edges),
    )
    others = Facts(
        tuple(node for node in facts.nodes if (node.label, node.id) not in nodes),
        tuple(edge for edge in facts.edges if edge.key not in edges),
    )
    return known, others


def nodes_by_label(nodes: Iterable[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Nodes by label, sorted."""
    for label, group in groupby(sorted(nodes, key=lambda node: (node.label, node.id)), lambda node: node.label):
        yield label, list(group)


def edges_by_kind(edges: Iterable[Edge]) -> Iterator[tuple[Kind, list[Edge]]]:
    """Relationships by type and labels of their ends, sorted."""
    for kind, group in groupby(sorted(edges, key=_kind_and_ends), lambda edge: _kind_and_ends(edge)[:3]):
        yield kind, list(group)


def _nodes(nodes: list[Node], *, delete: bool = False) -> Iterator[tuple[str, Parameters]]:
    for label, group in nodes_by_label(nodes):
        node = stored_types()[label]
        statement = ddl.delete_nodes(node) if delete else ddl.merge_nodes(node)
        yield from _batches(statement, [_row(n.properties, node.properties) for n in group])


def _edges(edges: list[Edge], *, delete: bool = False) -> Iterator[tuple[str, Parameters]]:
    for (name, start, end), group in edges_by_kind(edges):
        edge = relationship_types()[name]
        statement = (ddl.delete_edges if delete else ddl.merge_edges)(edge, start, end)
        rows = [_row(e.properties, edge.properties) | {"start_id": e.start[1], "end_id": e.end[1]} for e in group]
        yield from _batches(statement, rows)


def _kind_and_ends(edge: Edge) -> tuple[str, str, str, str, str]:
    return edge.type, edge.start[0], edge.end[0], edge.start[1], edge.end[1]


def _row(values: Mapping[str, Value], properties: Sequence[Property]) -> dict[str, object]:
    return {p.name: to_engine(values[p.name]) for p in properties}


def _batches(statement: str, rows: Parameters) -> Iterator[tuple[str, Parameters]]:
    for first in range(0, len(rows), BATCH):
        yield statement, rows[first : first + BATCH]
