"""A list of one id is asked for by its key, and gives the rows that the list gives."""

import pytest

from graph.stores.ladybug.keys import by_key

LISTED = "MATCH (a:Place)-[r:CHANGED_BY]->(e)\nWHERE a.id IN $places AND e.id IN $changes\nRETURN a.id"


@pytest.mark.parametrize("some", [[], ["a", "b"], "a", None])
def test_other_lists_stay(some: object) -> None:
    assert by_key(LISTED, {"places": some}) == (LISTED, {"places": some})


def test_a_list_of_one_by_which_a_pattern_is_found_is_an_equality() -> None:
    cypher, values = by_key(LISTED, {"places": ["a"], "changes": ["e"]})
    assert cypher == LISTED.replace("a.id IN $places", "a.id = $places_one")
    assert values == {"places": ["a"], "changes": ["e"], "places_one": "a"}


def test_alternatives_stay() -> None:
    cypher = "MATCH (p:Place)\nWHERE size($places) = 0 OR p.id IN $places\nRETURN p.id"
    assert by_key(cypher, {"places": ["a"]}) == (cypher, {"places": ["a"]})
