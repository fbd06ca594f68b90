"""Lines of a page as paragraphs, over the ends of pages too.

Words go on in the next line where a line reaches the right edge and the next one is not indented. Where the edges lie,
the lines of all pages of one size tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.formats.grids.model import RawAside, RawParagraph
from loaders.formats.pdf.pages import Line, placed
from loaders.formats.pdf.wraps import STOPS, begins_item, ends_and_begins, is_full, must_go_on

_INDENT = 1.2  # em by which the first line of a paragraph is indented
_DEEPEST_INDENT = 2.8  # em up to which a line is indented as the first of a paragraph
_OTHER_SIZE = 1.18  # ratio of sizes of words that belong to two paragraphs
_APART = 1.7  # distance of two lines that belong to two paragraphs, in distances of two that follow each other
_SPACED = 1.15  # the same where paragraphs are spaced, as many of the distances show
_SAME_EDGE = 2.0  # points between edges that are one
_SHARE = 20  # one line in so many begins at the left edge, or ends at the right one
_SURE = 3  # one line in so many that ends at an edge is enough, wherever it lies
_MARGIN = 3.0  # em by which the edges may differ in their distance from the page's
_WIDEST_MARGIN = 0.135  # share of a page's width that is a margin
_INDENTED = 6  # one line in so many shows that paragraphs are indented
_SOME = 10  # one distance in so many shows that paragraphs are spaced
_NARROWEST = 18  # em of the narrowest lines of prose
_WIDEST_BLANK = 2.5  # em between words of prose
_LONG = 0.6  # share of the width of the text that a line that goes on reaches over


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


def edges_of(lines: Sequence[Line], width: float, *, column: bool = False) -> Edges:
    """The edges of the text of pages that are so wide, or of a `column` on them."""
    em = median(line.em for line in lines)
    lefts = sorted(line.left for line in lines)
    least = max(2, len(lines) // _SHARE)
    left = next((at for at in lefts if sum(abs(one - at) < _SAME_EDGE for one in lefts) >= least), lefts[0])
    if left - _DEEPEST_INDENT * em < lefts[0] < left - _INDENT * em:
        left = lefts[0]  # a single line goes on below indented ones
    ends = [line.right for line in lines if not _parted(line)] or [line.right for line in lines]
    mirrored = max(ends) if column else width - min(left, _WIDEST_MARGIN * width)
    right = _right_edge(ends, mirrored, em, left + _NARROWEST * em)
    first = sum(_INDENT * em < at - left < _DEEPEST_INDENT * em for at in lefts)
    indented = first > 1 and first * _INDENTED >= len(lefts)
    pitch, spaced = _pitch(lines, em)
    return Edges(left, right, pitch, em, indented, spaced)


def _parted(line: Line) -> bool:
    """Whether a line has words at several places, as no prose has."""
    return any(piece.left - before.right > _WIDEST_BLANK * line.em for before, piece in pairwise(line.pieces))


def _right_edge(ends: Sequence[float], mirrored: float, em: float, narrowest: float) -> float:
    """Where lines end: at the furthest place at which several do, unless that lies far from the `mirrored` margin and
    only some do, or the lines would be too short for prose.
    """
    ends = sorted(ends, reverse=True)
    least = max(2, len(ends) // _SHARE)
    for at in ends:
        many = sum(0 <= at - one < _SAME_EDGE for one in ends)
        if many >= least:
            sure = many >= least * 2 and many * _SURE >= len(ends) and at > narrowest
            return at if sure or at > mirrored - _MARGIN * em else mirrored
    return max(mirrored, ends[0])


def _pitch(lines: Sequence[Line], em: float) -> tuple[float, bool]:
    """How far apart lines lie that follow each other, and whether paragraphs lie further apart."""
    words = [line for line in lines if line.em < _OTHER_SIZE * em]
    steps = [b.base - a.base for a, b in pairwise(words) if 0 < b.base - a.base < 4 * em]
    if not steps:
        return 0.0, False
    usual = next(
        step for step in sorted(steps) if sum(step <= one < step * 1.05 for one in steps) * _SOME >= len(steps)
    )
    wide = sum(_SPACED * usual < step < 2.5 * usual for step in steps)
    spaced = wide * _SOME > len(steps) * 2 and len(steps) > _SOME // 2
    return (usual, True) if spaced else (median(steps), False)


def paragraphs_of(lines: Iterable[tuple[Line, Edges]]) -> Iterator[RawParagraph]:
    """The paragraphs of lines that follow each other, each with the edges that hold for it."""
    part: list[Line] = []
    before: Edges | None = None
    for line, edges in lines:
        if not line.text.strip():
            yield RawParagraph((), _struck([line]))
            continue
        if part and before is not None and not _goes_on(part, line, before, edges):
            yield RawParagraph((placed(part),), _struck(part))
            part = []
        part.append(line)
        before = edges
    if part:
        yield RawParagraph((placed(part),), _struck(part))


def _goes_on(  # noqa: PLR0911 - one proof after the other
    part: Sequence[Line], line: Line, before: Edges, edges: Edges
) -> bool:
    """Whether the words of the last line go on in the next one."""
    last = part[-1]
    if not 1 / _OTHER_SIZE < line.em / last.em < _OTHER_SIZE or _parted(last):
        return False
    step = line.base - last.base if last.page.number == line.page.number else 0.0
    larger = max(1.0, line.em / edges.em)
    if edges.pitch and step > (_SPACED if edges.spaced else _APART) * edges.pitch * larger:
        return False
    indent = (line.left - edges.left) / line.em
    begins = indent > _INDENT and begins_item(line.text)
    if begins and (len(part) == 1 or not _hangs(last, line)):
        return False
    if not is_full(before.right - last.right, line.text, last.em):
        if last.right - before.left > _LONG * (before.right - before.left):
            if edges.spaced and step:
                return not ends_and_begins(last.text, line.text)
            if edges.indented and _may_go_on(last, before) and indent < _INDENT:
                return not begins_item(line.text)
        return must_go_on(last.text, line.text) and (indent < _INDENT or _hangs(last, line))
    if indent > _INDENT:
        return (len(part) > 1 and _hangs(last, line) and not begins) or _is_title(last, line, edges)
    return not ends_and_begins(last.text, line.text)


def _may_go_on(last: Line, edges: Edges) -> bool:
    """Whether a line stands as those of a paragraph do and ends in no stop, where first lines are indented."""
    return last.left - edges.left < _DEEPEST_INDENT * last.em and not last.text.endswith(STOPS)


def _hangs(last: Line, line: Line) -> bool:
    """Whether a line begins where the one before it does, as in a block that is indented as a whole."""
    return abs(last.left - line.left) < line.em / 2


def _is_title(last: Line, line: Line, edges: Edges) -> bool:
    """Whether both lines stand in the middle, and the first fills the page: a title that is broken at the edge."""
    middle = (edges.left + edges.right) / 2
    centred = (abs((one.left + one.right) / 2 - middle) < one.em for one in (last, line))
    return last.left - edges.left < last.em and line.left - last.left > line.em and all(centred)


def _struck(lines: Sequence[Line]) -> tuple[RawAside, ...]:
    words = "".join(line.struck for line in lines)
    return (RawAside(words, "unread.struck", lines[0].page.number),) if words else ()
