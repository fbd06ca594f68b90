"""What is read back from a store: all of it, or all that hangs together."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all, read_component, read_edges_at, read_nodes
from tests.graph.examples import edge, facts, node

HERE, THERE = node("Place", "p1", name="蓬莱镇"), node("Place", "p2", name="金元镇")
UNIT, OTHER = node("Unit", "u1", name="社事办"), node("Unit", "u2", name="社事办")
TASK = node("Task", "t1")
TOWN = facts(HERE, UNIT, TASK, edge("LOCATED_IN", UNIT, HERE), edge("LEADS", UNIT, TASK))
ELSEWHERE = facts(THERE, OTHER, edge("LOCATED_IN", OTHER, THERE))


@pytest.fixture
def store() -> Iterator[Store]:
    """Two towns that share nothing."""
    with closing(open_store(":memory:")) as store:
        store.replace(Facts(), TOWN)
        store.replace(Facts(), ELSEWHERE)
        yield store


def test_all_is_read_in_the_order_of_names(store: Store) -> None:
    assert read_all(store) == facts(*TOWN.nodes, *ELSEWHERE.nodes, *TOWN.edges, *ELSEWHERE.edges)


@pytest.mark.parametrize("seed", [("Place", "p1"), ("Unit", "u1"), ("Task", "t1")])
def test_a_component_is_all_that_hangs_together_from_wherever_it_is_taken(store: Store, seed: tuple[str, str]) -> None:
    assert read_component(store, [seed]) == TOWN


def test_what_the_store_does_not_have_has_no_component(store: Store) -> None:
    assert read_component(store, [("Task", "no"), ("Post", "none")]) == Facts()
    assert read_component(store, []) == Facts()


def test_named_nodes_are_read_where_they_are_there(store: Store) -> None:
    assert read_nodes(store, [("Task", "t1"), ("Task", "no")]) == [TASK]


def test_relationships_are_read_from_both_sides(store: Store) -> None:
    assert {e.type for e in read_edges_at(store, [("Unit", "u1")])} == {"LOCATED_IN", "LEADS"}
    assert {e.type for e in read_edges_at(store, [("Task", "t1")])} == {"LEADS"}
