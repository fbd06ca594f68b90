"""Lists of places in words about changes: 原东河县的甲乡、乙镇的丙、丁2个村, read whole or not at all.

    list  = part { joint part }
    part  = [giver] name | run | total
    run   = [giver] name { joint name } count      (`loaders.changes.lists.runs`)
    total = count                                  (of what was listed before: 、共6个村)
    giver = [places] place 的 | places above
    joint = 、 , ; + / | 及其所辖 | a conjunction behind a class word

One part that is no place (甲村党支部) and the words are no list of places. What one part says is read by
`loaders.changes.lists.party`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from graph.vocabulary.levels import level_words
from graph.words.any_of import any_of
from graph.words.levels import UNKNOWN, level_of, rank_of
from graph.words.short_cache import short_cache
from graph.words.signs import HAN
from loaders.changes.lists.around import OF, named_in_bracket
from loaders.changes.lists.counts import Count
from loaders.changes.lists.party import ListedPlace, groups_of_a_village, is_above_district, read_party
from loaders.changes.lists.runs import CountedRun, Part, count_of, counted_run, read_run
from loaders.places.names import is_generic, is_name, stem_of
from loaders.vocabulary.changes import change_words

__all__ = ["ListedPlace", "read_list"]

LONGEST_LIST = 3000  # characters; a decision that lists two hundred villages has a thousand
KEPT = 1024  # lists kept
_LONGEST_JOINED = 12  # characters of a name behind a conjunction


class _ListRules:
    """The patterns by which a list is cut."""

    def __init__(self) -> None:
        lists = change_words().lists
        behind_class = f"(?<=[{lists.class_signs}])"
        self.separators = frozenset(lists.separators)
        self.joints = re.compile(
            rf"(?P<held>{behind_class}(?:{any_of(lists.whole_with)}))|{behind_class}(?:{any_of(lists.conjunctions)})"
        )
        joint_signs = {word[0] for word in (*lists.conjunctions, *lists.whole_with)}
        self.signs = re.compile(f"[(){re.escape(''.join(sorted(joint_signs | self.separators)))}]")
        self.belonging = re.compile(rf"{behind_class}(?:{any_of(lists.belonging)})(?=[{HAN}])")


_rules = cache(_ListRules)


def read_list(words: str, known: Mapping[str, str] | None = None, *, proved: bool = False) -> tuple[ListedPlace, ...]:
    """The places that the words list; () where they are no list of places and nothing else.

    Names without an ending stand as written, with the level of the class word that counts them (丙、丁2个村) or of the
    name behind them; `known` gives full names for short ones that stand for themselves (西河 → 西河县). Names that
    running text would part (发展镇) count beside others, or where a verb has `proved` that places stand here.
    """
    if not words or len(words) > LONGEST_LIST or not (may_hold_place(words) or known):
        return ()
    parties = _parties(words)
    if not all(_counts(party, parties, proved=proved) for party in parties):
        return ()
    if all(party.level for party in parties):
        return parties
    levelled = _levelled(parties, known or {})
    return tuple(levelled) if all(party.level for party in levelled) else ()


def read_settlements(words: str) -> tuple[ListedPlace, ...]:
    """Names of settlements without a class word and a count (东山县的柳湾、石桥屯); () where none ends like one.

    They are places only where a verb moves them and a place gives them.
    """
    parties = _parties(words) if 0 < len(words) <= LONGEST_LIST else ()
    ends = change_words().lists.settlements
    if not any(not party.level and len(party.name) > 1 and party.name[-1] in ends for party in parties):
        return ()
    if not all(party.level or (len(party.name) > 1 and party.share == "whole") for party in parties):
        return ()
    return tuple(replace(party, level=party.level or UNKNOWN, sure=False) for party in parties)


def may_hold_place(words: str) -> bool:
    """Whether the words hold a sign in which names of places end."""
    return _class_signs().search(words) is not None


@cache
def _class_signs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted({word[-1] for row in level_words().endings for word in row.words}))}居委处]")


def _counts(party: ListedPlace, parties: Sequence[ListedPlace], *, proved: bool) -> bool:
    """Whether a name is one by itself, by the verb, or by a sure one of its level in the same list."""
    if party.sure or (proved and not is_generic(party.name, given=is_above_district(party.giver, party.name))):
        return True
    return any(other.sure and other.level == party.level for other in parties)


@short_cache(KEPT)
def _parties(words: str) -> tuple[ListedPlace, ...]:
    """The places of a list, those without an ending not yet levelled; a clause asks for the same list several times."""
    parts = list(_parts(_rules().belonging.sub(OF, words)))
    counted = [count_of(part) for part in parts]
    runs = _runs(parts, counted) if any(counted) else {}
    parties: list[ListedPlace] = []
    index = 0
    while index < len(parts):
        run = runs.get(index)
        names = read_run(run[0], parties[-1] if parties else None) if run else None
        if run and names is not None:
            parties, index = [*parties, *names], run[1] + 1
            continue
        more = _read_part(parts[index], counted[index], parties)
        if more is None:
            return ()
        parties, index = more, index + 1
    return tuple(parties)


def _runs(parts: Sequence[Part], counted: Sequence[tuple[str, Count] | None]) -> dict[int, tuple[CountedRun, int]]:
    """The counted runs by their first part, each with its last one."""
    found: dict[int, tuple[CountedRun, int]] = {}
    behind = 0
    for last, count in enumerate(counted):
        if count is None:
            continue
        run = counted_run(parts, last, behind, count)
        if run:
            found[run.first] = (run, last)
        if run or count[1].plain:
            behind = last + 1
    return found


def _parts(words: str) -> Iterator[Part]:
    """The words between joints, never inside brackets or between the numbers of groups (第3、4村民小组)."""
    start, held = 0, False
    for end, behind, holds in _cuts(words):
        if end > start:
            yield Part(words[start:end], held)
        start, held = behind, holds
    if start < len(words):
        yield Part(words[start:], held)


def _cuts(words: str) -> Iterator[tuple[int, int, bool]]:
    """Where a joint stands: its start and end, and whether what follows is held by the place before (及其所辖)."""
    rules = _rules()
    within = {index for match in groups_of_a_village().finditer(words) for index in range(match.start(), match.end())}
    depth = 0
    for found in rules.signs.finditer(words):
        index, sign = found.start(), found[0]
        if sign in "()":
            depth = depth + 1 if sign == "(" else max(0, depth - 1)
        elif depth or index in within:
            continue
        elif sign in rules.separators:
            yield index, index + 1, False
        else:
            joint = rules.joints.match(words, index)
            if joint and not _is_inside_name(words, index, joint.end()):
                yield index, joint.end(), joint["held"] is not None


def _is_inside_name(words: str, start: int, end: int) -> bool:
    """建新县和平乡 is 和平乡 below 建新县: behind 和 only a name of one sign would stand, of a level below."""
    behind = re.split(r"[、,;(]|第?\d", words[end : end + _LONGEST_JOINED], maxsplit=1)[0]
    before = words[max(0, start - 1) : start]
    if end - start > 1 or level_of(behind) == "unknown" or len(stem_of(behind)) != 1:
        return False
    return before != behind[-1] and rank_of(level_of(f"甲乙{before}")) <= rank_of(level_of(behind))


def _read_part(part: Part, counted: tuple[str, Count] | None, before: list[ListedPlace]) -> list[ListedPlace] | None:
    """The list `before` with the place of this part added; None where the part is no place."""
    described, number = named_in_bracket(part.words)
    if described:
        named = _parties(described)
        whole = len(named) == number and all(party.level for party in named)
        return [*before, *named] if whole and not (before and named[0].giver) else None
    words = part.words
    if counted and (counted[1].plain or _is_total(counted[1], before)):
        words, count = counted
        if not words or words == change_words().lists.whole_of:  # a total, or parts that are not named (全部9个村)
            return [replace(party, level=party.level or count.level) for party in before] if before else None
        if words.endswith(OF):  # 双龙镇的3个村: a piece, which is not named
            place = read_party(words, before[-1] if before else None)
            return [*before, place.piece(count.words)] if place else None
        place = read_party(words, before[-1] if before else None)
        return [*before, replace(place, level=place.level or count.level)] if place else None
    if before and before[-1].share == "part" and groups_of_a_village().fullmatch(words):
        return [*before[:-1], before[-1].piece(f"{before[-1].part}、{words}")]
    place = read_party(words, before[-1] if before else None)
    return [*before, place] if place else None


def _is_total(count: Count, before: list[ListedPlace]) -> bool:
    """甲、乙，两县: a count without 个 is a total where it counts what was listed (八一县 is a name)."""
    return count.start == 0 and len(before) == count.number > 1


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
