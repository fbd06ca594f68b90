"""The sheet of changes: a row a change, what was beside what is, and the same bytes for the same rows."""

import io

from openpyxl import load_workbook

from graph.papers.forms import FACTS
from queries.differences import DifferenceRow
from viz.files.changes_sheet import FIELDS, changes_workbook
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
    content = changes_workbook("a.txt", "b.txt", [MOVED, ADDED])
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
    assert content == changes_workbook("a.txt", "b.txt", [MOVED, ADDED])


def test_every_field_that_may_change_has_a_name() -> None:

    assert {"", *FACTS} == set(FIELDS)


def test_a_row_is_as_high_as_its_longest_words() -> None:
    long: DifferenceRow = {**MOVED, "field": "content", "before": "分批实施改造，" * 20}
    sheet = load_workbook(io.BytesIO(changes_workbook("a.txt", "b.txt", [MOVED, long]))).active
    assert sheet is not None
    low, high = (sheet.row_dimensions[number].height for number in (4, 5))
    assert high > 5 * low / 2
