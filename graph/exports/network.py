"""The graph as a networkx graph, for algorithms and pictures, and as GraphML for other programs."""

import io
import re
from collections.abc import Mapping

import networkx as nx

from graph.facts import Facts, Value
from graph.model import node_types, relationship_types

SEPARATOR = " | "
"""What stands between the parts of a list in GraphML, which knows no lists."""

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def to_network(facts: Facts) -> "nx.MultiDiGraph[tuple[str, str]]":
    """A directed graph with several edges between two nodes.

    Nodes are (label, id), with `label` and the properties as attributes. An edge's key is the relationship's type, its
    attributes are `type` and the properties.
    """
    network: nx.MultiDiGraph[tuple[str, str]] = nx.MultiDiGraph()
    for node in facts.nodes:
        network.add_node((node.label, node.id), label=node.label, **node.properties)
    for edge in facts.edges:
        network.add_edge(edge.start, edge.end, key=edge.type, type=edge.type, **edge.properties)
    return network


def to_graphml(facts: Facts) -> str:
    """GraphML in the order of the facts. Nodes are named `Label/id`; types stand in Chinese too."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in facts.nodes:
        declared = node_types()[node.label]
        words = {"label": node.label, "label_zh": declared.zh}
        values = {p.name: node.properties[p.name] for p in declared.properties if p.exported}
        network.add_node(f"{node.label}/{node.id}", **words, **_plain(values))
    for edge in facts.edges:
        start, end = "/".join(edge.start), "/".join(edge.end)
        words = {"type": edge.type, "type_zh": relationship_types()[edge.type].zh}
        network.add_edge(start, end, key=f"{edge.type} {start} {end}", **words, **_plain(edge.properties))
    out = io.BytesIO()
    # Not `write_graphml`, which writes other bytes where lxml is installed.
    nx.write_graphml_xml(network, out, encoding="utf-8", prettyprint=True)
    return out.getvalue().decode("utf-8")


def _plain(values: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    """Values that GraphML can hold, without the characters that XML cannot."""
    joined = {name: SEPARATOR.join(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return {name: _NOT_IN_XML.sub("", value) if isinstance(value, str) else value for name, value in joined.items()}
