"""Titles of plans and attachments are read from their examples."""

import pytest

from loaders.papers.plan_titles import find_titles, is_attachment
from loaders.text import Paragraph, Words
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


CHECKS: Checks = {
    "title": lambda row: titles(row.example) == [row.example],
    "lines": lambda row: titles(*row.example.split("⏎")) == [row.example.replace("⏎", "")],
    "tail": lambda row: titles("资产盘活利用三年行动", row.example) == ["资产盘活利用三年行动方案"],
    "state": lambda row: titles(row.example) == [row.example],
    "attachment": lambda row: is_attachment(row.example) and titles(f"{row.example}工作方案") == [],
}


@pytest.mark.parametrize(("section", "row"), examples(plan_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
