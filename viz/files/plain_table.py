"""A table as an Excel workbook for programs: one sheet, a header, every cell a text, so that no code is rounded."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from viz.files.sheets import NO_DATE, sheet_words


def plain_workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """The workbook of these rows, the header first; the same rows give the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": NO_DATE.replace(tzinfo=None)})
    text = book.add_format({"num_format": "@"})
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for line, cells in enumerate(rows):
        for number, words in enumerate(cells):
            if words:
                sheet.write_string(line, number, sheet_words(words), text)
    book.close()
    return out.getvalue()
