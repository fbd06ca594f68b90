"""Titles, issue numbers, issuers, days and the data of saved pages are read from their examples."""

import pytest

from graph.statements import HeadStatement
from graph.words.fold import compact
from loaders.papers.glued_title import end_of_title
from loaders.papers.head import read_head
from loaders.papers.head_lines import HeadLine
from loaders.papers.issuers import names_of
from loaders.papers.page_fields import read_fields
from loaders.read import read_bytes
from loaders.text import Words
from loaders.vocabulary.heads import head_words
from tests.examples_of_words import Checks, Row, examples, holds_a_word


def head(*lines: str) -> HeadStatement:
    text = read_bytes("\n".join(lines).encode(), "paper.txt")
    return read_head(text, text.blocks)


def line(words: str) -> HeadLine:
    return HeadLine.of(Words.of(words, 0, len(words)))


def gives_its_value(row: Row) -> bool:
    behind = "\n" if row.colon else ""  # common words stand at a boundary
    text = read_bytes(f"公文名称：关于修渠的通知{behind}{row.example}\n各乡镇：\n".encode(), "paper.txt")
    fields = read_fields(text.blocks)
    value = row.example.partition("：")[2]
    return fields["title"] == "关于修渠的通知" and (row.gives in {"title", "other"} or fields[row.gives] == value)


CHECKS: Checks = {
    "notice": lambda row: head(row.example[:12], row.example[12:]).title == row.example,
    "nouns": lambda row: head("县政府大院", row.example).title == row.example,
    "going_on": lambda row: head("关于转发修渠意见", row.example).title == f"关于转发修渠意见{row.example}",
    "clause": lambda row: names_of(row.example) == "" and names_of(row.example.removeprefix("为深入贯彻")) != "",
    "opening": lambda row: end_of_title(compact(f"青禾县广播工作意见{row.example}，制定本意见。")) == 9,
    "glued": lambda row: end_of_title(compact(f"青禾县广播{row.example}各乡镇认真抓好。")) == 5 + len(row.example),
    "letterhead": lambda row: head(row.example, "关于修渠的通知").issuer == "中共青禾镇委员会办公室",
    "issuer": lambda row: head(f"工作方案\n一、修渠。附件：清单{row.example}2023年1月9日").issuer == "",
    "number": lambda row: head(row.example).number == "青禾府发〔2021〕8号",
    "issued": lambda row: head("关于修渠的通知", "各村：", row.example).issued_on == "2021-08-19",
    "closing": lambda row: head("关于修渠的通知", "2023年1月9日" + row.example).issued_on == "2023-01-09",
    "fields": gives_its_value,
    "page": lambda row: not line(row.example).bare,
}


@pytest.mark.parametrize(("section", "row"), examples(head_words()))
def test_the_words_of_a_row_do_in_its_example_what_the_table_says(section: str, row: Row) -> None:
    assert holds_a_word(row)
    assert CHECKS[section](row)
