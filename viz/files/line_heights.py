"""How high a row of a sheet must be for its words, which no program reckons that only writes sheets."""

import unicodedata
from functools import lru_cache
from math import ceil

LINE = 15
"""Points of a line of these letters, as LibreOffice sets them; Excel takes a little less."""
HIGHEST = 400
"""Points of a row; Excel takes at most 409."""
_PIXELS_A_CHARACTER = 7
WIDE = 14
"""Pixels of a Chinese character of this size; others take a little more than half of it."""


def height_of(lines: int) -> float:
    """The height of a row of so many lines, in points."""
    return min(LINE * lines + 4, HIGHEST)


def lines_of(words: str, width: float) -> int:
    """How many lines words take in a column of a width."""
    room = room_of(width)
    return sum(max(1, ceil(_pixels(part) / room)) for part in words.split("\n"))


def room_of(width: float) -> float:
    """Pixels that words have in a column, less half a character that no line can use."""
    return width * _PIXELS_A_CHARACTER - WIDE / 2


def _pixels(words: str) -> float:
    return sum(map(_pixels_of, words))


@lru_cache(maxsize=8192)
def _pixels_of(sign: str) -> float:
    return WIDE if unicodedata.east_asian_width(sign) in "WFA" else WIDE * 0.58
