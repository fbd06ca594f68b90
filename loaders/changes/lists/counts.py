"""Counts at the end of a list of places (西贾、东贾2个村, 甲、乙两镇): how many they are, of which level."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of
from graph.words.numerals import COUNTING_SIGNS, value_of
from loaders.vocabulary.changes import change_words

_LONGEST = 6  # signs of a numeral


@dataclass(frozen=True, slots=True)
class Count:
    """A count behind a name: where it starts in the words, its number, its class word's level, and itself."""

    start: int
    number: int
    level: str
    words: str


@dataclass(frozen=True, slots=True)
class _CountRules:
    whole: re.Pattern[str]
    short: re.Pattern[str]
    levels: Mapping[str, str]


@cache
def _rules() -> _CountRules:
    lists = change_words().lists
    counted = rf"(?:{any_of(lists.counting)})?([\d{COUNTING_SIGNS}]+)"
    return _CountRules(
        whole=re.compile(rf"{counted}({any_of(lists.counted)})$"),
        short=re.compile(rf"{counted}({any_of(lists.counted_short)})$"),
        levels=lists.levels,
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
    return Count(match.start(), value_of(match[1][:_LONGEST]), level, match[0])
