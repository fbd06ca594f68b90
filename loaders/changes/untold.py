"""Clauses that move places or pieces of them (划归, 并入) and that no change could be made of: told as unread.

Moves of assets, people, schools and offices are no changes of places, and are not told.
"""

import re
from functools import cache
from itertools import islice

from graph.words.any_of import any_of
from loaders.changes.clauses.words import target, without_adverbs, without_leads
from loaders.changes.lists.lists import read_list
from loaders.changes.lists.party import groups_of_a_village
from loaders.changes.lists.shares import read_pieces
from loaders.vocabulary.changes import change_words

REASON = "unread.moved"
WITHOUT_RESULT = "unread.no_result"
MOST_VERBS = 6  # looked at in one clause


@cache
def _verbs() -> tuple[re.Pattern[str], frozenset[str]]:
    """Verbs that move or join, and those of them that move."""
    rows = [row for row in change_words().verbs if row.does in ("into", "transfer", "merge", "join")]
    moving = {word for row in rows if row.does in ("into", "transfer") for word in row.words}
    return re.compile(any_of(word for row in rows for word in row.words)), frozenset(moving)


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


def seems_a_move(words: str) -> bool:
    """Whether an unread clause moves places (one stands behind 划归) or pieces, or joins groups of a village."""
    places, things = _signs()
    pattern, moving = _verbs()
    if _taken().search(words) and not things.search(words):
        return True
    for verb in islice(pattern.finditer(words), MOST_VERBS):
        before, _ = without_adverbs(without_leads(words[: verb.start()]))
        behind = words[verb.end() :]
        if things.search(before) or not places.search(before):
            continue
        if groups_of_a_village().search(before):
            return True
        to_a_place = read_list(target(behind, receives=True)) or (places.search(behind) and read_pieces(before))
        if verb[0] in moving and to_a_place:
            return True
    return False
