"""Pages of two columns of words: the left one is read first, then the right one.

A page has them where few words lie over one place in its middle and lines fill both sides beside each other, whether or
not they stand at the same heights; lines over both columns part what stands above from what stands below.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.formats.pdf.pages import PageLine, PagePiece

_MIDDLE = (0.3, 0.7)  # shares of the width of the words between which the gap between columns lies
_LEAST = 5  # lines that fill each side
_FILLED = 0.75  # share of its column that most lines of a side fill
_MOST_BROKEN = 3  # one line in so many may lie across the gap

Columned = tuple[PageLine, int]
"""A line, and the column in which it stands: 0 over all of the page, 1 on the left, 2 on the right."""


def in_columns(lines: Sequence[PageLine]) -> list[Columned]:
    """The lines of a page in order of reading, each with its column."""
    gap = _gap(lines)
    if gap is None:
        return [(line, 0) for line in lines]
    found: list[Columned] = []
    sides: tuple[list[PageLine], list[PageLine]] = ([], [])
    for line in lines:
        if _lies_across(line, gap):
            found += _both(sides)
            sides = ([], [])
            found.append((line, 0))
            continue
        for side, kept in ((0, _left_of(line, gap)), (1, _right_of(line, gap))):
            if kept:
                sides[side].append(replace(line, pieces=kept))
    return [*found, *_both(sides)]


def _both(sides: tuple[Sequence[PageLine], Sequence[PageLine]]) -> Iterator[Columned]:
    for column, side in enumerate(sides, start=1):
        yield from ((line, column) for line in side)


def _gap(lines: Sequence[PageLine]) -> float | None:
    """Where the gap between two columns lies, None on a page of one."""
    if len(lines) < _LEAST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    at = _emptiest(lines, *(left + share * (right - left) for share in _MIDDLE))
    if at is None or sum(_lies_across(line, at) for line in lines) * _MOST_BROKEN >= len(lines):
        return None
    sides = [
        [line.base for line in lines if _width(side(line, at)) > _FILLED * width]
        for side, width in ((_left_of, at - left), (_right_of, right - at))
    ]
    held = [sum(bool(side(line, at)) for line in lines) for side in (_left_of, _right_of)]
    if any(len(full) < _LEAST or len(full) * 2 <= of for full, of in zip(sides, held, strict=True)):
        return None
    first, last = max(min(side) for side in sides), min(max(side) for side in sides)
    beside = [sum(first <= base <= last for base in side) for side in sides]
    return at if min(beside) * 2 > min(map(len, sides)) else None


def _emptiest(lines: Sequence[PageLine], low: float, high: float) -> float | None:
    """The middle of the widest stretch between two places over which the fewest words lie."""
    pieces = [piece for line in lines for piece in line.pieces]
    begun, ended = sorted(piece.left for piece in pieces), sorted(piece.right for piece in pieces)
    edges = sorted({*begun, *ended})
    found = []
    for start, end in itertools.pairwise(edges):
        if low < (start + end) / 2 < high:
            over = bisect_right(begun, start) - bisect_right(ended, start)
            found.append((over, start - end, (start + end) / 2))
    return min(found)[2] if found else None


def _lies_across(line: PageLine, at: float) -> bool:
    return any(piece.left < at < piece.right for piece in line.pieces)


def _left_of(line: PageLine, at: float) -> tuple[PagePiece, ...]:
    return tuple(piece for piece in line.pieces if piece.right <= at)


def _right_of(line: PageLine, at: float) -> tuple[PagePiece, ...]:
    return tuple(piece for piece in line.pieces if piece.left >= at)


def _width(pieces: Sequence[PagePiece]) -> float:
    return pieces[-1].right - pieces[0].left if pieces else 0.0
