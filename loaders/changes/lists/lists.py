"""Lists of places in words about changes: 原东河县的甲乡、乙镇的丙、丁2个村, read whole or not at all.

One part that is no place (甲村党支部) and the words are no list of places. What one part says is read by
`loaders.changes.lists.party`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.words.any_of import any_of
from graph.words.brackets import outside_brackets
from graph.words.fold import Folded
from graph.words.levels import level_of
from graph.words.short_cache import short_cache
from graph.words.signs import HAN
from loaders.changes.lists.counts import Count, find_count, find_short_count
from loaders.changes.lists.party import OF, ListedPlace, groups_of_a_village, read_party, without_tails
from loaders.places.names import is_name, parse_place
from loaders.vocabulary.changes import change_words

__all__ = ["ListedPlace", "read_list"]

LONGEST_LIST = 3000  # characters; a decision that lists two hundred villages has a thousand
KEPT = 1024  # lists kept
_AND = "和"


@dataclass(frozen=True, slots=True)
class _ListRules:
    separators: frozenset[str]
    joints: re.Pattern[str]
    joint_signs: frozenset[str]
    whole_with: re.Pattern[str]
    belonging: re.Pattern[str]


@cache
def _rules() -> _ListRules:
    lists = change_words().lists
    behind_class = f"(?<=[{lists.class_signs}])"
    return _ListRules(
        separators=frozenset(lists.separators),
        joints=re.compile(rf"{behind_class}(?:{any_of(lists.conjunctions)})"),
        joint_signs=frozenset(word[0] for word in lists.conjunctions),
        whole_with=re.compile(any_of(lists.whole_with)),
        belonging=re.compile(rf"{behind_class}(?:{any_of(lists.belonging)})(?=[{HAN}])"),
    )


def read_list(words: str, known: Mapping[str, str] | None = None) -> tuple[ListedPlace, ...]:
    """The places that the words list; () where they are no list of places and nothing else.

    Names without an ending stand as written, with the level of the class word that counts them (丙、丁2个村) or of the
    name behind them; `known` gives full names for short ones that stand for themselves (西河 → 西河县).
    """
    if not words or len(words) > LONGEST_LIST:
        return ()
    parties = _parties(words)
    if all(party.level for party in parties):
        return parties
    levelled = _levelled(parties, known or {})
    return tuple(levelled) if all(party.level for party in levelled) else ()


@short_cache(KEPT)
def _parties(words: str) -> tuple[ListedPlace, ...]:
    """The places of a list, those without an ending not yet levelled; a clause asks for the same list several times."""
    parties: list[ListedPlace] = []
    for chunk in _chunks(_rules().belonging.sub(OF, words)):
        more = _read_chunk(chunk, parties)
        if more is None:
            return ()
        parties = more
    return tuple(parties)


def _chunks(words: str) -> list[str]:
    """The words between separators, never inside brackets or between the numbers of groups (第3、4村民小组)."""
    start = 0
    chunks: list[str] = []
    for end, behind in _cuts(words):
        chunks.append(words[start:end])
        start = behind
    return [chunk for chunk in (*chunks, words[start:]) if chunk]


def _cuts(words: str) -> Iterator[tuple[int, int]]:
    """Where a separator, or a conjunction behind a class word, stands: its start and end."""
    rules = _rules()
    within = {index for match in groups_of_a_village().finditer(words) for index in range(match.start(), match.end())}
    for index, (sign, free) in enumerate(zip(words, outside_brackets(Folded(words)), strict=True)):
        if not free or index in within:
            continue
        if sign in rules.separators:
            yield index, index + 1
        elif sign in rules.joint_signs:
            joint = rules.joints.match(words, index)
            if joint and not rules.whole_with.match(words, index):
                yield index, joint.end()


def _read_chunk(chunk: str, before: list[ListedPlace]) -> list[ListedPlace] | None:
    """The list `before` with the places of this chunk added; None where the chunk is no place."""
    whole, *held = _rules().whole_with.split(chunk, maxsplit=1)
    if held:
        first = _read_chunk(whole, before)
        if first is None or _only_counts(held[0]):
            return first
        return _read_chunk(held[0], first)
    core = without_tails(chunk)
    count = find_count(core)
    if count:
        return _read_counted(core, count, before)
    short = find_short_count(core)
    if short and (len(before) or _AND in core):
        fitting = _read_counted(core, short, before)
        if fitting is not None and short.number == _counted_together(core[: short.start], before, fitting):
            return fitting
    if before and before[-1].share == "part" and groups_of_a_village().fullmatch(chunk):
        return [*before[:-1], before[-1].piece(f"{before[-1].part}、{chunk}")]
    party = read_party(chunk, before[-1] if before else None)
    return [*before, party] if party else None


def _read_counted(chunk: str, count: Count, before: list[ListedPlace]) -> list[ListedPlace] | None:
    """A chunk that ends in a count and a class word (丁2个村): they give the level of the names without an ending."""
    rest = chunk[: count.start]
    if rest.endswith(OF):  # 双龙镇的3个村: a piece, which is not named
        place = read_party(rest, before[-1] if before else None)
        return [*before, place.piece(count.words)] if place else None
    names = [rest] if rest else []
    if rest and count.number == len(before) + 2 and _AND in rest[1:-1]:
        names = rest.split(_AND, 1)
    parties = list(before)
    for name in names:
        party = read_party(name, parties[-1] if parties else None)
        if party is None:
            return None
        parties.append(party)
    whole = count.number == len(parties)
    return [replace(p, level=count.level) if not p.level or (whole and p.level == "village") else p for p in parties]


def _counted_together(last: str, before: list[ListedPlace], after: list[ListedPlace]) -> int:
    """How many names a count at the end can mean: all, or only those without an ending where the last has none."""
    if parse_place(last):
        return len(after)
    bare = sum(not party.level for party in before)
    return bare + len(after) - len(before)


def _only_counts(words: str) -> bool:
    """Whether the words only count what they do not name (全部9个村)."""
    count = find_count(without_tails(words))
    return not words or bool(count and count.start <= len(change_words().lists.whole_of))


def _levelled(parties: Sequence[ListedPlace], known: Mapping[str, str]) -> list[ListedPlace]:
    """The parties, those without a level given that of the name behind them, or the full name that is known."""
    levelled: list[ListedPlace] = []
    level = ""
    for party in reversed(parties):
        level = party.level or level
        full = known.get(party.name, "") if not level and len(party.name) > 1 else ""
        full = full if is_name(full) else ""
        levelled.append(replace(party, name=full or party.name, level=level_of(full) if full else level))
    return levelled[::-1]
