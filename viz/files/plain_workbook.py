"""Tables of words and numbers as a workbook, a sheet each, for those who go on working with them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from viz.files.sheets import FORBIDDEN, NAME, NO_DATE, sheet_formats, sheet_words

Value = str | float
"""What a cell holds: words, or a number."""
_WIDTH = 16
"""Characters of a column."""


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A sheet by its name: its rows, and which of them (from 0) holds the names of the columns."""

    name: str
    rows: Sequence[Sequence[Value]]
    header: int = 0


def plain_workbook(sheets: Sequence[PlainSheet]) -> bytes:
    """The workbook of these sheets; words are never formulas, and the same sheets give the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": sheets[0].name, "created": NO_DATE.replace(tzinfo=None)})
    formats = sheet_formats(book)
    taken: set[str] = set()
    for number, one in enumerate(sheets, start=1):
        name = FORBIDDEN.sub(" ", one.name).strip()[:NAME]
        name = name if name and name.lower() not in taken else f"{name}{number}"
        taken.add(name.lower())
        sheet = book.add_worksheet(name)
        sheet.set_column(0, max(map(len, one.rows), default=1) - 1, _WIDTH)
        sheet.freeze_panes(one.header + 1, 0)
        for line, row in enumerate(one.rows):
            look = formats.header if line == one.header else formats.words
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(line, column, sheet_words(value), look)
                else:
                    sheet.write_number(line, column, value, look)
    book.close()
    return out.getvalue()
