"""What changed from one version of a paper to another as a workbook that one hands on: a 变更对照表.

A row a change, what was beside what is, each with the place in its file. The same rows give the same bytes.
"""

import io
from collections.abc import Sequence

import xlsxwriter

from queries.differences import DifferenceRow
from viz.files.line_heights import height_of, lines_of
from viz.files.sheets import NO_DATE, lay_out, sheet_formats, sheet_words

TITLE = "变更对照表"
WHAT = {"added": "新增", "dropped": "取消", "changed": "变更"}
FIELDS = {
    "": "整项任务",
    "title": "任务名称",
    "content": "工作内容",
    "lead_units": "牵头单位",
    "responsible_units": "责任单位",
    "supporting_units": "配合单位",
    "leaders": "责任领导",
    "lead_leaders": "牵头领导",
    "leader_roles": "责任领导（职务）",
    "due_text": "完成时限",
}
"""The columns of tasks, as the sheet calls them."""
COLUMNS: tuple[tuple[str, float], ...] = (
    ("序号", 6),
    ("方案", 22),
    ("任务", 26),
    ("变更", 7),
    ("变更事项", 12),
    ("原内容", 36),
    ("现内容", 36),
    ("原出处", 20),
    ("现出处", 20),
)


def changes_workbook(old: str, new: str, rows: Sequence[DifferenceRow]) -> bytes:
    """The workbook of these changes, in their order; `old` and `new` are what the two versions are called."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": TITLE, "created": NO_DATE.replace(tzinfo=None)})
    formats = sheet_formats(book)
    sheet = book.add_worksheet(TITLE)
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, last, TITLE, formats.title)
    sheet.merge_range(1, 0, 1, last, f"原：{old}　现：{new}　共 {len(rows)} 处", formats.note)
    sheet.set_row(0, 28)
    for number, (heading, width) in enumerate(COLUMNS):
        sheet.set_column(number, number, width)
        sheet.write_string(2, number, heading, formats.header)
    for line, row in enumerate(rows, start=1):
        cells = _cells(line, row)
        most = max(lines_of(value, width) for value, (_, width) in zip(cells, COLUMNS, strict=True))
        sheet.set_row(line + 2, height_of(most))
        for number, value in enumerate(cells):
            sheet.write_string(line + 2, number, sheet_words(value), formats.words)
    sheet.autofilter(2, 0, max(2 + len(rows), 3), last)
    lay_out(sheet)
    book.close()
    return out.getvalue()


def _cells(number: int, row: DifferenceRow) -> tuple[str, ...]:
    return (
        str(number),
        row["plan_title"],
        row["title"],
        WHAT[row["what"]],
        FIELDS[row["field"]],
        row["before"],
        row["after"],
        row["before_at"],
        row["after_at"],
    )
