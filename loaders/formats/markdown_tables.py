"""Pipe tables of Markdown: rows and cells as their bars part them, so that no cell of an uneven row is lost."""

import re
from collections.abc import Iterator, Sequence

from graph.words.fold import squeeze
from loaders.formats.markdown_lines import Lines
from loaders.formats.markdown_marks import parted
from loaders.formats.markdown_rows import BAR, between
from loaders.limits import WIDEST_TABLE
from loaders.text import Cell, Table, TableRow

_BEFORE = re.compile(r"[\s>]*")
_ITEM = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*")
"""The marks of quotes and items in which a table stands; its rows, but for the first, bear none of an item."""


def read_table(lines: Lines, numbers: Sequence[int], *, number: int, title: str) -> Table:
    """The table whose rows are the lines `numbers`, the header first.

    Where the header is empty, as converters leave it, the first row heads the others. Rows of fewer cells are filled
    up, but one of a single cell is a caption; rows of more stay so, for the reader to report.
    """
    rows = [_cells(lines, line, head=index == 0) for index, line in enumerate(numbers)]
    if len(rows) > 1 and not any(cell.paragraphs for cell in rows[0]):
        rows = rows[1:]
    head, *others = rows
    below = tuple(TableRow(tuple(_filled_up(cells, len(head))), index) for index, cells in enumerate(others, start=1))
    heading = TableRow(tuple(head), 0)
    return Table(
        title=title,
        header=tuple(squeeze(cell.text) for cell in head),
        rows=below,
        number=number,
        start=heading.start,
        end=(below[-1] if below else heading).end,
        header_rows=(heading,),
    )


def _filled_up(cells: list[Cell], columns: int) -> list[Cell]:
    if not 1 < len(cells) < columns <= WIDEST_TABLE:
        return cells
    end = cells[-1].end
    return [*cells, *[Cell((), end - 1, end)] * (columns - len(cells))]


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
