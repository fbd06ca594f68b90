"""A date by which something is promised is found in the example, and told where it sets no task."""

import pytest

from graph.vocabulary.promises import promise_words
from graph.words.promised_dates import promised_dates
from loaders.extract import read_document
from loaders.read import read_bytes
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def told(row: Row) -> bool:
    reasons = [one.reason for one in read_document(read_bytes(row.example.encode(), "a.txt")).unread]
    return reasons == ["unread.date"] and any(promised_dates(row.example))


CHECKS: Checks = {"promises": told}


@pytest.mark.parametrize(("section", "row"), examples(promise_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
