"""Words of deadlines (完成时限) beside plain dates. Each row has an example."""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class MaskSigns(NamedTuple):
    """Signs that stand for a digit or a name that somebody has masked."""

    signs: str
    example: str


class YearWords(NamedTuple):
    """Years named by their distance from a year: that of the plan, or that named just before."""

    counted_from: Literal["plan", "named"]
    distance: int
    words: tuple[str, ...]
    example: str


class AroundDates(NamedTuple):
    """Around dates: what joins two of them, what ends the work, what may stand behind a date, what makes it a
    beginning.
    """

    connectors: tuple[str, ...]
    stops: tuple[str, ...]
    behind: tuple[str, ...]
    onward: tuple[str, ...]
    year_tails: tuple[str, ...]
    first_month: str
    example: str


class Stretch(NamedTuple):
    """Stretches of a year, from the first day to the last (day 0 is the last day of the month)."""

    words: tuple[str, ...]
    first: tuple[int, int]
    last: tuple[int, int]
    precision: Literal["month", "year"]
    example: str
    whole: bool = False


class MonthPart(NamedTuple):
    """Parts of a month, by their first and last day (last 0 is the month's end)."""

    words: tuple[str, ...]
    first: int
    last: int
    example: str


class OngoingWords(NamedTuple):
    """Adverbs of work without an end; with a date in the same clause they need one of the verbs, or the clause's
    end.
    """

    adverbs: tuple[str, ...]
    verbs: tuple[str, ...]
    example: str


class RecurringWords(NamedTuple):
    """Deadlines that come again."""

    periods: tuple[str, ...]
    by: tuple[str, ...]
    words: tuple[str, ...]
    yearly: tuple[str, ...]
    example: str


class RelativeWords(NamedTuple):
    """A deadline hung on an event or on an order: none of these gives a day."""

    place: Literal["end", "anywhere"]
    words: tuple[str, ...]
    example: str


class MilestoneJoints(NamedTuple):
    """Words around a date that are no part of the label of a milestone."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    example: str


class DeadlineWords(NamedTuple):
    """All rows of deadlines.toml."""

    masks: MaskSigns
    years: WordRows[YearWords]
    around: AroundDates
    stretches: WordRows[Stretch]
    parts: WordRows[MonthPart]
    vague: WordRows[Listed]
    ongoing: OngoingWords
    recurring: RecurringWords
    relative: WordRows[RelativeWords]
    nothing: Listed
    not_due: WordRows[Listed]
    labels: MilestoneJoints


@cache
def deadline_words() -> DeadlineWords:
    """The words of deadlines.toml, read once."""
    return read_table(DeadlineWords)
