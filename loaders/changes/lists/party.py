"""One place of a list in words about changes: `原东河县的甲乡（不含丙村）` is 甲乡, given by 东河县, without a piece.

What stands around the name is taken off first: brackets, 原 and 新的, 等 and 的行政区域, the place that gives it, and
the words for a piece of it. Words are folded (half-width signs) and hold no blanks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.statements import Share
from graph.words.numerals import COUNTING_SIGNS
from graph.words.signs import HAN
from loaders.places.names import RANKS, PlaceName, leading_places, level_of, may_be_stem, parse_place
from loaders.vocabulary import table

OF = "的"
_LONGEST_BARE = 6


@dataclass(frozen=True, slots=True)
class Party:
    """One place of a list.

    Its name is without the places `above`; `giver` is the nearest place that it is said to be of and `giver_above`
    those above that one; `former` tells that it was called 原, `part` holds the words for a piece of it; `rank_said`
    tells that words in front (县级, 地级) say its level.
    """

    name: str
    level: str
    above: tuple[str, ...] = ()
    giver: str = ""
    former: bool = False
    share: Share = "whole"
    part: str = ""
    giver_above: tuple[str, ...] = ()
    rank_said: bool = False

    def piece(self, part: str) -> "Party":
        """A piece of this place, called so."""
        return replace(self, share="part", part=part)


@dataclass(frozen=True, slots=True)
class _Rules:
    tails: tuple[str, ...]
    institutions: tuple[str, ...]
    new_prefixes: tuple[tuple[str, tuple[str, ...]], ...]
    old_prefixes: tuple[tuple[str, tuple[str, ...]], ...]
    prefixes: tuple[str, ...]
    levels: Mapping[str, str]
    part_words: tuple[str, ...]
    regions: tuple[str, ...]
    piece: re.Pattern[str]
    groups: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data: Mapping[str, Any] = table("changes")
    lists, parts = data["lists"], data["parts"]
    new, old = ([(word, tuple(row["unless"])) for word in row["words"]] for row in data["prefixes"])
    group = any_of(parts["groups"])
    groups = rf"第?[\d{COUNTING_SIGNS}](?:[\d{COUNTING_SIGNS}第、,和及与至到\-]|{group})*(?:{group})"
    return _Rules(
        tails=tuple(sorted(lists["tails"], key=len, reverse=True)),
        institutions=tuple(lists["institutions"]),
        new_prefixes=tuple(new),
        old_prefixes=tuple(old),
        prefixes=tuple(word for word, _ in (*new, *old)),
        levels=data["prefix_levels"]["levels"],
        part_words=tuple(parts["words"]),
        regions=tuple(data["territory"]["regions"]),
        piece=re.compile(
            rf"(.+?[{lists['piece_signs']}]){OF}?"
            rf"((?:{any_of(parts['behind_name'])}).*|{groups}.*|[{HAN}]{{1,8}}{lists['hamlet']})"
        ),
        groups=re.compile(groups),
    )


def any_of(words: list[str]) -> str:
    """A pattern for any of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def groups_of_a_village() -> re.Pattern[str]:
    """The pattern of numbered groups below a village (第3、4村民小组, 五组、六组)."""
    return _rules().groups


def read_party(chunk: str, previous: Party | None) -> Party | None:
    """The place that a part of a list names, None if none; `previous` is the one before it in the list."""
    words, part = _without_brackets(chunk)
    words, former, level = _without_prefixes(without_tails(words))
    giver, own = _split_giver(words)
    if own is None:
        return None
    piece = _rules().piece.fullmatch(own)
    if piece and not parse_place(own):
        own, part = piece[1], piece[2]
    own, also_former, own_level = _without_prefixes(own)
    place = parse_place(own, listed=True) or _bare(own)
    if place is None:
        return None
    said = (own_level or level) if level_of(place.name) == "city" else ""
    givers = giver or place.above or _givers_before(previous, place.level)
    return Party(
        name=place.name,
        level=said or place.level,
        above=place.above or _above_of(previous, place.level),
        giver=givers[-1] if givers else "",
        former=former or also_former,
        share="part" if part else "whole",
        part=part,
        giver_above=givers[:-1],
        rank_said=bool(said),
    )


def without_tails(words: str) -> str:
    """The words without 等, 建制, 的行政区域 and the like at their end."""
    rules = _rules()
    tail = "begin"
    while tail and words.endswith(rules.tails):
        tail = next((tail for tail in rules.tails if words.endswith(tail) and len(words) > len(tail)), "")
        words = words.removesuffix(tail)
    return words


def _givers_before(previous: Party | None, level: str) -> tuple[str, ...]:
    """青石县白水镇的甲村和红岩镇: what gave the place before may give this one only where it stands above it."""
    if previous is None or not previous.giver:
        return ()
    chain = (*previous.giver_above, previous.giver)
    rank = RANKS.get(level, 9)
    return tuple(name for name in chain if RANKS.get(level_of(name), -1) < rank)


def _above_of(previous: Party | None, level: str) -> tuple[str, ...]:
    """东河县甲乡、乙乡: the places above the one before, where they may stand above this one too."""
    if previous is None or not previous.above:
        return ()
    return previous.above if RANKS.get(level_of(previous.above[-1]), 9) < RANKS.get(level, 9) else ()


def _split_giver(words: str) -> tuple[tuple[str, ...], str | None]:
    """`东河县的甲乡` → (东河县), 甲乡; `甲县的行政区域` → (), 甲县; None for the second where the words fit neither."""
    left, found, right = words.rpartition(OF)
    if not found or _rules().groups.match(right):
        return (), words
    if not right or right in _rules().regions:
        return _split_giver(left)
    whole, _, _ = _without_prefixes(without_tails(left).replace(OF, ""))
    place = parse_place(whole, listed=True)
    if place is None:
        return (), None
    if any(word in right for word in _rules().part_words) and not parse_place(right):
        return (), f"{left}{right}"
    return (*place.above, place.name), right


def _without_brackets(words: str) -> tuple[str, str]:
    """The words without what stands in brackets, and those of the bracketed words that tell of a piece."""
    if "(" not in words:
        return words, ""
    kept, part, depth, start = [], "", 0, 0
    for index, sign in enumerate(words):
        if sign == "(":
            if depth == 0:
                start = index + 1
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            inside = words[start:index]
            if depth == 0 and any(word in inside for word in _rules().part_words):
                part = inside
        elif depth == 0:
            kept.append(sign)
    return "".join(kept), part


def _without_prefixes(words: str) -> tuple[str, bool, str]:
    """The words without 新的, 县级, 原 in front (原平市 keeps its 原), whether 原 was there, and the level they say."""
    rules = _rules()
    former, changed, level = False, True, ""
    while changed and words.startswith(rules.prefixes):
        changed = False
        for prefixes in (rules.new_prefixes, rules.old_prefixes):
            for prefix, unless in prefixes:
                if words.startswith(prefix) and not words.startswith(unless):
                    words, changed = words[len(prefix) :], True
                    former = former or prefixes is rules.old_prefixes
                    level = rules.levels.get(prefix, level)
                    break
    return words, former, level


def _bare(words: str) -> PlaceName | None:
    """A name without an ending (西贾 of 西贾、东贾2个村), perhaps behind places above; what follows tells its level."""
    above = leading_places(words)
    own = words[sum(map(len, above)) :]
    if not 1 <= len(own) <= _LONGEST_BARE or own.endswith(_rules().institutions) or level_of(own) != "unknown":
        return None
    return PlaceName(own, "", above) if may_be_stem(own) else None
