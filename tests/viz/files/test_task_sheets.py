"""The workbook of tasks: what a clerk opens, prints and hands on."""

import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.effort import examples
from tests.missing import missing
from tests.viz.task_rows import Row, handed, row
from viz.files import task_sheets
from viz.files.handed_list import HandedList, heading_beside, headings
from viz.files.line_heights import HIGHEST
from viz.files.task_sheets import BESIDE, MOST_PLANS, task_workbook

LONG = "逐村清点闲置校舍和办公用房，登记造册，报镇党政办备案。" * 4


def opened(*rows: Row) -> Workbook:
    return load_workbook(BytesIO(task_workbook(handed(*rows))))


def first(book: Workbook) -> Worksheet:
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def cells(sheet: Worksheet, line: int) -> dict[str, object]:
    """The values of a line by the headings of the columns."""
    return {str(cell.value): sheet.cell(line, cell.column).value for cell in sheet[3] if cell.value}


def test_a_task_is_a_row_with_its_owners_deadline_and_sources() -> None:
    found = cells(first(opened(row(supporting_units=("妇联",)))), 4)
    assert found["序号"] == "1"
    assert found["任务"] == "开展清产核资"
    assert found["牵头"] == "社事办"
    assert found["责任（配合）"] == "党政办、司法所\n配合：妇联"
    assert found["完成时限"] == "2021年12月底前"
    assert not found["办理情况"]
    assert found["出处"] == "notice.txt:12\nnotice.txt:80"
    assert found["最后期限"] == datetime(2021, 12, 31)  # noqa: DTZ001 - Excel knows no time zones
    assert found["任务标识"] == "t1"


def test_what_is_printed_comes_first_and_the_rest_stands_to_the_right() -> None:
    sheet = first(opened(row()))
    found = [cell.value for cell in sheet[3]]
    assert found == [*headings("zh").values(), None, *(heading_beside("zh", one) for one, _ in BESIDE)]
    assert sheet.print_area == "'全部任务'!$A$1:$I$5"


def test_a_workbook_is_in_one_language() -> None:
    tasks = [row(supporting_units=("妇联",)), row(task_id="t2", plan="p2", plan_title="乙方案", replaced=True)]
    listed = replace(
        handed(*tasks), title="冉泰休: tasks", sentence="冉泰休 · 2 tasks", until="as of 2021-06-01", lang="en"
    )
    book = load_workbook(BytesIO(task_workbook(listed)))
    sheet = first(book)
    assert sheet["A1"].value == "冉泰休: tasks (as of 2021-06-01)"
    assert all(str(cell.value).isascii() for cell in sheet[3] if cell.value)
    assert sheet["E4"].value == "党政办、司法所\nsupporting: 妇联"
    assert sheet["I5"].value == "replaced"
    assert sheet["A6"].value == "Based on 《通知》（蓬委发〔2021〕1号）; as of 2021-06-01."
    assert book.sheetnames[0] == "All tasks"
    assert book.worksheets[1]["A2"].value == "冉泰休 · 2 tasks · 1 on this sheet"


def test_tasks_stand_by_date_and_those_without_one_in_the_end() -> None:
    dates = [("2021-12-31",), (), ("2021-03-31", "2021-07-31"), ("2021-05-31",)]
    rows = [row(task_id=str(number), title=str(number), due_dates=days) for number, days in enumerate(dates)]
    sheet = first(opened(*rows))
    assert [sheet.cell(line, 2).value for line in range(4, 8)] == ["3", "2", "0", "1"]


def test_the_head_and_the_last_line_say_what_was_chosen_and_the_day() -> None:
    sheet = first(opened(row()))
    assert sheet["A1"].value == "冉泰休同志任务清单（截至2021年6月1日）"
    assert sheet["A2"].value == "冉泰休 · 1 项"
    assert sheet["A5"].value == "依据：《通知》（蓬委发〔2021〕1号）。　截至2021年6月1日。"


def test_a_sheet_is_a4_across_at_full_size_with_a_head_that_stays() -> None:
    sheet = first(opened(row()))
    assert sheet.freeze_panes == "C4"
    assert sheet.print_title_rows == "$1:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet["C4"].font.sz == 10.5


def test_a_row_is_as_high_as_its_words_need() -> None:
    sheet = first(opened(row(), row(task_id="t2", content=LONG), row(task_id="t3", content=LONG * 9)))
    short, long, longest = (sheet.row_dimensions[line].height for line in (4, 5, 6))
    assert short < long < longest <= HIGHEST


def test_a_content_higher_than_a_row_is_cut_and_stands_whole_to_the_right() -> None:
    content = LONG * 9
    found = cells(first(opened(row(content=content))), 4)
    assert str(found["工作内容"]).endswith("……（全文见右侧）")
    assert found["全文"] == content


def test_what_was_put_right_or_replaced_stands_in_the_notes() -> None:
    task = row(replaced=True, corrected=("due_text",), as_read=("12月",), corrected_by=("c1",))
    assert cells(first(opened(task)), 4)["备注"] == "已被代替\n人工更正完成时限（原文：12月）"


def test_a_task_links_to_its_page_where_there_is_one() -> None:
    plain = handed(row())
    served = HandedList(plain.title, plain.sentence, plain.until, plain.day, plain.rows, address="http://desk/tasks/")
    sheet = load_workbook(BytesIO(task_workbook(served))).worksheets[0]
    assert sheet["P4"].hyperlink.target == "http://desk/tasks/t1"
    assert first(opened(row()))["P4"].hyperlink is None


def test_each_plan_has_a_sheet_behind_that_of_all_tasks() -> None:
    rows = [row(), row(task_id="t2", plan="p2", plan_title="便民服务方案"), row(task_id="t3")]
    book = opened(*rows)
    assert book.sheetnames == ["全部任务", "蓬莱镇盘活闲置资产工作方案", "便民服务方案"]
    assert [sheet.max_row for sheet in book.worksheets] == [7, 6, 5]
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


def test_the_same_list_gives_the_same_bytes() -> None:
    assert len({task_workbook(handed(row())) for _ in range(3)}) == 1


def test_no_tasks_are_a_sheet_without_rows() -> None:
    assert first(opened()).max_row == 4


@settings(max_examples=examples(30), deadline=None)
@given(st.text(max_size=60))
def test_any_words_come_back_from_the_sheet(words: str) -> None:
    assert first(opened(row(title=words))).max_row == 5


@pytest.mark.slow
def test_a_printed_sheet_holds_all_columns_at_full_size(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        missing("LibreOffice is not installed")
    rows = [row(task_id=str(number), content=LONG, title=f"任务{number}") for number in range(30)]
    (tmp_path / "t.xlsx").write_bytes(task_workbook(handed(*rows)))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/home", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "t.xlsx"], check=True, capture_output=True, timeout=180)
    pdf = pypdfium2.PdfDocument(tmp_path / "t.pdf")
    try:
        texts = [page.get_textpage().get_text_range() for page in pdf]
        width, height = pdf[0].get_size()
        page = pdf[0].get_textpage()
        left, _, right, _ = page.get_charbox(texts[0].index("工作内容"), loose=True)
    finally:
        pdf.close()
    assert width > height
    # All columns stand beside each other on each page, none on a page of its own.
    assert all(heading in text for text in texts for heading in headings("zh").values())
    assert "依据" in texts[-1]
    # A Chinese character of 10.5 points is so wide on paper: nine points are small, less is too small.
    assert right - left >= 9
    assert (right - left) / 10.5 >= 0.85


def test_more_plans_than_anybody_turns_leaves_for_stand_on_one_sheet() -> None:
    rows = [row(task_id=str(n), title=str(n), plan=f"p{n}", plan_title=f"方案{n}") for n in range(MOST_PLANS + 1)]
    assert len(opened(*rows[:-1]).sheetnames) == MOST_PLANS + 1
    book = opened(*rows)
    assert book.sheetnames == ["全部任务"]
    assert str(first(book)["A2"].value).endswith("　共 61 个方案，见右侧“方案”列")
    assert [cells(first(book), line)["方案"] for line in (4, 64)] == ["方案0", "方案60"]


def test_a_long_list_is_written_row_by_row_and_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row(task_id=str(n), title=f"={n}", content=LONG * (n % 3 * 20), due="2021-12-31") for n in range(9)]
    short = first(opened(*rows))
    monkeypatch.setattr(task_sheets, "LONG", 9)
    long = first(opened(*rows))
    assert [[cell.value for cell in line] for line in long] == [[cell.value for cell in line] for line in short]
    assert [long.row_dimensions[line].height for line in range(1, 14)] == [
        short.row_dimensions[line].height for line in range(1, 14)
    ]
    assert long.merged_cells.ranges == short.merged_cells.ranges
    assert task_workbook(handed(*rows)) == task_workbook(handed(*rows))
