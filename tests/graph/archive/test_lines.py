"""Facts go to lines and come back the same, whatever their texts hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.archive.lines import facts_digest, facts_of_lines, facts_to_lines
from graph.errors import StoreError
from graph.facts import Facts
from tests.graph.examples import everything, facts, node

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS, TEXTS, st.lists(TEXTS))
def test_facts_come_back_as_they_were(title: str, content: str, dates: list[str]) -> None:
    odd = node("Task", "odd", title=title, content=content, due_dates=tuple(dates))
    before = facts(*everything().nodes, *everything().edges, odd)
    text = "".join(facts_to_lines(before)).encode().decode()
    assert facts_of_lines(text.split("\n")) == before


def test_the_order_of_facts_does_not_matter() -> None:
    turned = Facts(everything().nodes[::-1], everything().edges[::-1])
    assert facts_digest(turned) == facts_digest(everything())


def test_a_property_that_was_not_known_then_says_nothing() -> None:
    (read,) = facts_of_lines(['{"node":"File","properties":{"id":"x","format":"text"}}']).nodes
    assert read.properties == {
        "id": "x",
        "format": "text",
        "paths": (),
        "read_by": "",
        "edition": 0,
        "edition_state": "",
    }


@pytest.mark.parametrize(
    "line",
    ['{"node":"Moon","properties":{"id":"x"}}', '{"node":"File","properties":{"id":"x","colour":"red"}}'],
)
def test_what_this_program_does_not_know_is_of_a_newer_one(line: str) -> None:
    with pytest.raises(StoreError, match="use the version that wrote it"):
        facts_of_lines([line])
