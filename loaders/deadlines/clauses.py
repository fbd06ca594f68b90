"""The deadlines of one clause: its dates paired to intervals, its milestones with their labels, its phrases."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from graph.statements import Due, DueKind
from graph.words.any_of import longest_first
from graph.words.fold import fold, squeeze
from loaders.deadlines.moments import Moment
from loaders.deadlines.patterns import pattern
from loaders.deadlines.phrases import (
    dates_something_else,
    ends_in_event,
    is_ongoing_clause,
    ongoing_spans,
    recurring_at,
)
from loaders.deadlines.text import DueWords
from loaders.vocabulary.deadlines import deadline_words


@dataclass(frozen=True)
class DueClause:
    """A clause of prepared words from `start` to `end` with the dates in it."""

    words: DueWords
    start: int
    end: int
    moments: tuple[Moment, ...]

    @cached_property
    def text(self) -> str:
        """The prepared words of the clause."""
        return self.words.text[self.start : self.end]

    def quote(self, start: int, end: int) -> str:
        """The original words between two places, without separators around them."""
        return self.words.quote(start, end).strip(" \t\n\u3000、，,；;。")


@dataclass(frozen=True, slots=True)
class LabelledDue:
    """A deadline with the words before and behind its date, of which one may be its label."""

    due: Due
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class _DateSpan:
    """A date, or two that a connector joins, with the places where its words begin and end."""

    start: int
    end: int
    due: Due


def read_clause(clause: DueClause) -> list[LabelledDue]:
    """The deadlines of the clause in order; empty where it names none."""
    if dates_something_else(clause.text):
        return []
    moments, recurring = _before_recurrence(clause)
    phrases = ongoing_spans(clause.text)
    moments = [moment for moment in moments if not _is_in_phrase(clause, moment, phrases)]
    if len(moments) == 1 and _is_year_of_event(clause, moments[0]):
        return [LabelledDue(Due("relative", clause.quote(clause.start, clause.end)))]
    found = _with_words(clause, _spans(clause, moments), clause.end if recurring is None else recurring)
    whole = clause.quote(clause.start, clause.end)
    if recurring is not None:
        found.append(LabelledDue(Due("recurring", clause.quote(recurring, clause.end))))
    if is_ongoing_clause(clause.text, dated=bool(moments)):
        label = whole if moments else _subject(whole)
        found.append(LabelledDue(Due("ongoing", whole), before="" if moments else label))
    if not found and ends_in_event(clause.text):
        found.append(LabelledDue(Due("relative", whole)))
    return found


def clean_label(words: str, *, behind: bool = False) -> str:
    """The words beside a date without what joins them to it (并于; `behind` it: 前, 完成), no half bracket."""
    heads, joining = _joining_words(behind=behind)
    label = squeeze(words)
    folded = fold(label)
    half = _opened(folded)
    start, end = 0, len(folded)
    while start < end:
        head = next((word for word in heads if folded.startswith(word, start, end)), "")
        if not head and half > 0 and folded[start] == "(":
            head = "("
        tail = "" if head else next((word for word in joining if folded.endswith(word, start, end)), "")
        if not head and not tail and half < 0 and folded[end - 1] == ")":
            tail = ")"
        if not head and not tail:
            break
        half -= _opened(head or tail)
        start, end = start + len(head), end - len(tail)
    label = label[start:end]
    return "" if is_ongoing_clause(label, dated=False) else label


def _opened(folded: str) -> int:
    """How many more brackets the words open than they close."""
    return folded.count("(") - folded.count(")")


@cache
def _joining_words(*, behind: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Folded words that join a label to a date: those at its start and those at its end, the longest first."""
    rows = deadline_words().labels
    joining = longest_first(map(fold, rows.before))
    heads = longest_first(map(fold, (*rows.before, *rows.behind)))
    return heads if behind else joining, joining


def _before_recurrence(clause: DueClause) -> tuple[list[Moment], int | None]:
    """The dates that words of recurrence do not govern, and where these words begin in the prepared text."""
    dates = [(moment.start - clause.start, moment.end - clause.start) for moment in clause.moments]
    at = recurring_at(clause.text, dates)
    if at is None:
        return list(clause.moments), None
    place = clause.start + at
    kept = [moment for moment in clause.moments if moment.end <= place]
    if kept and kept[-1].end == place and kept[-1].precision == "year" and len(kept) == 1:
        kept.pop()
    return kept, place


def _is_in_phrase(clause: DueClause, moment: Moment, phrases: Sequence[tuple[int, int]]) -> bool:
    """Whether the words of a date are part of a phrase of work without an end (贯穿全年), of these in order."""
    first = moment.start - clause.start
    before = bisect_right(phrases, first, key=lambda phrase: phrase[0]) - 1
    return before >= 0 and moment.end - clause.start <= phrases[before][1]


def _is_year_of_event(clause: DueClause, moment: Moment) -> bool:
    """Whether only a year stands before the name of an event (2021年汛期前): then the event is the deadline."""
    behind = clause.words.text[moment.end : clause.end]
    named_by_number = clause.words.text[moment.end - 1] in "年度季"
    suffixes = deadline_words().labels.behind
    return (
        moment.precision == "year"
        and named_by_number
        and bool(behind)
        and not behind.startswith(suffixes)
        and ends_in_event(behind)
    )


def _spans(clause: DueClause, moments: list[Moment]) -> list[_DateSpan]:
    spans: list[_DateSpan] = []
    position = 0
    text = clause.words.text
    while position < len(moments):
        first = moments[position]
        following = moments[position + 1] if position + 1 < len(moments) else None
        if following and pattern("connector").fullmatch(text, first.end, following.start):
            spans.append(_interval(clause, first, following))
            position += 2
            continue
        spans.append(_single(clause, first))
        position += 1
    return spans


def _interval(clause: DueClause, first: Moment, last: Moment) -> _DateSpan:
    """The interval between two dates; an end that would lie before the start is in the next year (11月至3月)."""
    if first.state == "read" and last.state == "read" and not last.named and last.last_day < first.first_day:
        last = last.in_next_year()
    kind = _kind({first.state, last.state})
    text = clause.quote(first.start, last.end)
    due = Due(kind or "interval", text)
    if kind is None and last.last_day >= first.first_day:
        due = Due("interval", text, on=last.last_day, start=first.first_day, precision=last.precision)
    elif kind is None:
        due = Due("unreadable", text)
    return _DateSpan(first.start, last.end, due)


def _single(clause: DueClause, moment: Moment) -> _DateSpan:
    """A point; a whole stretch (全年) is an interval, and a date with 起 behind it is a start without an end."""
    text = clause.quote(moment.start, moment.end)
    kind = _kind({moment.state})
    words = clause.words.text[moment.start : moment.end]
    if kind is not None:
        due = Due(kind, text)
    elif pattern("onward").match(clause.words.text, moment.end):
        due = Due("interval", text, start=moment.first_day, precision=moment.precision)
    elif words.endswith(_whole_stretches()):
        due = Due("interval", text, on=moment.last_day, start=moment.first_day, precision=moment.precision)
    else:
        due = Due("point", text, on=moment.last_day, precision=moment.precision)
    return _DateSpan(moment.start, moment.end, due)


@cache
def _whole_stretches() -> tuple[str, ...]:
    """Words for a stretch that is meant from its first day on (全年)."""
    return tuple(word for row in deadline_words().stretches if row.whole for word in row.words)


def _kind(states: set[str]) -> DueKind | None:
    """The kind of a date that gives no day by its state; None where it is a plain point or interval."""
    if "masked" in states:
        return "masked"
    return "unreadable" if "impossible" in states else None


def _with_words(clause: DueClause, spans: list[_DateSpan], end: int) -> list[LabelledDue]:
    """The spans with the words around them up to `end`.

    Words between two dates belong to the second one where the first one has words of its own before it, or where they
    open a bracket (2021年12月底前（试点村6月底前）); else to the first.
    """
    found: list[LabelledDue] = []
    labels_before = bool(spans) and bool(clean_label(clause.quote(clause.start, spans[0].start)))
    start = clause.start
    for index, span in enumerate(spans):
        following = spans[index + 1].start if index + 1 < len(spans) else end
        cut = _end_of_words(clause.words.text, span.end, following, labels_before=labels_before and following != end)
        before, behind = (
            clean_label(clause.quote(start, span.start)),
            clean_label(clause.quote(span.end, cut), behind=True),
        )
        due = replace(span.due, text=clause.quote(start, cut) or span.due.text)
        found.append(LabelledDue(due, before, behind))
        start = cut
    return found


def _end_of_words(text: str, start: int, end: int, *, labels_before: bool) -> int:
    """Where the words that belong to the date before `start` end, at the latest where the next date begins."""
    if labels_before:
        separator = pattern("behind_date").match(text, start, end)
        return separator.end() if separator else start
    bracket = text.find("(", start, end)
    return end if bracket < 0 else bracket


def _subject(words: str) -> str:
    """Whom a clause about work without an end is about (其余任务持续推进: 其余任务)."""
    found = [words.find(adverb) for adverb in deadline_words().ongoing.adverbs if adverb in words]
    return clean_label(words[: min(found)]) if found else ""
