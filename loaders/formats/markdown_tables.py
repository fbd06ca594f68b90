"""Pipe tables of Markdown: rows and cells as their bars part them, so that no cell of an uneven row is lost."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.formats.markdown_lines import Lines
from loaders.formats.markdown_marks import parted
from loaders.tables.cell_runs import CellRun
from loaders.tables.rows import parted_by_headers, table_of_rows
from loaders.text import Cell, Table, Words

_BAR = re.compile(r"(?<!\\)\|")
_BEFORE = re.compile(r"[\s>]*")
_ITEM = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*")
"""The marks of quotes and items in which a table stands; its rows, but for the first, bear none of an item."""


def part_row(quote: str) -> Iterator[tuple[int, str]]:
    """The cells of a row that is quoted, each with its offset in the quote."""
    edges = [-1, *(bar.start() for bar in _BAR.finditer(quote)), len(quote)]
    for start, end in _between(quote, edges):
        yield start, quote[start:end]


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
    bars = [bar.start() for bar in _BAR.finditer(row, start, end)]
    first = bars.pop(0) if bars and bars[0] == start else start - 1
    last = bars.pop() if bars and bars[-1] == end - 1 else end
    yield from _between(row, [first, *bars, last])


def _between(row: str, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the words between edges begin and end; both are one for an empty cell: its first blank, else a bar."""
    for left, right in pairwise(edges):
        inside = row[left + 1 : right]
        words = inside.strip()
        if words:
            at = left + 1 + len(inside) - len(inside.lstrip())
        else:
            at = left if not inside and right == edges[-1] and left > edges[0] else left + 1
        yield at, at + len(words)
