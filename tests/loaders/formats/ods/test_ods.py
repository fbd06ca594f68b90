"""OpenDocument sheets say what Excel workbooks do."""

import pytest

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.text import Paragraph, Table, Text
from tests.loaders.formats.ods.open_sheets import MIME, cell, covered, ods, packed, row, rows_of, sheet

HEADER = ("序号", "重点任务", "责任单位", "完成时限")


def text_of(*sheets: str) -> Text:
    return read_bytes(ods(*sheets), "台账.ods")


def cells(text: Text) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells] for block in text.blocks if isinstance(block, Table) for row in block.rows
    ]


def test_titles_merges_and_places() -> None:
    text = text_of(
        sheet(
            row(cell("望川县2025年台账", across=4), covered(3)),
            row(*HEADER),
            row("1", "修渠", cell("县水利局", down=2), "6月底"),
            row("2", "植树\n二期", covered(), "9月"),
            row(cell("注：按月报送", across=4), covered(3)),
            name="台账",
        )
    )
    document = read_document(text)
    assert document.format == "ods"
    assert [(task.title, task.responsible_units, task.due_text) for task in document.tasks] == [
        ("修渠", ("县水利局",), "6月底"),
        ("植树二期", ("县水利局",), "9月"),
    ]
    assert [(task.source.sheet, task.source.row) for task in document.tasks] == [("台账", 3), ("台账", 4)]
    assert [block.words.text for block in text.blocks if isinstance(block, Paragraph)] == [
        "望川县2025年台账",
        "注：按月报送",
    ]


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (cell("2025年6月", more='office:value-type="date" office:date-value="2025-06-01"'), "2025年6月"),
        (cell("2025/6/30", more='office:value-type="date" office:date-value="2025-06-30"'), "2025/6/30"),
        (cell("06/30/25", more='office:value-type="date" office:date-value="2025-06-30"'), "2025年6月30日"),
        (cell("6月30日", more='office:value-type="date" office:date-value="2025-06-30"'), "2025年6月30日"),
        (cell("45838", more='office:value-type="float" office:value="45838"'), "2025年6月30日"),
        (cell(more='office:value-type="float" office:value="45838"'), "2025年6月30日"),
        (cell(inner="<text:p>6<text:s/>月<text:span>底</text:span></text:p>"), "6 月底"),
    ],
)
def test_deadlines_are_read_as_they_are_shown(made: str, shown: str) -> None:
    assert cells(text_of(sheet(row(*HEADER), row("1", "修渠", "县水利局", made))))[0][3] == shown


def test_what_is_struck_out_hidden_commented_on_or_not_calculated_is_said() -> None:
    struck = '<text:p><text:span text:style-name="gone-words">县财政局</text:span>县水利局</text:p>'
    noted = "<office:annotation><text:p>请核实</text:p></office:annotation><text:p>6月</text:p>"
    body = sheet(
        row(*HEADER),
        row("1", "修渠", cell(inner=struck), cell(inner=noted)),
        row("2", "植树", "县林业局", cell(more='table:formula="of:=A1"')),
        row("3", cell("废止", more='table:style-name="gone"'), "县交通局", "9月"),
        row("4", "清淤", "县水利局", "9月", more='table:visibility="collapse"'),
        columns='<table:table-column table:number-columns-repeated="3"/>'
        '<table:table-column table:visibility="collapse"/>',
    )
    choices = sheet(row("县水利局"), name="单位", more='table:style-name="away"')
    document = read_document(text_of(body, choices))
    assert document.tasks[0].responsible_units == ("县水利局",)
    found = [(one.reason, one.source.quote) for one in document.unread]
    assert [one for one in found if one[0] != "unread.no_work"] == [
        ("unread.struck", "县财政局"),
        ("unread.struck", "废止"),
        ("unread.not_calculated", "of:=A1"),
        ("unread.hidden_rows", "表1"),
        ("unread.hidden_columns", "表1"),
        ("unread.comments", "表1"),
        ("unread.hidden_list", "单位"),
    ]


@pytest.mark.parametrize("day", ["2025-06", "12025-06-30"])
def test_a_date_that_is_none_is_read_as_it_is_shown_and_told(day: str) -> None:
    due = cell("6月30日", more=f'office:value-type="date" office:date-value="{day}"')
    document = read_document(text_of(sheet(row(*HEADER), row("1", "修渠", "县水利局", due))))
    assert [task.due_text for task in document.tasks] == ["6月30日"]
    assert [(one.reason, one.source.quote) for one in document.unread] == [("unread.odd_value", day)]


def test_cells_and_rows_that_stand_for_many_are_as_many_and_empty_ones_none() -> None:
    empty = row(cell(more='table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048000"')
    twice = row("1", "修渠", cell("县水利局", more='table:number-columns-repeated="2"'))
    text = text_of(sheet(row("序号", "任务", "牵头单位", "配合单位"), twice, empty, row("填表人：赵六")))
    assert cells(text) == [["1", "修渠", "县水利局", "县水利局"]]
    assert text.blocks[-1].locator.row == 1_048_003


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (ods(sheet(row(cell("甲", more='table:number-columns-repeated="999999"')))), "file.too_many_cells"),
        (ods(sheet(row("甲", more='table:number-rows-repeated="999999"'))), "file.too_many_cells"),
        (ods(sheet(row("甲")), manifest="<manifest:encryption-data/>"), "file.encrypted"),
        (ods(sheet(row("甲")), opening='<!DOCTYPE a [<!ENTITY b "c">]>'), "file.workbook_damaged"),
        (ods(sheet(row("甲")))[:-40], "file.workbook_damaged"),
        (packed({"mimetype": MIME, "content.xml": "<a"}), "file.workbook_damaged"),
        (packed({"mimetype": MIME}), "file.workbook_damaged"),
        (packed({"mimetype": MIME, "content.xml": f"<a>{' ' * 70_000_000}</a>"}), "file.unpacks_too_large"),
        (ods(sheet(*rows_of([()]))), "file.no_words"),
    ],
)
def test_bad_files_are_refused_in_a_sentence(data: bytes, key: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        read_bytes(data, "台账.ods")
    assert refused.value.key == key
