"""The phrases of a deadline that name no day: work without an end, deadlines that come again, events, nothing."""

import re
from functools import cache
from typing import Any

from graph.words.fold import fold
from graph.words.numerals import COUNTING_SIGNS
from loaders.vocabulary import table

CLAUSE_ENDS = ",;。"


def names_nothing(words: str) -> bool:
    """Whether the words say that there is no deadline: empty, 无, —."""
    folded = fold("".join(words.split())).strip("。.")
    return not folded or folded in table("deadlines")["nothing"]["words"]


def clauses(text: str) -> list[tuple[int, int]]:
    """Start and end of the clauses of prepared words."""
    bounds, start = [], 0
    for match in re.finditer(f"[{CLAUSE_ENDS}]", text):
        bounds.append((start, match.start()))
        start = match.end()
    bounds.append((start, len(text)))
    return [(start, end) for start, end in bounds if end > start]


def recurring_at(clause: str, dates: list[tuple[int, int]]) -> int | None:
    """Where words of recurrence begin in the clause (每月28日前), None if nowhere; not in a date (第三季度末)."""
    for match in _recurring().finditer(clause):
        if not any(start <= match.start() < end for start, end in dates):
            return match.start()
    return None


def is_yearly(clause: str) -> bool:
    """Whether the clause speaks of every year, so that months after it do too (每年3月底前报送，12月底前总结)."""
    return any(word in clause for word in table("deadlines")["recurring"]["yearly"])


def is_ongoing_clause(clause: str, *, dated: bool) -> bool:
    """Whether the clause speaks of work without an end; beside a date only where a verb or the clause's end says so."""
    return bool((_ongoing_beside_date() if dated else _ongoing()).search(clause))


def is_relative(clause: str) -> bool:
    """Whether a clause without a date is hung on an event or an order (换届前, 按上级要求)."""
    rows: list[dict[str, Any]] = table("deadlines")["relative"]
    anywhere = [word for row in rows if row["place"] == "anywhere" for word in row["words"]]
    return ends_in_event(clause) or any(word in clause for word in anywhere)


def ends_in_event(clause: str) -> bool:
    """Whether the clause ends in 前, 后, 内 …, so that it names an event or a span."""
    rows: list[dict[str, Any]] = table("deadlines")["relative"]
    ends = tuple(word for row in rows if row["place"] == "end" for word in row["words"])
    return clause.rstrip(")。").endswith(ends)


def dates_something_else(clause: str) -> bool:
    """Whether the clause dates a validity and not the work."""
    openings = tuple(word for row in table("deadlines")["not_due"] for word in row["words"])
    return clause.lstrip("(").startswith(openings)


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _recurring() -> re.Pattern[str]:
    rows = table("deadlines")["recurring"]
    periods, by, words = _any_of(rows["periods"]), _any_of(rows["by"]), _any_of(rows["words"])
    return re.compile(
        rf"每隔?(?:\d{{1,2}}|[{COUNTING_SIGNS}半])?个?(?:{periods})|(?:{by})(?:{periods})(?!度?计划|末)|{words}"
    )


@cache
def _ongoing() -> re.Pattern[str]:
    return re.compile(_any_of(table("deadlines")["ongoing"]["adverbs"]))


@cache
def _ongoing_beside_date() -> re.Pattern[str]:
    rows = table("deadlines")["ongoing"]
    return re.compile(rf"(?:{_any_of(rows['adverbs'])})(?:{_any_of(rows['verbs'])}|$|[)、])")
