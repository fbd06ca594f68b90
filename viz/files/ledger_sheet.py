"""The ledger (台账) as a sheet that is filled in and taken back: tasks with empty columns for what was done, and the id
of each task in a hidden column, by which a row is known wherever it is moved to; behind it stands the report (by id)
that was the last one of the task when the sheet was written, on which what is filled in follows.

Of a sheet of which rows were refused a copy says so at each of them. The same rows give the same bytes.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from graph.messages.sentences import say
from graph.messages.tables import Lang
from queries.rows import TaskRow
from viz.files.sheets import FONT, NO_DATE, SheetFormats, day_cell, lay_out, sheet_formats, sheet_words

AFTER = "/"
"""Parts the id of a task from that of its last report."""
LETTERS = {"font_name": FONT, "font_size": 10}
"""Of the whole workbook: by the width of their figures programs reckon the widths of columns."""

TaskColumn = Literal[
    "number",
    "title",
    "content",
    "lead_units",
    "responsible_units",
    "leaders",
    "due_text",
    "supporting_units",
    "due",
    "plan_title",
    "sources",
]
Filled = Literal["told", "note", "done", "day", "who"]
HEADINGS: Mapping[TaskColumn, str] = {
    "number": "handed.item",
    "title": "field.title",
    "content": "field.content",
    "lead_units": "field.lead_units",
    "responsible_units": "field.responsible_units",
    "leaders": "field.leaders",
    "due_text": "field.due_text",
    "supporting_units": "field.supporting_units",
    "due": "handed.last_day",
    "plan_title": "handed.plan",
    "sources": "handed.sources",
}
"""What the columns of tasks are called, by the keys of messages."""
PRINTED: tuple[tuple[TaskColumn, float], ...] = (
    ("number", 4.5),
    ("title", 14),
    ("content", 22),
    ("lead_units", 10),
    ("responsible_units", 11.5),
    ("leaders", 8),
    ("due_text", 10),
)
FILLED: tuple[tuple[Filled, float], ...] = (("told", 10), ("note", 14), ("done", 5), ("day", 11.5), ("who", 7))
"""The columns that are printed with their widths in characters: all together what A4 across takes at full size."""
BESIDE: tuple[tuple[TaskColumn, float], ...] = (
    ("supporting_units", 16),
    ("due", 11.5),
    ("plan_title", 24),
    ("sources", 26),
)
"""Right of what is printed, behind an empty column."""
ANSWERS: tuple[Literal["yes", "no"], ...] = ("yes", "no")
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


def ledger_workbook(
    title: str, note: str, rows: Sequence[TaskRow], told: Mapping[str, ToldBefore], lang: Lang
) -> bytes:
    """The sheet of these rows of tasks, in their order; `told` has by task what was reported of it before.

    Rows have no height of their own: programs make them as high as what is written there, and what clerks add.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_format_properties": dict(LETTERS)})
    book.set_properties({"title": title, "created": NO_DATE.replace(tzinfo=None)})
    formats = sheet_formats(book)
    sheet = book.add_worksheet(say(lang, "taken.name"))
    printed = len(PRINTED) + len(FILLED)
    sheet.merge_range(0, 0, 0, printed - 1, sheet_words(title), formats.title)
    below = say(lang, "taken.tasks", note=note, number=len(rows)).strip()
    sheet.merge_range(1, 0, 1, printed - 1, sheet_words(below), formats.note)
    sheet.set_row(0, 28)
    sheet.set_row(2, 34)
    columns = [(HEADINGS[key], width) for key, width in PRINTED]
    columns += [(f"filled.{key}", width) for key, width in FILLED]
    for number, (key, width) in enumerate(columns):
        _head(sheet, number, say(lang, key), width, formats)
    sheet.set_column(printed, printed, 2)
    for number, (beside, width) in enumerate(BESIDE, start=printed + 1):
        _head(sheet, number, say(lang, HEADINGS[beside]), width, formats)
    last = printed + 1 + len(BESIDE)
    sheet.set_column(last, last, _COLUMN_WIDTH, None, {"hidden": True})
    sheet.write_string(2, last, say(lang, "filled.task"), formats.header)
    for line, row in enumerate(rows, start=3):
        _line(sheet, line, row, told.get(row["task_id"], ToldBefore()), formats)
    if rows:
        done = len(PRINTED) + [key for key, _ in FILLED].index("done")
        # Other words are taken too: 办结 and √ are what clerks write.
        answers = [say(lang, f"filled.{one}") for one in ANSWERS]
        choice = {"validate": "list", "source": answers, "error_type": "information"}
        sheet.data_validation(3, done, 2 + len(rows), done, choice)
    sheet.autofilter(2, 0, max(2 + len(rows), 3), printed - 1)
    sheet.print_area(0, 0, max(2 + len(rows), 3), printed - 1)
    sheet.center_horizontally()
    lay_out(sheet, lang)
    book.close()
    return out.getvalue()


def refused_workbook(sheets: Sequence[FilledSheet], lang: Lang) -> bytes:
    """A copy of the words of sheets that came back, with the reason beside each row that was refused. The sheets are
    numbered: names that other programs gave them may be none to Excel, or twice the same.
    """
    out = io.BytesIO()
    name = say(lang, "taken.name")
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": name, "created": NO_DATE.replace(tzinfo=None)})
    formats = sheet_formats(book)
    marked = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "bg_color": "#fff2cc"})
    for number, one in enumerate(sheets, start=1):
        sheet = book.add_worksheet(name if len(sheets) == 1 else f"{name}{number}")
        reasons = max((column for _, column in one.cells), default=0)
        sheet.set_column(0, reasons - 1, _COLUMN_WIDTH)
        for (row, column), words in sorted(one.cells.items()):
            look = formats.header if row == one.header else marked if row in one.refused else formats.words
            sheet.write_string(row - 1, column - 1, sheet_words(words), look)
        sheet.set_column(one.task_column - 1, one.task_column - 1, _COLUMN_WIDTH, None, {"hidden": True})
        sheet.set_column(reasons, reasons, _REASON_WIDTH)
        sheet.write_string(one.header - 1, reasons, say(lang, "filled.reason"), formats.header)
        for row, reason in sorted(one.refused.items()):
            sheet.write_string(row - 1, reasons, reason, marked)
    book.close()
    return out.getvalue()


def _head(sheet: Worksheet, number: int, words: str, width: float, formats: SheetFormats) -> None:
    sheet.set_column(number, number, width)
    sheet.write_string(2, number, words, formats.header)


def _line(sheet: Worksheet, line: int, row: TaskRow, told: ToldBefore, formats: SheetFormats) -> None:
    for number, (key, _) in enumerate(PRINTED):
        _write(sheet, line, number, key, row[key], formats)
    for number, (filled, _) in enumerate(FILLED, start=len(PRINTED)):
        if filled == "told":
            sheet.write_string(line, number, sheet_words(told.words), formats.words)
        else:
            sheet.write_blank(line, number, None, formats.date if filled == "day" else formats.words)
    first = len(PRINTED) + len(FILLED) + 1
    for number, (beside, _) in enumerate(BESIDE, start=first):
        _write(sheet, line, number, beside, row[beside], formats)
    task = AFTER.join(filter(None, (row["task_id"], told.report)))
    sheet.write_string(line, first + len(BESIDE), task, formats.words)


def _write(
    sheet: Worksheet, line: int, number: int, key: TaskColumn, value: str | tuple[str, ...], formats: SheetFormats
) -> None:
    """Words as words, never as a formula; a day as a date."""
    if key == "due" and isinstance(value, str) and value:
        sheet.write_datetime(line, number, day_cell(value), formats.date)
        return
    words = ("\n" if key == "sources" else "、").join(value) if isinstance(value, tuple) else value
    sheet.write_string(line, number, sheet_words(words), formats.words)
