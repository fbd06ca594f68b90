"""Clauses on a change of places of which none could be made: told as unread, with the part that was not understood.

A verb of change beside the name of a place, or beside pieces of one, makes such a clause. Changes of assets, people,
schools and offices are none of places, and are not told.
"""

import re
from functools import cache

from graph.words.any_of import any_of
from loaders.changes.clauses.verbs import FORMER, FoundVerb, find_verbs
from loaders.changes.clauses.words import (
    target,
    undated_clause,
    without_adverbs,
    without_decision,
    without_idioms,
    without_leads,
)
from loaders.changes.lists.counts import find_count
from loaders.changes.lists.lists import read_list
from loaders.changes.lists.party import groups_of_a_village
from loaders.changes.lists.shares import read_pieces
from loaders.places.names import could_be_name, is_generic, leading_places, parse_place, stem_of
from loaders.vocabulary.changes import Does, change_words

MOVED = "unread.moved"
CHANGED = "unread.change"
WITHOUT_RESULT = "unread.no_result"

_MOVES: frozenset[Does] = frozenset({"into", "transfer"})
_BOTH_SIDES: frozenset[Does] = frozenset({"merge", "rename", "split", "join"})
_BEHIND: frozenset[Does] = frozenset({"create", "join"})
_LONG = 4  # characters of a stem that is rather words of a sentence (逐步规范村)
_SIGN = re.compile("[。,;!?]")
_LONGEST_NAME = 12  # characters of a name looked for at the edge of a verb


@cache
def _taken() -> re.Pattern[str]:
    """Numbered groups of a village beside a verb by which no list is read, at the end of a clause."""
    takes, groups = any_of(change_words().untold.takes), f"(?:{groups_of_a_village().pattern})"
    return re.compile(f"^.{{0,20}}?{groups}(?:{takes}).{{1,12}}$|^.{{0,20}}?(?:{takes}){groups}$")


@cache
def _signs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells of places or their pieces before the verb, and what tells of things that are none."""
    words = change_words().untold
    return re.compile(any_of(words.of_places)), re.compile(any_of(words.of_things))


@cache
def _joints() -> re.Pattern[str]:
    lists = change_words().lists
    return re.compile(f"[{re.escape(lists.separators)}]|{any_of(lists.conjunctions)}")


def is_title(words: str) -> bool:
    """Whether the words of a paragraph are a title (甲镇合并村规划任务清单), which tells of no change by itself."""
    return words.endswith(change_words().untold.titles) and not _SIGN.search(words)


def not_understood(words: str) -> tuple[str, str] | None:
    """The reason why an unread clause is told, and its part that was not understood; None for one not on places."""
    places, things = _signs()
    if _taken().search(words) and not things.search(words):
        return MOVED, words
    plain = without_idioms(without_decision(undated_clause(words)))
    for verb in find_verbs(plain):
        if verb.end - verb.start < len("并入") and verb.does not in ("abolish", "govern"):
            continue
        before, _ = without_adverbs(without_leads(plain[: verb.start]))
        behind = target(plain[verb.end :], receives=verb.does in _MOVES)
        listed = read_list(before, proved=True)
        if verb.does in _MOVES and _is_land(before) and _begins_with_place(behind):
            return MOVED, before
        if (_of_things(before) and not listed) or (things.match(behind) and not read_list(behind, proved=True)):
            continue
        if verb.does in _MOVES and groups_of_a_village().search(before):
            return MOVED, plain
        beside = bool(listed) or ends_in_place(before)
        if _on_places(verb, before, behind, beside=beside) or (
            verb.does in _MOVES and read_pieces(before) and places.search(behind)
        ):
            part = behind if listed and behind else before or behind
            return (MOVED if verb.does in _MOVES else CHANGED), part
    return None


def _is_land(words: str) -> bool:
    """Whether the words are the land of a named place (甲村的耕地、林地), which is a piece of it."""
    return words.endswith(change_words().untold.land) and bool(leading_places(words))


def _of_things(words: str) -> bool:
    """Whether the words speak of things; a single sign (站) only at their end, for names hold it too (站前乡)."""
    things = _signs()[1].finditer(words)
    return any(len(found[0]) > 1 or found.end() == len(words) for found in things)


def _on_places(verb: FoundVerb, before: str, behind: str, *, beside: bool) -> bool:
    """Whether a name of a place stands as what changes or what comes of it; `beside` tells that one ends before it."""
    if verb.does in _MOVES:
        named = _begins_with_place(behind) if before else False
        return named or (beside and _signs()[0].search(behind) is not None)
    if verb.does == "abolish":
        return (
            _begins_with_place(behind or before, more=True) or find_count(behind) is not None or (not behind and beside)
        )
    if verb.does == "govern":
        return behind.startswith(FORMER) and _signs()[0].search(behind) is not None
    if verb.does == "form":
        return (beside or find_count(before) is not None) and _begins_with_place(behind)
    if verb.does in _BEHIND and _begins_with_place(behind):
        return True
    return verb.does in _BOTH_SIDES and (beside or _begins_with_place(behind))


def _begins_with_place(words: str, *, more: bool = False) -> bool:
    """Whether a whole part of a list at the beginning of the words is a place, or begins with one and says `more`.

    The offices of a place (东山县民政局) are none.
    """
    joint = _joints().search(words)
    first = words[: joint.start()] if joint else words
    if parse_place(first, listed=True) or _may_be_name(first):
        return True
    chain = leading_places(words)
    end = sum(map(len, chain))
    if not chain or first.endswith(change_words().lists.institutions):
        return False
    return _joints().match(words, end) is not None or (more and _signs()[1].search(first) is None)


def _may_be_name(words: str) -> bool:
    return could_be_name(words) and not is_generic(words)


def ends_in_place(words: str) -> bool:
    """Whether the last part of a list before a verb is a place."""
    last = words[-_LONGEST_NAME:]
    for joint in reversed(list(_joints().finditer(last))):
        if parse_place(last[joint.end() :], listed=True) or _may_be_name(last[joint.end() :]):
            return True
    place = parse_place(words, listed=True) if len(words) <= _LONGEST_NAME else None
    return _may_be_name(words) or (place is not None and (bool(place.above) or len(stem_of(place.name)) < _LONG))
