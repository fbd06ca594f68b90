"""Verbs of changes: where they stand in the words of a clause, and what each does with the lists around it.

    verb = word | head { between } tail { tail }        合并 + 后 + 更名 + 为

The heads and tails are in the table; the longest wording at a place counts (合并设立 before 合并).
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import NamedTuple

from graph.words.any_of import any_of, first_of
from graph.words.short_cache import short_cache
from loaders.vocabulary.changes import ChangeVerb, Does, change_words

RECEIVES: frozenset[Does] = frozenset({"into", "transfer"})
"""Verbs behind which a short name stands for a full one (并入西河)."""
SETS_UP: frozenset[Does] = frozenset({"create", "form"})
"""Verbs with a list behind them alone."""
FORMER = "原"
MOST_VERBS = 12  # tried in one clause; real clauses hold two or three
KEPT = 1024  # clauses whose verbs are kept
_BETWEEN = 2  # words between head and tail: 合并 + 后 + 新 + 设立
_TAILS = 3  # of one verb: 合并 + 更名 + 成 + 为


class FoundVerb(NamedTuple):
    """A verb in words: where it starts and ends, and what it does."""

    start: int
    end: int
    does: Does


@cache
def verb_pattern(*kinds: Does) -> str:
    """A pattern for the verbs of these kinds, of all where none is given; the longest is not always first."""
    patterns = [_pattern(row) for row in change_words().verbs if row.does in kinds or not kinds]
    return f"{first_of(verb_beginnings(*kinds))}(?:{'|'.join(patterns)})"


def verb_beginnings(*kinds: Does) -> tuple[str, ...]:
    """What the verbs of these kinds, of all where none is given, begin with."""
    rows = [row for row in change_words().verbs if row.does in kinds or not kinds]
    return tuple(word for row in rows for word in (*row.words, *row.heads))


@short_cache(KEPT)
def find_verbs(words: str) -> tuple[FoundVerb, ...]:
    """Verbs in the words, at each place the longest wording first (合并设立 + 建新村, not 合并设立建 + 新村)."""
    found: list[FoundVerb] = []
    for match in islice(_first_signs().finditer(words), MOST_VERBS):
        start = match.start()
        ends = {end: rule.does for rule in _rules_by_sign()[words[start]] for end in rule.ends(words, start)}
        found += [FoundVerb(start, end, ends[end]) for end in sorted(ends, reverse=True)]
    return tuple(found)


def is_short(verb: FoundVerb) -> bool:
    """Whether a verb is one sign that names hold too (置信镇); 撤 ends places alone."""
    return verb.end - verb.start < len("并入") and verb.does != "abolish"


def weighed_verbs(words: str) -> list[FoundVerb]:
    """Verbs in the words; those that names hold too, of one sign or of one list (成立镇), behind the others."""
    return sorted(find_verbs(words), key=lambda verb: (_is_weak(words, verb), verb.does in SETS_UP))


def _is_weak(words: str, verb: FoundVerb) -> bool:
    """Whether names hold the verb too, other than 辖 before 原."""
    return is_short(verb) and not (verb.does == "govern" and words.startswith(FORMER, verb.end))


class _VerbRule:
    """The patterns of one row of the table."""

    def __init__(self, row: ChangeVerb) -> None:
        self.does: Does = row.does
        self._word = re.compile(any_of(row.words))
        self._head = (
            re.compile(f"(?:{any_of(row.heads)})(?:{any_of(row.between)}){{0,{_BETWEEN}}}") if row.heads else None
        )
        self._tail = re.compile(any_of(row.tails)) if row.heads else None
        self._most = _TAILS if row.between else 1

    def ends(self, words: str, start: int) -> list[int]:
        """Where a verb of this row that begins at `start` may end."""
        word = self._word.match(words, start)
        found = [word.end()] if word else []
        head = self._head.match(words, start) if self._head else None
        for _ in range(self._most if head else 0):
            head = self._tail.match(words, head.end()) if self._tail and head else None
            found += [head.end()] if head else []
        return found


@cache
def _rules_by_sign() -> Mapping[str, list[_VerbRule]]:
    """The rules whose verbs may begin with a sign, in the order of the table."""
    found: dict[str, list[_VerbRule]] = {}
    for row in change_words().verbs:
        rule = _VerbRule(row)
        for sign in {word[0] for word in (*row.words, *row.heads)}:
            found.setdefault(sign, []).append(rule)
    return found


@cache
def _first_signs() -> re.Pattern[str]:
    """Where any verb begins."""
    return re.compile(f"(?={verb_pattern()})")


def _pattern(row: ChangeVerb) -> str:
    if not row.heads:
        return f"(?:{any_of(row.words)})"
    made = rf"(?:{any_of(row.heads)})(?:{any_of(row.between)}){{0,{_BETWEEN}}}(?:{any_of(row.tails)})"
    return f"(?:{made}|{any_of(row.words)})"
