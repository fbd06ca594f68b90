"""Reads the words of a deadline (完成时限) into points, intervals and what names no day; nothing is guessed.

The rules are those of the table in the domain: the last day of what is named counts, each date is a milestone, a date
without a year takes the one named before it in the same words, else that of the plan.
"""

from bisect import bisect_left
from dataclasses import replace

from graph.statements import Due, DueKind
from graph.words.short_cache import short_cache
from loaders.deadlines.clauses import DueClause, LabelledDue, read_clause
from loaders.deadlines.dates import find_year, read_moments
from loaders.deadlines.phrases import clauses, is_relative, is_yearly, names_nothing
from loaders.deadlines.text import prepare

__all__ = ["find_year", "read_deadlines"]

KEPT = 16_384  # answers kept: tables repeat the same words in row after row


@short_cache(KEPT)
def read_deadlines(words: str, year: int | None = None) -> tuple[Due, ...]:
    """All deadlines and milestones in the words, in their order; `year` is for dates without one.

    Without a year a date is a point with no day. Words that can be read as nothing give one Due of kind unreadable;
    empty words, 无 and — give none.
    """
    if names_nothing(words):
        return ()
    prepared = prepare(words)
    moments = read_moments(prepared.text, year)
    found: list[LabelledDue] = []
    yearly = False
    for start, end in clauses(prepared.text):
        first = bisect_left(moments, start, key=lambda moment: moment.start)
        behind = bisect_left(moments, end, key=lambda moment: moment.start)
        inside = tuple(moments[first:behind])
        clause = DueClause(prepared, start, end, inside)
        if yearly and inside and not any(moment.named for moment in inside):
            continue
        yearly = is_yearly(clause.text)
        found.extend(read_clause(clause))
    if not found:
        kind: DueKind = "relative" if is_relative(prepared.text) else "unreadable"
        return (Due(kind, words.strip()),)
    several = len(found) > 1
    return tuple(replace(one.due, label=one.before or (one.behind if several else "")) for one in found)
