"""Counts at the end of a list of places (西贾、东贾2个村, 甲、乙两镇): how many they are, of which level.

count = [等|共] number [个] [行政|建制 …] class [民委员会|办事处 …]
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from graph.words.any_of import any_of, longest_first
from graph.words.numerals import SIGNS, value_of
from loaders.vocabulary.changes import change_words

_LONGEST = 6  # signs of a numeral


class Count(NamedTuple):
    """A count behind a name: where it starts in the words, its number, its class word's level, and itself.

    `plain` tells that 个 stands in it; without it (两镇) it may also be the end of a name (五里镇). `open_` tells that
    等 stands before it, so that not all names need be there.
    """

    start: int
    number: int
    level: str
    words: str
    plain: bool
    open_: bool


class _CountRules(NamedTuple):
    pattern: re.Pattern[str]
    last_signs: frozenset[str]
    levels: Mapping[str, str]


@cache
def _rules() -> _CountRules:
    lists = change_words().lists
    classes = any_of(lists.levels)
    return _CountRules(
        pattern=re.compile(
            rf"(?P<and>{any_of(lists.counting)})?(?P<number>\d+|两|[{SIGNS}]+)(?P<of>个)?"
            rf"(?:{any_of(lists.class_before)})?(?P<class>(?:{classes})+)(?:{any_of(lists.class_behind)})?$"
        ),
        last_signs=frozenset(word[-1] for word in (*lists.levels, *lists.class_behind)),
        levels={word: lists.levels[word] for word in longest_first(lists.levels)},
    )


def find_count(words: str) -> Count | None:
    """The count at the end of the words (2个村, 两镇)."""
    match = _rules().pattern.search(words) if words[-1:] in _rules().last_signs else None
    if match is None:
        return None
    level = next(level for word, level in _rules().levels.items() if word in match["class"])
    number = value_of(match["number"][:_LONGEST])
    open_ = (match["and"] or "").startswith("等")
    return Count(match.start(), number, level, match[0], plain=bool(match["of"]), open_=open_)
