"""Tasks as an Excel workbook that a clerk can hand on: all tasks on the first sheet, then a sheet for each plan.

Each sheet has its title, a header that stays and is printed on every page, and is laid out for A4 across. The same rows
give the same bytes.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from queries.rows import TaskRow

FONT = "宋体"
LONGEST = 32_000
"""Characters of a cell; Excel takes at most 32,767."""

NAME = 28
"""Characters of a sheet's name; Excel takes at most 31."""

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
ALL = "全部任务"
CUT = "……（下略）"

Written = Literal[
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
    "corrected",
    "task_id",
]
"""The columns of rows of tasks that are written down."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet: its key in rows of tasks, its heading, its width in characters, and what it holds."""

    key: Written
    heading: str
    width: float
    kind: Literal["words", "date"] = "words"


COLUMNS = (
    SheetColumn("number", "编号", 7),
    SheetColumn("title", "任务名称", 22),
    SheetColumn("content", "工作内容", 44),
    SheetColumn("lead_units", "牵头单位", 16),
    SheetColumn("responsible_units", "责任单位", 18),
    SheetColumn("supporting_units", "配合单位", 14),
    SheetColumn("leaders", "责任领导", 11),
    SheetColumn("due_text", "完成时限", 16),
    SheetColumn("due", "最后期限", 11.5, "date"),
    SheetColumn("plan_title", "方案", 22),
    SheetColumn("sources", "出处", 18),
    SheetColumn("task_id", "任务标识", 22),
)
CORRECTED = SheetColumn("corrected", "人工更正（原文读出）", 24)
"""The last column, where a person corrected any of the tasks: what, and what the file says there."""
FIELDS = {column.key: column.heading for column in COLUMNS} | {
    "lead_leaders": "牵头领导",
    "task": "任务（补录）",
    "one_task": "两项并为一项",
    "two_tasks": "一项拆为两项",
}


@dataclass(frozen=True, slots=True)
class SheetFormats:
    """How cells look."""

    title: Format
    note: Format
    header: Format
    words: Format
    date: Format


def task_workbook(title: str, note: str, rows: Sequence[TaskRow]) -> bytes:
    """The workbook of these rows of tasks, in their order; `title` heads each sheet, `note` stands below it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": title, "created": _latest(rows).replace(tzinfo=None)})
    formats = sheet_formats(book)
    names: list[str] = []
    for heading, some in [(ALL, list(rows)), *_by_plan(rows)]:
        names.append(_name(heading, names))
        _sheet(book.add_worksheet(names[-1]), title if heading == ALL else f"{title}（{heading}）", note, some, formats)
    book.close()
    return out.getvalue()


def _by_plan(rows: Sequence[TaskRow]) -> list[tuple[str, list[TaskRow]]]:
    """The rows of each plan under its title, that of the paper where it has none; nothing where there is one plan."""
    found: dict[tuple[str, str], list[TaskRow]] = {}
    for row in rows:
        found.setdefault((row["document_id"], row["plan"]), []).append(row)
    return [(some[0]["plan_title"] or some[0]["document"], some) for some in found.values()] * (len(found) > 1)


def _name(heading: str, taken: Sequence[str]) -> str:
    """A name that Excel takes, other than those taken."""
    base = FORBIDDEN.sub(" ", heading).strip()[:NAME] or ALL
    lower = {name.lower() for name in taken}
    return next(
        name for name in (base, *(f"{base[: NAME - 4]} {n}" for n in range(2, 10_000))) if name.lower() not in lower
    )


def _sheet(sheet: Worksheet, title: str, note: str, rows: Sequence[TaskRow], formats: SheetFormats) -> None:
    columns = (*COLUMNS, CORRECTED) if any(row["corrected"] for row in rows) else COLUMNS
    last = len(columns) - 1
    sheet.merge_range(0, 0, 0, last, title, formats.title)
    sheet.merge_range(1, 0, 1, last, f"{note}　共 {len(rows)} 项".strip(), formats.note)
    sheet.set_row(0, 28)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(2, number, column.heading, formats.header)
    for line, row in enumerate(rows, start=3):
        for number, column in enumerate(columns):
            value = _corrected(row) if column is CORRECTED else row[column.key]
            write_cell(sheet, line, number, value, column, formats)
    sheet.autofilter(2, 0, max(2 + len(rows), 3), last)
    lay_out(sheet)


def _corrected(row: TaskRow) -> str:
    """What a person corrected in a task, a line each, and what the file says there."""
    return "\n".join(
        f"{FIELDS.get(field, field)}：{read or '（无）'}"
        for field, read in zip(row["corrected"], row["as_read"], strict=True)
    )


def lay_out(sheet: Worksheet) -> None:
    """A4 across, the header frozen on the screen and repeated on paper."""
    sheet.freeze_panes(3, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 2)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def write_cell(
    sheet: Worksheet, line: int, number: int, value: str | tuple[str, ...], column: SheetColumn, formats: SheetFormats
) -> None:
    """Words as words, never as a formula; a day as a date."""
    if column.kind == "date" and isinstance(value, str) and value:
        day = date.fromisoformat(value)
        sheet.write_datetime(
            line, number, datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None), formats.date
        )
        return
    words = ("\n" if column.key == "sources" else "、").join(value) if isinstance(value, tuple) else value
    sheet.write_string(line, number, sheet_words(words), formats.words)


def sheet_words(words: str) -> str:
    """Words as a cell takes them: what is too long for one is cut, and says so."""
    return words if len(words) <= LONGEST else words[:LONGEST] + CUT


def sheet_formats(book: xlsxwriter.Workbook) -> SheetFormats:
    """The looks of cells in a workbook."""
    cell = {
        "font_name": FONT,
        "font_size": 10.5,
        "border": 1,
        "border_color": "#9aa5ab",
        "text_wrap": True,
        "valign": "top",
    }
    return SheetFormats(
        title=book.add_format(
            {"font_name": FONT, "font_size": 16, "bold": True, "align": "center", "valign": "vcenter"}
        ),
        note=book.add_format({"font_name": FONT, "font_size": 10, "font_color": "#56636d", "align": "left"}),
        header=book.add_format({**cell, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#e4eef3"}),
        words=book.add_format(cell),
        date=book.add_format({**cell, "num_format": "yyyy-mm-dd", "align": "center"}),
    )


def _latest(rows: Sequence[TaskRow]) -> datetime:
    """The latest day of issue: when the workbook is said to be made, so that the same rows give the same bytes."""
    latest = max((row["issued_on"] for row in rows), default="")
    return datetime.fromisoformat(latest).replace(tzinfo=UTC) if latest else NO_DATE
