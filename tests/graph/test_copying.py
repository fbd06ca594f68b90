"""A copy of a store is equal to it, and is made only where nothing else stands."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from graph.copying import copy
from graph.errors import StoreError
from graph.facts import Facts
from graph.store import Store, open_store
from graph.stored import page_nodes, read_all
from tests.graph.examples import edge, everything, facts, node

MANY = [node("Task", f"t{n:05}") for n in range(4500)]
UNIT = node("Unit", "u")


@pytest.fixture
def two() -> Iterator[tuple[Store, Store]]:
    """Two empty stores in memory."""
    with closing(open_store(":memory:")) as one, closing(open_store(":memory:")) as other:
        yield one, other


def test_everything_is_copied(two: tuple[Store, Store]) -> None:
    source, target = two
    source.replace(Facts(), everything())
    assert copy(source, target) == (len(everything().nodes), len(everything().edges))
    assert read_all(target) == everything()


def test_many_pages_are_copied_and_nothing_is_an_end_too(two: tuple[Store, Store]) -> None:
    source, target = two
    assert copy(source, target) == (0, 0)
    source.replace(Facts(), facts(UNIT, *MANY, *(edge("LEADS", UNIT, task) for task in MANY)))
    assert [len(page) for page in page_nodes(source, "Task")] == [2000, 2000, 500]
    assert copy(source, target) == (4501, 4500)
    assert read_all(target) == read_all(source)


def test_a_copy_that_was_broken_off_is_finished_by_copying_again(two: tuple[Store, Store]) -> None:
    source, target = two
    source.replace(Facts(), everything())
    target.replace(Facts(), Facts(nodes=everything().nodes[:3]))
    copy(source, target)
    copy(source, target)
    assert read_all(target) == everything()


def test_a_target_that_holds_something_else_is_refused_and_left_alone(two: tuple[Store, Store]) -> None:
    source, target = two
    source.replace(Facts(), everything())
    target.replace(Facts(), facts(UNIT))
    with pytest.raises(StoreError, match="holds other documents"):
        copy(source, target)
    assert read_all(target) == facts(UNIT)


def test_a_target_with_a_relationship_too_many_is_told(two: tuple[Store, Store]) -> None:
    source, target = two
    task = node("Task", "t")
    source.replace(Facts(), facts(UNIT, task))
    target.replace(Facts(), facts(UNIT, task, edge("LEADS", UNIT, task)))
    with pytest.raises(StoreError, match="holds more than"):
        copy(source, target)
