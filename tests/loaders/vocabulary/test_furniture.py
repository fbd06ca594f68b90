"""Lines of the web page around a paper are dropped in the examples, and digits between words are kept."""

import pytest

from graph.words.fold import compact
from loaders.files.furniture import page_furniture
from loaders.files.plain import read_lines
from loaders.vocabulary.furniture import furniture_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def kept(*lines: str) -> list[str]:
    furniture = page_furniture([compact(line) for line in lines])
    return [line for at, line in enumerate(lines) if at not in furniture]


PAPER = ("一、修渠。", "二、植树。")

CHECKS: Checks = {
    "sure": lambda row: kept(row.example) == [],
    "beside": lambda row: (kept(row.example), kept(row.example, "版权所有")) == ([row.example], []),
    "counters": lambda row: kept(row.example, *PAPER) == [*PAPER],
    "papers": lambda row: kept(row.example, *PAPER) == [row.example, *PAPER],
    "way": lambda row: kept(row.example, *PAPER) == [*PAPER],
    "foot": lambda row: kept(*PAPER, row.example) == [*PAPER],
    "controls": lambda row: kept(row.example, *PAPER) == [*PAPER],
    "page_number": lambda row: not any(line.page for line in read_lines(row.example.replace("⏎", "\n"))),
}


@pytest.mark.parametrize(("section", "row"), examples(furniture_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
