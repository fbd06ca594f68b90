"""Spellings are one name, numbers are dropped and masks are seen in the examples."""

import pytest

from graph.vocabulary.names import name_words
from graph.words.names import masked, name_form, title_form
from tests.examples_of_words import Checks, Row, examples, holds_a_word

CHECKS: Checks = {
    "joiners": lambda row: len(set(map(name_form, row.example.split(" = ")))) == 1,
    "numbers": lambda row: {title_form(f"{number}盘活资产") for number in row.example.split()} == {"盘活资产"},
    "masks": lambda row: all(map(masked, row.example.split())),
}


@pytest.mark.parametrize(("section", "row"), examples(name_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
