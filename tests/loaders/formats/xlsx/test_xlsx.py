"""Workbooks as offices keep them: titles above, merged owners, notes below, a sheet a month."""

from datetime import date

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from loaders.extract import read_document
from loaders.formats.readers import reader_of
from loaders.read import read_bytes
from tests.loaders.formats.xlsx.books import (
    LEDGER,
    Sheet,
    book,
    cells,
    filled,
    lines,
    owners,
    read_sheets,
    reasons,
    tables,
    text_of,
)

TITLE = "望川县2025年重点工作督查台账"
FIRST = (1, "乡村振兴", "修建望川渠二期", "张三", "县水利局", "县财政局", "2025年6月", "已开工", None)
SECOND = (2, "产业发展", "新建冷库3座", "李四", "县农业农村局", "各乡镇", "2025年9月", None, None)


def test_the_commonest_list_is_read_with_title_and_labels_above_and_notes_and_signatures_below() -> None:
    rows = [[TITLE], ["填报单位：县政府督查室", *[None] * 6, "日期：2025年3月1日"], *filled([FIRST, SECOND]), []]
    rows += [["注：牵头单位对任务负总责"], ["填表人：赵六", None, "审核人：钱七", None, "2025年3月2日"]]
    text = text_of(Sheet(rows, ["A1:I1", "A7:I7"]))
    [table] = tables(text)
    assert (table.title, table.header) == (TITLE, LEDGER)
    assert [row.number for row in table.rows] == [4, 5]
    below = ["注：牵头单位对任务负总责", "填表人：赵六", "审核人：钱七", "2025年3月2日"]
    assert lines(text) == [TITLE, "填报单位：县政府督查室", "日期：2025年3月1日", *below]
    document = read_document(text)
    assert document.plans[0].title == TITLE
    [one, two] = document.tasks
    assert (one.number, one.title, one.content) == ("1", "乡村振兴", "修建望川渠二期")
    assert (one.lead_leaders, one.lead_units, one.supporting_units) == (("张三",), ("县水利局",), ("县财政局",))
    assert [(due.on, due.precision) for due in two.dues] == [("2025-09-30", "month")]


def test_a_source_names_sheet_table_and_row_and_quotes_the_cells() -> None:
    document = read_sheets(Sheet([[TITLE], *filled([FIRST])], ["A1:I1"]), names=["督查台账"])
    source = document.tasks[0].source
    assert (source.sheet, source.table, source.row, source.column) == ("督查台账", 1, 3, None)
    assert source.quote == "1\t乡村振兴\t修建望川渠二期\t张三\t县水利局\t县财政局\t2025年6月\t已开工\t"
    assert (source.line, source.end_line, source.page) == (None, None, None)
    parted = list(reader_of(document.format).part_row(source.quote))
    assert [words for _, words in parted] == ["1", *map(str, FIRST[1:-1]), ""]
    assert all(source.quote.startswith(words, start) for start, words in parted)
    head = document.plans[0].source
    assert (head.sheet, head.row, head.column, head.quote) == ("督查台账", 1, 1, TITLE)


def test_an_owner_merged_over_five_rows_is_that_of_each_and_its_category_too() -> None:
    works = ["修渠", "植树", "清淤", "筑路", "建桥"]
    rows = filled([(at, "水利", work, "张三", "县水利局", None, "6月") for at, work in enumerate(works, start=1)])
    document = read_sheets(Sheet(rows, ["B2:B6", "D2:D6", "E2:E6", "G2:G6"]))
    assert owners(document) == [(work, ("县水利局",)) for work in works]
    assert {(task.category, task.leaders, task.due_text) for task in document.tasks} == {("水利", ("张三",), "6月")}
    assert [task.number for task in document.tasks] == ["1", "2", "3", "4", "5"]


def test_an_empty_cell_that_is_not_merged_stays_empty() -> None:
    rows = filled([FIRST, (2, None, "植树", "李四", None, None, "7月")])
    assert owners(read_sheets(Sheet(rows)))[1] == ("植树", ())


def test_a_task_merged_over_rows_that_sort_their_owners_stands_in_each_of_them() -> None:
    rows = [
        ("序号", "工作任务", "责任类别", "责任单位", "完成时限"),
        (1, "修建水厂", "牵头类", "县水利局", "9月底"),
        (None, None, "配合类", "县住建局", None),
    ]
    document = read_sheets(Sheet(rows, merges=["A2:A3", "B2:B3", "E2:E3"]))
    assert [(task.title, task.category, task.responsible_units, task.due_text) for task in document.tasks] == [
        ("修建水厂", "牵头类", ("县水利局",), "9月底"),
        ("修建水厂", "配合类", ("县住建局",), "9月底"),
    ]


def test_one_task_of_several_owners_stands_in_each_of_their_rows() -> None:
    header = ("序号", "任务名称", "具体内容", "责任单位", "完成时限")
    rows = [header, (1, "修渠", "二期工程全线贯通", "县水利局", "6月"), (None, None, None, "县财政局", "7月")]
    document = read_sheets(Sheet(rows, ["A2:A3", "B2:B3", "C2:C3"]))
    assert [(task.number, task.title, task.content) for task in document.tasks] == [
        ("1", "修渠", "二期工程全线贯通")
    ] * 2
    assert owners(document) == [("二期工程全线贯通", ("县水利局",)), ("二期工程全线贯通", ("县财政局",))]


def test_a_merged_caption_over_the_whole_row_is_one_cell() -> None:
    rows = filled([("一、农业农村",), FIRST, ("二、产业发展",), SECOND])
    [table] = tables(text_of(Sheet(rows, ["A2:I2", "A4:I4"])))
    assert [len(row.cells) for row in table.rows] == [1, 9, 1, 9]
    assert len(read_sheets(Sheet(rows, ["A2:I2", "A4:I4"])).tasks) == 2


def test_cells_merged_sideways_are_each_of_their_columns_but_an_owner_is_named_once() -> None:
    rows = filled([(1, "修建望川渠", None, "张三", "县水利局、县财政局", None, "6月")])
    document = read_sheets(Sheet(rows, ["B2:C2", "E2:F2"]))
    [task] = document.tasks
    assert (task.title, task.content) == ("修建望川渠", "修建望川渠")
    assert (task.lead_units, task.supporting_units) == (("县水利局", "县财政局"), ())


@pytest.mark.parametrize("at", [(1, 4), (5, 4), (1, 1), (9, 30)])
def test_a_table_is_found_wherever_it_begins(at: tuple[int, int]) -> None:
    document = read_sheets(Sheet(filled([FIRST, SECOND]), at=at))
    assert [task.source.row for task in document.tasks] == [at[0] + 1, at[0] + 2]
    assert owners(document) == [("修建望川渠二期", ("县水利局",)), ("新建冷库3座", ("县农业农村局",))]


@pytest.mark.parametrize("merged", [True, False])
def test_two_header_rows_are_one(*, merged: bool) -> None:
    upper = ("序号", "工作任务", "责任分工", None, "完成时限")
    rows = [upper, (None, None, "牵头单位", "配合单位", None), (1, "修渠", "县水利局", "县财政局", "6月")]
    text = text_of(Sheet(rows, ["A1:A2", "B1:B2", "C1:D1", "E1:E2"] if merged else ["C1:D1"]))
    [table] = tables(text)
    assert table.header == ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
    assert [row.number for row in table.rows] == [3]
    assert len(table.header_rows) == 2


def test_three_header_rows_are_one() -> None:
    rows = [
        ("序号", "任务", "责任分工", None, None),
        (None, None, "单位", None, "时限"),
        (None, None, "牵头", "配合", None),
        (1, "修渠", "县水利局", "县财政局", "6月"),
    ]
    merges = ["A1:A3", "B1:B3", "C1:E1", "C2:D2", "E2:E3"]
    document = read_sheets(Sheet(rows, merges))
    assert owners(document) == [("修渠", ("县水利局",))]
    assert document.tasks[0].supporting_units == ("县财政局",)


def test_tables_under_each_other_have_each_its_title_and_its_notes() -> None:
    other = ("序号", "任务", "责任单位", "时限")
    rows = [
        ["一、重点任务"],
        *filled([FIRST]),
        ["注：牵头单位负总责"],
        [],
        ["二、民生实事"],
        other,
        (1, "建桥", "县交通局", "9月"),
    ]
    text = text_of(Sheet(rows, ["A1:I1", "A4:I4", "A6:D6"]))
    assert [(table.title, len(table.rows), table.number) for table in tables(text)] == [
        ("一、重点任务", 1, 1),
        ("二、民生实事", 1, 2),
    ]
    assert lines(text) == ["一、重点任务", "注：牵头单位负总责", "二、民生实事"]
    assert owners(read_document(text)) == [("修建望川渠二期", ("县水利局",)), ("建桥", ("县交通局",))]


def test_a_repeated_header_is_no_row_but_under_a_caption_it_begins_a_table() -> None:
    repeated = [*filled([FIRST]), *filled([SECOND])]
    [table] = tables(text_of(Sheet(repeated)))
    assert [row.number for row in table.rows] == [2, 4]
    captioned = [*filled([FIRST]), ["二、其他"], *filled([SECOND])]
    assert [table.title for table in tables(text_of(Sheet(captioned)))] == ["", "二、其他"]


def test_tables_side_by_side_are_two() -> None:
    header = ("序号", "任务", "责任单位", "时限")
    rows = [
        (*header, None, *header),
        (1, "修渠", "县水利局", "6月", None, 1, "植树", "县林业局", "3月"),
        (2, "清淤", "县水利局", "7月"),
    ]
    text = text_of(Sheet(rows))
    assert [cells(table) for table in tables(text)] == [
        [["1", "修渠", "县水利局", "6月"], ["2", "清淤", "县水利局", "7月"]],
        [["1", "植树", "县林业局", "3月"]],
    ]


def test_a_sheet_a_month_gives_each_its_tasks_and_its_name_where_it_has_no_title() -> None:
    sheets = [Sheet(filled([(1, None, work, None, "县水利局", None, "15日前")])) for work in ("修渠", "植树")]
    text = text_of(*sheets, names=["2025年5月", "2025年6月"])
    assert [table.title for table in tables(text)] == ["2025年5月", "2025年6月"]
    document = read_document(text)
    assert [task.source.sheet for task in document.tasks] == ["2025年5月", "2025年6月"]
    assert [task.source.table for task in document.tasks] == [1, 2]
    assert [(plan.ordinal, plan.title, plan.source.sheet) for plan in document.plans] == [
        (1, "2025年5月", "2025年5月"),
        (2, "2025年6月", "2025年6月"),
    ]
    assert [(task.plan, task.dues[0].on) for task in document.tasks] == [(1, "2025-05-15"), (2, "2025-06-15")]


MONTHLY = ("序号", "工作任务", "责任单位", "完成时限")


def monthly(title: str, *works: str) -> Sheet:
    """A sheet with a title of its own over its list."""
    rows = [(at, work, "县水利局", "15日前") for at, work in enumerate(works, start=1)]
    return Sheet([*([[title]] if title else []), MONTHLY, *rows], ["A1:D1"] if title else [])


@pytest.mark.parametrize(
    ("titles", "names", "plans"),
    [
        (("望川县2025年5月台账", "望川县2025年6月台账"), ("一", "二"), ("望川县2025年5月台账", "望川县2025年6月台账")),
        (("望川县2025年督查台账", ""), ("5月", "6月"), ("望川县2025年督查台账", "6月")),
        (("望川县2025年督查台账", "望川县2025年督查台账"), ("5月", "6月"), ("望川县2025年督查台账",) * 2),
        (("", ""), ("2025年5月份", "2025年六月份"), ("2025年5月份", "2025年六月份")),
    ],
)
def test_each_sheet_with_a_list_is_a_plan_and_its_days_are_of_its_month(
    titles: tuple[str, str], names: tuple[str, str], plans: tuple[str, str]
) -> None:
    document = read_sheets(monthly(titles[0], "修渠"), monthly(titles[1], "植树", "清淤"), names=names)
    assert tuple(plan.title for plan in document.plans) == plans
    assert [(task.plan, task.title, [due.on for due in task.dues]) for task in document.tasks] == [
        (1, "修渠", ["2025-05-15"]),
        (2, "植树", ["2025-06-15"]),
        (2, "清淤", ["2025-06-15"]),
    ]


def test_sheets_without_titles_and_names_are_one_plan_and_notes_on_a_sheet_before_belong_to_none() -> None:
    both = read_sheets(monthly("", "修渠"), monthly("", "植树"), names=["Sheet1", "Sheet2"])
    assert [(task.plan, task.title) for task in both.tasks] == [(1, "修渠"), (1, "植树")]
    notes = Sheet([["填报说明"], ["请各单位每月25日前报送。"]])
    sheets = (notes, monthly("2025年5月台账", "修渠"), monthly("2025年6月台账", "植树"))
    document = read_sheets(*sheets, names=["说明", "5月", "6月"])
    assert [plan.title for plan in document.plans] == ["2025年5月台账", "2025年6月台账"]


def test_a_sheet_without_a_header_goes_on_with_the_table_before() -> None:
    text = text_of(Sheet(filled([FIRST])), Sheet([SECOND]))
    assert owners(read_document(text)) == [("修建望川渠二期", ("县水利局",)), ("新建冷库3座", ("县农业农村局",))]


@pytest.mark.parametrize(
    ("value", "code", "on", "precision", "words"),
    [
        (date(2025, 6, 1), 'yyyy"年"m"月"', "2025-06-30", "month", "2025年6月"),
        (date(2025, 6, 30), "yyyy/m/d", "2025-06-30", "day", "2025/6/30"),
        (date(2025, 6, 30), 'm"月"d"日"', "2025-06-30", "day", "2025年6月30日"),
        (date(2025, 1, 1), "yyyy", "2025-12-31", "year", "2025年"),
        (45838.7292, "yyyy-mm-dd hh:mm", "2025-06-30", "day", "2025-06-30 17:30"),
        (45838, "General", "2025-06-30", "day", "2025年6月30日"),
        ("45838", "@", "2025-06-30", "day", "2025年6月30日"),
        ("6月底", "General", "2025-06-30", "month", "6月底"),
    ],
)
def test_a_deadline_has_the_precision_that_its_cell_shows(
    value: object, code: str, on: str, precision: str, words: str
) -> None:
    def formatted(sheet: Worksheet) -> None:
        sheet["G3"].number_format = code

    row = (*FIRST[:6], value, None, None)
    document = read_sheets(Sheet([["2025年台账"], *filled([row])], also=formatted))
    [task] = document.tasks
    assert [(due.on, due.precision) for due in task.dues] == [(on, precision)]
    assert task.due_text == words
    assert words in task.source.quote


def test_a_number_like_a_day_stays_a_number_in_other_columns() -> None:
    [table] = tables(text_of(Sheet(filled([(*FIRST[:7], 45838, 0.5)]))))
    assert cells(table)[0][7:] == ["45838", "0.5"]


def test_what_is_struck_out_is_left_out_and_said() -> None:
    def struck(sheet: Worksheet) -> None:
        sheet["E2"] = CellRichText(TextBlock(InlineFont(strike=True), "县财政局"), "县水利局")
        for column in "ABCDEFG":
            sheet[f"{column}3"].font = Font(strike=True)

    document = read_sheets(Sheet(filled([FIRST, SECOND]), also=struck))
    assert owners(document) == [("修建望川渠二期", ("县水利局",))]
    gone = "2\t产业发展\t新建冷库3座\t李四\t县农业农村局\t各乡镇\t2025年9月"
    assert reasons(document) == [("unread.struck", "县财政局"), ("unread.struck", gone)]
    assert [(one.source.row, one.source.column) for one in document.unread] == [(2, 5), (3, None)]


def test_hidden_rows_columns_and_sheets_are_read_and_said() -> None:
    def hidden(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["H"].hidden = True

    def away(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"

    def choices(sheet: Worksheet) -> None:
        sheet.sheet_state = "veryHidden"

    sheets = (Sheet(filled([FIRST, SECOND]), also=hidden), Sheet(filled([FIRST]), also=away))
    document = read_sheets(*sheets, Sheet([["县水利局"], ["县财政局"]], also=choices), names=["一", "二", "三"])
    assert len(document.tasks) == 3
    assert [(one.reason, dict(one.reason_values)) for one in document.unread] == [
        ("unread.hidden_rows", {"sheet": "一", "rows": "3"}),
        ("unread.hidden_columns", {"sheet": "一", "columns": "H"}),
        ("unread.hidden_sheet", {"sheet": "二"}),
        ("unread.hidden_list", {"sheet": "三"}),
    ]
    assert document.head.issuer == ""


def test_a_formula_that_nobody_calculated_an_error_and_comments_are_said() -> None:
    def noted(sheet: Worksheet) -> None:
        sheet["B2"].comment = Comment("请核实", "督查室")
        sheet["I2"] = "#REF!"

    row = (*FIRST[:7], "=A2&B2", None)
    document = read_sheets(Sheet(filled([row]), also=noted))
    assert sorted(reasons(document)) == [
        ("unread.comments", "表1"),
        ("unread.formula_error", "#REF!"),
        ("unread.not_calculated", "=A2&B2"),
    ]
    assert "请核实" not in document.tasks[0].source.quote


def test_a_totals_row_sets_no_task() -> None:
    rows = filled([FIRST, SECOND, ("合计", None, 2, None, 2, None, None, "50%")])
    document = read_sheets(Sheet(rows))
    assert len(document.tasks) == 2


def test_rows_numbered_beforehand_with_nothing_in_them_are_no_rows() -> None:
    rows = filled([FIRST, *[(number,) for number in range(2, 30)], ["填表人：赵六"]])
    text = text_of(Sheet(rows))
    assert len(tables(text)[0].rows) == 1
    assert lines(text) == ["填表人：赵六"]
    assert read_document(text).unread == ()


def test_lines_in_a_cell_are_paragraphs_and_signs_without_width_are_no_words() -> None:
    rows = filled([(1, None, "修渠_x000D_\n\u200b清淤\t到底", None, "县水利局\n县财政局\n", None, "6月")])
    [table] = tables(text_of(Sheet(rows)))
    assert [words.text for words in table.rows[0].cells[2].paragraphs] == ["修渠", "清淤 到底"]
    assert owners(read_sheets(Sheet(rows)))[0][1] == ("县水利局", "县财政局")


def test_a_table_of_changes_keeps_its_merged_cells_once() -> None:
    rows = [("被撤并村", "合并后村名"), ("福寿村", "福荣村"), ("忠荣村", None)]
    document = read_sheets(Sheet([["蓬莱镇村级建制调整表"], *rows], ["B3:B4"]))
    assert {(change.after[0].name, len(change.before)) for change in document.changes} == {("福荣村", 2)}


def test_macros_are_a_workbook_as_any_other() -> None:
    data = book(Sheet(filled([FIRST])))
    assert read_bytes(data, "清单.xlsm").format == "xlsx"
    assert len(read_document(read_bytes(data, "清单")).tasks) == 1


def test_the_title_fills_a_row_alone_and_is_no_attachment_label_or_date() -> None:
    rows = [
        ["附件1"],
        ["2025年5月督办台账"],
        ["单位：万元", None, None, "截至2025年6月底"],
        ["2025年5月3日"],
        *filled([FIRST]),
    ]
    [table] = tables(text_of(Sheet(rows, ["A1:I1", "A2:I2"])))
    assert table.title == "2025年5月督办台账"


def test_a_form_is_one_row_in_which_names_to_be_filled_in_by_hand_have_no_value() -> None:
    rows = [["督查通知单"], ["督查事项", "修渠", "责任单位", "县水利局"], ["完成时限", "6月底", "联系人", "张三"]]
    text = text_of(Sheet([*rows, [], ["分管领导签字：", None, "督办人："]]))
    [table] = tables(text)
    assert table.header[-2:] == ("分管领导签字", "督办人")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["修渠", "县水利局", "6月底", "张三", "", ""]]


def test_a_table_of_two_lines_of_header_and_merged_places_tells_changes() -> None:
    upper = ("序号", "调整前", None, "调整后", None)
    rows = [
        upper,
        (None, "乡镇", "村名", "乡镇", "村名"),
        (1, "蓬莱镇", "福寿村", "蓬莱镇", "福荣村"),
        (None, None, "忠荣村"),
    ]
    merges = ["A1:A2", "B1:C1", "D1:E1", "A3:A4", "B3:B4", "D3:D4", "E3:E4"]
    document = read_sheets(Sheet(rows, merges))
    assert {tuple(one.name for one in change.before) for change in document.changes} == {("福寿村", "忠荣村")}


def test_a_merged_day_that_is_only_a_number_is_a_day_in_each_of_its_rows() -> None:
    rows = filled(
        [(at, None, work, None, "县水利局", None, day) for at, work, day in ((1, "修渠", 45838), (2, "清淤", None))]
    )
    document = read_sheets(Sheet(rows, ["G2:G3"]))
    assert [task.due_text for task in document.tasks] == ["2025年6月30日", "2025年6月30日"]
