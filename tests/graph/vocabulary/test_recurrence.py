"""Words of deadlines that come again give in their examples the days that the table states."""

import pytest

from graph.vocabulary.recurrence import recurrence_words
from graph.words.recurrence_phrases import recurrences
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def first_months(row: Row) -> tuple[int, ...]:
    return recurrences(row.example)[0].months


CHECKS: Checks = {
    "every": lambda row: recurrences(row.example)[0].day == 28,
    "periods": lambda row: first_months(row) == row.ends,
    "week": lambda row: recurrences(row.example)[0].weekday == row.days.index("五"),
    "parts": lambda row: recurrences(row.example)[0].day == row.last,
    "months": lambda row: min(first_months(row)) == {"first": 1, "second": 2, "last": 3, "next": 1}[row.of_period],
    "counts": lambda row: recurrences(row.example) == (),
}


@pytest.mark.parametrize(("section", "row"), examples(recurrence_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
