"""Where a line ends: at the edge, so that its words go on in the next one, or before it, where they end.

A line is full where the first words of the next one would not have fitted behind it: a 汉字 with the signs that may not
begin a line, a bracket with what stands behind it, a number or a Latin word as a whole.
"""

import re

from graph.words.fold import fold
from graph.words.numbering import number_at
from graph.words.signs import GOES_ON, LINE_STOPS, NEVER_FIRST
from loaders.prose.labels import label_at

_UNIT = re.compile(
    r"[（〔［【《〈“‘(\[]*(?:[A-Za-z0-9][A-Za-z0-9.,:/%\-]*|.)[、，。；：？！）〕］】》〉”’％,.;:?!)\]%…—]*", re.DOTALL
)
"""What cannot be parted at a line's end."""
_NARROW = 0.5  # em of a half-width sign
_LOOSE = 0.25  # em by which a unit may seem to fit though it did not
_NUMBER = 40  # characters in which a number or a label at a line's start stands


def first_width(words: str, em: float) -> float:
    """The width of the first unit of words."""
    unit = _UNIT.match(words)
    return sum(em * (_NARROW if sign.isascii() else 1.0) for sign in unit[0]) if unit else 0.0


def is_full(room: float, following: str, em: float) -> bool:
    """Whether the first words of the next line do not fit into the room behind a line."""
    return first_width(following, em) > room - _LOOSE * em


def must_go_on(words: str, following: str) -> bool:
    """Whether words cannot end here, or the next cannot begin there."""
    return words.endswith(GOES_ON) or following.startswith(NEVER_FIRST)


def ends_and_begins(words: str, following: str) -> bool:
    """Whether words end in a stop and the next begin with the number of an item, or a label with its colon."""
    return words.endswith(LINE_STOPS) and begins_item(following)


def begins_item(words: str) -> bool:
    """Whether words begin with the number of an item, or with a label and its colon."""
    folded = fold(words[:_NUMBER])
    number = number_at(folded)
    if number is not None and not number.tight:
        return True
    label = label_at(folded, 0)
    return label is not None and label.colon
