"""Lines of a page as paragraphs, over the ends of pages too.

Words go on in the next line where a line reaches the right edge and the next one is not indented; where paragraphs are
spaced, where it lies no further away than lines do (`loaders.formats.pdf.edges`).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.words.signs import LINE_STOPS
from loaders.formats.grids.model import RawAside, RawParagraph
from loaders.formats.pdf.edges import DEEPEST_INDENT, INDENT, OTHER_SIZE, SPACED, Edges, is_parted
from loaders.formats.pdf.pages import PageLine, placed
from loaders.formats.pdf.wraps import begins_item, ends_and_begins, is_full, must_go_on

_APART = 1.7  # distance of two lines that belong to two paragraphs, in distances of two that follow each other
_LONG = 0.6  # share of the width of the text that a line that goes on reaches over


class Edged(NamedTuple):
    """A line and the edges that hold for it."""

    line: PageLine
    edges: Edges


def paragraphs_of(lines: Iterable[Edged]) -> Iterator[RawParagraph]:
    """The paragraphs of lines that follow each other."""
    part: list[PageLine] = []
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
    part: Sequence[PageLine], line: PageLine, before: Edges, edges: Edges
) -> bool:
    """Whether the words of the last line go on in the next one."""
    last = part[-1]
    if not 1 / OTHER_SIZE < line.em / last.em < OTHER_SIZE or is_parted(last):
        return False
    step = line.base - last.base if last.page.number == line.page.number else 0.0
    larger = max(1.0, line.em / edges.em)
    if edges.pitch and step > (SPACED if edges.spaced else _APART) * edges.pitch * larger:
        return False
    indent = (line.left - edges.left) / line.em
    begins = indent > INDENT and begins_item(line.text)
    if begins and (len(part) == 1 or not _hangs(last, line)):
        return False
    if not is_full(before.right - last.right, line.text, last.em):
        if last.right - before.left > _LONG * (before.right - before.left):
            if edges.spaced and step:
                return not ends_and_begins(last.text, line.text)
            if edges.indented and _may_go_on(last, before) and indent < INDENT:
                return not begins_item(line.text)
        return must_go_on(last.text, line.text) and (indent < INDENT or _hangs(last, line))
    if indent > INDENT:
        return (len(part) > 1 and _hangs(last, line) and not begins) or _is_title(last, line, edges)
    return not ends_and_begins(last.text, line.text)


def _may_go_on(last: PageLine, edges: Edges) -> bool:
    """Whether a line stands as those of a paragraph do and ends in no stop, where first lines are indented."""
    return last.left - edges.left < DEEPEST_INDENT * last.em and not last.text.endswith(LINE_STOPS)


def _hangs(last: PageLine, line: PageLine) -> bool:
    """Whether a line begins where the one before it does, as in a block that is indented as a whole."""
    return abs(last.left - line.left) < line.em / 2


def _is_title(last: PageLine, line: PageLine, edges: Edges) -> bool:
    """Whether both lines stand in the middle, and the first fills the page: a title that is broken at the edge."""
    middle = (edges.left + edges.right) / 2
    centred = (abs((one.left + one.right) / 2 - middle) < one.em for one in (last, line))
    return last.left - edges.left < last.em and line.left - last.left > line.em and all(centred)


def _struck(lines: Sequence[PageLine]) -> tuple[RawAside, ...]:
    words = "".join(line.struck for line in lines)
    return (RawAside(words, "unread.struck", lines[0].page.number),) if words else ()
