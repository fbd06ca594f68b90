"""Labels give in their examples the roles that the table states."""

import pytest

from graph.words.fold import fold
from loaders.prose.labels import find_labels
from loaders.vocabulary.labels import label_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def roles(row: Row) -> list[tuple[str, ...]]:
    return [label.roles for label in find_labels(fold(row.example))]


CHECKS: Checks = {
    "unit": lambda row: (row.role,) in roles(row),
    "leader": lambda row: roles(row) == [(row.role,)],
    "due": lambda row: roles(row) == [("due",)],
    "bare": lambda row: (row.role,) in roles(row),
    "weak": lambda row: [(one.weak, one.roles) for one in find_labels(fold(row.example))] == [(True, (row.role,))],
    "second": lambda row: roles(row) == [("responsible", row.role)],
    "other": lambda row: set(roles(row)) == {("other",)},
    "work": lambda row: set(roles(row)) == {("other",)},
    "glued": lambda row: roles(row) == [("responsible",)],
    "not_after": lambda row: roles(row) == [],
}


@pytest.mark.parametrize(("section", "row"), examples(label_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
