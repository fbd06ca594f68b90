"""Tables that people bring: what is read of them, and what is refused."""

import io
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter

from api.conversion.user_table import UserCell, read_table, table_in
from api.conversion.written import plain
from graph.errors import FileRefusedError, NotFoundError, UsageError

WORDS = '乡镇,村,人口\r\n蓬莱镇,甲村,"1,200"\r\n,,\r\n蓬莱镇,"乙\r\n村",-3.5\r\n'


def workbook(*sheets: list[list[object]]) -> bytes:
    """A workbook of these rows of cells, a sheet each."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        grouped = book.add_format({"num_format": "#,##0"})
        for rows in sheets:
            sheet = book.add_worksheet()
            for line, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, datetime):
                        sheet.write_datetime(line, column, value, day)
                    elif isinstance(value, int):
                        sheet.write_number(line, column, value, grouped if value == 1200 else None)
                    else:
                        sheet.write(line, column, value)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("gb18030"),
        WORDS.encode("utf-16"),
        WORDS.replace(",", "\t").replace('"1\t200"', '"1,200"').encode(),
        ("全县各村人口表\r\n\r\n" + WORDS).encode(),
    ],
)
def test_text_is_read_in_every_encoding_with_commas_or_tabs(data: bytes) -> None:
    table = table_in(data, ["村", "人口"])
    assert [cell.words for cell in table.header.cells] == ["乡镇", "村", "人口"]
    at, figure = table.column("村"), table.column(" 人口 ")
    assert [row.at(at).words for row in table.rows] == ["甲村", "", "乙\r\n村"]
    assert [row.at(figure).figure for row in table.rows] == [1200, None, Fraction("-3.5")]


def test_a_row_has_the_number_that_it_has_in_the_file_and_a_short_one_ends_empty() -> None:
    table = table_in(b"title\n\na,b\n1\n\n2,3\n", ["a", "b"])
    assert [(row.number, row.at(1).words) for row in table.rows] == [(4, ""), (5, ""), (6, "3")]
    assert [row.number for row in table.above] == [1, 2]


def test_a_workbook_gives_numbers_as_numbers_and_long_codes_in_full() -> None:
    day = datetime(2021, 8, 9)  # noqa: DTZ001 - a cell knows no time zone
    rows: list[list[object]] = [
        ["代码", "人口", "日期", "备注"],
        [510923100263, 1200, day, "=1+1"],
        [],
        ["x", "", "", 5],
    ]
    table = table_in(workbook([["说明"]], rows), ["代码", "人口"])
    first, empty, last = table.rows
    assert (table.sheet, table.others) == ("Sheet2", 1)
    assert first.at(0).name == "510923100263"
    assert (first.at(1).words, first.at(1).value) == ("1,200", 1200.0)
    assert first.at(1).figure == Fraction(1200)
    assert (first.at(2).words, first.at(2).number) == ("2021-08-09", None)
    assert (empty.number, empty.at(0)) == (3, UserCell())
    assert (last.at(0).value, last.at(3).value) == ("x", 5.0)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "this is no table"),
        (b"a,b\n\x00,1\n", "this is no table"),
        (b"PK\x03\x04 cut off", "this is no table"),
        (workbook([["a"]])[:400], "this is no table|damaged"),
        (workbook([[]]), "the file holds no words"),
        ("村\n甲".encode() + b"\xff\xfe\xff\x80\x81 ", "undecodable"),
        (b'a,b\n"1,2\n3,4\n', "line 3: a quotation mark is not closed"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FileRefusedError, match=said):
        table_in(data, ["a"])


def test_a_column_that_is_not_there_or_is_there_twice_is_said() -> None:
    table = table_in(b"a,b,b\n1,2,3\n", ["a"])
    with pytest.raises(NotFoundError, match=r"no column c \(there are: a, b, b\)"):
        table.column("c")
    with pytest.raises(UsageError, match="Two columns are called b"):
        table.column("b")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="there is no such file"):
        read_table(tmp_path / "x.csv", ["a"])
    with pytest.raises(FileRefusedError, match=str(tmp_path)):
        read_table(tmp_path, ["a"])


@pytest.mark.parametrize("words", ["9" * 401, "0." + "1" * 5001, "1," * 400 + "000"])
def test_what_has_more_digits_than_a_figure_is_none(words: str) -> None:
    assert UserCell(words).figure is None


def test_numbers_are_written_in_full() -> None:
    assert [plain(value) for value in (105.123456789, 4e-07, 2.0000001, 12.0, 1e15, "甲")] == [
        "105.123456789",
        "0.0000004",
        "2.0000001",
        "12",
        "1000000000000000",
        "甲",
    ]
