"""Places of the trees of a lineage."""

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from viz.layout.trees import Measure, plant

MEASURE = Measure(across=200, down=50, below=14, beside=60)


def graph_of(*changes: tuple[str, str, str]) -> "nx.DiGraph[str]":
    """A graph of changes told as (names before, change, names after), one letter a name."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for before, change, after in changes:
        graph.add_node(change, least=1)
        graph.add_edges_from((name, change) for name in before)
        graph.add_edges_from((change, name) for name in after)
    return graph


def placed(graph: "nx.DiGraph[str]") -> dict[str, tuple[float, float]]:
    return plant(graph, {node: node for node in graph}, MEASURE)[0]


def test_time_runs_from_left_to_right_and_an_outcome_stands_at_the_middle_of_its_origins() -> None:
    places = placed(graph_of(("abc", "1", "d")))
    assert places == {"a": (0, 0), "b": (0, 50), "c": (0, 100), "1": (200, 50), "d": (400, 50)}


def test_a_place_that_joins_late_stands_next_to_the_change_it_joins() -> None:
    places = placed(graph_of(("ab", "1", "c"), ("cd", "2", "e")))
    assert places["c"][0] == places["d"][0] == 400
    assert places["e"][0] == 800


def test_a_change_with_nothing_before_it_stands_in_the_column_of_changes() -> None:
    places = placed(graph_of(("", "1", "a")))
    assert places["1"][0] == 200
    assert places["a"][0] == 400


def test_the_parts_of_a_split_stand_around_it() -> None:
    places = placed(graph_of(("a", "1", "bcd")))
    assert [places[name][1] - places["1"][1] for name in "bcd"] == [-50, 0, 50]


def test_of_a_cycle_the_edge_that_leads_back_places_nothing() -> None:
    round_and_round = [("a", "1", "b"), ("b", "2", "c"), ("c", "3", "b")]
    places = placed(graph_of(*round_and_round))
    assert [places[node][0] for node in "a1b2c3"] == [0, 200, 400, 600, 800, 1000]
    assert places == placed(graph_of(*reversed(round_and_round)))


def test_a_pure_cycle_begins_with_the_first_of_its_names() -> None:
    places = placed(graph_of(("b", "2", "a"), ("a", "1", "b")))
    assert [places[node][0] for node in "a1b2"] == [0, 200, 400, 600]


def test_a_place_that_becomes_itself_stands_before_the_change() -> None:
    assert placed(graph_of(("a", "1", "a"))) == {"a": (0, 0), "1": (200, 0)}


def test_many_trees_fill_several_columns_of_one_width() -> None:
    letters = [chr(0x4E00 + number) for number in range(90)]
    changes = [("".join(letters[n : n + 2]), f"{n}", letters[n + 2]) for n in range(0, 90, 3)]
    graph = graph_of(*changes)
    places, lefts = plant(graph, {node: node for node in graph}, MEASURE)
    assert len(lefts) > 1
    assert {x for x, _ in places.values()} == {left + shift for left in lefts for shift in (0, 200, 400)}


@given(st.lists(st.tuples(st.text("abcdef", max_size=3), st.text("abcdef", max_size=3)), max_size=8))
def test_every_node_of_any_graph_finds_a_place(changes: list[tuple[str, str]]) -> None:
    graph = graph_of(*((before, f"{number}", after) for number, (before, after) in enumerate(changes)))
    places = placed(graph)
    assert set(places) == set(graph)
    assert len(set(places.values())) == len(places)


@given(st.lists(st.tuples(st.text("abcdef", max_size=3), st.text("abcdef", min_size=1, max_size=3)), max_size=8))
def test_no_two_nodes_come_nearer_than_a_row(changes: list[tuple[str, str]]) -> None:
    told = [
        ("".join(f"{letter}" for letter in set(before)), f"{number}", "".join(set(after)).upper())
        for number, (before, after) in enumerate(changes)
    ]
    places = placed(graph_of(*told))
    by_column: dict[float, list[float]] = {}
    for x, y in places.values():
        by_column.setdefault(x, []).append(y)
    for heights in by_column.values():
        ordered = sorted(heights)
        assert all(below - above > 49.9 for above, below in pairwise(ordered))
