"""What changed from one version of a paper to another as a workbook that one hands on: a 变更对照表.

A row a change, what was beside what is, each with the place in its file. The same rows give the same bytes.
"""

import io
from collections.abc import Sequence

import xlsxwriter

from graph.messages.sentences import say
from graph.messages.tables import Lang
from queries.differences import DifferenceRow
from viz.files.line_heights import height_of, lines_of
from viz.files.sheets import NO_DATE, lay_out, sheet_formats, sheet_words

COLUMNS: tuple[tuple[str, float], ...] = (
    ("number", 6),
    ("plan", 22),
    ("task", 26),
    ("what", 7),
    ("field", 12),
    ("before", 36),
    ("after", 36),
    ("before_at", 20),
    ("after_at", 20),
)


def title_of_changes(lang: Lang) -> str:
    """What the sheet is called."""
    return say(lang, "taken.changes")


def changes_workbook(old: str, new: str, rows: Sequence[DifferenceRow], lang: Lang) -> bytes:
    """The workbook of these changes, in their order; `old` and `new` are what the two versions are called."""
    out = io.BytesIO()
    title = title_of_changes(lang)
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": title, "created": NO_DATE.replace(tzinfo=None)})
    formats = sheet_formats(book)
    sheet = book.add_worksheet(title)
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, last, title, formats.title)
    between = say(lang, "taken.versions", old=old, new=new, number=len(rows))
    sheet.merge_range(1, 0, 1, last, between, formats.note)
    sheet.set_row(0, 28)
    for number, (key, width) in enumerate(COLUMNS):
        sheet.set_column(number, number, width)
        sheet.write_string(2, number, say(lang, f"difference.{key}"), formats.header)
    for line, row in enumerate(rows, start=1):
        cells = _cells(line, row, lang)
        most = max(lines_of(value, width) for value, (_, width) in zip(cells, COLUMNS, strict=True))
        sheet.set_row(line + 2, height_of(most))
        for number, value in enumerate(cells):
            sheet.write_string(line + 2, number, sheet_words(value), formats.words)
    sheet.autofilter(2, 0, max(2 + len(rows), 3), last)
    lay_out(sheet, lang)
    book.close()
    return out.getvalue()


def _cells(number: int, row: DifferenceRow, lang: Lang) -> tuple[str, ...]:
    return (
        str(number),
        row["plan_title"],
        row["title"],
        say(lang, f"difference.{row['what']}"),
        say(lang, f"field.{row['field']}" if row["field"] else "difference.whole"),
        row["before"],
        row["after"],
        row["before_at"],
        row["after_at"],
    )
