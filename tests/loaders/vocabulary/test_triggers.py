"""What became nothing is told of in the examples."""

import pytest

from loaders.changes.untold import WITHOUT_RESULT
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.vocabulary.triggers import trigger_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def reasons(row: Row) -> list[str]:
    return [one.reason for one in read_document(read_bytes(row.example.encode(), "a.txt")).unread]


CHECKS: Checks = {
    "trigger": lambda row: len(reasons(row)) == 1,
    "for_all_tasks": lambda row: len(reasons(row)) == 1,
    "of_places": lambda row: reasons(row) == ["unread.superior"],
    "without_result": lambda row: reasons(row) == [WITHOUT_RESULT],
}


@pytest.mark.parametrize(("section", "row"), examples(trigger_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
