"""The networkx view and GraphML hold what the facts hold."""

import io

import networkx as nx

from graph.exports.network import to_graphml, to_network
from graph.facts import Facts
from tests.graph.examples import edge, everything, facts, node

OFFICE = node("Unit", "u1", name="社事办", aliases=("社事办", "镇社事办"))
TASK = node("Task", "t1", title="盘活资产\x0b", ongoing=True)
LEADS = edge("LEADS", OFFICE, TASK, position=1)


def test_every_node_and_relationship_is_in_the_network() -> None:
    network = to_network(everything())
    assert len(network) == len(everything().nodes)
    assert network.number_of_edges() == len(everything().edges)


def test_nodes_and_edges_bear_their_properties() -> None:
    network = to_network(facts(OFFICE, TASK, LEADS))
    assert network.nodes["Unit", "u1"]["aliases"] == ("社事办", "镇社事办")
    assert network.edges[("Unit", "u1"), ("Task", "t1"), "LEADS"]["position"] == 1


def test_graphml_is_read_back_by_other_programs() -> None:
    written = to_graphml(facts(OFFICE, TASK, LEADS))
    network = nx.read_graphml(io.BytesIO(written.encode()), force_multigraph=True)
    assert network.nodes["Unit/u1"]["aliases"] == "社事办 | 镇社事办"
    assert network.nodes["Task/t1"]["title"] == "盘活资产"
    assert network.nodes["Task/t1"]["ongoing"] is True
    assert [d["type_zh"] for _, _, d in network.edges(data=True)] == ["牵头"]


def test_graphml_of_everything_is_well_formed_and_the_same_twice() -> None:
    assert to_graphml(everything()) == to_graphml(everything())
    network = nx.read_graphml(io.BytesIO(to_graphml(everything()).encode()), force_multigraph=True)
    assert network.number_of_edges() == len(everything().edges)


def test_an_empty_graph_is_empty_graphml() -> None:
    assert "<node" not in to_graphml(Facts())
