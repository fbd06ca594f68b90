"""Old workbooks say what newer ones do: values as shown, merges, what is hidden and struck out."""

import struct
from datetime import date
from typing import Any

import pytest
import xlwt

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.formats.xls.formulas import never_calculated
from loaders.read import read_bytes
from loaders.text import Table, Text
from tests.loaders.formats.xls.old_books import Look, OldSheet, old_book

HEADER = ("序号", "督查事项", "具体任务", "牵头单位", "配合单位", "完成时限", "进展情况")
FIRST = (1, "乡村振兴", "修建望川渠二期", "县水利局", "县财政局", "2025年6月", "已开工")


def text_of(*sheets: OldSheet) -> Text:
    return read_bytes(old_book(*sheets), "台账.xls")


def table_of(text: Text) -> Table:
    return next(block for block in text.blocks if isinstance(block, Table))


def cells(text: Text) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table_of(text).rows]


def test_titles_rows_and_places_are_those_of_the_sheet() -> None:
    rows = [("望川县2025年督查台账",), HEADER, FIRST]
    text = text_of(OldSheet(rows, [(0, 0, 0, 6)], name="台账"))
    document = read_document(text)
    assert (document.format, table_of(text).title) == ("xls", "望川县2025年督查台账")
    [task] = document.tasks
    assert (task.number, task.title, task.content) == ("1", "乡村振兴", "修建望川渠二期")
    assert (task.lead_units, task.supporting_units) == (("县水利局",), ("县财政局",))
    assert (task.source.sheet, task.source.row) == ("台账", 3)
    assert task.source.quote == "1\t乡村振兴\t修建望川渠二期\t县水利局\t县财政局\t2025年6月\t已开工"


def test_merged_cells_hold_for_each_of_their_rows() -> None:
    rows = [HEADER, FIRST, (2, "产业", "建冷库", None, None, None, None), (3, "产业", "植树", None, None, None, None)]
    document = read_document(text_of(OldSheet(rows, [(1, 2, 3, 3), (1, 2, 5, 5)])))
    assert [(task.lead_units, task.due_text) for task in document.tasks] == [(("县水利局",), "2025年6月")] * 2


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Look(date(2025, 6, 1), "month"), "2025年6月"),
        (Look(date(2025, 6, 30), "date"), "2025/6/30"),
        (Look(45838), "2025年6月30日"),
        (Look("6月底"), "6月底"),
        (Look(202506), "202506"),
    ],
)
def test_deadlines_have_the_precision_that_their_cells_show(value: Look, shown: str) -> None:
    [row] = cells(text_of(OldSheet([HEADER, (*FIRST[:5], value, None)])))
    assert row[5] == shown


def test_days_counted_from_1904_are_the_days_that_are_shown() -> None:
    data = old_book(OldSheet([HEADER, (*FIRST[:5], Look(44376, "date"), None)]), from_1904=True)
    [row] = cells(read_bytes(data, "台账.xls"))
    assert row[5] == "2025/6/30"


def test_numbers_truths_and_errors() -> None:
    rows = [HEADER, (*FIRST[:6], Look(0.5, "0%")), (Look(2, "000"), True, "植树", None, None, None, None)]
    assert [row[at] for row, at in zip(cells(text_of(OldSheet(rows))), (6, 0), strict=True)] == ["50%", "002"]


def test_what_is_struck_out_or_hidden_is_said() -> None:
    def also(sheet: Any) -> None:  # noqa: ANN401 - the library has no types
        gone, kept = xlwt.Font(), xlwt.Font()
        gone.struck_out = True
        sheet.write_rich_text(1, 3, (("县财政局", gone), ("县水利局", kept)))
        sheet.row(2).hidden = True
        sheet.col(6).hidden = True

    def away(sheet: Any) -> None:  # noqa: ANN401
        sheet.visibility = 1

    struck = (Look(2), "产业", "建冷库", Look("县农业农村局", struck=True), None, "9月", None)
    document = read_document(text_of(OldSheet([HEADER, FIRST, struck], also=also), OldSheet([("甲",)], also=away)))
    assert [task.lead_units for task in document.tasks] == [("县水利局",), ()]
    assert [(one.reason, one.source.quote) for one in document.unread if one.reason != "unread.no_owner"] == [
        ("unread.struck", "县财政局"),
        ("unread.struck", "县农业农村局"),
        ("unread.hidden_rows", "表1"),
        ("unread.hidden_columns", "表1"),
        ("unread.hidden_list", "表2"),
    ]


CALCULATED = struct.pack("<HHII", 0x01C1, 8, 0x01C1, 191029)
"""The record in which Excel notes by which version it calculated."""


def test_a_formula_that_nobody_calculated_is_said() -> None:
    rows = [HEADER, (*FIRST[:6], xlwt.Formula('A2&"项"'))]
    document = read_document(text_of(OldSheet(rows), OldSheet([HEADER, FIRST])))
    told = [(one.reason, one.source.sheet, one.source.row, one.source.column) for one in document.unread]
    assert told == [("unread.not_calculated", "表1", 2, 7)]
    assert len(document.tasks) == 2


@pytest.mark.parametrize(
    ("value", "found"),
    [(bytes(8), {(1, 6)}), (b"\x03\0\0\0\0\0\xff\xff", {(1, 6)}), (struct.pack("<d", 2.0), set())],
)
def test_formulas_without_a_value_are_found_where_no_program_has_calculated(
    value: bytes, found: set[tuple[int, int]]
) -> None:
    begins, ends = struct.pack("<HHI", 0x0809, 4, 0x0600), struct.pack("<HH", 0x000A, 0)
    formula = struct.pack("<HHHHH", 0x0006, 14, 1, 6, 15) + value
    chart = begins + ends
    for calculated, expected in ((b"", found), (CALCULATED, None)):
        globals_length = len(begins) + 2 * 10 + len(calculated) + len(ends)
        listed = [struct.pack("<HHIBB", 0x0085, 6, at, 0, kind) for at, kind in ((globals_length, 0), (0, 2))]
        stream = begins + b"".join(listed) + calculated + ends + begins + chart + formula + ends
        assert never_calculated(stream) == ([] if expected is None else [expected])
        assert all(never_calculated(stream[:cut]) is not None for cut in range(len(stream)))


def test_a_page_and_a_text_of_tabs_under_the_ending_are_read_as_what_they_are() -> None:
    rows = (("序号", "任务", "责任单位"), ("1", "修渠", "县水利局"))
    tabs = "\n".join("\t".join(row) for row in rows)
    for data in (tabs.encode("gb18030"), b"\xff\xfe" + tabs.encode("utf-16-le")):
        document = read_document(read_bytes(data, "台账.xls"))
        assert (document.format, [task.responsible_units for task in document.tasks]) == ("csv", [("县水利局",)])
    page = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    document = read_document(read_bytes(f"<html><table>{page}</table></html>".encode(), "台账.xls"))
    assert [task.responsible_units for task in document.tasks] == [("县水利局",)]


@pytest.mark.parametrize("kept", [600, 2000, 0.5, 0.9])
def test_a_workbook_that_is_cut_off_is_refused_in_a_sentence(kept: float) -> None:
    data = old_book(OldSheet([HEADER, FIRST]))
    with pytest.raises(FileRefusedError) as refused:
        read_bytes(data[: int(kept if kept > 1 else len(data) * kept)], "台账.xls")
    assert refused.value.key in {"file.workbook_damaged", "file.not_read"}


def test_a_workbook_with_a_password_is_refused_as_such() -> None:
    data = bytearray(old_book(OldSheet([HEADER, FIRST])))
    at = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00") + 20
    length = int.from_bytes(data[at + 2 : at + 4], "little")
    data[at : at + 2] = b"\x2f\x00"  # the record by which Excel says that all behind it is encrypted
    assert length
    with pytest.raises(FileRefusedError, match="password"):
        read_bytes(bytes(data), "台账.xls")
