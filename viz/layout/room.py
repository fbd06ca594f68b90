"""The room that a mark takes in a picture, with its words: for layouts, and for whatever draws it."""

from viz.layout.layout import Room, text_width
from viz.picture import Mark

LEADING = 1.35
"""Height of a line of words, in its font size."""

BOX = 32
"""Height in pixels of a box with one line of words."""

PADDING = 10
"""Least distance in pixels from the words of a box to its sides."""

TIGHT = 2
"""The same in a box whose height is given, a cell or a bar."""


def room_of(mark: Mark) -> Room:
    """The room of a mark: with the label below a dot or a diamond, around the label of a box."""
    lines = mark.label.split("\n")
    words = max(text_width(line, mark.font) for line in lines) / 2
    if mark.shape in {"dot", "diamond"}:
        return Room(max(mark.size, words), mark.size, mark.size + LEADING * mark.font * len(lines))
    if mark.shape == "text":
        high = LEADING * mark.font * len(lines) / 2
        return Room(words, high, high)
    high = mark.height or (BOX + (len(lines) - 1) * mark.font * LEADING) / 2
    padding = TIGHT if mark.height else PADDING
    return Room(max(mark.size, words + padding) if words else mark.size, high, high)
