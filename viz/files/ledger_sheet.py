"""The ledger (台账) as a sheet that is filled in and taken back: tasks with empty columns for what was done, and the id
of each task in a hidden column, by which a row is known wherever it is moved to; behind it stands the report (by id)
that was the last one of the task when the sheet was written, on which what is filled in follows.

Of a sheet of which rows were refused a copy says so at each of them. The same rows give the same bytes.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from queries.rows import TaskRow
from viz.files.sheets import COLUMNS, NO_DATE, SheetFormats, lay_out, sheet_formats, sheet_words, write_cell

NOTE, DONE, DAY, WHO, TASK = "办理情况", "是否办结", "办结日期", "填报人", "任务标识"
"""Headings of the columns that are filled in, and of the one that names the task."""
AFTER = "/"
"""Parts the id of a task from that of its last report."""
TOLD, REASON = "已有填报", "未收录原因"
NAME = "台账"
_WRITTEN = {column.key: column for column in COLUMNS}
TASK_COLUMNS = tuple(
    _WRITTEN[key]
    for key in (
        "number",
        "title",
        "content",
        "lead_units",
        "responsible_units",
        "supporting_units",
        "leaders",
        "due_text",
        "due",
        "plan_title",
        "sources",
    )
)
_FILLED: tuple[tuple[str, float], ...] = ((TOLD, 16), (NOTE, 30), (DONE, 9), (DAY, 11.5), (WHO, 9))
_ANSWERS = ["是", "否"]
_REASON_WIDTH = 34
_COLUMN_WIDTH = 16


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A sheet as it came back: its cells by row and column (from 1), the row of its headings, the column that names the
    task, and why rows of it were refused, by their numbers.
    """

    cells: Mapping[tuple[int, int], str]
    header: int
    task_column: int
    refused: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """What was reported of a task last: in words, and by its id."""

    words: str = ""
    report: str = ""


def ledger_workbook(title: str, note: str, rows: Sequence[TaskRow], told: Mapping[str, ToldBefore]) -> bytes:
    """The sheet of these rows of tasks, in their order; `told` has by task what was reported of it before."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": title, "created": NO_DATE.replace(tzinfo=None)})
    formats = sheet_formats(book)
    sheet = book.add_worksheet(NAME)
    last = len(TASK_COLUMNS) + len(_FILLED)
    sheet.merge_range(0, 0, 0, last - 1, title, formats.title)
    sheet.merge_range(1, 0, 1, last - 1, f"{note}　共 {len(rows)} 项".strip(), formats.note)
    sheet.set_row(0, 28)
    headings = [(column.heading, column.width) for column in TASK_COLUMNS] + list(_FILLED)
    for number, (heading, width) in enumerate(headings):
        sheet.set_column(number, number, width)
        sheet.write_string(2, number, heading, formats.header)
    sheet.set_column(last, last, _COLUMN_WIDTH, None, {"hidden": True})
    sheet.write_string(2, last, TASK, formats.header)
    for line, row in enumerate(rows, start=3):
        _line(sheet, line, row, told.get(row["task_id"], ToldBefore()), formats)
    if rows:
        done = len(TASK_COLUMNS) + [heading for heading, _ in _FILLED].index(DONE)
        # Other words are taken too: 办结 and √ are what clerks write.
        choice = {"validate": "list", "source": _ANSWERS, "error_type": "information"}
        sheet.data_validation(3, done, 2 + len(rows), done, choice)
    sheet.autofilter(2, 0, max(2 + len(rows), 3), last)
    lay_out(sheet)
    book.close()
    return out.getvalue()


def refused_workbook(sheets: Sequence[FilledSheet]) -> bytes:
    """A copy of the words of sheets that came back, with the reason beside each row that was refused. The sheets are
    numbered: names that other programs gave them may be none to Excel, or twice the same.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": NAME, "created": NO_DATE.replace(tzinfo=None)})
    formats = sheet_formats(book)
    marked = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "bg_color": "#fff2cc"})
    for number, one in enumerate(sheets, start=1):
        sheet = book.add_worksheet(NAME if len(sheets) == 1 else f"{NAME}{number}")
        reasons = max((column for _, column in one.cells), default=0)
        sheet.set_column(0, reasons - 1, _COLUMN_WIDTH)
        for (row, column), words in sorted(one.cells.items()):
            look = formats.header if row == one.header else marked if row in one.refused else formats.words
            sheet.write_string(row - 1, column - 1, sheet_words(words), look)
        sheet.set_column(one.task_column - 1, one.task_column - 1, _COLUMN_WIDTH, None, {"hidden": True})
        sheet.set_column(reasons, reasons, _REASON_WIDTH)
        sheet.write_string(one.header - 1, reasons, REASON, formats.header)
        for row, reason in sorted(one.refused.items()):
            sheet.write_string(row - 1, reasons, reason, marked)
    book.close()
    return out.getvalue()


def _line(sheet: Worksheet, line: int, row: TaskRow, told: ToldBefore, formats: SheetFormats) -> None:
    for number, column in enumerate(TASK_COLUMNS):
        write_cell(sheet, line, number, row[column.key], column, formats)
    for number, (heading, _) in enumerate(_FILLED, start=len(TASK_COLUMNS)):
        if heading == TOLD:
            sheet.write_string(line, number, sheet_words(told.words), formats.words)
        else:
            sheet.write_blank(line, number, None, formats.date if heading == DAY else formats.words)
    sheet.write_string(
        line, len(TASK_COLUMNS) + len(_FILLED), AFTER.join(filter(None, (row["task_id"], told.report))), formats.words
    )
