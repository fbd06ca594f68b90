"""What lies around a node: the same from all facts and from what is read of a store."""

from collections.abc import Iterator

import pytest

from graph.errors import UsageError
from graph.exports.around import around, read_around
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from tests.queries.town import town

MANY = 1000


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), town())
    yield opened
    opened.close()


NODES = sorted((node.label, node.id) for node in town().nodes if node.label not in {"File", "Passage"})


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
@pytest.mark.parametrize("centre", NODES, ids="/".join)
def test_reading_what_lies_around_is_enough(store: Store, centre: tuple[str, str], steps: int) -> None:
    whole, part = (around(facts, centre, steps) for facts in (town(), read_around(store, centre, steps, MANY)))
    assert list(part.nodes(data=True)) == list(whole.nodes(data=True))
    assert list(part.edges(keys=True, data=True)) == list(whole.edges(keys=True, data=True))


def test_steps_go_along_relationships_both_ways() -> None:
    assert set(around(town(), ("Place", "furong"), 1)) >= {("Place", "furong"), ("Place", "penglai")}
    names = {identity for _, identity in around(town(), ("Place", "furong"), 2)}
    assert {"fushou", "zhongrong"} <= names


def test_no_step_leads_on_from_another_place() -> None:
    names = {identity for _, identity in around(town(), ("Place", "furong"), 3)}
    assert "penglai" in names
    assert not {"ran", "sheshiban", "county"} & names


def test_what_is_read_tells_the_passages_that_state_it_but_not_what_these_say(store: Store) -> None:
    facts = read_around(store, ("Task", "t1"), 1, MANY)
    assert {edge.end[0] for edge in facts.edges if edge.type == "STATED_IN"} == {"Passage"}
    assert {"File", "Passage"}.isdisjoint(node.label for node in facts.nodes)


def test_more_than_can_be_shown_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="More than 5 things lie within 2 steps"):
        read_around(store, ("Place", "penglai"), 2, 5)
