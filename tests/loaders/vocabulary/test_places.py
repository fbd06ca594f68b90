"""Names of places, and what only looks like one, are told apart in the examples."""

import pytest

from loaders.changes.lists.lists import read_list
from loaders.places.finding import find_places
from loaders.places.jurisdiction import read_jurisdiction
from loaders.places.names import is_name, parse_place
from loaders.vocabulary.places import place_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def name_of(row: Row) -> str:
    place = parse_place(row.example)
    return place.name if place else ""


def is_list_of_names(row: Row) -> bool:
    names = row.example.removeprefix("撤销")
    return [party.name for party in read_list(names)] == names.split("、") and not all(map(is_name, names.split("、")))


CHECKS: Checks = {
    "offices": lambda row: name_of(row) == "甲村",
    "plain_class": lambda row: name_of(row) == "玛璜村",
    "stems": lambda row: name_of(row) == "",
    "generic": lambda row: name_of(row) == "",
    "listed": is_list_of_names,
    "tasks": lambda row: find_places(row.example) == ("红林村", "鑫河村"),
    "jurisdiction": lambda row: read_jurisdiction(row.example, "", "", "") == "大英县/蓬莱镇",
}


@pytest.mark.parametrize(("section", "row"), examples(place_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
