"""Workbooks of Excel 2003 as one file of XML: words as they are shown, places, what is left out and told, limits."""

import pytest

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.files.kinds import kind_of
from loaders.read import read_bytes
from loaders.text import Table, Text
from tests.loaders.formats.excel_2003.books_2003 import OPENING, book_2003, cell, row, rows_2003, sheet_2003

HEADER = ("序号", "工作任务", "牵头单位", "完成时限")
GB = '<?xml version="1.0" encoding="gb2312"?>\n'


def text_of(*sheets: str) -> Text:
    return read_bytes(book_2003(*sheets), "台账.xls")


def rows_of(text: Text) -> list[list[str]]:
    return [
        [one.text for one in each.cells] for table in text.blocks if isinstance(table, Table) for each in table.rows
    ]


def test_titles_merges_indexes_and_places() -> None:
    text = text_of(
        sheet_2003(
            row(cell("云岭县2025年督查台账", more='ss:MergeAcross="3"')),
            row(*HEADER, more='ss:Index="3"'),
            row(cell("1", "Number"), "修缮东干渠", cell("县水利局", more='ss:MergeDown="1"'), "2025年6月底"),
            row(cell("2", "Number"), "修缮西干渠", cell("2025年9月底", more='ss:Index="4"')),
        )
    )
    document = read_document(text)
    assert document.format == "xml"
    assert [one.title for one in document.plans] == ["云岭县2025年督查台账"]
    assert [(one.title, one.lead_units, one.dues[0].on, one.source.row) for one in document.tasks] == [
        ("修缮东干渠", ("县水利局",), "2025-06-30", 4),
        ("修缮西干渠", ("县水利局",), "2025-09-30", 5),
    ]
    assert document.tasks[0].source.sheet == "表1"


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        (cell("2025-06-30T00:00:00.000", "DateTime", more='ss:StyleID="day"'), "2025/6/30"),
        (cell("2025-06-01T00:00:00.000", "DateTime", more='ss:StyleID="of_month"'), "2025年6月"),
        (cell("45838", "Number", more='ss:StyleID="month"'), "2025年6月"),
        (cell("0.5", "Number"), "0.5"),
        (cell("六月底", "Number"), "六月底"),
        (cell("2025-13-01T00:00:00", "DateTime", more='ss:StyleID="day"'), "2025-13-01T00:00:00"),
        (cell("1", "Boolean"), "TRUE"),
        ('<Cell><ss:Data ss:Type="String">6月<html:S>初</html:S>底</ss:Data></Cell>', "6月底"),
    ],
)
def test_values_are_read_as_they_are_shown(due: str, shown: str) -> None:
    assert rows_of(text_of(sheet_2003(row(*HEADER), row("1", "修渠", "县水利局", due)))) == [
        ["1", "修渠", "县水利局", shown]
    ]


def test_what_is_struck_out_hidden_commented_on_or_not_calculated_is_said() -> None:
    comment = "<Comment><Data>已办结</Data></Comment>"
    text = text_of(
        sheet_2003(
            row(*HEADER),
            row("1", "修渠", cell("县林业局", more='ss:StyleID="gone"'), cell("6月", inner=comment)),
            row("2", "植树", "县林业局", cell(more='ss:Formula="=R[-1]C"'), more='ss:Hidden="1"'),
            row("3", "清淤", "县水利局", cell("#REF!", "Error")),
            columns='<Column ss:Index="2" ss:Span="1" ss:Hidden="1"/>',
        ),
        sheet_2003(row("旧表"), name="旧", options="<Visible>SheetHidden</Visible>"),
    )
    told = {one.reason: (one.source.quote, one.reason_values) for one in text.unread}
    assert told["unread.struck"][0] == "县林业局"
    assert told["unread.comments"][1] == {"cells": "D2"}
    assert told["unread.not_calculated"][0] == "=R[-1]C"
    assert told["unread.formula_error"][0] == "#REF!"
    assert told["unread.hidden_rows"][1]["rows"] == "3"
    assert told["unread.hidden_columns"][1]["columns"] == "B-C"
    assert told["unread.hidden_list"][1] == {"sheet": "旧"}
    assert [each[2] for each in rows_of(text)] == ["", "县林业局", "县水利局"]


def test_a_file_that_says_gb2312_may_hold_more() -> None:
    made = book_2003(rows_2003([HEADER[1:3], ("修缮㙍镇水渠", "县水利局")]), opening=GB, encoding="gb18030")
    assert rows_of(read_bytes(made, "台账.xml")) == [["修缮㙍镇水渠", "县水利局"]]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (book_2003(rows_2003([HEADER]))[:-20], "file.workbook_damaged"),
        (book_2003(rows_2003([HEADER]), opening=f"{OPENING}<!DOCTYPE x [<!ENTITY a 'b'>]>"), "file.workbook_damaged"),
        (f"{OPENING}<Document/>".encode(), "file.workbook_damaged"),
        (book_2003(rows_2003([])), "file.no_words"),
        (book_2003(sheet_2003(row(*[cell("1", more='ss:Index="x"')] * 3, more='ss:Index="99999999999"'))), ""),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument/>', "file.not_read"),
    ],
    ids=["truncated", "entities", "another root", "empty", "odd indexes", "a document"],
)
def test_bad_files_are_refused_in_a_sentence(data: bytes, key: str) -> None:
    if not key:
        assert read_bytes(data, "台账.xls").characters
        return
    with pytest.raises(FileRefusedError) as refused:
        read_bytes(data, "台账.xls")
    assert refused.value.key == key


def test_other_xml_is_no_workbook() -> None:
    assert kind_of(b'<?xml version="1.0"?><a>\xe4\xbf\xae\xe6\xb8\xa0</a>') == "text"
