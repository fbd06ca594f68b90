"""Names of places say their levels in the examples, and the words for a level stand for the own place."""

import pytest

from graph.identity.identity import unit_name
from graph.identity.scope import Scope
from graph.vocabulary.levels import level_words
from graph.words.levels import level_of
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def stands_for_its_place(row: Row) -> bool:
    """Whether 镇综治中心 in a plan of 蓬莱镇 is 综治中心."""
    word = next(word for word in row.words if row.example.endswith(word))
    return unit_name(f"{word}综治中心", Scope(row.example, (row.example,))) == "综治中心"


CHECKS: Checks = {
    "endings": lambda row: level_of(row.example) == row.level and row.example.endswith(row.words),
    "names": lambda row: level_of(row.example) == "province",
    "level": lambda row: level_of(row.example) == row.name and stands_for_its_place(row),
}


@pytest.mark.parametrize(("section", "row"), examples(level_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
