"""Splits a list of units as offices write it into names as written, with the separator that stands before each.

    list   = part (separator part)*       县水利局、各乡镇 · 县财政局和县审计局 · 县水利局 县林业局
    part   = name circle?                 县水利局等市县有关部门
    circle = 等 (words? noun of a circle)?

A separator is `、，,；;`, a blank between complete names, or a joining word (和, 与, 及) between complete bodies or
groups of which one has 各 or 有关; none counts inside brackets. A circle names nobody and ends its part, so a joining
word behind it parts too. A mention whose parts share a head or a tail stays whole (各市、县（区）人民政府).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph.vocabulary.units import unit_words
from graph.words.any_of import any_of
from graph.words.fold import Folded, compact, fold, squeeze
from graph.words.pieces import COMMA, cut, outside
from graph.words.short_cache import short_cache
from loaders.owners.circles import without_circle
from loaders.owners.duty_phrases import is_duty
from loaders.owners.unit_names import (
    KEPT,
    LONGEST_NAME,
    is_body,
    is_group,
    is_level,
    is_unit,
    level_in_front,
    level_rank,
)
from loaders.vocabulary.unit_lists import unit_list_words

__all__ = ["ListedName", "is_body", "is_group", "split_list"]

BLANK = " "
ITEM_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s*")
GOVERNMENT_RANKS = range(3)  # province, city, county
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
MOST_JOINERS = 3  # joining words behind one that are tried as the end of the name behind it


class ListedName(NamedTuple):
    """One name of a list, white space removed, width as written; `separator` stands before it ("" for the first).

    The separator is one of `、 , ;` (folded), a blank, or a joining word (和).
    """

    name: str
    separator: str


@short_cache(KEPT)
def split_list(words: str) -> tuple[ListedName, ...]:
    """The names of a list in order. Empty parts, 等 and what follows it, 无, — and the like name nobody."""
    parts = [part for piece in cut(words) for part in _spaced(piece.text, piece.separator)]
    parts = [joined for part in parts for slashed in _slashed(part) for joined in _joined(slashed)]
    return tuple(_whole(_named(parts)))


def _spaced(text: str, separator: str) -> Iterator[ListedName]:
    """Parts at blanks: a blank parts two complete names; any other blank stands inside a name (县 水 利 局)."""
    tokens = _tokens(text)
    if len(tokens) > 1 and all(len(token) == 1 for token in tokens):
        tokens = _justified(text)
    current = ""
    for position, token in enumerate(tokens):
        following = tokens[position + 1] if position + 1 < len(tokens) else ""
        if current and _parts_at_blank(current, token, following):
            yield ListedName(current, separator)
            current, separator = token, BLANK
        else:
            current += token
    yield ListedName(current, separator)


def _tokens(text: str) -> list[str]:
    """The text between blanks outside brackets; blanks inside brackets are dropped."""
    tokens = text.split()
    if len(tokens) <= 1:
        return tokens
    free = outside(text)
    marked = "".join(
        BLANK if sign.isspace() and free[i] else "" if sign.isspace() else sign for i, sign in enumerate(text)
    )
    return marked.split()


def _justified(text: str) -> list[str]:
    """Names written with blanks between all signs: only wider blanks may part two names."""
    return [squeeze(name) for name in re.split(r"\s{2,}", text.strip())]


def _parts_at_blank(current: str, token: str, following: str) -> bool:
    if is_level(current) and not current.startswith("各"):
        return is_level(token)
    if _is_inner(current, token) or not is_unit(current):
        return False
    return is_unit(without_circle(token.rstrip("。"))) or (
        bool(following) and is_level(token[:1]) and is_unit(token + following)
    )


def _is_inner(current: str, token: str) -> bool:
    return any(token in row.words and current.endswith(row.after) for row in unit_list_words().inner)


def _slashed(part: ListedName) -> Iterator[ListedName]:
    """The part cut at slashes, where each piece is a complete name (县财政局/县审计局)."""
    pieces = [piece.text for piece in cut(part.name, frozenset("/"))]
    if len(pieces) == 1 or not all(map(is_body, pieces)):
        yield part
        return
    yield ListedName(pieces[0], part.separator)
    yield from (ListedName(piece, "/") for piece in pieces[1:])


@cache
def _joiner() -> re.Pattern[str]:
    return re.compile(any_of(unit_list_words().joiners.words))


def _joined(part: ListedName) -> Iterator[ListedName]:
    """The part cut at 等…和 and at joining words between two complete names; every cut drops the 等 before it."""
    name, separator, start = part.name, part.separator, 0
    joiners = [match for match in _joiner().finditer(fold(name)) if match.end() - match.start()]
    free = outside(name) if joiners else []
    for index, match in enumerate(joiners):
        written = name[start : match.start()]
        if not free[match.start()] or not written or len(written) > LONGEST_NAME:
            continue
        left = without_circle(written)
        if (left != written and match.end() < len(name)) or _parts_names(left, name, joiners, index):
            yield ListedName(left, separator)
            start, separator = match.end(), match.group()
    yield ListedName(without_circle(name[start:]), separator)


def _parts_names(left: str, name: str, joiners: list[re.Match[str]], index: int) -> bool:
    """Whether a joining word parts: a complete name stands before it and behind it, up to a later one or the end."""
    if not is_unit(left):
        return False
    start = joiners[index].end()
    ends = [match.start() for match in joiners[index + 1 : index + 1 + MOST_JOINERS]] + [len(name)]
    return any(_are_two(left, without_circle(name[start:end])) for end in ends if end - start <= LONGEST_NAME)


def _are_two(left: str, right: str) -> bool:
    """Whether complete names on both sides of a joining word are two; a bare level is one only beside a 各 or 有关."""
    if not is_unit(right) or (is_level(left) and _bears_tail(right, level_rank(left))):
        return False
    both = (left, right)
    return not any(is_level(name) and not _is_marked(name) for name in both) or any(map(_is_marked, both))


def _is_marked(name: str) -> bool:
    return any(mark in name for mark in unit_words().group_heads.words) and is_group(name)


def _named(parts: list[ListedName]) -> list[ListedName]:
    """The parts that name somebody, without a final stop; a comma before a part that names nobody is not lost."""
    named: list[ListedName] = []
    comma = False
    for part in parts:
        comma = comma or part.separator == COMMA
        name = _without_number(part.name.strip("。.:：、 "))
        if not name or names_nobody(fold(name.strip("()（）"))):
            continue
        named.append(ListedName(name, "" if not named else COMMA if comma else part.separator))
        comma = False
    return named


def names_nobody(folded: Folded) -> bool:
    """Whether words hold no sign of a name, are known to name nobody (待定), or only say how (按职责分工负责)."""
    known = unit_list_words().nobody.by_word
    return folded in known or is_duty(folded) or not any(sign.isalnum() for sign in folded)


def _without_number(name: str) -> str:
    """The name without the number of an item in front of it (1.县水利局)."""
    match = ITEM_NUMBER.match(fold(name))
    return name[match.end() :] if match and is_unit(name[match.end() :]) else name


def _whole(parts: list[ListedName]) -> list[ListedName]:
    """Joins again what is one mention: levels that share a tail, and a bare second half (各市党委、政府)."""
    whole: list[tuple[list[str], str]] = []
    position = behind = 0
    while position < len(parts):
        if position >= behind:
            tail, behind = _shared_tail(parts, position)
        end = tail if tail is not None else position
        names = [part.name for part in parts[position : end + 1]]
        if whole and _is_shared_half(whole[-1][0], parts[position]):
            whole[-1][0].extend(names)
        else:
            whole.append((names, parts[position].separator))
        position = end + 1
    return [ListedName("、".join(names), separator) for names, separator in whole]


def _shared_tail(parts: list[ListedName], first: int) -> tuple[int | None, int]:
    """The part whose tail the bare levels from `first` on share, None where none does, and the part behind them all."""
    index, rank = first, level_rank(parts[first].name)
    own = rank
    while own is not None:
        rank, index = own, index + 1
        if index == len(parts) or parts[index].separator != "、" or parts[index].name.startswith("各"):
            return None, index
        own = level_rank(parts[index].name)
    if index > first and _bears_tail(parts[index].name, rank):
        return index, index + 1
    return None, max(index, first + 1)


def _bears_tail(name: str, rank: int | None) -> bool:
    """Whether the name is a level not above `rank` with a tail that others share (县（区）人民政府)."""
    level = level_in_front(name)
    own = level_rank(level) if level else None
    if own is None or rank is None or own < rank:
        return False
    tail = _LAST_BRACKET.sub("", compact(name).removeprefix(level))  # 县人民政府(管委会)
    if tail in unit_list_words().shared_tails.by_word or tail.endswith(unit_words().group_tails.words):
        return True
    return rank in GOVERNMENT_RANKS and own in GOVERNMENT_RANKS and own > rank and is_body(name)


def _is_shared_half(before: list[str], part: ListedName) -> bool:
    row = unit_list_words().shared_halves.by_word.get(fold(part.name))
    if part.separator != "、" or row is None:
        return False
    return fold("、".join(before[-2:])).endswith(row.after) or before[0].startswith("各")
