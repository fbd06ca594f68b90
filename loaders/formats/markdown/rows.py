"""Rows of a pipe table of Markdown, parted at their bars, also those that are quoted; no parser is needed for it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

BAR = re.compile(r"(?<!\\)\|")
"""What parts cells: a bar that is not escaped."""


def part_row(quote: str) -> Iterator[tuple[int, str]]:
    """The cells of a row that is quoted, each with its offset in the quote."""
    edges = [-1, *(bar.start() for bar in BAR.finditer(quote)), len(quote)]
    for start, end in between(quote, edges):
        yield start, quote[start:end]


def between(row: str, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the words between edges begin and end; both are one for an empty cell: its first blank, else a bar."""
    for left, right in pairwise(edges):
        inside = row[left + 1 : right]
        words = inside.strip()
        if words:
            at = left + 1 + len(inside) - len(inside.lstrip())
        else:
            at = left if not inside and right == edges[-1] and left > edges[0] else left + 1
        yield at, at + len(words)
