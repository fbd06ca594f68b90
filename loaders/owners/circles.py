"""Circles behind the names of a list (县水利局等市县有关部门): 等 and words that describe others, who are not named."""

import re
from functools import cache

from graph.words.fold import fold
from graph.words.numerals import COUNTING_SIGNS
from loaders.vocabulary.unit_lists import unit_list_words

LONGEST_CIRCLE = 24  # characters of the words behind 等 that may still describe a circle


def without_circle(name: str) -> str:
    """The name without a final 等, 等有关部门 … (the 等 of 中等职业学校 is not final)."""
    row = unit_list_words().et_cetera
    if row.word not in name:
        return name
    folded = fold(name).rstrip("。.")
    position = name.find(row.word, max(0, len(folded) - LONGEST_CIRCLE - 1))
    while position != -1:
        rest = folded[position + len(row.word) :]
        if not rest or _is_circle(folded[max(0, position - 1) : position], rest):
            return name[:position]
        position = name.find(row.word, position + 1)
    return name


def has_circle(words: str) -> bool:
    """Whether a list ends in 等 and the words of a circle (发改、财政等部门)."""
    bare = words.rstrip("。. ")
    return not bare.endswith(unit_list_words().et_cetera.word) and without_circle(bare) != bare


def _is_circle(before: str, rest: str) -> bool:
    """Whether words behind 等 describe a circle or count one (等5个村); the 等 of a name is known by its neighbours."""
    row = unit_list_words().et_cetera
    inside = rest[0] in row.not_before or (bool(before) and before in row.not_behind and not rest.startswith(row.plain))
    return not inside and (rest.endswith(row.circles) or bool(_counted().match(rest)))


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"(?:\d{{1,3}}|[{COUNTING_SIGNS}]{{1,3}})个")
