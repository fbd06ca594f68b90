"""Tables whose rows are lines: cells parted by TABs (copied from a sheet) or by `|` (Markdown)."""

import re
from collections.abc import Sequence

from loaders.flattened import Group
from loaders.plain import Line
from loaders.text import Cell, Words

_RULE = re.compile(r"^[|:\-\s]+$")


def separator_of(line: Line) -> str:
    """The sign that parts the cells of a line, "" if it is no row."""
    text = line.words.text
    if line.inner:
        return "\t"
    return "|" if text.startswith("|") and text.count("|") > 2 else ""  # noqa: PLR2004 - two cells at least


def gather_rows(lines: Sequence[Line], first: int) -> tuple[list[Group], int]:
    """The rows from line `first` on that are parted by the same sign, one group each, and the index behind them."""
    sign = separator_of(lines[first])
    groups: list[Group] = []
    index = first
    while index < len(lines) and separator_of(lines[index]) == sign:
        words = lines[index].words
        if not _RULE.match(words.text):
            groups.append(Group(_cells(words, sign, leading=lines[index].cell)))
        index += 1
    return groups, index


def _cells(words: Words, sign: str, *, leading: bool) -> list[Cell]:
    text = words.text
    start, end = (1, len(text) - text.endswith("|")) if sign == "|" else (0, len(text))
    cells = [Cell((), words.at(0) - 1, words.at(0))] if leading else []
    while start <= end:
        stop = text.find(sign, start, end)
        stop = end if stop == -1 else stop
        cells.append(_cell(words, start, stop))
        start = stop + 1
    return cells


def _cell(words: Words, start: int, stop: int) -> Cell:
    filled = words.text[start:stop].strip()
    if not filled:
        place = words.at(min(start, len(words.text) - 1))
        return Cell((), place, place + 1)
    part = words.part(start, stop).stripped()
    return Cell((part,), part.start, part.end)
