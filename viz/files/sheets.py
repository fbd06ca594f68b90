"""What the sheets of all workbooks have in common: how cells look, how words and days are written into them, and how a
sheet is laid out for A4 across.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

FONT = "宋体"
LONGEST = 32_000
"""Characters of a cell; Excel takes at most 32,767."""

NAME = 28
"""Characters of a sheet's name; Excel takes at most 31."""

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
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


@dataclass(frozen=True, slots=True)
class SheetFormats:
    """How cells look."""

    title: Format
    note: Format
    header: Format
    words: Format
    date: Format


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
        sheet.write_datetime(line, number, day_cell(value), formats.date)
        return
    words = ("\n" if column.key == "sources" else "、").join(value) if isinstance(value, tuple) else value
    sheet.write_string(line, number, sheet_words(words), formats.words)


def day_cell(iso: str) -> datetime:
    """A day as a cell takes it, which knows no time zones."""
    day = date.fromisoformat(iso)
    return datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)


def sheet_words(words: str) -> str:
    """Words as a cell takes them: what is too long for one is cut, and says so."""
    return words if len(words) <= LONGEST else words[:LONGEST] + CUT


def sheet_formats(book: xlsxwriter.Workbook, points: float = 10.5) -> SheetFormats:
    """The looks of cells in a workbook, with letters of so many points."""
    cell = {
        "font_name": FONT,
        "font_size": points,
        "border": 1,
        "border_color": "#9aa5ab",
        "text_wrap": True,
        "valign": "top",
    }
    return SheetFormats(
        title=book.add_format(
            {"font_name": FONT, "font_size": 16, "bold": True, "align": "center", "valign": "vcenter"}
        ),
        note=book.add_format(
            {
                "font_name": FONT,
                "font_size": 10,
                "font_color": "#56636d",
                "align": "left",
                "text_wrap": True,
                "valign": "vcenter",
            }
        ),
        header=book.add_format({**cell, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#e4eef3"}),
        words=book.add_format(cell),
        date=book.add_format({**cell, "num_format": "yyyy-mm-dd", "align": "center"}),
    )
