"""A list of tasks as an Excel workbook that a clerk hands on: all tasks on the first sheet, then a sheet for each plan,
unless there are so many that nobody would turn their leaves: then the column of plans tells which is which.

What is printed (the print area) is as wide as A4 across at full size, its letters have 10.5 points, each row is as high
as its words need. What programs and questions back need (plan, source, id) stands to the right of it. The same list
gives the same bytes.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from graph.messages.sentences import say
from graph.messages.tables import Lang
from queries.listing.paper_names import plan_of_task
from queries.rows import TaskRow
from viz.files.handed_list import SAID, Beside, HandedList, Said, heading_beside, headings, said
from viz.files.line_heights import HIGHEST, LINE, WIDE, height_of, lines_of, room_of
from viz.files.sheets import FONT, FORBIDDEN, NAME, NO_DATE, SheetFormats, day_cell, sheet_formats, sheet_words

POINTS = 10.5
LETTERS = {"font_name": FONT, "font_size": 10}
"""Of the whole workbook: by the width of their figures programs reckon the widths of columns, and other letters in the
place of ones that a machine does not have would make them wider.
"""
WIDTHS: dict[Said, float] = {
    "number": 4.5,
    "title": 16,
    "content": 35,
    "lead": 12,
    "others": 17,
    "leaders": 9,
    "due": 12,
    "progress": 12,
    "notes": 10,
}
"""In characters: together 940 pixels of the 1,046 that A4 across has between margins of 10 mm: in
LibreOffice without 宋体 they are a tenth wider than in Excel."""
BESIDE: tuple[tuple[Beside, float], ...] = (
    ("item", 8),
    ("plan", 24),
    ("sources", 26),
    ("last_day", 11.5),
    ("whole", 30),
    ("task_id", 22),
)
"""Right of what is printed, behind an empty column."""
MOST_PLANS = 60
"""Plans that have a sheet each: a county's papers of a year. Excel shows some twenty names of sheets at a time."""
LONG = 5000
"""Tasks from which on a row is let go of as soon as it is written, which takes the room of the sheets on the disk
instead of in memory; the words of cells stand in each then, and a file is a tenth longer.
"""


@dataclass(frozen=True, slots=True)
class _PrintedRow:
    """A row of the sheet as it is printed: its words, its height in points, and whether its content was cut."""

    words: dict[Said, str]
    height: float
    cut: bool


def task_workbook(handed: HandedList) -> bytes:
    """The workbook of a list."""
    out = io.BytesIO()
    kept = "constant_memory" if len(handed.rows) >= LONG else "in_memory"
    book = xlsxwriter.Workbook(out, {kept: True, "default_format_properties": dict(LETTERS)})
    book.set_properties({"title": handed.title, "created": _latest(handed.rows).replace(tzinfo=None)})
    formats = sheet_formats(book, POINTS)
    names: list[str] = []
    for plan, rows in [("", handed.by_date()), *_by_plan(handed)]:
        names.append(_name(plan, names, handed.lang))
        named = {"title": handed.title, "plan": plan, "until": handed.until}
        title = say(handed.lang, "taken.dated_plan", **named) if plan else handed.heading
        _sheet(book.add_worksheet(names[-1]), handed, title, rows, formats)
    book.close()
    return out.getvalue()


def _by_plan(handed: HandedList) -> list[tuple[str, list[TaskRow]]]:
    """The rows of each plan by date, under its title, that of the paper where it has none; nothing where there is one
    plan, or where there are too many.
    """
    found: dict[tuple[str, str], list[TaskRow]] = {plan: [] for plan in _plans(handed)}
    if not 1 < len(found) <= MOST_PLANS:
        return []
    for row in handed.by_date():
        found[row["document_id"], row["plan"]].append(row)
    return [(plan_of_task(some[0]), some) for some in found.values()]


def _plans(handed: HandedList) -> list[tuple[str, str]]:
    """The plans of a list, each by its paper and id, in the order of the list."""
    return list(dict.fromkeys((row["document_id"], row["plan"]) for row in handed.rows))


def _note(handed: HandedList, rows: Sequence[TaskRow]) -> str:
    """What is said below the title of a sheet."""
    if len(rows) < len(handed.rows):
        return say(handed.lang, "taken.part", sentence=handed.sentence, number=len(rows))
    plans = len(_plans(handed))
    if plans > MOST_PLANS:
        return say(handed.lang, "taken.many_plans", sentence=handed.sentence, number=plans)
    return handed.sentence


def _name(plan: str, taken: Sequence[str], lang: Lang) -> str:
    """A name that Excel takes, other than those taken; that of all tasks for no plan."""
    base = FORBIDDEN.sub(" ", plan).strip()[:NAME] or say(lang, "taken.all")
    lower = {name.lower() for name in taken}
    return next(
        name for name in (base, *(f"{base[: NAME - 4]} {n}" for n in range(2, 10_000))) if name.lower() not in lower
    )


def _sheet(sheet: Worksheet, handed: HandedList, title: str, rows: Sequence[TaskRow], formats: SheetFormats) -> None:
    last = len(SAID) - 1
    # A row is written down when the next one begins: from the first to the last, the height of each before its cells.
    sheet.set_row(0, 28)
    sheet.merge_range(0, 0, 0, last, sheet_words(title), formats.title)
    sheet.merge_range(1, 0, 1, last, sheet_words(_note(handed, rows)), formats.note)
    sheet.set_row(2, 20)
    for number, (key, heading) in enumerate(headings(handed.lang).items()):
        sheet.set_column(number, number, WIDTHS[key])
        sheet.write_string(2, number, heading, formats.header)
    sheet.set_column(last + 1, last + 1, 2)
    for number, (beside, width) in enumerate(BESIDE, start=last + 2):
        sheet.set_column(number, number, width)
        sheet.write_string(2, number, heading_beside(handed.lang, beside), formats.header)
    for line, row in enumerate(rows, start=3):
        shown = _line(said(line - 2, row, handed.lang), say(handed.lang, "taken.rest"))
        sheet.set_row(line, shown.height)
        for number, words in enumerate(shown.words.values()):
            sheet.write_string(line, number, sheet_words(words), formats.words)
        _beside(sheet, line, last + 2, handed, row, shown, formats)
    end = 3 + len(rows)
    sheet.set_row(end, height_of(lines_of(handed.last_line, sum(WIDTHS.values()))))
    sheet.merge_range(end, 0, end, last, sheet_words(handed.last_line), formats.note)
    sheet.autofilter(2, 0, max(2 + len(rows), 3), last)
    _lay_out(sheet, end, last, handed.lang)


def _beside(
    sheet: Worksheet, line: int, first: int, handed: HandedList, row: TaskRow, shown: _PrintedRow, formats: SheetFormats
) -> None:
    """What stands to the right of what is printed."""
    sources = "\n".join(handed.sources(row))
    cells = (row["number"], plan_of_task(row), sources, "", row["content"] if shown.cut else "")
    for number, words in enumerate(cells, start=first):
        sheet.write_string(line, number, sheet_words(words), formats.words)
    if row["due"]:
        sheet.write_datetime(line, first + 3, day_cell(row["due"]), formats.date)
    column = first + len(cells)
    if handed.address:
        sheet.write_url(line, column, handed.address + row["task_id"], formats.words, row["task_id"])
    else:
        sheet.write_string(line, column, row["task_id"], formats.words)


def _lay_out(sheet: Worksheet, end: int, last: int, lang: Lang) -> None:
    """A4 across, as wide as the paper (a little less than full size where a machine's letters are wider), the header
    frozen on the screen and repeated on paper.
    """
    sheet.freeze_panes(3, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.print_area(0, 0, end, last)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(0, 2)
    sheet.set_margins(left=0.39, right=0.39, top=0.5, bottom=0.6)
    sheet.set_footer("&C" + say(lang, "taken.page"))


def _line(words: dict[Said, str], rest: str) -> _PrintedRow:
    """The row of these words; a content that no row of Excel is high enough for is cut, and `rest` says so."""
    most = int((HIGHEST - 4) / LINE)
    cut = lines_of(words["content"], WIDTHS["content"]) > most
    if cut:
        room = int(most * room_of(WIDTHS["content"]) / WIDE) - len(rest)
        words = {**words, "content": _cut(words["content"], room, most, rest)}
    needed = max(lines_of(said, WIDTHS[key]) for key, said in words.items())
    return _PrintedRow(words, height_of(needed), cut)


def _cut(content: str, room: int, most: int, rest: str) -> str:
    """The beginning of a content that stands in so many lines."""
    while lines_of(content[:room] + rest, WIDTHS["content"]) > most:
        room -= 10
    return content[:room] + rest


def _latest(rows: Sequence[TaskRow]) -> datetime:
    """The latest day of issue: when the workbook is said to be made, so that the same list gives the same bytes."""
    latest = max((row["issued_on"] for row in rows), default="")
    return datetime.fromisoformat(latest).replace(tzinfo=UTC) if latest else NO_DATE
