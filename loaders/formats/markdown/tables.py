"""Pipe tables of Markdown: rows and cells as their bars part them, so that no cell of an uneven row is lost."""

import re
from collections.abc import Iterator, Sequence

from loaders.formats.markdown.lines import Lines
from loaders.formats.markdown.marks import parted
from loaders.formats.markdown.rows import BAR, between
from loaders.tables.cell_runs import CellRun
from loaders.tables.rows import parted_by_headers, table_of_rows
from loaders.text import Cell, Table, Words

_BEFORE = re.compile(r"[\s>]*")
_ITEM = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*")
"""The marks of quotes and items in which a table stands; its rows, but for the first, bear none of an item."""


def read_tables(
    lines: Lines, numbers: Sequence[int], *, number: int, title: str
) -> Iterator[tuple[Sequence[Words], Table | None]]:
    """The tables whose rows are the lines `numbers`, each with the captions above its header.

    Where the first row is empty, as converters leave it, or a caption over merged columns, the next one is the header.
    """
    rows = [CellRun(_cells(lines, line, head=index == 0), row=True) for index, line in enumerate(numbers)]
    for part in parted_by_headers(rows):
        captions, table = table_of_rows(part, number=number, title=title)
        number += table is not None
        yield captions, table


def _cells(lines: Lines, line: int, *, head: bool) -> list[Cell]:
    """The cells of a line; an empty one takes the sign at its place."""
    raw = lines.raw(line)
    before = (_ITEM if head else _BEFORE).match(raw)
    cells = []
    for start, end in _spans(raw, before.end() if before else 0):
        at = lines.starts[line] + start
        words = parted(lines.part(line, start, end)) if end > start else []
        cells.append(Cell(tuple(words), at, lines.starts[line] + max(end, start + 1)))
    return cells


def _spans(row: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the words of each cell begin and end, from character `start` of a row on, its outer bars left out."""
    end = len(row.rstrip())
    bars = [bar.start() for bar in BAR.finditer(row, start, end)]
    first = bars.pop(0) if bars and bars[0] == start else start - 1
    last = bars.pop() if bars and bars[-1] == end - 1 else end
    yield from between(row, [first, *bars, last])
