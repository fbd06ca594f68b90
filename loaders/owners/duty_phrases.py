"""Scans words for phrases of duty (按职责分工负责, 牵头抓总, 负责并组织实施) and tells the role that each gives.

    phrase  = step (joint? step)* object?          按职责 分工 负责 · 负责 并 落实 · 配合 做好 相关工作
    step    = grounds | adverb | verb
    grounds = opening noun+                        按照 各自 职责
    verb    = verb of duty | of doing | helping    牵头 · 组织, 实施 · 抓总

A phrase is one of duty where it holds a verb of duty, two verbs of doing, or one with its manner; grounds alone
(按职责分工) are one where a clause ends. A verb that only sets a unit over the others (县水利局指导) gives no role. The
first verb of duty decides, but 负责 leaves it to a verb of another role right behind it (负责牵头). The words are in
roles.toml; no sign is looked at twice.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph.statements import Role
from graph.vocabulary.units import unit_words
from graph.words.any_of import any_of, first_of, longest_first
from graph.words.fold import Folded
from graph.words.signs import LIST_SEPARATORS
from loaders.vocabulary.roles import role_words

_CLAUSE_ENDS = LIST_SEPARATORS | set("。.() \n")
_MANNER = frozenset({"grounds", "adverb"})
_TWO = 2  # verbs of doing that are a duty without a verb that says so


class DutyPhrase(NamedTuple):
    """A phrase from `start` to `end` of a folded text, the role that it gives, and whether it ends its clause; the role
    is None where it only sets a unit over the others.

    `sure_verb`: it holds a verb that behind a name means nothing else (牵头); `only_manner`: none at all (按职责分工).
    """

    start: int
    end: int
    role: Role | None
    ends_clause: bool
    sure_verb: bool
    only_manner: bool


def duty_phrases(folded: Folded) -> Iterator[DutyPhrase]:
    """The phrases of duty in a folded text, left to right."""
    sure = role_words().sure.words
    for match in _phrase().finditer(folded):
        ends = match.end() == len(folded) or folded[match.end()] in _CLAUSE_ENDS
        steps = _steps(match.group())
        role = _role(steps, ends_clause=ends)
        if role is not None or (ends and _is_aside(steps)):
            sure_verb = any(step.word in sure for step in steps)
            manner = all(step.kind in _MANNER for step in steps)
            yield DutyPhrase(match.start(), match.end(), role, ends, sure_verb, manner)


def begins_with_duty(folded: Folded, position: int) -> bool:
    """Whether a phrase of duty begins at a position and ends its clause."""
    match = _phrase().match(folded, position)
    ends = match is not None and folded[match.end() : match.end() + 1] in ("", *_CLAUSE_ENDS)
    return match is not None and ends and _role(_steps(match.group()), ends_clause=True) is not None


def is_duty(folded: Folded) -> bool:
    """Whether words are a phrase of duty and nothing else, or only say how it is done (按职责分工负责, 共同)."""
    if _phrase().fullmatch(folded) is None:
        return False
    steps = _steps(folded)
    return all(step.kind in _MANNER for step in steps) or _role(steps, ends_clause=True) is not None


def without_leading(words: str) -> str:
    """The words without separators, 由 and the like in front."""
    stripped = words.lstrip(" ,，;；、。.\n\t")
    match = _leading().match(stripped)
    return stripped[match.end() :] if match else stripped


class _Step(NamedTuple):
    """A step of a phrase; `joined` tells that a joint stands before it."""

    kind: str
    word: str
    joined: bool


def _steps(phrase: str) -> list[_Step]:
    steps: list[_Step] = []
    end = 0
    for match in _step().finditer(phrase):
        steps.append(_Step(match.lastgroup or "", match.group(), match.start() > end > 0))
        end = match.end()
    return steps


def _role(steps: Sequence[_Step], *, ends_clause: bool) -> Role | None:
    """The role that a phrase gives, None where it is none of duty."""
    words = role_words()
    verbs = [step for step in steps if step.kind == "verb"]
    if verbs:
        first, second = verbs[0], verbs[1] if len(verbs) > 1 else None
        yields = first.word in words.yielding.words and second is not None and not second.joined
        return words.verbs.by_word[second.word if yields and second else first.word].role
    doing = sum(step.kind == "doing" for step in steps)
    manner = [step for step in steps if step.kind in _MANNER]
    grounds = ends_clause and any(step.kind == "grounds" for step in manner) and len(manner) == len(steps)
    return "responsible" if doing >= _TWO or (doing and manner) or grounds else None


def _is_aside(steps: Sequence[_Step]) -> bool:
    """Whether a phrase says only that a unit stands over the others (指导, 统筹协调)."""
    aside = role_words().aside.words
    return steps[-1].word in aside and all(step.word in aside or step.kind in _MANNER for step in steps)


def _any_free(words: Iterable[str]) -> str:
    """Any of the words, but not where one begins with the end of a body's name and ends as its office does (政协办)."""
    return "|".join(_not_behind(word) + re.escape(word) for word in longest_first(words))


def _not_behind(word: str) -> str:
    bodies = unit_words().bodies.words
    if word[1:] not in bodies:
        return ""
    before = sorted({body[:-1] for body in bodies if body[-1] == word[0] and body[:-1] and body[:-1] not in bodies})
    return "".join(f"(?<!{re.escape(body)})" for body in before)


@cache
def _grounds() -> str:
    row = role_words().grounds
    return rf"(?:{any_of(row.openings)})(?:{any_of(row.nouns)}|“[^”]{{1,40}}”)++"


@cache
def _adverb() -> str:
    """An adverb; one that is a verb of duty too (协同) only before another one (协同抓好落实)."""
    words = role_words()
    verbs, adverbs = words.verbs.words, words.adverbs.words
    own, both = set(adverbs).difference(verbs), set(adverbs).intersection(verbs)
    between = any_of((*words.doing.words, *words.helping.words))
    return rf"(?:{any_of(own)})|(?:{any_of(both)})(?=(?:{between}){{0,2}}(?:{any_of(verbs)}))"


@cache
def _doing() -> str:
    """A verb of doing; one that is a noun too (组织) not right before a verb that takes names (群团组织配合)."""
    words = role_words()
    nouns = words.nouns_too.words
    taking = {*words.sure.words, *(word for row in words.verbs if row.role != "responsible" for word in row.words)}
    return rf"(?:{any_of(set(words.doing.words).difference(nouns))})|(?:{any_of(nouns)})(?!{any_of(taking)})"


@cache
def _named_steps() -> str:
    words = role_words()
    helping = (*words.helping.words, *words.aside.words)
    all_verbs = any_of((*words.verbs.words, *words.doing.words, *helping))
    work, names = any_of(words.work_behind.words), any_of(words.not_before.words)
    behind = rf"(?:(?={all_verbs}|{work})|(?!{names}))"
    return (
        rf"(?P<grounds>{_grounds()})|(?P<adverb>{_adverb()})"
        rf"|(?P<verb>(?:{_any_free(words.verbs.words)}){behind})"
        rf"|(?P<doing>(?:{_doing()}){behind})"
        rf"|(?P<helping>(?:{any_of(helping)}){behind})"
    )


def _beginnings() -> tuple[str, ...]:
    """What a step begins with: each is a word of these, grounds with their opening."""
    words = role_words()
    rows = (words.adverbs, words.verbs, words.doing, words.helping, words.aside)
    return (*words.grounds.openings, *(word for row in rows for word in row.words))


@cache
def _step() -> re.Pattern[str]:
    return re.compile(_named_steps())


@cache
def _phrase() -> re.Pattern[str]:
    step = re.sub(r"\?P<\w+>", "?:", _named_steps())
    joint, objects = any_of(role_words().joints.words), any_of(role_words().objects.words)
    return re.compile(rf"{first_of(_beginnings())}(?:{step})(?:(?:{joint})?(?:{step}))*+(?:{objects})?+")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(any_of(role_words().leading.words))
