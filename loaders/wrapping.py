"""Wrapped text: lines of a PDF that all end at the same width, so that a full line goes on in the next one."""

from collections.abc import Sequence
from unicodedata import east_asian_width

_WIDEST = 130
_NARROWEST = 24
_LOOSE = 4
_FULL_LINES = 3
_STOPS = tuple("。；;！？：:")


def wrap_width(lines: Sequence[str]) -> int:
    """The width of a full line where lines are wrapped at one, 0 where they are not.

    Width counts a full-width sign as two. Wrapped are lines none of which is longer than some 65 signs, several of
    which are nearly as long as the longest without ending in a stop.
    """
    if any(len(line) > _WIDEST for line in lines):
        return 0
    width = max((_width(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [line for line in lines if is_full(line, width)]
    broken = [line for line in full if not line.rstrip().endswith(_STOPS)]
    return width if len(broken) >= _FULL_LINES and len(broken) * 2 > len(full) else 0


def is_full(line: str, width: int) -> bool:
    """Whether a line is full at `width` (0: none is); a sign or two may be missing at its end."""
    return width > 0 and _width(line.rstrip()) >= width - _LOOSE


def _width(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in line)
