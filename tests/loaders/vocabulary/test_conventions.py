"""Notes on who leads are read from their examples, with the words around them."""

import pytest

from loaders.owners.conventions import Convention, take_note
from loaders.vocabulary.conventions import convention_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def rule(row: Row) -> Convention:
    found = take_note(row.example)[1]
    assert found is not None
    return found


CHECKS: Checks = {
    "places": lambda row: rule(row).rule == row.rule,
    "standing": lambda row: take_note(row.example)[0] == "",
    "filling": lambda row: take_note(row.example)[0] == "",
    "links": lambda row: take_note(row.example)[0] == "",
    "leads": lambda row: rule(row).party == row.party,
    "also": lambda row: take_note(row.example)[0] == "",
    "exceptions": lambda row: take_note(row.example)[0] == "",
    "names": lambda row: rule(row).party == "leaders",
    "openings": lambda row: take_note(row.example)[0] == "",
    "every_table": lambda row: take_note(row.example)[0] == "",
    "closing": lambda row: (rule(row).lasting, rule(row).others) == (True, "supporting"),
}


@pytest.mark.parametrize(("section", "row"), examples(convention_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
