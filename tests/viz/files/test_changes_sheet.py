"""The sheet of changes: a row a change, what was beside what is, and the same bytes for the same rows."""

import io

from openpyxl import load_workbook

from graph.messages.tables import row
from graph.papers.forms import FACTS
from queries.differences import DifferenceRow
from viz.files.changes_sheet import changes_workbook
from viz.files.sheets import LONGEST

MOVED: DifferenceRow = {
    "what": "changed",
    "title": "清理河道",
    "field": "due_text",
    "before": "2021年6月底前",
    "after": "2021年8月底前",
    "sources": ("a.txt:17", "b.txt:17"),
    "plan_title": "环境整治工作方案",
    "before_at": "a.txt:17",
    "after_at": "b.txt:17",
}
ADDED: DifferenceRow = {
    **MOVED,
    "what": "added",
    "field": "",
    "before": "",
    "after": "=1+1" + "长" * 2 * LONGEST,
    "before_at": "",
}


def test_each_change_stands_in_a_row_with_both_places() -> None:
    content = changes_workbook("a.txt", "b.txt", [MOVED, ADDED], "zh")
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0] == [
        "1",
        "环境整治工作方案",
        "清理河道",
        "变更",
        "完成时限",
        "2021年6月底前",
        "2021年8月底前",
        "a.txt:17",
        "b.txt:17",
    ]
    assert rows[1][3:6] == ["新增", "整项任务", ""]
    assert str(rows[1][6]).startswith("=1+1")
    assert sheet.cell(5, 7).data_type == "s"
    assert "2 处" in str(sheet.cell(2, 1).value)
    assert content == changes_workbook("a.txt", "b.txt", [MOVED, ADDED], "zh")


def test_a_sheet_is_in_one_language() -> None:
    sheet = load_workbook(io.BytesIO(changes_workbook("a.txt", "b.txt", [MOVED, ADDED], "en"))).active
    assert sheet is not None
    words = [cell.value for line in sheet.iter_rows(min_row=1, max_row=3) for cell in line if cell.value]
    assert all(str(one).isascii() or " · " in str(one) for one in words)
    assert [sheet.cell(4, 4).value, sheet.cell(4, 5).value] == ["changed", "deadline"]
    assert [sheet.cell(5, 4).value, sheet.cell(5, 5).value] == ["added", "the whole task"]


def test_every_field_that_may_change_has_a_name() -> None:

    assert all(row(f"field.{one}") for one in FACTS)


def test_a_row_is_as_high_as_its_longest_words() -> None:
    long: DifferenceRow = {**MOVED, "field": "content", "before": "分批实施改造，" * 20}
    sheet = load_workbook(io.BytesIO(changes_workbook("a.txt", "b.txt", [MOVED, long], "zh"))).active
    assert sheet is not None
    low, high = (sheet.row_dimensions[number].height for number in (4, 5))
    assert high > 5 * low / 2
