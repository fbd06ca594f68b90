"""Wrapped text: lines of a PDF that all end at the same width, so that a full line goes on in the next one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_WIDEST = 130  # half-width signs of the widest full line
_NARROWEST = 36  # half-width signs of the narrowest full line
_NARROWEST_INDENTED = 24  # of lines of which only those that begin a paragraph are indented
_LOOSE = 8  # a paragraph's indent, a stop that hangs over the edge and half a sign
_TIGHT = 4  # what is missing at most in the lines by which wrapping is told
_FULL_LINES = 3  # lines that must be full and break off before a text counts as wrapped
_FULL_OF_FEW = 2  # such lines of a text of `_FEW` lines at most, half of which are full
_FEW = 8
_ENDS = tuple("。;；!！?？：:)）]】〕")
"""Signs at a line's end that are no evidence of wrapping: words may end with each of them."""
_INSIDE = re.compile("[,，、。;；]")
"""Signs in a line of prose, by which two lines of one length are told from two headings."""
_SEVERAL = 2  # indented lines that show how paragraphs begin
_WIDE_BLANK = "\u3000"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How long a full line is: `width` counts a full-width sign as two, `signs` as one; 0 where nothing is wrapped.

    `indented` tells that paragraphs begin with blanks and lines that go on do not, `solid` that all lines but the last
    are full: one paragraph, whatever its lines begin with.
    """

    width: int = 0
    signs: int = 0
    indented: bool = False
    solid: bool = False

    def is_full(self, line: str) -> bool:
        """Whether a line is full; a few signs may be missing at its end."""
        return self.reaches(line, min(_LOOSE, self.width // _LOOSE))

    def is_quite_full(self, line: str) -> bool:
        """Whether no further sign fits into a line."""
        return self.reaches(line, 1)

    def reaches(self, line: str, loose: int) -> bool:
        """Whether a line is as wide as a full one but for `loose` half-width signs."""
        bare = line.rstrip()
        return self.width > 0 and (line_width(bare) >= self.width - loose or len(bare) >= self.signs)


NOT_WRAPPED = Wrapping()


def find_wrapping(lines: Sequence[str], *, close: bool = True) -> Wrapping:
    """How lines, with the blanks before them, are wrapped: none is much longer than the third longest, and as many as
    that are as long and end in no stop. Of few that stand `close`, without blank lines, the second is enough.
    """
    if any(len(line) > _WIDEST for line in lines):
        return NOT_WRAPPED
    least = _FULL_OF_FEW if close and len(lines) <= _FEW else _FULL_LINES
    widths = [line_width(line.rstrip()) for line in lines]
    signs = [len(line.rstrip()) for line in lines]
    found = Wrapping(_nearly_longest(widths, least), _nearly_longest(signs, least), _indents(lines))
    narrowest = _NARROWEST_INDENTED if found.indented else _NARROWEST
    if not narrowest <= found.width <= _WIDEST or max(widths) > found.width + _TIGHT:
        return NOT_WRAPPED
    full = [line for line in lines if found.reaches(line, _TIGHT)]
    broken = [line for line in full if not (line.isascii() or line.rstrip().endswith(_ENDS))]
    if len(broken) < least or len(broken) * 2 < len(full):
        return NOT_WRAPPED
    prose = all(map(_INSIDE.search, broken))
    if len(broken) < _FULL_LINES and not (prose and len(full) * 2 >= len(lines) - 1):
        return NOT_WRAPPED
    return replace(found, solid=not found.indented and all(map(found.is_full, lines[:-1])))


def _indents(lines: Sequence[str]) -> bool:
    """Whether some lines begin with blanks, and most of the others with none."""
    blank = sum(is_indented(line) for line in lines)
    return _SEVERAL <= blank < len(lines) - blank


def is_indented(line: str) -> bool:
    """Whether blanks as wide as a character stand before a line."""
    return line.startswith((_WIDE_BLANK, "  "))


def _nearly_longest(lengths: Sequence[int], lines: int) -> int:
    """The length that so many lines reach: single longer ones have stops that hang over the edge."""
    return sorted(lengths, reverse=True)[lines - 1] if len(lengths) >= lines else 0


def line_width(line: str) -> int:
    """The width of a line in half-width signs."""
    return 2 * len(line) - len(line.encode("ascii", "ignore"))
