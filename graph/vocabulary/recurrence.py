"""The words of deadlines that come again: periods, days in them, and months of them. Each row has an example."""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class PeriodWords(NamedTuple):
    """Words for a period of so many months (`length`), with the months in which one `ends`."""

    words: tuple[str, ...]
    ends: tuple[int, ...]
    length: int
    example: str


class WeekWords(NamedTuple):
    """Words for a week, its days from Monday on, and further words for the last."""

    words: tuple[str, ...]
    days: str
    last: str
    example: str


class PartOfMonth(NamedTuple):
    """Words for a part of a month, with its last day."""

    words: tuple[str, ...]
    last: int
    example: str


class MonthOfPeriod(NamedTuple):
    """Words for a month of a period, or for the first of the next."""

    words: tuple[str, ...]
    of_period: Literal["first", "second", "last", "next"]
    example: str


class RecurrenceWords(NamedTuple):
    """All rows of recurrence.toml."""

    every: Listed
    periods: WordRows[PeriodWords]
    week: WeekWords
    parts: WordRows[PartOfMonth]
    months: WordRows[MonthOfPeriod]
    counts: Listed


@cache
def recurrence_words() -> RecurrenceWords:
    """The words of recurrence.toml, read once."""
    return read_table(RecurrenceWords)
