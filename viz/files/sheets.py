"""What the sheets of all workbooks have in common: how cells look, how words and days are written into them, and how a
sheet is laid out for A4 across.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graph.messages.sentences import say
from graph.messages.tables import Lang

FONT = "宋体"
LONGEST = 32_000
"""Characters of a cell; Excel takes at most 32,767."""

NAME = 28
"""Characters of a sheet's name; Excel takes at most 31."""

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
CUT = "……（下略）"


@dataclass(frozen=True, slots=True)
class SheetFormats:
    """How cells look."""

    title: Format
    note: Format
    header: Format
    words: Format
    date: Format


def lay_out(sheet: Worksheet, lang: Lang) -> None:
    """A4 across, as wide as the paper, the header frozen on the screen and repeated on paper."""
    sheet.freeze_panes(3, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 2)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C" + say(lang, "taken.page"))


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
