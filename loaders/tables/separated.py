"""Tables whose rows are lines: cells parted by TABs (copied from a sheet) or by `|` (Markdown)."""

import re
from collections.abc import Iterator, Sequence

from loaders.files.plain import TextLine
from loaders.tables.cell_runs import CellRun
from loaders.text import Cell, Words

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
    while index < len(lines) and (_is_row(lines[index], sign) or lines[index].page):
        line = lines[index]
        index += 1
        if line.page and not _is_row(line, sign):
            page = True
        elif not _RULE.match(line.words.text):
            groups.append(CellRun(_row(line, sign), after_page=page, row=True))
            page = False
    return groups, index


def _is_row(line: TextLine, sign: str) -> bool:
    """Whether a line is a row: parted by the sign, or a first cell alone with the TABs of empty cells behind it."""
    return separator_of(line) == sign or (sign == _TAB and line.after > 0 and not line.blank)


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
