"""Reads the words of a deadline that comes again (每季度末月25日前, 每周五前) into rules, and tells its next days.

    phrase = [year] every period [month of it] day (separator [month of it] day)*   每季度末月25日前
           | every 年 (month [day] | quarter | half) (separator …)*                 每年6月底、12月底前
           | every week day-of-week+                                                每周一、三
           | every period                                                           每半年: its last day, not stated
           | 季度末

What names a day that no calendar knows (每月第一个工作日, 每学期, 每两个月) gives no rule.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from graph.vocabulary.recurrence import recurrence_words
from graph.words.any_of import any_of
from graph.words.fold import fold, squeeze
from graph.words.numerals import QUARTER, TO_99, value_of
from graph.words.recurrence import ALL_MONTHS, LAST, RecurrenceRule
from graph.words.short_cache import short_cache

_KEPT = 4096  # answers kept
_CLAUSE = re.compile(r"[^;。]+")
_NUMBER = rf"(?:\d{{1,2}}|{TO_99})"
_MONTHS_OF_QUARTER = 3
_FIRST_MONTH = "元"
_HALVES = {"上半年": 6, "下半年": 12}


def next_days(words: str, first: str, last: str) -> tuple[str, ...]:
    """The days (ISO) from the first to the last, both counted, on which the deadline in the words comes again."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    found: set[date] = set()
    for rule in recurrences(words):
        come = rule.first_from(day)
        while come is not None and come <= end:
            found.add(come)
            come = rule.first_from(come + timedelta(days=1)) if come < end else None
    return tuple(one.isoformat() for one in sorted(found))


def next_day(words: str, day: str) -> str:
    """The next day (ISO) on which the deadline in the words comes again, from a day on; "" where there is none."""
    start = date.fromisoformat(day)
    days = [come for rule in recurrences(words) if (come := rule.first_from(start)) is not None]
    return min(days).isoformat() if days else ""


@short_cache(_KEPT)
def recurrences(words: str) -> tuple[RecurrenceRule, ...]:
    """The rules that the words of a deadline state, each once, in order."""
    found: dict[RecurrenceRule, None] = {}
    for clause in _CLAUSE.finditer(squeeze(fold(words))):
        found |= dict.fromkeys(_in_clause(clause.group()))
    return tuple(found)


def _in_clause(clause: str) -> Iterator[RecurrenceRule]:
    starts = list(_every().finditer(clause))
    ends = [one.start() for one in starts[1:]] + [len(clause)]
    for match, end in zip(starts, ends, strict=False):
        rest, year = clause[match.end() : end], int(match["year"] or 0)
        if match["week"]:
            yield from _weekly(rest, year)
            continue
        period = recurrence_words().periods.by_word[match["period"] or match["end"]]
        if period.ends == (max(ALL_MONTHS),) and match["period"]:
            dated = list(_in_year(rest, year))
            if dated:
                yield from dated
                continue
        yield from _in_period(period.ends, period.length, rest, year)


def _weekly(rest: str, year: int) -> Iterator[RecurrenceRule]:
    week = recurrence_words().week
    days = _weekdays().match(rest)
    for sign in days.group() if days else ():
        if sign in week.days:
            yield RecurrenceRule(weekday=week.days.index(sign), year=year)
        elif sign in week.last:
            yield RecurrenceRule(weekday=len(week.days) - 1, year=year)
    if days is None and _alone().match(rest) and not _one_each(rest):
        yield RecurrenceRule(weekday=len(week.days) - 1, year=year, stated=False)


def _in_year(rest: str, year: int) -> Iterator[RecurrenceRule]:
    """The days in a year: of months, which may share one (1月、7月10日), the last of a quarter or a half."""
    months: list[int] = []
    for match in _of_year().finditer(rest):
        if match["half"]:
            yield from _rule((_HALVES[match["half"]],), LAST, year)
        elif match["quarter"]:
            yield from _rule((value_of(match["quarter"]) * _MONTHS_OF_QUARTER,), LAST, year)
        else:
            months.append(1 if match["month"] == _FIRST_MONTH else value_of(match["month"]))
            if match["goes_on"] is None:
                day = value_of(match["day"]) if match["day"] else _last_of(match["part"])
                for month in months:
                    yield from _rule((month,), day, year)
                months = []


def _in_period(ends: tuple[int, ...], length: int, rest: str, year: int) -> Iterator[RecurrenceRule]:
    """The days of a month, a quarter, a half or a year."""
    position, of_period = 0, "last"
    found = False
    while item := _item().match(rest, position):
        position, found = item.end(), True
        of_period = recurrence_words().months.by_word[item["of"]].of_period if item["of"] else of_period
        day = value_of(item["day"]) if item["day"] else _last_of(item["part"])
        yield from _rule(_months(ends, length, of_period), day, year)
    if not found and _alone().match(rest):
        yield from _rule(ends, LAST, year, stated=False)


def _months(ends: Iterable[int], length: int, of_period: str) -> tuple[int, ...]:
    """The months that are the first, second, last one of periods, or the first behind them."""
    shift = {"first": 1 - length, "second": 2 - length, "last": 0, "next": 1}[of_period]
    return tuple(sorted((end + shift - 1) % len(ALL_MONTHS) + 1 for end in ends))


def _last_of(part: str | None) -> int:
    return recurrence_words().parts.by_word[part].last if part else LAST


def _rule(months: tuple[int, ...], day: int, year: int, *, stated: bool = True) -> Iterator[RecurrenceRule]:
    """The rule, none for what is no month or day."""
    if set(months) <= set(ALL_MONTHS) and 0 < day <= LAST:
        yield RecurrenceRule(months=months, day=day, year=year, stated=stated)


@cache
def _every() -> re.Pattern[str]:
    words = recurrence_words()
    week, periods, every = any_of(words.week.words), any_of(words.periods.words), any_of(words.every.words)
    end = any_of(word for row in words.periods if row.length == _MONTHS_OF_QUARTER for word in row.words)
    return re.compile(
        rf"(?:(?P<year>\d{{4}})年度?)?(?:{every})(?:(?P<week>{week})|(?P<period>{periods}))"
        rf"|(?<![第\d一二三四])(?P<end>{end})(?=[末底])"
    )


@cache
def _weekdays() -> re.Pattern[str]:
    """Days of a week; 一 only where nothing follows that is one a week (每周一报)."""
    words = recurrence_words()
    days, stop = f"{words.week.days[1:]}{words.week.last}", r"(?=[前之、和及,)早上下中晚]|$)"
    one = rf"(?:[{days}](?!{any_of(words.counts.words)})|{words.week.days[0]}{stop})"
    between = rf"[、和及,]?(?:{any_of(words.week.words)})?"
    return re.compile(rf"的?(?:{any_of(words.week.words)})?{one}(?:{between}{one})*+(?![至到~-])")


@cache
def _of_year() -> re.Pattern[str]:
    parts = any_of(recurrence_words().parts.words)
    month = rf"(?:{_NUMBER}|{_FIRST_MONTH})"
    return re.compile(
        rf"(?P<half>{any_of(_HALVES)})|第?(?P<quarter>{QUARTER})季度"
        rf"|(?<![\d年个])(?P<month>{month})(?:月份?(?:(?P<day>{_NUMBER})[日号]|(?P<part>{parts}))?+"
        rf"|(?=[、和及]{month}月))(?!月?[至到~-]{_NUMBER}月)(?P<goes_on>(?<=[\d月份])(?=[、和及]{month}月))?"
    )


@cache
def _item() -> re.Pattern[str]:
    """A day of a period, with the month that it is in; what stands between two of them is read before the second."""
    words = recurrence_words()
    months, parts = any_of(words.months.words), any_of(words.parts.words)
    day = rf"(?:{_NUMBER}[日号]?[至到~-])?(?P<day>{_NUMBER})(?:[日号天]|(?=[、和及]{_NUMBER}[日号、]))"
    return re.compile(
        rf"(?:之?前)?[、和及,的]?(?:(?P<of>{months})的?(?={_NUMBER}[日号天、]|{parts}))?(?:{day}|(?P<part>{parts}))"
    )


@cache
def _alone() -> re.Pattern[str]:
    """Words behind a period that name no day of it, no event, nor a count of more than one."""
    other = r"(?!工作日)[^第最前后内首末中上下月期节假\d二两三四五六七八九十]"
    return re.compile(rf"(?:前|内)?$|(?:{other}){{0,16}}(?:1次)?$")


def _one_each(rest: str) -> bool:
    """Whether 一 behind 每周 is Monday or one a week (每周一报送), which nothing tells apart."""
    return rest.startswith("一") and not rest.startswith("一次")
