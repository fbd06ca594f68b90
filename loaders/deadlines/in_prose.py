"""The days by which running words promise something (各村于6月底前完成修渠): dates with 前, and 每月25日前."""

from bisect import bisect_left
from collections.abc import Iterator

from loaders.deadlines.dates import read_moments
from loaders.deadlines.patterns import pattern
from loaders.deadlines.phrases import clauses, dates_something_else, recurring_at
from loaders.deadlines.text import prepare

_ANY_YEAR = 2000  # stands for the year of dates that name none


def promised_days(words: str) -> Iterator[str]:
    """The words of each date by which something is promised, as they stand."""
    prepared = prepare(words)
    moments = read_moments(prepared.text, _ANY_YEAR)
    starts = [one.start for one in moments]
    for start, end in clauses(prepared.text):
        text = prepared.text[start:end]
        if dates_something_else(text):
            continue
        inside = [
            (one.start - start, one.end - start)
            for one in moments[bisect_left(starts, start) : bisect_left(starts, end)]
        ]
        recurring = recurring_at(text, inside)
        for first, last in inside:
            if recurring is not None and first >= recurring:
                break
            if stop := pattern("by_day").match(text, last):
                yield prepared.quote(start + first, start + stop.end())
        if recurring is not None and (stop := pattern("by_then").match(text, recurring)):
            yield prepared.quote(start + recurring, start + stop.end())
