"""The workbook of tasks: what a clerk opens, prints and hands on."""

from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.effort import examples
from tests.viz.task_rows import Row, row
from viz.files.sheets import COLUMNS, task_workbook

TITLE = "冉泰休任务清单"


def opened(*rows: Row) -> Workbook:
    return load_workbook(BytesIO(task_workbook(TITLE, "蓬莱镇", rows)))


def first(book: Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def cells(sheet: Worksheet, line: int) -> dict[str, object]:
    """The values of a line by the headings of the columns."""
    return {column.heading: sheet.cell(line, number).value for number, column in enumerate(COLUMNS, start=1)}


def test_a_task_is_a_row_with_its_owners_deadline_and_sources() -> None:
    found = cells(first(opened(row())), 4)
    assert found["任务名称"] == "开展清产核资"
    assert found["责任单位"] == "党政办、司法所"
    assert found["完成时限"] == "2021年12月底前"
    assert found["出处"] == "notice.txt:12\nnotice.txt:80"
    assert found["任务标识"] == "t1"


def test_a_deadline_is_a_date_and_no_deadline_is_blank() -> None:
    sheet = first(opened(row(), row(task_id="t2", due="", due_dates=())))
    assert cells(sheet, 4)["最后期限"] == datetime(2021, 12, 31)  # noqa: DTZ001 - Excel knows no time zones
    assert not cells(sheet, 5)["最后期限"]


def test_a_sheet_has_a_title_a_header_that_stays_and_a4_across() -> None:
    sheet = first(opened(row()))
    assert sheet["A1"].value == TITLE
    assert sheet["A2"].value == "蓬莱镇　共 1 项"
    assert sheet.freeze_panes == "C4"
    assert sheet.print_title_rows == "$1:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.page_setup.fitToHeight == 0
    assert sheet["C4"].alignment.wrap_text


def test_each_plan_has_a_sheet_behind_that_of_all_tasks() -> None:
    rows = [row(), row(task_id="t2", plan="p2", plan_title="便民服务方案"), row(task_id="t3")]
    book = opened(*rows)
    assert book.sheetnames == ["全部任务", "蓬莱镇盘活闲置资产工作方案", "便民服务方案"]
    assert [sheet.max_row for sheet in book.worksheets] == [6, 5, 4]
    assert opened(row()).sheetnames == ["全部任务"]


def test_plans_of_one_name_and_of_names_that_excel_refuses_have_sheets_too() -> None:
    titles = ["方案[1]:?*/\\'", "方案[1]:?*/\\'", "长" * 60, "全部任务", ""]
    book = opened(*(row(task_id=str(n), plan=str(n), plan_title=title) for n, title in enumerate(titles)))
    assert len(set(book.sheetnames)) == 6
    assert all(len(name) <= 31 for name in book.sheetnames)


@pytest.mark.parametrize("words", ["=1+1", "+86", "-1", "@x", '=HYPERLINK("http://x")', "http://example.org", "{=1}"])
def test_words_are_never_a_formula_or_a_link(words: str) -> None:
    cell = first(opened(row(title=words)))["B4"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


def test_words_longer_than_a_cell_are_cut_and_say_so() -> None:
    value = cells(first(opened(row(content="长" * 40_000))), 4)["工作内容"]
    assert isinstance(value, str)
    assert len(value) < 32_767
    assert value.endswith("（下略）")


def test_the_same_rows_give_the_same_bytes() -> None:
    assert task_workbook(TITLE, "", [row()]) == task_workbook(TITLE, "", [row()])


def test_no_tasks_are_a_sheet_without_rows() -> None:
    assert first(opened()).max_row == 3


@settings(max_examples=examples(30), deadline=None)
@given(st.text(max_size=60))
def test_any_words_come_back_from_the_sheet(words: str) -> None:
    assert first(opened(row(title=words))).max_row == 4
