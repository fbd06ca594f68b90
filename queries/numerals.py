"""Numbers as items of a plan bear them: their value and the form that they are written in (（八） is 8 in （零）)."""

import re
import unicodedata
from dataclasses import dataclass

_DIGITS = "零一二三四五六七八九"
_NUMBER = re.compile(r"\d{1,3}|[一二三四五六七八九十]{1,3}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and its form: the signs around it, 0 or 零 in its place."""

    value: int
    form: str


def read_numeral(number: str) -> Numeral | None:
    """The numeral of （八）, 8. or 十二、; None for what is none, or holds several (24-1)."""
    text = "".join(unicodedata.normalize("NFKC", number).split())
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    word = found[0]
    form = text.replace(word, "0" if word.isdigit() else "零")
    return Numeral(int(word) if word.isdigit() else _chinese(word), form)


def _chinese(word: str) -> int:
    """The value of 一 to 九十九."""
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _DIGITS.index(word[0])
    return (_DIGITS.index(tens[0]) if tens else 1) * 10 + (_DIGITS.index(ones[0]) if ones else 0)
