"""Hears the clauses of a paragraph one after another: first those with a word of change, and only where one of them
tells something, or may, all others.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from graph.words.any_of import any_of, first_of
from graph.words.fold import squeeze
from loaders.changes.clauses.clauses import abolishes, joins, read_clauses
from loaders.changes.clauses.frames import Clause
from loaders.changes.clauses.sentences import ClauseStretch, Sentence, split_clauses, without_quotes
from loaders.changes.clauses.verbs import verb_beginnings, verb_pattern
from loaders.changes.clauses.words import rank_beginnings, rank_words
from loaders.changes.lists.around import OF
from loaders.changes.lists.lists import may_hold_place
from loaders.changes.story.story import Story
from loaders.changes.story.told import ClausePlace
from loaders.changes.untold import CHANGED, MOVED, ends_in_place, not_understood
from loaders.vocabulary.changes import change_words

_SHORT = 6  # characters of a clause that may name no place and tell a change of what is listed before it (并入西河)
_LONGEST_CLAUSE = 4000  # characters of a clause that is read; a list of two hundred villages has a thousand


@cache
def change_signs() -> re.Pattern[str]:
    """The words of which a paragraph on changes holds at least one."""
    data = change_words()
    words = {*data.backwards.made, *data.territory.signs, *data.made_of.signs}
    shortest = [word for word in words if not any(other != word and other in word for other in words)]
    kinds = tuple(dict.fromkeys(row.does for row in data.verbs if row.does != "form"))
    formed = [word for row in data.verbs if row.does == "form" for word in row.words if len(word) > 1]
    others = (*shortest, *formed)
    first = first_of((*verb_beginnings(*kinds), *others, *rank_beginnings()))
    return re.compile(f"{first}(?:{verb_pattern(*kinds)}|{any_of(others)}|{rank_words()})")


class MissedClause(NamedTuple):
    """A clause on a change of places that could not be told, why, and the part that was not understood."""

    sentence: Sentence
    stretch: ClauseStretch
    reason: str
    part: str


class ReadClause(NamedTuple):
    """A clause of the sentence of this number with what it says; None where it was not read yet."""

    number: int
    sentence: Sentence
    stretch: ClauseStretch
    clauses: list[Clause] | None


def read_signs(sentences: list[Sentence], full_names: Mapping[str, str]) -> list[ReadClause]:
    """All clauses, of which those with a sign of change are read; [] where none of these tells or may tell a change.

    Lists alone tell no change, and most paragraphs with a sign hold none: so all other clauses are read later, and
    sentences without a sign are cut into clauses only where others tell a change.
    """
    found: dict[int, list[ReadClause]] = {}
    tells = False
    for index, sentence in enumerate(sentences):
        if len(sentence.words) <= _LONGEST_CLAUSE and not _holds_sign(sentence):
            continue
        found[index] = [_read_sign(index, sentence, stretch, full_names) for stretch in split_clauses(sentence.words)]
        tells = tells or any(_tells(one) for one in found[index])
    if not tells:
        return []
    for index, sentence in enumerate(sentences):
        if index not in found:
            found[index] = [ReadClause(index, sentence, one, None) for one in split_clauses(sentence.words)]
    return [clause for index in range(len(sentences)) for clause in found[index]]


def _holds_sign(sentence: Sentence) -> bool:
    """Whether a clause of the sentence may hold a sign of change; one put together holds no other than the sentence."""
    return change_signs().search(squeeze(without_quotes(sentence.words))) is not None


def _read_sign(index: int, sentence: Sentence, stretch: ClauseStretch, full_names: Mapping[str, str]) -> ReadClause:
    """The clause, read where it holds a sign of change."""
    words, clauses = stretch.words, None
    if len(words) > _LONGEST_CLAUSE:
        clauses = []
    elif (may_hold_place(words) or len(words) <= _SHORT) and change_signs().search(words):
        clauses = read_clauses(words, full_names, heads=stretch.heads)
    return ReadClause(index, sentence, stretch, clauses)


def _tells(read: ReadClause) -> bool:
    """Whether a clause that was read tells a change, or may."""
    if read.clauses is None or len(read.stretch.words) > _LONGEST_CLAUSE:
        return False
    if not read.clauses:
        return not_understood(read.stretch.words) is not None
    return any(clause.does != "listing" for clause in read.clauses)


def _behind_bracket(words: str) -> str:
    """What a clause says of a name besides its bracket: 双山村首次选举 of 新设的双山村(由甲村、乙村合并)首次选举."""
    before, _, rest = words.partition("(")
    return before.rpartition(OF)[2] + rest.rpartition(")")[2]


def hear(story: Story, read: Sequence[ReadClause], full_names: Mapping[str, str]) -> list[MissedClause]:
    """Tell the story clause by clause; those on changes of places that could not be told come back."""
    missed: list[MissedClause] = []
    before, last_words = None, ""
    read_to = 0  # where the words end that a clause put together of a name and its bracket has told
    for heard in read:
        sentence, stretch = heard.sentence, heard.stretch
        words, heads = stretch.words, stretch.heads
        at = ClausePlace(heard.number, sentence.group, sentence.start + stretch.start, sentence.start + stretch.end)
        clauses = read_clauses(words, full_names, heads=heads) if heard.clauses is None else heard.clauses
        short = len(words) <= _LONGEST_CLAUSE
        listed, before = before == sentence and ends_in_place(last_words), sentence
        last_words = words
        why = not_understood(words) if short and not clauses else None
        if listed and any(clause.alone for clause in clauses) and story.memory.listed[0] is None:
            why = CHANGED, words
        for clause in clauses:
            story.hear(clause, at, heads=heads)
            why = why or (
                (MOVED if clause.does in ("into", "transfer", "take over") else CHANGED, words)
                if story.memory.missed
                else None
            )
        if clauses and stretch.put_together:
            read_to = at.end
        elif at.start < read_to <= at.end and not clauses:
            why = not_understood(_behind_bracket(words))
        if not clauses:
            story.hear_other(at, unclear=short and (abolishes(words) or (why is not None and joins(words))))
        if why:
            missed.append(MissedClause(sentence, stretch, *why))
    return missed
