"""Facts marked in a text: each stretch is cut where a passage begins or ends, and each piece knows its passages."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from api.pages.papers.texts import OffsetWords, TextBlock
from graph.facts import Node

WIDEST = "document"
"""The kind of passage that is not marked: a paper's heading, which may be most of a page."""


@dataclass(frozen=True, slots=True)
class PassageMark:
    """A passage and where it stands: characters from `start` to `end`."""

    passage: str
    kind: str
    start: int
    end: int

    @classmethod
    def of(cls, node: Node) -> "PassageMark":
        """The mark of a passage."""
        start, end = (int(str(node.properties[name])) for name in ("start_char", "end_char"))
        return cls(node.id, str(node.properties["kind"]), start, end)


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """Words with the passages that hold them, the narrowest first; `begins` are those not met in a piece before."""

    words: str
    marks: tuple[PassageMark, ...]
    begins: tuple[PassageMark, ...]

    @property
    def kind(self) -> str:
        """The kind of the narrowest passage, "" where nothing was read."""
        return self.marks[0].kind if self.marks else ""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block whose cells are pieces."""

    rows: tuple[tuple[tuple[MarkedPiece, ...], ...], ...]
    block: TextBlock


class Marker:
    """Marks passages in stretches of one text, which come in its order."""

    def __init__(self, marks: Iterable[PassageMark]) -> None:
        """Mark these."""
        self._marks = sorted((one for one in marks if one.kind != WIDEST), key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self._marks]
        self._bounds = sorted({bound for one in self._marks for bound in (one.start, one.end)})
        self._longest = max((one.end - one.start for one in self._marks), default=0)
        self._met: set[str] = set()

    def block(self, block: TextBlock) -> MarkedBlock:
        """A block with its facts marked."""
        return MarkedBlock(tuple(tuple(self.pieces(cell) for cell in row) for row in block.rows), block)

    def pieces(self, stretch: OffsetWords) -> tuple[MarkedPiece, ...]:
        """The pieces of a stretch, at least one; without the white space at its ends."""
        cuts = self._bounds[bisect_right(self._bounds, stretch.start) : bisect_left(self._bounds, stretch.end)]
        edges = [stretch.start, *cuts, stretch.end]
        found = [self._piece(stretch, start, end) for start, end in pairwise(edges)]
        return tuple(found) or (MarkedPiece("", (), ()),)

    def _piece(self, stretch: OffsetWords, start: int, end: int) -> MarkedPiece:
        words = stretch.words[start - stretch.start : end - stretch.start]
        marks = tuple(sorted(self._over(start, end), key=lambda one: (one.end - one.start, one.passage)))
        begins = tuple(one for one in marks if one.passage not in self._met) if words.strip() else ()
        self._met.update(one.passage for one in begins)
        return MarkedPiece(words.strip("\t\n"), marks, begins)

    def _over(self, start: int, end: int) -> Sequence[PassageMark]:
        """The marks that hold all characters from `start` to `end`."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_right(self._starts, start)
        return [one for one in self._marks[first:last] if one.start <= start and one.end >= end]
