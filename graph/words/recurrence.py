"""Deadlines that come again as rules, and the days on which they fall: pure arithmetic of days, no clock.

The words of a deadline are read by `graph.words.recurrence_phrases`.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

LAST = 31
"""The day that stands for the last of any month."""
_SHORTEST = 28
_FEBRUARY = 2
_YEAR = 12
_DAYS_OF_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ALL_MONTHS = tuple(range(1, _YEAR + 1))


@dataclass(frozen=True, slots=True)
class RecurrenceRule:
    """Each week on a `weekday` (0 is Monday), else on a `day` of some `months`; a month without that day has its last.

    `year` bounds it to one year (2021年每月5日), 0 to none; `stated` is False where the words name a period alone
    (每季度), whose last day it then is.
    """

    weekday: int | None = None
    months: tuple[int, ...] = ()
    day: int = 0
    year: int = 0
    stated: bool = True

    def first_from(self, day: date) -> date | None:
        """The first day on which it comes, from a day on; None where its year is over, or the calendar."""
        first = max(day, date(self.year, 1, 1)) if self.year else day
        try:
            found = self._next(first)
        except (ValueError, OverflowError):  # behind the last day there is
            return None
        return None if self.year and found.year > self.year else found

    def _next(self, day: date) -> date:
        if self.weekday is not None:
            return day + timedelta(days=(self.weekday - day.weekday()) % len(_DAYS_OF_WEEK))
        year, month = day.year, day.month
        while month not in self.months or self._in(year, month) < day:
            year, month = year + month // _YEAR, month % _YEAR + 1
        return self._in(year, month)

    def _in(self, year: int, month: int) -> date:
        return date(year, month, min(self.day, monthrange(year, month)[1]))

    def rule(self) -> Mapping[str, str | int | list[int]]:
        """The rule as RFC 5545 has it (RRULE); its year is told by UNTIL, which is not part of it here."""
        if self.weekday is not None:
            return {"freq": "weekly", "byday": _DAYS_OF_WEEK[self.weekday]}
        every: dict[str, str | int | list[int]] = {"freq": "monthly"}
        if self.months != ALL_MONTHS:
            every = {"freq": "yearly", "bymonth": list(self.months)}
        if self.day == LAST:
            return {**every, "bymonthday": -1}
        if self.day <= _SHORTEST or _FEBRUARY not in self.months:
            return {**every, "bymonthday": self.day}
        one_of = list(range(_SHORTEST, self.day + 1))
        # The last of these days that each month has.
        return {"freq": "monthly", "bymonth": list(self.months), "bymonthday": one_of, "bysetpos": -1}
