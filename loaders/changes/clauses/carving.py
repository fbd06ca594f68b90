"""Clauses by which a piece of a place, or what lies in it, goes elsewhere: 从甲县划出乙镇设立丁区, 析甲县置乙县."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from graph.words.any_of import any_of
from loaders.changes.clauses.frames import Clause
from loaders.changes.clauses.targets import read_target
from loaders.changes.clauses.verbs import RECEIVES, SETS_UP, find_verbs, weighed_verbs
from loaders.changes.clauses.words import without_leads
from loaders.changes.lists.lists import ListedPlace, read_list
from loaders.vocabulary.changes import change_words


def carve(old_words: str, right: str, known: Mapping[str, str]) -> Clause | None:
    """从甲县划出乙镇、丙镇设立丁区, 析甲县置乙县; without what it sets up the clause waits for the next one."""
    if not old_words:
        return _carve_off(right)
    old = read_list(without_leads(old_words), proved=True)
    if len(old) != 1:
        return None
    taken = _takes().search(right)
    new = read_target(right[taken.end() :], "transfer", known) if taken else ()
    if taken and new:
        return Clause("transfer", old=_out_of(old[0], right[: taken.start()]), new=new)
    for verb in weighed_verbs(right):
        sets_up = verb.does in SETS_UP
        new = read_target(right[verb.end :], verb.does, known) if sets_up or verb.does in RECEIVES else ()
        if new and sets_up:
            return Clause("carve", old=(old[0].piece(right[: verb.start]),), new=new)
        if new:
            return Clause(verb.does, old=_out_of(old[0], right[: verb.start]), new=new)
    return Clause("carve", old=(old[0].piece(right),))


@cache
def _takes() -> re.Pattern[str]:
    return re.compile(f"(?<=[{change_words().lists.class_signs}])(?:{any_of(change_words().untold.takes)})")


def _out_of(whole: ListedPlace, words: str) -> tuple[ListedPlace, ...]:
    """What is carved out of a place: the places that the words name, given by it, else a piece of it."""
    named = read_list(words, proved=True)
    if any(party.share == "part" for party in named):
        named = ()
    return tuple(replace(party, giver=party.giver or whole.name) for party in named) or (whole.piece(words),)


def _carve_off(right: str) -> Clause | None:
    """甲县置乙县, behind 析: a piece of the first makes the second."""
    for verb in find_verbs(right):
        old = read_list(right[: verb.start], proved=True) if verb.does in SETS_UP else ()
        new = read_list(right[verb.end :], proved=True) if old else ()
        if len(old) == 1 and new:
            return Clause("carve", old=(old[0].piece(old[0].part),), new=new)
    return None
