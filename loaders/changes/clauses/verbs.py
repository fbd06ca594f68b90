"""Verbs of changes: where they stand in the words of a clause, and what each does with the lists around it.

    verb = word | head { between } tail { tail }        合并 + 后 + 更名 + 为

The heads and tails are in the table; the longest wording at a place counts (合并设立 before 合并).
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from graph.words.any_of import any_of
from graph.words.short_cache import short_cache
from loaders.vocabulary.changes import ChangeVerb, Does, change_words

MOST_VERBS = 12  # tried in one clause; real clauses hold two or three
KEPT = 1024  # clauses whose verbs are kept
_TAILS = 3  # of one verb: 合并 + 更名 + 成 + 为


@dataclass(frozen=True, slots=True)
class FoundVerb:
    """A verb in words: where it starts and ends, and what it does."""

    start: int
    end: int
    does: Does


@cache
def verb_pattern(*kinds: Does) -> str:
    """A pattern for the verbs of these kinds, of all where none is given; the longest is not always first."""
    patterns = [_pattern(row) for row in change_words().verbs if row.does in kinds or not kinds]
    first = "".join(sorted({re.escape(word[0]) for row in change_words().verbs for word in (*row.words, *row.heads)}))
    return f"(?=[{first}])(?:{'|'.join(patterns)})"


@short_cache(KEPT)
def find_verbs(words: str) -> tuple[FoundVerb, ...]:
    """Verbs in the words, each with the longest wording that begins there."""
    found: list[FoundVerb] = []
    for match in islice(_first_signs().finditer(words), MOST_VERBS):
        longest = _at(words, match.start())
        if longest:
            found.append(longest)
    return tuple(found)


def _at(words: str, start: int) -> FoundVerb | None:
    ends = [(match.end(), does) for pattern, does in _rows() if (match := pattern.match(words, start))]
    if not ends:
        return None
    end, does = max(ends, key=lambda pair: pair[0])
    return FoundVerb(start, end, does)


@cache
def _rows() -> tuple[tuple[re.Pattern[str], Does], ...]:
    return tuple((re.compile(_pattern(row)), row.does) for row in change_words().verbs)


@cache
def _first_signs() -> re.Pattern[str]:
    """Where any verb begins."""
    return re.compile(f"(?={verb_pattern()})")


def _pattern(row: ChangeVerb) -> str:
    """The longest of the row's verbs; one made of head and tail is longer than a word alone."""
    made = rf"(?:{any_of(row.heads)})(?:{any_of(row.between)}){{0,2}}(?:{any_of(row.tails)}){{1,{_TAILS}}}"
    if not row.between:
        made = rf"(?:{any_of(row.heads)})(?:{any_of(row.tails)})"
    return f"(?:{made}|{any_of(row.words)})" if row.heads else f"(?:{any_of(row.words)})"
