"""The edges of the text on pages of one size: where lines begin and end, how far apart they lie, whether first lines
of paragraphs are indented, and whether paragraphs are spaced, as all lines tell.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.formats.pdf.pages import PageLine

INDENT = 1.2  # em by which the first line of a paragraph is indented
DEEPEST_INDENT = 2.8  # em up to which a line is indented as the first of a paragraph
OTHER_SIZE = 1.18  # ratio of sizes of words that belong to two paragraphs
SPACED = 1.15  # distance of two paragraphs in distances of lines, where paragraphs are spaced
_WIDEST_SPACE = 2.5  # distance of two paragraphs that are spaced, at most
_SAME_EDGE = 2.0  # points between edges that are one
_SHARE = 20  # one line in so many begins at the left edge, or ends at the right one
_SURE = 3  # one line in so many that ends at an edge is enough, wherever it lies
_MARGIN = 3.0  # em by which the edges may differ in their distance from the page's
_WIDEST_MARGIN = 0.135  # share of a page's width that is a margin
_INDENTED = 6  # one line in so many shows that paragraphs are indented
_SPACES = 5  # one distance in so many shows that paragraphs are spaced
_SOME = 10  # one distance in so many is usual
_NARROWEST = 18  # em of the narrowest lines of prose
_WIDEST_BLANK = 2.5  # em between words of prose


@dataclass(frozen=True, slots=True)
class Edges:
    """Where lines begin and end, how far apart two lie that follow each other, and the width of most 汉字.

    `indented` tells that first lines of paragraphs are, `spaced` that paragraphs lie further apart than lines.
    """

    left: float
    right: float
    pitch: float
    em: float
    indented: bool = False
    spaced: bool = False


def edges_of(lines: Sequence[PageLine], width: float, *, column: bool = False) -> Edges:
    """The edges of the text of pages that are so wide, or of a `column` on them."""
    em = median(line.em for line in lines)
    lefts = sorted(line.left for line in lines)
    left = lefts[_common(lefts, _SAME_EDGE, max(2, len(lines) // _SHARE)) or 0]
    if left - DEEPEST_INDENT * em < lefts[0] < left - INDENT * em:
        left = lefts[0]  # a single line goes on below indented ones
    ends = [line.right for line in lines if not is_parted(line)] or [line.right for line in lines]
    mirrored = max(ends) if column else width - min(left, _WIDEST_MARGIN * width)
    right = _right_edge(ends, mirrored, em, left + _NARROWEST * em)
    first = sum(INDENT * em < at - left < DEEPEST_INDENT * em for at in lefts)
    pitch, spaced = _pitch(lines, em)
    return Edges(left, right, pitch, em, first > 1 and first * _INDENTED >= len(lefts), spaced)


def is_parted(line: PageLine) -> bool:
    """Whether a line has words at several places, as no prose has."""
    return any(piece.left - before.right > _WIDEST_BLANK * line.em for before, piece in pairwise(line.pieces))


def _common(places: Sequence[float], reach: float, least: int) -> int | None:
    """The index of the first of sorted places from which on so many lie within reach."""
    counts = (bisect_left(places, place + reach) - at for at, place in enumerate(places))
    return next((at for at, count in enumerate(counts) if count >= least), None)


def _right_edge(ends: Sequence[float], mirrored: float, em: float, narrowest: float) -> float:
    """Where lines end: at the furthest place at which several do, unless that lies far from the `mirrored` margin and
    only some do, or the lines would be too short for prose.
    """
    inward = sorted(-end for end in ends)
    least = max(2, len(ends) // _SHARE)
    found = _common(inward, _SAME_EDGE, least)
    if found is None:
        return max(mirrored, *ends)
    at = -inward[found]
    many = bisect_left(inward, inward[found] + _SAME_EDGE) - found
    sure = many >= least * 2 and many * _SURE >= len(ends) and at > narrowest
    return at if sure or at > mirrored - _MARGIN * em else mirrored


def _pitch(lines: Sequence[PageLine], em: float) -> tuple[float, bool]:
    """How far apart lines lie that follow each other, and whether paragraphs lie further apart."""
    words = [line for line in lines if line.em < OTHER_SIZE * em]
    steps = sorted(b.base - a.base for a, b in pairwise(words) if 0 < b.base - a.base < 4 * em)
    if not steps:
        return 0.0, False
    usual = steps[_common(steps, em / 10, -(-len(steps) // _SOME)) or 0]
    wide = bisect_left(steps, _WIDEST_SPACE * usual) - bisect_left(steps, SPACED * usual)
    spaced = wide * _SPACES > len(steps) > _SPACES
    return (usual, True) if spaced else (median(steps), False)
