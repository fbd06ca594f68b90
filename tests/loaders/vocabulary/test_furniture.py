"""Lines of the web page around a paper are dropped in the examples, and digits between words are kept."""

import pytest

from graph.words.fold import compact
from loaders.files.furniture import page_furniture
from loaders.files.plain import read_lines
from loaders.formats.html.reader import read_html
from loaders.text import Paragraph
from loaders.vocabulary.furniture import furniture_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def kept(*lines: str) -> list[str]:
    furniture = page_furniture([compact(line) for line in lines])
    return [line for at, line in enumerate(lines) if at not in furniture]


def read_words(page: str) -> list[str]:
    """The paragraphs of a web page."""
    return [one.words.text for one in read_html(page.encode()).blocks if isinstance(one, Paragraph)]


PAPER = ("一、修渠。", "二、植树。")

CHECKS: Checks = {
    "sure": lambda row: kept(row.example) == [],
    "beside": lambda row: (kept(row.example), kept(row.example, "版权所有")) == ([row.example], []),
    "counters": lambda row: kept(row.example, *PAPER) == [*PAPER],
    "papers": lambda row: kept(row.example, *PAPER) == [row.example, *PAPER],
    "way": lambda row: kept(row.example, *PAPER) == [*PAPER],
    "foot": lambda row: kept(*PAPER, row.example) == [*PAPER],
    "controls": lambda row: kept(row.example, *PAPER) == [*PAPER],
    "parts": lambda row: read_words(f"{row.example}<ul><li>一、修渠。</li></ul>") == ["一、修渠。"],
    "page_number": lambda row: not any(line.page for line in read_lines(row.example.replace("⏎", "\n"))),
}


@pytest.mark.parametrize(("section", "row"), examples(furniture_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
