"""Numbers of lists: those that a browser writes before the items of an ordered list, and those that Word wrote into the
page before paragraphs.
"""

import re

from graph.words.fold import fold
from graph.words.numbering import number_at
from loaders.formats.html.tree import PageElement

_NO_NUMBERS = re.compile(r"list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)", re.IGNORECASE)
_CHINESE = re.compile(r"list-style(?:-type)?\s*:\s*[\w-]*(?:cjk|chinese)", re.IGNORECASE)
_BY_WORD = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_DIGITS = "零一二三四五六七八九"
_TENS = 100
_LETTERS = 26
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class ListNumbers:
    """The numbers of the items of each list that stands open."""

    def __init__(self) -> None:
        self.next: dict[int, int] = {}

    def of(self, item: PageElement) -> str:
        """The number of an item with its sign, "" in a list without numbers."""
        above = item.parent
        if above is None or above.tag != "ol" or _NO_NUMBERS.search(above.style + item.style):
            return ""
        number = (
            _whole(item.attributes.get("value")) or self.next.get(id(above)) or _whole(above.attributes.get("start"))
        )
        number = number or 1
        self.next[id(above)] = number + 1
        return _written(number, above)


def number_by_word(element: PageElement) -> str | None:
    """The number that Word wrote before a paragraph, "" for the sign of an item without one; None for others."""
    style = element.attributes.get("style")
    if not (style and _BY_WORD.search(style)):
        return None
    words = " ".join(element.text().split())
    return words if len(words) > 1 or number_at(fold(words)) else ""


def has_number(line: str) -> bool:
    """Whether a line begins with a number of its own."""
    return number_at(fold(line.lstrip())) is not None


def _written(number: int, above: PageElement) -> str:
    kind = above.attributes.get("type", "1")
    if _CHINESE.search(above.style) and number < _TENS:
        tens, units = divmod(number, 10)
        ten = (_DIGITS[tens] if tens > 1 else "") + "十" if tens else ""
        return ten + (_DIGITS[units] if units else "") + "、"
    if kind in ("a", "A") and number <= _LETTERS:
        return chr(ord(kind) + number - 1) + "."
    if kind in ("i", "I") and number < _TENS // 2:
        roman = _roman(number)
        return (roman.upper() if kind == "I" else roman) + "."
    return f"{number}."


def _roman(number: int) -> str:
    pieces = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        pieces.append(letters * count)
    return "".join(pieces)


def _whole(value: str | None) -> int:
    """A positive number as an attribute gives it, 0 for none."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else 0  # noqa: PLR2004 - digits
