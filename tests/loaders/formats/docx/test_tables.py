"""Tables of Word documents: their headers, merges, nested tables and parts, as offices make them."""

import pytest

from graph.statements import PlanDocument
from loaders.extract import read_document
from loaders.formats.readers import reader_of
from loaders.read import read_bytes
from loaders.text import Paragraph, Table, Text
from tests.loaders.formats.docx.word_files import docx, p, raw, run, sdt, tbl, tc, tr

HEADER = tr("序号", "重点任务", "责任单位", "完成时限")
TITLE = p("柳林镇2024年重点工作任务清单")


def read(body: str) -> Text:
    return read_bytes(docx(body), "方案.docx")


def document(body: str) -> PlanDocument:
    return read_document(read(TITLE + body))


def tables(body: str) -> list[Table]:
    return [block for block in read(body).blocks if isinstance(block, Table)]


def cells(body: str) -> list[list[str]]:
    """The rows of all tables."""
    return [[cell.text for cell in row.cells] for table in tables(body) for row in table.rows]


def owners(body: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Of each task the title, who does it, and until when."""
    return [
        (one.title, (*one.lead_units, *one.responsible_units, *one.supporting_units), one.due_text)
        for one in document(body).tasks
    ]


def test_rows_are_read_with_their_cells_and_places() -> None:
    body = tbl(HEADER, tr("1", "修渠\n清淤", "水利站", "6月底前"), tr("2", "植树", "", "3月底前"))
    [table] = tables(body)
    assert table.header == ("序号", "重点任务", "责任单位", "完成时限")
    assert cells(body) == [["1", "修渠\n清淤", "水利站", "6月底前"], ["2", "植树", "", "3月底前"]]
    [first, second] = document(body).tasks
    assert first.source.quote == "1\t修渠\n清淤\t水利站\t6月底前"
    assert second.source.quote == "2\t植树\t\t3月底前"
    assert [(one.source.table, one.source.row, one.source.column) for one in (first, second)] == [
        (1, 2, None),
        (1, 3, None),
    ]
    assert (first.source.line, first.source.paragraph) == (None, None)
    assert [cell for _, cell in reader_of("docx").part_row(second.source.quote)] == ["2", "植树", "", "3月底前"]


def test_an_owner_merged_over_five_rows_is_that_of_each_other_than_an_empty_cell() -> None:
    rows = [
        tr(str(at), f"任务{at}", tc("水利站", down="restart" if at == 1 else "continue"), "6月") for at in range(1, 6)
    ]
    body = tbl(HEADER, *rows, tr("6", "植树", "", "3月"))
    assert owners(body) == [*[(f"任务{at}", ("水利站",), "6月") for at in range(1, 6)], ("植树", (), "3月")]
    assert all("水利站" in one.source.quote for one in document(body).tasks[:5])


def test_a_category_merged_over_rows_stands_once_and_is_that_of_each() -> None:
    header = tr("工作类别", "重点任务", "责任单位")
    rows = [
        tr(tc("农业", down="restart" if at == 0 else "continue"), name, "水利站") for at, name in enumerate("甲乙丙")
    ]
    assert [row[0] for row in cells(tbl(header, *rows))] == ["农业", "", ""]
    assert [one.category for one in document(tbl(header, *rows)).tasks] == ["农业"] * 3


def test_a_deadline_and_an_owner_merged_over_different_rows() -> None:
    body = tbl(
        HEADER,
        tr("1", "甲", tc("水利站", down="restart"), tc("6月", down="restart")),
        tr("2", "乙", tc("", down="continue"), tc("", down="continue")),
        tr("3", "丙", tc("林业站", down="restart"), tc("", down="continue")),
        tr("4", "丁", tc("", down="continue"), "9月"),
    )
    assert owners(body) == [
        ("甲", ("水利站",), "6月"),
        ("乙", ("水利站",), "6月"),
        ("丙", ("林业站",), "6月"),
        ("丁", ("林业站",), "9月"),
    ]


def test_names_merged_over_changes_stay_one_change() -> None:
    body = tbl(
        tr("被撤村", "新建制村名称"),
        tr("福寿村", tc("福荣村", down="restart")),
        tr("忠荣村", tc("", down="continue")),
    )
    changes = document(body).changes
    assert [sorted(party.name for party in change.before) for change in changes] == [["忠荣村", "福寿村"]] * 2


@pytest.mark.parametrize("marked", ["", "<w:tblHeader/>"])
def test_a_header_of_two_rows_is_told_by_its_merges(marked: str) -> None:
    body = tbl(
        tr(
            tc("序号", down="restart"),
            tc("重点任务", down="restart"),
            tc("责任分工", span=2),
            tc("时限", down="restart"),
            properties=marked,
        ),
        tr(
            tc("", down="continue"),
            tc("", down="continue"),
            "牵头单位",
            "配合单位",
            tc("", down="continue"),
            properties=marked,
        ),
        tr("1", "修渠", "水利站", "林业站", "6月"),
    )
    [table] = tables(body)
    assert table.header == ("序号", "重点任务", "牵头单位", "配合单位", "时限")
    assert cells(body) == [["1", "修渠", "水利站", "林业站", "6月"]]
    [task] = document(body).tasks
    assert (task.lead_units, task.supporting_units, task.source.row) == (("水利站",), ("林业站",), 3)


def test_a_row_of_the_table_that_is_marked_as_a_header_too_is_none() -> None:
    marked = "<w:tblHeader/>"
    header = tr("序号", "重点任务", "责任单位", properties=marked)
    body = tbl(header, tr("1", "修渠", "水利站", properties=marked), tr("2", "植树", "林业站"))
    assert cells(body) == [["1", "修渠", "水利站"], ["2", "植树", "林业站"]]


def test_a_deleted_cell_has_no_words() -> None:
    body = tbl(HEADER, tr("1", "修渠", tc("水利站", properties='<w:cellDel w:id="1"/>'), "6月"))
    assert cells(body) == [["1", "修渠", "", "6月"]]


def test_a_title_row_and_a_label_row_above_the_header_are_words_above_the_table() -> None:
    body = tbl(
        tr(tc("2024年任务清单", span=4)),
        tr(tc("填报单位：柳林镇", span=2), tc("单位：个", span=2)),
        HEADER,
        tr("1", "修渠", "水利站", "6月"),
    )
    [table] = tables(body)
    assert (table.title, table.header[0], len(table.rows)) == ("2024年任务清单", "序号", 1)
    above = [block for block in read(body).blocks if isinstance(block, Paragraph)]
    assert [(one.words.text, one.locator.table, one.locator.row, one.locator.column) for one in above] == [
        ("2024年任务清单", 1, 1, 1),
        ("填报单位：柳林镇", 1, 2, 1),
        ("单位：个", 1, 2, 2),
    ]


def test_a_caption_over_all_columns_is_a_row_of_one_cell_and_a_repeated_header_none() -> None:
    body = tbl(
        HEADER,
        tr(tc("一、农业（1项）", span=4)),
        tr("1", "修渠", "水利站", "6月"),
        HEADER,
        tr("2", "植树", "林业站", "3月"),
    )
    assert cells(body) == [["一、农业（1项）"], ["1", "修渠", "水利站", "6月"], ["2", "植树", "林业站", "3月"]]
    assert [one.source.row for one in document(body).tasks] == [3, 5]


def test_rows_that_begin_late_or_end_early_keep_their_columns() -> None:
    late, early = '<w:gridBefore w:val="2"/>', '<w:gridAfter w:val="2"/>'
    body = tbl(
        HEADER,
        tr("1", "修渠", "水利站", "6月"),
        tr("林业站", "9月", properties=late),
        tr("2", "植树", properties=early),
    )
    assert cells(body) == [["1", "修渠", "水利站", "6月"], ["", "", "林业站", "9月"], ["2", "植树", "", ""]]


def test_borders_that_were_drawn_askew_do_not_part_columns() -> None:
    widths = (500, 20, 2000, 10, 1000, 800)
    body = tbl(
        tr("序号", tc("重点任务", span=3), "责任单位", "完成时限"),
        tr(tc("1", span=2), tc("修渠", span=1), tc("水利站", span=2), "6月"),
        tr("2", tc("植树", span=2), tc("林业站", span=2), "3月"),
        widths=widths,
    )
    assert cells(body) == [["1", "修渠", "水利站", "6月"], ["2", "植树", "林业站", "3月"]]


def test_cells_that_share_a_column_are_one_and_an_owner_over_two_columns_is_named_once() -> None:
    body = tbl(
        tr("序号", "重点任务", tc("牵头单位", span=2), tc("配合单位", span=2), "备注"),
        tr("1", "修渠", "水利站", "河长办", tc("林业站", span=2), "无"),
        tr("2", "植树", tc("林业站", span=4), "无"),
    )
    assert cells(body) == [["1", "修渠", "水利站\n河长办", "林业站", "无"], ["2", "植树", "林业站", "", "无"]]


def test_merges_of_the_old_kind_are_merges() -> None:
    old = tc("农业", properties='<w:hMerge w:val="restart"/>') + tc("", properties="<w:hMerge/>") * 3
    assert cells(tbl(HEADER, tr(old), tr("1", "修渠", "水利站", "6月")))[0] == ["农业"]


def test_rows_and_cells_in_content_controls_are_read_and_deleted_or_hidden_rows_are_not() -> None:
    asks = sdt(tc("单击此处"), "<w:showingPlcHdr/>")
    body = tbl(
        HEADER,
        sdt(tr("1", "修渠", sdt(tc("水利站")), asks)),
        tr("2", "旧", "水利站", "6月", properties='<w:del w:id="1"/>'),
        tr("3", "密", "水利站", "6月", properties="<w:hidden/>"),
        tr("4", "植树", "林业站", "3月", properties='<w:ins w:id="2"/>'),
    )
    assert cells(body) == [["1", "修渠", "水利站", ""], ["4", "植树", "林业站", "3月"]]
    assert [one.source.row for one in document(body).tasks] == [2, 3]


@pytest.mark.parametrize("between", ["", p(), raw('<w:r><w:br w:type="page"/></w:r>') + p()])
def test_a_table_cut_in_two_by_hand_goes_on(between: str) -> None:
    body = (
        tbl(HEADER, tr("1", "修渠", tc("水利站", down="restart"), "6月"))
        + between
        + tbl(tr("2", "清淤", tc("", down="continue"), "7月"), tr("3", "植树", "林业站", "3月"))
    )
    assert owners(body) == [("修渠", ("水利站",), "6月"), ("清淤", ("水利站",), "7月"), ("植树", ("林业站",), "3月")]
    assert [(one.source.table, one.source.row) for one in document(body).tasks] == [(1, 2), (2, 1), (2, 2)]


def test_rows_behind_other_words_go_on_in_a_table_of_their_own() -> None:
    body = tbl(HEADER, tr("1", "修渠", "水利站", "6月")) + p("二、林业") + tbl(tr("1", "植树", "林业站", "3月"))
    assert [len(table.rows) for table in tables(body)] == [1, 1]
    assert owners(body) == [("修渠", ("水利站",), "6月"), ("植树", ("林业站",), "3月")]


def test_two_tables_in_a_row_are_two() -> None:
    body = tbl(HEADER, tr("1", "修渠", "水利站", "6月")) + tbl(tr("被撤村", "并入村"), tr("甲村", "乙村"))
    assert [table.header for table in tables(body)] == [
        ("序号", "重点任务", "责任单位", "完成时限"),
        ("被撤村", "并入村"),
    ]
    assert [table.locator.table for table in tables(body)] == [1, 2]


def test_a_frame_is_read_as_what_it_holds() -> None:
    inner = tbl(HEADER, tr("1", "修渠", "水利站", "6月"))
    body = tbl(tr(f"<w:tc>{p('一、任务')}{inner}{p('二、要求')}</w:tc>"))
    blocks = read(body).blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph]
    assert [(block.locator.table, block.locator.row) for block in blocks] == [(1, 1), (2, 1), (1, 1)]


def test_tables_side_by_side_in_a_frame_are_tables_each() -> None:
    sides = [tbl(tr("任务", "责任单位"), tr(name, "水利站")) + p() for name in ("修渠", "植树")]
    body = tbl(tr(*(f"<w:tc>{side}</w:tc>" for side in sides)))
    assert [table.header for table in tables(body)] == [("任务", "责任单位")] * 2
    assert [(one.title, one.source.table) for one in document(body).tasks] == [("修渠", 2), ("植树", 3)]


def test_a_table_within_a_cell_of_a_row_is_words_of_the_cell() -> None:
    inner = tbl(tr("水利站", "6月"), tr("林业站", "9月"))
    body = tbl(HEADER, tr("1", "修渠", f"<w:tc>{inner}{p()}</w:tc>", "9月"))
    assert cells(body) == [["1", "修渠", "水利站 6月\n林业站 9月", "9月"]]


def test_a_form_without_a_header_is_paragraphs_that_know_their_cells() -> None:
    body = p("登记表") + tbl(tr("张三", "男"), tr("年龄", "35"), tr(tc("责任单位：水利站", span=2)))
    text = read(body)
    assert [block.words.text for block in text.blocks if isinstance(block, Paragraph)] == [
        "登记表",
        "张三",
        "男",
        "年龄",
        "35",
        "责任单位：水利站",
    ]
    source = text.source(text.characters.index("男"), text.characters.index("男") + 1)
    assert (source.table, source.row, source.column, source.paragraph) == (1, 1, 2, None)


def test_a_text_box_in_a_cell_is_words_of_the_cell() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('林业站')}</w:txbxContent></w:pict></w:r>"
    body = tbl(HEADER, tr("1", "修渠", f"<w:tc>{raw(run('水利站') + box)}</w:tc>", "6月"))
    assert cells(body) == [["1", "修渠", "水利站\n林业站", "6月"]]
