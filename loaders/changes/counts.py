"""Counts at the end of a list of places (西贾、东贾2个村, 甲、乙两镇): how many they are, of which level."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.changes.party import NUMERALS, any_of
from loaders.vocabulary import table


@dataclass(frozen=True, slots=True)
class Count:
    """A count behind a name: where it starts in the words, its number, its class word's level, and itself."""

    start: int
    number: int
    level: str
    words: str


@dataclass(frozen=True, slots=True)
class _Rules:
    whole: re.Pattern[str]
    short: re.Pattern[str]
    levels: Mapping[str, str]


@cache
def _rules() -> _Rules:
    lists: Mapping[str, Any] = table("changes")["lists"]
    counted = f"(?:等|共|共计|等共)?([{NUMERALS}]+)"
    return _Rules(
        whole=re.compile(rf"{counted}({any_of(lists['counted'])})$"),
        short=re.compile(rf"{counted}({any_of(lists['counted_short'])})$"),
        levels=lists["levels"],
    )


def find_count(words: str) -> Count | None:
    """The count with 个 at the end of the words (2个村)."""
    return _count(_rules().whole.search(words))


def find_short_count(words: str) -> Count | None:
    """The count without 个 at the end of the words (两镇), which may also be the end of a name (五里镇)."""
    return _count(_rules().short.search(words))


def _count(match: re.Match[str] | None) -> Count | None:
    if match is None:
        return None
    level = next(level for word, level in _rules().levels.items() if word in match[2])
    return Count(match.start(), _number(match[1]), level, match[0])


def _number(numeral: str) -> int:
    """The number that a short numeral writes: 12, 三, 两, 十二, 二十."""
    if numeral.isascii():
        return int(numeral[:6])
    digits = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return digits.get(numeral, 0)
    return digits.get(tens, 0 if tens else 1) * 10 + digits.get(ones, 0)
