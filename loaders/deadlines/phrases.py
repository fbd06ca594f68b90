"""The phrases of a deadline that name no day: work without an end, deadlines that come again, events, nothing."""

import re
from bisect import bisect_right
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import fold
from graph.words.numerals import COUNTING_SIGNS
from loaders.vocabulary.deadlines import deadline_words

CLAUSE_ENDS = ",;。"


def names_nothing(words: str) -> bool:
    """Whether the words say that there is no deadline: empty, 无, —."""
    folded = fold("".join(words.split())).strip("。.")
    return not folded or folded in deadline_words().nothing.words


def clauses(text: str) -> list[tuple[int, int]]:
    """Start and end of the clauses of prepared words."""
    bounds, start = [], 0
    for match in re.finditer(f"[{CLAUSE_ENDS}]", text):
        bounds.append((start, match.start()))
        start = match.end()
    bounds.append((start, len(text)))
    return [(start, end) for start, end in bounds if end > start]


def recurring_at(clause: str, dates: list[tuple[int, int]]) -> int | None:
    """Where words of recurrence begin in the clause (每月28日前), None if nowhere; not in a date (第三季度末).

    `dates` are the starts and ends of the dates in the clause, in order.
    """
    for match in _recurring().finditer(clause):
        before = bisect_right(dates, match.start(), key=lambda date: date[0]) - 1
        if before < 0 or match.start() >= dates[before][1]:
            return match.start()
    return None


def phrase_spans(text: str) -> list[tuple[int, int]]:
    """Where phrases of work without an end (with their verbs) and of deadlines that come again stand in the words."""
    phrases = (_ongoing_with_verbs(), _recurring())
    return [found.span() for phrase in phrases for found in phrase.finditer(text)]


def ongoing_spans(clause: str) -> list[tuple[int, int]]:
    """Where adverbs of work without an end stand in the clause."""
    return [found.span() for found in _ongoing().finditer(clause)]


def is_yearly(clause: str) -> bool:
    """Whether the clause speaks of every year, so that months after it do too (每年3月底前报送，12月底前总结)."""
    return any(word in clause for word in deadline_words().recurring.yearly)


def is_ongoing_clause(clause: str, *, dated: bool) -> bool:
    """Whether the clause speaks of work without an end; beside a date only where a verb or the clause's end says so."""
    return bool((_ongoing_beside_date() if dated else _ongoing()).search(clause))


def is_relative(clause: str) -> bool:
    """Whether a clause without a date is hung on an event or an order (换届前, 按上级要求)."""
    return ends_in_event(clause) or any(word in clause for word in _of_events("anywhere"))


def ends_in_event(clause: str) -> bool:
    """Whether the clause ends in 前, 后, 内 …, so that it names an event or a span."""
    return clause.rstrip(")。").endswith(_of_events("end"))


@cache
def _of_events(place: str) -> tuple[str, ...]:
    """The words of events and orders that count at this place of a clause."""
    return tuple(word for row in deadline_words().relative if row.place == place for word in row.words)


def dates_something_else(clause: str) -> bool:
    """Whether the clause dates a validity and not the work."""
    return clause.lstrip("(").startswith(deadline_words().not_due.words)


@cache
def _recurring() -> re.Pattern[str]:
    rows = deadline_words().recurring
    periods, by, words = any_of(rows.periods), any_of(rows.by), any_of(rows.words)
    return re.compile(
        rf"每隔?(?:\d{{1,2}}|[{COUNTING_SIGNS}半])?个?(?:{periods})|(?:{by})(?:{periods})(?!度?计划|末)|{words}"
    )


@cache
def _ongoing() -> re.Pattern[str]:
    return re.compile(any_of(deadline_words().ongoing.adverbs))


@cache
def _ongoing_with_verbs() -> re.Pattern[str]:
    rows = deadline_words().ongoing
    return re.compile(f"(?:{any_of(rows.adverbs)})(?:{any_of(rows.verbs)}){{0,3}}")


@cache
def _ongoing_beside_date() -> re.Pattern[str]:
    rows = deadline_words().ongoing
    return re.compile(rf"(?:{any_of(rows.adverbs)})(?:{any_of(rows.verbs)}|$|[()、])")
