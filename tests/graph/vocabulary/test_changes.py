"""The name of a project tells of a change that is stated elsewhere, and is none itself."""

import pytest

from graph.vocabulary.changes import project_words
from loaders.extract import read_document
from loaders.read import read_bytes
from tests.examples_of_words import Checks, Row, examples, holds_a_word

CHECKS: Checks = {
    "further_sources": lambda row: read_document(read_bytes(row.example.encode(), "a.txt")).changes == (),
}


@pytest.mark.parametrize(("section", "row"), examples(project_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
