"""Titles, issue numbers, issuers and days of issue are read from their examples."""

import pytest

from graph.statements import HeadStatement
from loaders.papers.head import read_head
from loaders.papers.plan_titles import find_titles, is_attachment
from loaders.text import Paragraph, Text, Words, line_starts
from loaders.vocabulary.plans import plan_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def paragraphs(*lines: str) -> list[Paragraph]:
    characters, start, found = "\n".join(lines), 0, []
    for number, line in enumerate(lines, start=1):
        found.append(Paragraph(Words.of(characters, start, start + len(line)), number))
        start += len(line) + 1
    return found


def titles(*lines: str) -> list[str]:
    return [title.text for title in find_titles(paragraphs(*lines))]


def head(*lines_: str) -> HeadStatement:
    lines, characters = paragraphs(*lines_), "\n".join(lines_)
    text = Text("a.txt", "0", "txt", characters, tuple(lines), line_starts(characters))
    return read_head(text, lines, lines)


CHECKS: Checks = {
    "title": lambda row: titles(row.example) == [row.example],
    "lines": lambda row: titles(*row.example.split("⏎")) == [row.example.replace("⏎", "")],
    "tail": lambda row: titles("资产盘活利用三年行动", row.example) == ["资产盘活利用三年行动方案"],
    "notice": lambda row: head(row.example[:12], row.example[12:]).title == row.example,
    "number": lambda row: head(row.example).number == "青禾府发〔2021〕8号",
    "letterhead": lambda row: head(row.example).issuer == "中共青禾镇委员会办公室",
    "attachment": lambda row: is_attachment(row.example) and titles(f"{row.example}工作方案") == [],
    "issued": lambda row: head(row.example).issued_on == "2021-08-19",
}


@pytest.mark.parametrize(("section", "row"), examples(plan_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
