"""Lists of places in words about changes: 原东河县的甲乡、乙镇的丙、丁2个村 and what each part of it says.

Words are given folded (half-width signs) and without blanks. A list is read whole or not at all: one part that is no
place (甲村党支部) and the words are no list of places.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.statements import Share
from loaders.place_names import RANKS, PlaceName, is_name, leading_places, level_of, may_be_stem, parse_place
from loaders.vocabulary import table

LONGEST_LIST = 3000  # characters; a decision that lists two hundred villages has a thousand
_LONGEST_BARE = 6
_OF, _AND = "的", "和"
_NUMERALS = "〇零一二两三四五六七八九十百0123456789"


@dataclass(frozen=True, slots=True)
class Party:
    """One place of a list.

    Its name is without the places `above`; `giver` is the nearest place that it is said to be of, `former` tells that
    it was called 原, `part` holds the words for a piece of it.
    """

    name: str
    level: str
    above: tuple[str, ...] = ()
    giver: str = ""
    former: bool = False
    share: Share = "whole"
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Rules:
    separators: frozenset[str]
    joints: re.Pattern[str]
    joint_signs: frozenset[str]
    whole_with: re.Pattern[str]
    tails: tuple[str, ...]
    counted: re.Pattern[str]
    counted_short: re.Pattern[str]
    levels: Mapping[str, str]
    institutions: tuple[str, ...]
    new_prefixes: tuple[tuple[str, tuple[str, ...]], ...]
    old_prefixes: tuple[tuple[str, tuple[str, ...]], ...]
    part_words: tuple[str, ...]
    regions: tuple[str, ...]
    piece: re.Pattern[str]
    groups_only: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data: Mapping[str, Any] = table("changes")
    lists, parts = data["lists"], data["parts"]
    new, old = ([(word, tuple(row["unless"])) for word in row["words"]] for row in data["prefixes"])
    counted = f"(?:等|共|共计|等共)?([{_NUMERALS}]+)"
    groups = f"第?[{_NUMERALS}]+(?:{_any(parts['groups'])})"
    return _Rules(
        separators=frozenset(lists["separators"]),
        joints=re.compile(rf"(?<=[{lists['class_signs']}])(?:{_any(lists['conjunctions'])})"),
        joint_signs=frozenset(word[0] for word in lists["conjunctions"]),
        whole_with=re.compile(_any(lists["whole_with"])),
        tails=tuple(sorted(lists["tails"], key=len, reverse=True)),
        counted=re.compile(rf"{counted}({_any(lists['counted'])})$"),
        counted_short=re.compile(rf"{counted}({_any(lists['counted_short'])})$"),
        levels=lists["levels"],
        institutions=tuple(lists["institutions"]),
        new_prefixes=tuple(new),
        old_prefixes=tuple(old),
        part_words=tuple(parts["words"]),
        regions=tuple(data["territory"]["regions"]),
        piece=re.compile(
            rf"(.+?[{lists['piece_signs']}]){_OF}?"
            rf"((?:{_any(parts['behind_name'])}).*|{groups}.*|[㐀-鿿]{{1,8}}{lists['hamlet']})"
        ),
        groups_only=re.compile(rf"{groups}"),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def read_list(words: str, known: Mapping[str, str] | None = None) -> tuple[Party, ...]:
    """The places that the words list; () where they are no list of places and nothing else.

    Names without an ending stand as written, with the level of the class word that counts them (丙、丁2个村) or of the
    name behind them; `known` gives full names for short ones that stand for themselves (西河 → 西河县).
    """
    if not words or len(words) > LONGEST_LIST:
        return ()
    parties: list[Party] = []
    for chunk in _chunks(words):
        more = _read_chunk(chunk, parties)
        if more is None:
            return ()
        parties = more
    levelled = _levelled(parties, known or {})
    return tuple(levelled) if all(party.level for party in levelled) else ()


def _chunks(words: str) -> list[str]:
    """The words between separators, and between conjunctions behind a class word, never inside brackets."""
    rules = _rules()
    cuts: list[tuple[int, int]] = []
    depth = 0
    for index, sign in enumerate(words):
        depth += (sign == "(") - (sign == ")")
        if depth > 0:
            continue
        if sign in rules.separators:
            cuts.append((index, index + 1))
        elif sign in rules.joint_signs:
            joint = rules.joints.match(words, index)
            if joint and not rules.whole_with.match(words, index):
                cuts.append((index, joint.end()))
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(words)]
    return [words[start:end] for start, end in zip(starts, ends, strict=True) if start < end]


def _read_chunk(chunk: str, before: list[Party]) -> list[Party] | None:
    """The list `before` with the places of this chunk added; None where the chunk is no place."""
    rules = _rules()
    whole, *held = rules.whole_with.split(chunk, maxsplit=1)
    if held:
        first = _read_chunk(whole, before)
        if first is None or _only_counts(held[0]):
            return first
        return _read_chunk(held[0], first)
    core = _without_tails(chunk)
    counted = rules.counted.search(core)
    if counted:
        return _read_counted(core, counted, before)
    short = rules.counted_short.search(core)
    if short and (len(before) or _AND in core):
        fitting = _read_counted(core, short, before)
        if fitting is not None and _number(short[1]) == _counted_together(core[: short.start()], before, fitting):
            return fitting
    if before and before[-1].share == "part" and rules.groups_only.fullmatch(chunk):
        return [*before[:-1], replace(before[-1], part=f"{before[-1].part}、{chunk}")]
    party = _read_party(chunk, before[-1] if before else None)
    return [*before, party] if party else None


def _read_counted(chunk: str, counted: re.Match[str], before: list[Party]) -> list[Party] | None:
    """A chunk that ends in a count and a class word (丁2个村): they give the level of the names without an ending."""
    level = next(level for word, level in _rules().levels.items() if word in counted[2])
    rest = chunk[: counted.start()]
    names = [rest] if rest else []
    if rest and _number(counted[1]) == len(before) + 2 and _AND in rest[1:-1]:
        names = rest.split(_AND, 1)
    parties = list(before)
    for name in names:
        party = _read_party(name, parties[-1] if parties else None)
        if party is None:
            return None
        parties.append(party)
    whole = _number(counted[1]) == len(parties)
    return [replace(p, level=level) if not p.level or (whole and p.level == "village") else p for p in parties]


def _counted_together(last: str, before: list[Party], after: list[Party]) -> int:
    """How many names a count at the end can mean: all, or only those without an ending where the last has none."""
    if parse_place(last):
        return len(after)
    bare = sum(not party.level for party in before)
    return bare + len(after) - len(before)


def _only_counts(words: str) -> bool:
    """Whether the words only count what they do not name (全部9个村)."""
    counted = _rules().counted.search(_without_tails(words))
    return not words or bool(counted and counted.start() <= len("全部的"))


def _number(numeral: str) -> int:
    """The number that a short numeral writes: 12, 三, 两, 十二, 二十."""
    if numeral.isascii():
        return int(numeral[:6])
    digits = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
    tens, _, ones = numeral.rpartition("十")
    if "十" not in numeral:
        return digits.get(numeral, 0)
    return digits.get(tens, 0 if tens else 1) * 10 + digits.get(ones, 0)


def _read_party(chunk: str, previous: Party | None) -> Party | None:
    """The place that a chunk names: brackets, 原 and 新的, `…的`, and words for a piece taken off."""
    words, part = _without_brackets(chunk)
    words, former = _without_prefixes(_without_tails(words))
    giver, own = _split_giver(words, former=former)
    if own is None:
        return None
    piece = _rules().piece.fullmatch(own)
    if piece and not parse_place(own):
        own, part = piece[1], piece[2]
    own, also_former = _without_prefixes(own)
    place = parse_place(own, behind_place=former) or _bare(own)
    if place is None:
        return None
    nearest = giver or (place.above[-1] if place.above else "") or (previous.giver if previous else "")
    return Party(
        name=place.name,
        level=place.level,
        above=place.above or _above_of(previous, place.level),
        giver=nearest,
        former=former or also_former,
        share="part" if part else "whole",
        part=part,
    )


def _above_of(previous: Party | None, level: str) -> tuple[str, ...]:
    """东河县甲乡、乙乡: the places above the one before, where they may stand above this one too."""
    if previous is None or not previous.above:
        return ()
    return previous.above if RANKS.get(level_of(previous.above[-1]), 9) < RANKS.get(level, 9) else ()


def _split_giver(words: str, *, former: bool) -> tuple[str, str | None]:
    """`东河县的甲乡` → 东河县, 甲乡; `甲县的行政区域` → "", 甲县; None for the second where the words fit neither."""
    left, found, right = words.rpartition(_OF)
    if not found:
        return "", words
    if not right or right in _rules().regions:
        return _split_giver(left, former=former)
    whole, also_former = _without_prefixes(_without_tails(left).replace(_OF, ""))
    place = parse_place(whole, behind_place=former or also_former)
    if place is None:
        return "", None
    if any(word in right for word in _rules().part_words) and not parse_place(right):
        return "", f"{left}{right}"
    return place.name, right


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


def _without_prefixes(words: str) -> tuple[str, bool]:
    """The words without 新的, 县级, 原 in front, and whether 原 was there. 原平市 keeps its 原."""
    rules = _rules()
    former, changed = False, True
    while changed:
        changed = False
        for prefixes in (rules.new_prefixes, rules.old_prefixes):
            for prefix, unless in prefixes:
                if words.startswith(prefix) and not words.startswith(unless):
                    words, changed = words[len(prefix) :], True
                    former = former or prefixes is rules.old_prefixes
                    break
    return words, former


def _without_tails(words: str) -> str:
    """The words without 等, 建制, 的行政区域 and the like at their end."""
    changed = True
    while changed:
        changed = False
        for tail in _rules().tails:
            if words.endswith(tail) and len(words) > len(tail):
                words, changed = words[: -len(tail)], True
                break
    return words


def _bare(words: str) -> PlaceName | None:
    """A name without an ending (西贾 of 西贾、东贾2个村), perhaps behind places above; what follows tells its level."""
    above = leading_places(words)
    own = words[sum(map(len, above)) :]
    if not 1 <= len(own) <= _LONGEST_BARE or own.endswith(_rules().institutions) or level_of(own) != "unknown":
        return None
    return PlaceName(own, "", above) if may_be_stem(own) else None


def _levelled(parties: list[Party], known: Mapping[str, str]) -> list[Party]:
    """The parties, those without a level given that of the name behind them, or the full name that is known."""
    levelled: list[Party] = []
    level = ""
    for party in reversed(parties):
        level = party.level or level
        full = known.get(party.name, "") if not level and len(party.name) > 1 else ""
        full = full if is_name(full) else ""
        levelled.append(replace(party, name=full or party.name, level=level_of(full) if full else level))
    return levelled[::-1]
