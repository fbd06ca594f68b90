"""What stands around a name in a list and is no part of it: brackets, 原 and 新的 in front, 等 and 建制 behind."""

import re
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import longest_first
from graph.words.brackets import outermost, pairs
from graph.words.fold import Folded
from graph.words.levels import UNKNOWN, level_of
from graph.words.signs import HAN
from loaders.changes.lists.counts import find_count
from loaders.places.names import is_generic_stem, parse_place, stem_of
from loaders.vocabulary.changes import change_words

OF = "的"


@dataclass(frozen=True, slots=True)
class DescribedSign:
    """A name with a sign that no font has, described in a bracket by its parts: 小(氵奚)村."""

    before: str
    parts: str
    behind: str


def read_described(words: str) -> DescribedSign | None:
    """The name with such a sign; a bracket that speaks of a piece or of what was is none."""
    match = _described().fullmatch(words)
    if match is None or of_a_piece(match[2]) or match[2].startswith(change_words().prefixes.words):
        return None
    return DescribedSign(match[1], match[2], match[3])


@cache
def _described() -> re.Pattern[str]:
    """A sign that no font has, described in a bracket by its parts, inside a name: 小(氵奚)村."""
    signs = change_words().lists.class_signs
    return re.compile(rf"([^()]*[{HAN}])(?<![{signs}])\(([{HAN}]{{2,4}})\)([{HAN}]{{1,6}})")


def named_in_bracket(words: str) -> tuple[str, int]:
    """The names in a bracket behind words that only describe places, and how many these say: 我村(柳沟村),
    两个村(甲村、乙村). "" and 0 if none.
    """
    before, _, inside = words.partition("(")
    if not inside.endswith(")") or "(" in inside or of_a_piece(inside):
        return "", 0
    count = find_count(before)
    if count:
        whose = before[: count.start].removesuffix(OF)
        if parse_place(whose):
            return f"{whose}{OF}{inside[:-1]}", count.number  # 东河镇的两个村(甲村、乙村)
        return ("", 0) if whose.endswith(tuple(change_words().lists.class_signs)) else (inside[:-1], count.number)
    described = level_of(before) != UNKNOWN and is_generic_stem(stem_of(before))
    return (inside[:-1], 1) if described else ("", 0)


@cache
def _tails() -> tuple[str, ...]:
    return longest_first(change_words().lists.tails)


def without_tails(words: str) -> str:
    """The words without 等, 建制, 的行政区域 and the like at their end."""
    tails, tail = _tails(), "begin"
    while tail and words.endswith(tails):
        tail = next((tail for tail in tails if words.endswith(tail) and len(words) > len(tail)), "")
        words = words.removesuffix(tail)
    return words


def without_prefixes(words: str) -> tuple[str, bool, str]:
    """The words without 新的, 县级, 原 in front (原平市 keeps its 原), whether 原 was there, and the level they say."""
    table = change_words()
    former, changed, level = False, True, ""
    while changed and words.startswith(table.prefixes.words):
        changed = False
        for row in table.prefixes:
            prefix = next((word for word in row.words if words.startswith(word)), "")
            if prefix and not words.startswith(row.unless) and not _is_ending(words[len(prefix) :]):
                words, changed = words[len(prefix) :], True
                former = former or row.former
                level = table.prefix_levels.levels.get(prefix, level)
    return words, former, level


def _is_ending(words: str) -> bool:
    """Whether the words are no more than what names of places end in, so that the sign before is of the name (原庄)."""
    lists = change_words().lists
    return len(words) == 1 and words in lists.settlements + lists.class_signs


def of_a_piece(words: str) -> bool:
    """Whether the words speak of a piece of a place (部分, 以东)."""
    return any(word in words for word in change_words().parts.words)


def without_brackets(words: str) -> tuple[str, str]:
    """The words without what stands in brackets, and those of the bracketed words that tell of a piece.

    Brackets around all of it are no more than marks of quotation.
    """
    if "(" not in words:
        return words, ""
    if outermost(pairs(Folded(words))) == [(0, len(words) - 1)]:
        return words[1:-1], ""
    kept, part, behind = "", "", 0
    for start, end in outermost(pairs(Folded(words))):
        kept += words[behind:start]
        inside = words[start + 1 : end]
        if end is None:
            return kept, part
        if of_a_piece(inside):
            part = inside
        behind = end + 1
    return kept + words[behind:], part
