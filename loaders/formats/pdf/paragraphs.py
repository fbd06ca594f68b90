"""Lines of a page as paragraphs, over the ends of pages too.

Words go on in the next line where a line reaches the right edge and the next one is not indented. Where the edges lie,
the lines of all pages of one size tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from loaders.formats.grids.model import RawAside, RawParagraph
from loaders.formats.pdf.pages import Line, placed
from loaders.formats.pdf.wraps import begins_item, ends_and_begins, is_full, must_go_on

_INDENT = 1.2  # em by which the first line of a paragraph is indented
_OTHER_SIZE = 1.18  # ratio of sizes of words that belong to two paragraphs
_APART = 1.7  # distance of two lines that belong to two paragraphs, in distances of two that follow each other
_SAME_EDGE = 2.0  # points between edges that are one
_SHARE = 20  # one line in so many begins at the left edge, or ends at the right one
_MARGIN = 3.0  # em by which the edges may differ in their distance from the page's


@dataclass(frozen=True, slots=True)
class Edges:
    """Where lines begin and end, and how far apart two lie that follow each other."""

    left: float
    right: float
    pitch: float


def edges_of(lines: Sequence[Line], width: float) -> Edges:
    """The edges of the text of pages that are so wide."""
    if not lines:
        return Edges(0.0, width, 0.0)
    lefts = sorted(line.left for line in lines)
    rights = sorted((line.right for line in lines), reverse=True)
    least = max(2, len(lines) // _SHARE)
    left = next((at for at in lefts if sum(abs(one - at) < _SAME_EDGE for one in lefts) >= least), lefts[0])
    right = next((at for at in rights if sum(0 <= at - one < _SAME_EDGE for one in rights) >= least), rights[0])
    em = median(line.em for line in lines)
    mirrored = width - left
    if right < mirrored - _MARGIN * em:
        right = mirrored
    steps = [b.base - a.base for a, b in zip(lines, lines[1:], strict=False) if 0 < b.base - a.base < 4 * em]
    return Edges(left, right, median(steps) if steps else 0.0)


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


def _goes_on(part: Sequence[Line], line: Line, before: Edges, edges: Edges) -> bool:
    """Whether the words of the last line go on in the next one."""
    last = part[-1]
    if not 1 / _OTHER_SIZE < line.em / last.em < _OTHER_SIZE:
        return False
    same_page = last.page.number == line.page.number
    if same_page and edges.pitch and line.base - last.base > _APART * edges.pitch:
        return False
    indented = line.left > edges.left + _INDENT * line.em
    if not is_full(before.right - last.right, line.text, last.em):
        return _hangs(part, line) and must_go_on(last.text, line.text)
    if indented:
        return _hangs(part, line) and not begins_item(line.text)
    return not ends_and_begins(last.text, line.text)


def _hangs(part: Sequence[Line], line: Line) -> bool:
    """Whether a line begins where those before it do, or right of where they do: a block that is indented as a whole."""
    return len(part) > 1 and abs(part[-1].left - line.left) < line.em / 2


def _struck(lines: Sequence[Line]) -> tuple[RawAside, ...]:
    words = "".join(line.struck for line in lines)
    return (RawAside(words, "unread.struck", lines[0].page.number),) if words else ()
