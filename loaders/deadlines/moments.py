"""A moment named in words: a day, a month, a quarter, a year, with what the words leave open.

A moment is the stretch from its first day to its last; the last is what a deadline means (2021年12月 is due on
the 31st).
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from graph.statements import Precision

DayState = Literal["read", "yearless", "masked", "impossible"]
MONTH_END = 0  # the day that stands for the last of a month
LEAP_YEAR = 2000  # a year that has every day, for dates without one
DECEMBER = 12  # the number of the last month


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days at `start`:`end` of the words; days are (month, day), day 0 the last of its month.

    `year` is None where neither words nor context give one, or where it is masked; `named` says that the words give it.
    """

    start: int
    end: int
    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    precision: Precision
    named: bool = False
    masked: bool = False

    @property
    def state(self) -> DayState:
        """What can be said of its days."""
        if self.masked:
            return "masked"
        if not all(_exists(self.year or LEAP_YEAR, *day) for day in (self.first, self.last)):
            return "impossible"
        return "yearless" if self.year is None else "read"

    @property
    def first_day(self) -> str:
        """The first day as an ISO date, "" where the state is not read."""
        return self._iso(self.first)

    @property
    def last_day(self) -> str:
        """The last day as an ISO date, "" where the state is not read."""
        return self._iso(self.last)

    def in_next_year(self) -> "Moment":
        """The same stretch one year later."""
        return replace(self, year=None if self.year is None else self.year + 1)

    def _iso(self, day: tuple[int, int]) -> str:
        if self.state != "read" or self.year is None:
            return ""
        month, number = day
        return date(self.year, month, number or monthrange(self.year, month)[1]).isoformat()


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= DECEMBER and 0 <= day <= monthrange(year, month)[1]
