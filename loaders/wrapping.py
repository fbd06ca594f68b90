"""Wrapped text: lines of a PDF that all end at the same width, so that a full line goes on in the next one."""

from collections.abc import Sequence
from dataclasses import dataclass

_WIDEST = 130
_NARROWEST = 30
_LOOSE = 8  # a paragraph's indent, a stop that hangs over the edge and half a sign
_FULL_LINES = 3
_STOPS = tuple("。；;！？：:")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How long a full line is: `width` counts a full-width sign as two, `signs` as one; 0 where nothing is wrapped."""

    width: int = 0
    signs: int = 0

    def is_full(self, line: str) -> bool:
        """Whether a line is full; a sign or two may be missing at its end."""
        bare = line.rstrip()
        return self.width > 0 and (_width(bare) >= self.width - _LOOSE or len(bare) >= self.signs)


NOT_WRAPPED = Wrapping()


def find_wrapping(lines: Sequence[str]) -> Wrapping:
    """How lines are wrapped: none is longer than 65 signs, several are as long as the longest and end in no stop."""
    if any(len(line) > _WIDEST for line in lines):
        return NOT_WRAPPED
    found = Wrapping(
        max((_width(line.rstrip()) for line in lines), default=0),
        max((len(line.rstrip()) for line in lines), default=0),
    )
    if not _NARROWEST <= found.width <= _WIDEST:
        return NOT_WRAPPED
    full = [line for line in lines if found.is_full(line)]
    broken = [line for line in full if not line.rstrip().endswith(_STOPS)]
    return found if len(broken) >= _FULL_LINES and len(broken) * 2 >= len(full) else NOT_WRAPPED


def _width(line: str) -> int:
    return 2 * len(line) - len(line.encode("ascii", "ignore"))
