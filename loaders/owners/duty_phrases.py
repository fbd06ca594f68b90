"""Scans words for phrases of duty (按职责分工负责, 牵头抓总, 负责并组织实施) and tells the role that each gives.

    phrase  = step (joint? step)* object?          按职责 分工 负责 · 负责 并 落实 · 配合 做好 相关工作
    step    = grounds | adverb | verb
    grounds = opening noun+                        按照 各自 职责
    verb    = verb of duty | of doing | helping    牵头 · 组织, 实施 · 抓总

A phrase is one of duty where it holds a verb of duty, two verbs of doing, or one with its manner; grounds alone
(按职责分工) are one where a clause ends. The first verb of duty decides, but 负责 leaves it to a verb of another role
right behind it (负责牵头). The words are in roles.toml; no sign is looked at twice.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.statements import Role
from graph.vocabulary.units import unit_words
from graph.words.any_of import any_of, longest_first
from graph.words.fold import Folded
from graph.words.signs import LIST_SEPARATORS
from loaders.vocabulary.roles import role_words

_CLAUSE_ENDS = LIST_SEPARATORS | set("。.() \n")
_TWO = 2  # verbs of doing that are a duty without a verb that says so


@dataclass(frozen=True, slots=True)
class DutyPhrase:
    """A phrase from `start` to `end` of a folded text, the role that it gives, and whether it ends its clause."""

    start: int
    end: int
    role: Role
    ends_clause: bool


def duty_phrases(folded: Folded) -> Iterator[DutyPhrase]:
    """The phrases of duty in a folded text, left to right."""
    for match in _phrase().finditer(folded):
        ends = match.end() == len(folded) or folded[match.end()] in _CLAUSE_ENDS
        role = _role(match.group(), ends_clause=ends)
        if role is not None:
            yield DutyPhrase(match.start(), match.end(), role, ends)


def is_duty(folded: Folded) -> bool:
    """Whether words are a phrase of duty and nothing else, or only say how it is done (按职责分工负责, 共同)."""
    match = _phrase().match(folded)
    if match is None or match.end() < len(folded):
        return False
    steps = {step.lastgroup for step in _step().finditer(folded)}
    return steps <= {"grounds", "adverb"} or _role(match.group(), ends_clause=True) is not None


def without_leading(words: str) -> str:
    """The words without separators, 由 and the like in front."""
    stripped = words.lstrip(" ,，;；、。.\n\t")
    match = _leading().match(stripped)
    return stripped[match.end() :] if match else stripped


def _role(phrase: str, *, ends_clause: bool) -> Role | None:
    """The role that a phrase gives, None where it is none of duty."""
    verbs = role_words().verbs.by_word
    role: Role | None = None
    yields = False
    doing, manner, grounds, helping = 0, False, False, False
    for step in _step().finditer(phrase):
        kind, word = step.lastgroup, step.group()
        if kind == "verb":
            own = verbs[word].role
            if role is None or (yields and own != role):
                role = own
            yields = word in role_words().yielding.words and phrase[step.end() : step.end() + 1] not in _joint_signs()
        doing += kind == "doing"
        manner = manner or kind in ("adverb", "grounds")
        grounds, helping = grounds or kind == "grounds", helping or kind == "helping"
    if role is not None:
        return role
    if doing >= _TWO or (doing and manner) or (grounds and ends_clause and not doing and not helping):
        return "responsible"
    return None


@cache
def _joint_signs() -> frozenset[str]:
    return frozenset(role_words().joints.words)


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
    """An adverb; one that is a verb of duty too (协同) only where a step follows it."""
    words = role_words()
    verbs = words.verbs.words
    own = [word for word in words.adverbs.words if word not in verbs]
    both = [word for word in words.adverbs.words if word in verbs]
    following = any_of((*verbs, *words.doing.words, *own, *words.grounds.openings))
    return rf"(?:{any_of(own)})|(?:{any_of(both)})(?={following})"


@cache
def _named_steps() -> str:
    words = role_words()
    all_verbs = any_of((*words.verbs.words, *words.doing.words, *words.helping.words))
    behind = rf"(?:(?={all_verbs})|(?!{any_of(words.not_before.words)}))"
    return (
        rf"(?P<grounds>{_grounds()})|(?P<adverb>{_adverb()})"
        rf"|(?P<verb>(?:{_any_free(words.verbs.words)}){behind})"
        rf"|(?P<doing>(?:{any_of(words.doing.words)}){behind})"
        rf"|(?P<helping>(?:{any_of(words.helping.words)}){behind})"
    )


@cache
def _step() -> re.Pattern[str]:
    return re.compile(_named_steps())


@cache
def _phrase() -> re.Pattern[str]:
    step = re.sub(r"\?P<\w+>", "?:", _named_steps())
    joint, objects = any_of(role_words().joints.words), any_of(role_words().objects.words)
    return re.compile(rf"(?:{step})(?:(?:{joint})?(?:{step}))*+(?:{objects})?+")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(any_of(role_words().leading.words))
