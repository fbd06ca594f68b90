"""Pages of two columns of words: the left one is read first, then the right one.

A page has them where many lines break at one place in its middle and both sides are filled; lines over both columns
part what stands above from what stands below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.formats.pdf.pages import PageLine, PagePiece

_MIDDLE = (0.3, 0.7)  # shares of the width of the words between which the gap between columns lies
_LEAST = 5  # lines that break there
_FILLED = 0.75  # share of its column that a side of most such lines fills
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
    low, high = (left + share * (right - left) for share in _MIDDLE)
    gaps = [gap for line in lines for gap in _gaps(line) if low < (gap[0] + gap[1]) / 2 < high]
    if len(gaps) < _LEAST:
        return None
    at = (max(gap[0] for gap in gaps) + min(gap[1] for gap in gaps)) / 2
    broken = [line for line in lines if any(start < at < end for start, end in _gaps(line))]
    across = sum(_lies_across(line, at) for line in lines)
    full = [
        line
        for line in broken
        if _width(_left_of(line, at)) > _FILLED * (at - left) and _width(_right_of(line, at)) > _FILLED * (right - at)
    ]
    enough = len(broken) >= _LEAST and len(full) * 2 > len(broken) and across * _MOST_BROKEN < len(lines)
    return at if enough else None


def _gaps(line: PageLine) -> Iterator[tuple[float, float]]:
    for before, piece in zip(line.pieces, line.pieces[1:], strict=False):
        yield before.right, piece.left


def _lies_across(line: PageLine, at: float) -> bool:
    return any(piece.left < at < piece.right for piece in line.pieces)


def _left_of(line: PageLine, at: float) -> tuple[PagePiece, ...]:
    return tuple(piece for piece in line.pieces if piece.right <= at)


def _right_of(line: PageLine, at: float) -> tuple[PagePiece, ...]:
    return tuple(piece for piece in line.pieces if piece.left >= at)


def _width(pieces: Sequence[PagePiece]) -> float:
    return pieces[-1].right - pieces[0].left if pieces else 0.0
