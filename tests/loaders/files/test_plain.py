"""Bytes become characters by a stated rule; nothing is replaced, nothing is dropped."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import FileRefusedError
from loaders.files.plain import decode, is_page_number, read_lines

WORDS = "责任单位：县水利局\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("gb18030"),
        WORDS.encode("gbk"),
        WORDS.encode("gb2312"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312"],
)
def test_an_encoding_is_told_by_its_mark_or_by_what_decodes(data: bytes) -> None:
    assert decode(data) == WORDS


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"\x01\x02\x03 a file of no known kind", "binary"),
        (b"ab\x00\x00cd", "binary"),
        (b"\xff\xfe\xff", "undecodable"),
        (b"\x81\xff\xff\xff", "undecodable"),
    ],
)
def test_what_is_no_plain_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(FileRefusedError, match=reason):
        decode(data)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028"])
def test_lines_end_at_every_sign_that_ends_a_line(end: str) -> None:
    lines = read_lines(f"一{end}二{end}{end}三")
    assert [line.words.text for line in lines] == ["一", "二", "", "三"]


def test_a_form_feed_ends_a_page() -> None:
    lines = read_lines("一\f二\n— 3 —\n")
    assert [(line.words.text, line.page) for line in lines] == [
        ("一", False),
        ("", True),
        ("二", False),
        ("— 3 —", True),
    ]


def test_signs_without_width_are_no_part_of_the_words_but_of_their_place() -> None:
    characters = "\ufeff责\u200b任单位：水利\u00ad站\u200d\n\u200b\n"
    first, second = read_lines(characters)
    assert (first.words.text, second.blank) == ("责任单位：水利站", True)
    assert characters[first.words.start : first.words.end] == "责\u200b任单位：水利\u00ad站"


def test_signs_of_a_heading_in_markdown_are_no_words() -> None:
    assert [line.words.text for line in read_lines("## 一、任务\n#1 修渠")] == ["一、任务", "#1 修渠"]


def test_a_line_that_starts_with_a_tab_opens_a_cell_also_behind_blanks_and_when_empty() -> None:
    lines = read_lines("\t序号\n \t标题\n\t\n正文\n")
    assert [(line.cell, line.blank) for line in lines[:4]] == [
        (True, False),
        (True, False),
        (True, False),
        (False, False),
    ]


@given(st.text(alphabet=" \t\r\n甲乙。", max_size=60))
def test_each_line_knows_where_its_words_stand(characters: str) -> None:
    for line in read_lines(characters):
        assert characters[line.words.start : line.words.start + len(line.words.text)] == line.words.text


def test_a_page_number_is_a_line_of_digits_but_not_where_words_go_on_with_what_it_counts() -> None:
    assert [line.page for line in read_lines("修桥。\n7\n植树。\n")] == [False, True, False]
    assert [line.page for line in read_lines("总投资\n300\n万元\n")] == [False, False, False]
    assert [line.page for line in read_lines("2021年\n12\n月底\n")] == [False, False, False]
    assert [line.page for line in read_lines("2021年\n\n12\n\n月底\n")][2]
    assert [line.page for line in read_lines("修桥。\n- 7 -\n个\n")] == [False, True, False]


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("－ 12 －", True),
        ("· 3 ·", True),
        ("3/12", True),
        ("第 3 页", True),
        ("第3页，共12页", True),
        ("共12页  第3页", True),
        ("3月", False),
        ("3.", False),
        ("第3页说明", False),
    ],
)
def test_page_numbers_are_written_in_many_ways(line: str, *, page: bool) -> None:
    assert is_page_number(line) is page


@pytest.mark.parametrize("encoding", ["big5", "utf-16-le", "shift-jis"])
def test_words_of_another_encoding_are_refused_rather_than_read_as_others(encoding: str) -> None:
    words = "縣水利局負責河道清理工作，各鄉鎮配合，並於年底前完成全部任務，確保安全度過汛期。"
    with pytest.raises(FileRefusedError):
        decode(words.encode(encoding, errors="ignore"))
