"""Chinese numerals: how they are written, as parts of patterns, what they are worth, and the form that items bear."""

import re
import unicodedata
from dataclasses import dataclass

_ZEROS = "〇零"
_ONES = "一二三四五六七八九"
_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100}
_DIGITS = {digit: value for value, digit in enumerate(_ONES, start=1)} | {"两": 2}
_DIGITS |= dict.fromkeys(f"{_ZEROS}○O", 0)  # the last two only look like 〇

# All signs of a numeral that numbers something, and of one that counts (两个村), inside a character class.
SIGNS = f"{_ONES}十廿卅百{_ZEROS}"
COUNTING_SIGNS = f"{SIGNS}两"
# The number of an item or an article (二十三, 一百〇一); a day or a month (三十一, 廿八), where 百日 is none.
NUMBER = f"[{SIGNS}]{{1,5}}"
TO_99 = f"[{_ONES}十廿卅]{{1,3}}"
# One of the four quarters, and the four digits of a year (二〇二一), whose zero is written in many ways.
QUARTER = "[一二三四1-4]"
YEAR = f"[一二][{_ZEROS}○0O{_ONES}]{{3}}"
# What an item's number holds, as its plan writes it (（八）, 12.).
_OF_AN_ITEM = re.compile(r"\d{1,3}|[一二三四五六七八九十]{1,3}")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and its form: the signs around it, 0 or 零 in its place (（八） is 8 in （零）)."""

    value: int
    form: str


def read_numeral(number: str) -> Numeral | None:
    """The numeral of （八）, 8. or 十二、; None for what is none, or holds several (24-1)."""
    text = "".join(unicodedata.normalize("NFKC", number).split())
    found = _OF_AN_ITEM.findall(text)
    if len(found) != 1:
        return None
    word = found[0]
    return Numeral(value_of(word), text.replace(word, "0" if word.isdigit() else "零"))


def value_of(numeral: str) -> int:
    """The value of a numeral below 1,000, in Chinese or in digits (`二十三`, `23`, `两` → 2, `一百〇一` → 101)."""
    if numeral.isdecimal():
        return int(numeral)
    total = current = 0
    for sign in numeral:
        if sign in _TENS:
            total += (current or 1) * _TENS[sign]
            current = 0
        else:
            current = current * 10 + _digit(sign)
    return total + current


def value_of_year(numeral: str) -> int:
    """The year that digits of either kind write one by one (`二○二一`, `2021`)."""
    return int("".join(str(_digit(sign)) for sign in numeral))


def _digit(sign: str) -> int:
    return _DIGITS[sign] if sign in _DIGITS else int(sign)
