"""Whether words begin or end with what a deadline may be: a date, or a phrase that names no day.

Tells where the words of a deadline end and others begin (6月底前 本规定由县税务局解释).
"""

from graph.words.short_cache import short_cache
from loaders.deadlines.dates import read_moments
from loaders.deadlines.patterns import pattern
from loaders.deadlines.phrases import dates_something_else, ends_in_event, phrase_spans
from loaders.deadlines.text import prepare

_KEPT = 4096  # answers kept
_ANY_YEAR = 2000  # stands for the year of dates that name none
_LONGEST = 200  # characters in which a date is looked for


@short_cache(_KEPT)
def date_at_edge(words: str) -> tuple[bool, bool]:
    """Whether words begin, and whether they end, with a date or a phrase of a deadline."""
    text = prepare(words[:_LONGEST]).text
    if dates_something_else(text):
        return False, False
    moments = [(moment.start, moment.end) for moment in read_moments(text, _ANY_YEAR)]
    spans = [*moments, *phrase_spans(text)]
    begins = any(start == 0 for start, _ in spans)
    ends = any(pattern("work_behind_date").fullmatch(text, end) for _, end in spans)
    return begins, ends or ends_in_event(text)
