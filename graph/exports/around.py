"""Everything around a node: what relationships lead to within some steps, read from a store or cut from facts.

Steps go along relationships in either direction, but not on from a place other than the one asked for: a town would
bring along all that lies in it. Files and passages are no step: they are where something is stated.
"""

import networkx as nx

from graph.errors import UsageError
from graph.exports.network import to_network
from graph.facts import Edge, Facts
from graph.stores.protocol import Store
from graph.stores.read_back import Name, read_edges_at, read_edges_from, read_nodes

SOURCES = ("File", "Passage")
"""Labels of what states facts and is none."""

BORDERS = ("Place",)
"""Labels of what steps lead to but not on from."""


def read_around(store: Store, centre: Name, steps: int, most: int) -> Facts:
    """What lies within some steps of a node, with the relationships between, and to the passages that state it.

    Breadth first: the store is asked for the relationships of what was met last, and for no others. Raises UsageError
    where more than `most` nodes lie there.
    """
    names, frontier = {centre}, {centre}
    for _ in range(steps):
        ends = {
            end
            for edge in read_edges_at(store, (name for name in frontier if _leads_on(name, centre)))
            for end in (edge.start, edge.end)
            if end[0] not in SOURCES
        }
        frontier = ends - names
        names |= frontier
        if len(names) > most:
            raise UsageError("picture.crowd", most=most, steps=steps)
    found = [edge for label in sorted({label for label, _ in names}) for edge in _from(store, label, names)]
    edges = {edge.key: edge for edge in found if edge.end in names or edge.end[0] in SOURCES}
    nodes = sorted(read_nodes(store, names), key=lambda node: (node.label, node.id))
    return Facts(tuple(nodes), tuple(edges[key] for key in sorted(edges)))


def around(facts: Facts, centre: Name, steps: int) -> "nx.MultiDiGraph[Name]":
    """The part of the network of some facts that lies within some steps of a node, in their order; see `to_network`.

    The same from all facts of a store and from what `read_around` reads of it.
    """
    network = to_network(facts)
    network.remove_nodes_from([name for name in network if name[0] in SOURCES])
    ways: nx.DiGraph[Name] = nx.DiGraph()
    ways.add_node(centre)
    for start, end in network.edges():
        ways.add_edges_from((one, other) for one, other in ((start, end), (end, start)) if _leads_on(one, centre))
    near = nx.ego_graph(ways, centre, radius=steps)
    network.remove_nodes_from([name for name in network if name not in near])
    return network


def _leads_on(name: Name, centre: Name) -> bool:
    return name == centre or name[0] not in BORDERS


def _from(store: Store, label: str, names: set[Name]) -> list[Edge]:
    return read_edges_from(store, label, sorted(identity for one, identity in names if one == label))
