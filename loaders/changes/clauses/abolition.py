"""Clauses on what ends, and what they say of where it goes: 撤销甲村, 甲乡撤乡, 撤甲建乙, 撤并甲村至乙村."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice

from graph.words.any_of import any_of
from loaders.changes.clauses.frames import Clause
from loaders.changes.clauses.targets import is_of_one_sign, read_target
from loaders.changes.clauses.verbs import SETS_UP, weighed_verbs
from loaders.changes.clauses.words import subject_of, target, without_adverbs, without_leads
from loaders.changes.lists.lists import read_list
from loaders.vocabulary.changes import change_words


def abolish(left: str, right: str) -> Clause | None:
    """撤销甲村, 甲村撤销, 潞州区撤销甲乡."""
    words, _ = without_adverbs(left)
    if not words and not right:  # 将甲村、乙村，撤销
        return Clause("abolish", refers=True, alone=True)
    if not right or (right in change_words().lists.levels and words.endswith(right)):  # 甲乡撤乡
        ended = read_list(without_leads(words), proved=True)
        return Clause("abolish", old=ended) if ended else None
    within = subject_of(without_leads(words))
    if within is not None and right.startswith(change_words().announced.words):
        return Clause("abolish", within=within, refers=True)
    if within is None:
        return None
    return Clause("abolish", old=read_list(target(right, receives=False), proved=True), within=within)


def abolish_and(rest: str, found: Clause, known: Mapping[str, str]) -> Clause | None:
    """撤甲建乙, 撤销甲设立乙, 撤甲并入乙: the words behind the verb of abolition hold a second verb."""
    short: Clause | None = None
    for verb in weighed_verbs(rest):
        if verb.does in ("abolish", "govern", "carve") or rest[: verb.start].endswith(separators()):
            continue
        old_words, pairwise = without_adverbs(rest[: verb.start])
        old = read_list(old_words, proved=True)
        new = read_target(rest[verb.end :], verb.does, known) if old else ()
        if new:
            becomes = "merge" if verb.does in SETS_UP else "into" if verb.does == "transfer" else verb.does
            clause = Clause(becomes, old=old, new=new, pairwise=pairwise, within=found.within)
            if not is_of_one_sign(new[0]):
                return clause
            short = short or clause
    return short or to_what(rest, found.within)


@cache
def separators() -> tuple[str, ...]:
    """What parts two names of a list; a name goes on behind it, whatever verb it begins with."""
    lists = change_words().lists
    return (*lists.separators, *lists.conjunctions)


def to_what(rest: str, within: tuple[str, ...] = ()) -> Clause | None:
    """撤并甲村至乙村, 合并甲村、乙村为丙村: what comes of the list stands behind a word of direction."""
    for match in islice(_directions().finditer(rest), len(("one", "another"))):
        old = read_list(rest[: match.start()], proved=True)
        new = read_list(rest[match.end() :], proved=True) if old else ()
        if new:
            does = "into" if match[0] in change_words().targets.before_receiver else "merge"
            return Clause(does, old=old, new=new, within=within)
    return None


@cache
def _directions() -> re.Pattern[str]:
    """Words of direction behind a class word."""
    words = change_words()
    directions = any_of((*words.targets.before_receiver, *words.targets.before))
    return re.compile(f"(?<=[{words.lists.class_signs}])(?:{directions})")
