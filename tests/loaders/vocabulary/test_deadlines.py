"""Phrases of deadlines are read from their examples as the table says."""

from calendar import monthrange

import pytest

from graph.statements import Due
from loaders.deadlines.reading import read_deadlines
from loaders.vocabulary.deadlines import deadline_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word

YEAR = 2021


def dues(row: Row) -> tuple[Due, ...]:
    return read_deadlines(row.example, YEAR)


def kinds(row: Row) -> list[str]:
    return [due.kind for due in dues(row)]


def day(month: int, number: int) -> str:
    return f"{YEAR}-{month:02}-{number or monthrange(YEAR, month)[1]:02}"


def is_stretch(row: Row) -> bool:
    [due] = dues(row)
    start = day(*row.first) if row.whole else ""
    return (due.start, due.on, due.precision) == (start, day(*row.last), row.precision)


CHECKS: Checks = {
    "masks": lambda row: kinds(row) == ["masked"],
    "years": lambda row: max(due.on for due in dues(row))[:4] == str(YEAR + row.distance),
    "around": lambda row: [(due.start, due.on) for due in dues(row)] == [("2021-03-01", "2022-01-31")],
    "stretches": is_stretch,
    "parts": lambda row: [due.on for due in dues(row)] == [day(6, row.last)],
    "vague": lambda row: kinds(row) == ["unreadable"],
    "ongoing": lambda row: kinds(row) == ["ongoing"],
    "recurring": lambda row: kinds(row) == ["recurring"],
    "relative": lambda row: kinds(row) == ["relative"],
    "nothing": lambda row: kinds(row) == [],
    "not_due": lambda row: kinds(row) == ["unreadable"],
    "labels": lambda row: [due.label for due in dues(row)] == ["省级试点村", "其余村"],
}


@pytest.mark.parametrize(("section", "row"), examples(deadline_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
