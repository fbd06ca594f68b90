"""Deadlines that recur (每月28日前, 每季度末, 每年6月底、12月底前, 每周五) as rules of a calendar.

Only what names a day, or the end of a period, is a rule: 每月一次 and 每季度 alone say how often, not when.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU"}
_DAYS = tuple(dict.fromkeys(_WEEKDAYS.values()))
_WEEK = re.compile(r"每(?:周|星期|礼拜)([一二三四五六日天])")
_MONTH = re.compile(r"每(?:个)?月(?:的)?(?:(\d{1,2})[日号]|月?[底末])")
_QUARTER = re.compile(r"每(?:个)?季度?(?:的)?(?:(?:最后一个月|末月|首月|第一个月)?(?:的)?(\d{1,2})[日号]|季?度?[底末])")
_HALF = re.compile(r"每半年(?:的)?[底末]")
_YEAR = re.compile(r"每年(?:年)?(?:的)?(?P<days>.*)")
_IN_YEAR = re.compile(r"(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]|[底末])?")
_END_OF_YEAR = re.compile(r"[底末]")
_LAST = 31
_SHORTEST = 28
_ALL_MONTHS = tuple(range(1, 13))
_FIRST_OF_QUARTER = ("首月", "第一个月")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Each week on a day (MO to SU), or on a day of some months; a day that a month does not have is its last."""

    weekday: str = ""
    months: tuple[int, ...] = ()
    day: int = 0

    def falls_on(self, one: date) -> bool:
        """Whether it recurs on a day."""
        if self.weekday:
            return _DAYS[one.weekday()] == self.weekday
        last = monthrange(one.year, one.month)[1]
        return one.month in self.months and one.day == min(self.day, last)

    def first_from(self, day: date) -> date:
        """The first day on which it recurs from a day on."""
        while not self.falls_on(day):
            day += timedelta(days=1)
        return day

    def rule(self) -> Mapping[str, str | int | list[int]]:
        """The rule as RFC 5545 has it (RRULE)."""
        if self.weekday:
            return {"freq": "weekly", "byday": self.weekday}
        every: dict[str, str | int | list[int]] = {"freq": "monthly"}
        if self.months != _ALL_MONTHS:
            every = {"freq": "yearly", "bymonth": list(self.months)}
        if self.day == _LAST:
            return {**every, "bymonthday": -1}
        if self.day <= _SHORTEST or 2 not in self.months:  # noqa: PLR2004 - February
            return {**every, "bymonthday": self.day}
        one_of = list(range(_SHORTEST, self.day + 1))
        # The last of these days that each month has.
        return {"freq": "monthly", "bymonth": list(self.months), "bymonthday": one_of, "bysetpos": -1}


def recurrences(words: str) -> tuple[Recurrence, ...]:
    """The rules that a deadline states; none where it says no day."""
    bare = "".join(words.split())
    if weekdays := _WEEK.findall(bare):
        return tuple(Recurrence(weekday=_WEEKDAYS[one]) for one in dict.fromkeys(weekdays))
    if found := _MONTH.search(bare):
        return _on(_ALL_MONTHS, found[1])
    if found := _QUARTER.search(bare):
        first = any(one in found[0] for one in _FIRST_OF_QUARTER)
        return _on((1, 4, 7, 10) if first else (3, 6, 9, 12), found[1])
    if _HALF.search(bare):
        return _on((6, 12), None)
    return _yearly(bare)


def _yearly(bare: str) -> tuple[Recurrence, ...]:
    found = _YEAR.search(bare)
    if found is None:
        return ()
    days = _IN_YEAR.findall(found["days"])
    if not days and _END_OF_YEAR.match(found["days"]):
        return _on((12,), None)
    return tuple(one for month, day in days for one in _on((int(month),), day))


def _on(months: tuple[int, ...], day: str | None) -> tuple[Recurrence, ...]:
    """The rule of a day of months, the last where none is given; none for what is no day or month."""
    wanted = int(day) if day else _LAST
    there = set(months) <= set(_ALL_MONTHS) and 0 < wanted <= _LAST
    return (Recurrence(months=months, day=wanted),) if there else ()
