"""Tables whose rows are lines: cells parted by TABs (copied from a sheet) or by `|` (Markdown)."""

import re
from collections.abc import Iterator, Sequence

from loaders.files.plain import TextLine
from loaders.tables.cell_runs import CellRun
from loaders.text import Cell, Words

_GAP = 8  # lines with blank ones and page numbers between two rows of a table
_RULE = re.compile(r"^[|:\-\s]+$")
_BAR = "|"
_TAB = "\t"


def separator_of(line: TextLine) -> str:
    """The sign that parts the cells of a line, "" if it is no row."""
    text = line.words.text
    if line.inner:
        return _TAB
    return _BAR if text.startswith(_BAR) and text.count(_BAR) > 2 else ""  # noqa: PLR2004 - two cells at least


def begins_rows(lines: Sequence[TextLine], index: int) -> bool:
    """Whether two lines at least from `index` on hold cells parted by the same sign."""
    sign = separator_of(lines[index])
    return bool(sign) and index + 1 < len(lines) and _is_row(lines[index + 1], sign)


def columns_of(line: TextLine) -> int:
    """How many cells a line of several holds that are parted by TABs, 0 for another line."""
    return line.before + line.words.text.count(_TAB) + line.after + 1 if line.inner else 0


def gather_rows(lines: Sequence[TextLine], first: int) -> tuple[list[CellRun], int]:
    """The rows from line `first` on that are parted by the same sign, one group each, and the index behind them.

    Each is a row as it stands, also one of fewer cells.
    """
    sign = separator_of(lines[first])
    groups: list[CellRun] = []
    index = first
    page = False
    while index < len(lines):
        line = lines[index]
        columns = len(groups[0].cells) if groups else 0
        if not _is_row(line, sign, columns):
            following = _behind_page(lines, index)
            if following is None or not _is_row(lines[following], sign, columns):
                break
            index, page = following, True
            continue
        index += 1
        if not _RULE.match(line.words.text):
            groups.append(CellRun(_row(line, sign), after_page=page, row=True))
            page = False
    return groups, index


def _behind_page(lines: Sequence[TextLine], index: int) -> int | None:
    """The next line with words from a page number on, with or without blank lines around it; None where none stands."""
    page = False
    for at, line in enumerate(lines[index : index + _GAP], start=index):
        if not (line.blank or line.page):
            return at if page else None
        page = page or line.page
    return None


def _is_row(line: TextLine, sign: str, columns: int = 0) -> bool:
    """Whether a line is a row: parted by the sign, or one filled cell with the TABs of empty ones.

    They stand behind a first cell; where they stand before it they are as many as the `columns` of the table ask for.
    """
    if separator_of(line) == sign:
        return True
    alone = sign == _TAB and bool(line.words.text)
    return alone and (line.after > 0 or line.before + 1 == columns)


def _row(line: TextLine, sign: str) -> list[Cell]:
    return list(_tab_cells(line)) if sign == _TAB else list(_cells(line.words, _BAR))


def _tab_cells(line: TextLine) -> Iterator[Cell]:
    """The cells of a line parted by TABs; those before and behind the words are empty."""
    start, end = line.words.start, line.words.end
    yield from (Cell((), start - line.before + at, start - line.before + at + 1) for at in range(line.before))
    yield from _cells(line.words, _TAB)
    yield from (Cell((), end + at, end + at + 1) for at in range(line.after))


def _cells(words: Words, sign: str) -> Iterator[Cell]:
    text = words.text
    start, end = (1, len(text) - text.endswith(_BAR)) if sign == _BAR else (0, len(text))
    while start <= end:
        stop = text.find(sign, start, end)
        stop = end if stop == -1 else stop
        yield _cell(words, start, stop)
        start = stop + 1


def _cell(words: Words, start: int, stop: int) -> Cell:
    filled = words.text[start:stop].strip()
    if not filled:
        place = words.at(min(start, len(words.text) - 1))
        return Cell((), place, place + 1)
    part = words.part(start, stop).stripped()
    return Cell((part,), part.start, part.end)
