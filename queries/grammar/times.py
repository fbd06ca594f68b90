"""Times in a question: days, months, quarters, halves, years, and those that count from a day, as periods.

    time  = (year? month | year? quarter | year? half | year | day | relative) edge? | time 至 time | 未来 n 天
    edge  = 底 | 前 | 底前 | 以后
    year  = 2021年 | 今年 | 去年 | 明年; without one it is that of the present day

What is 前 has no beginning, what is 以后 no end; 底 is the last day.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from graph.words.numerals import COUNTING_SIGNS, QUARTER, TO_99, YEAR, value_of, value_of_year
from queries.grammar.question_words import RelativeTime, question_words
from queries.period import ALWAYS, Period

MONTHS = 12
_NUMBER = rf"\d{{1,3}}|[{COUNTING_SIGNS}]{{1,4}}"
_MONTH = rf"\d{{1,2}}|{TO_99}"
_BEHIND = re.compile("之?间")
_MONTHS_SPAN = re.compile(r"(?:(?P<year>\d{4})年)?(?P<one>\d{1,2})[到至-](?P<two>\d{1,2})月份?")


@dataclass(frozen=True, slots=True)
class Time:
    """A time in a question: how many characters it has, and the period that it means."""

    length: int
    period: Period


def times_at(text: str, start: int, today: date) -> Iterator[Time]:
    """The times that begin at a position of a compact text, seen from a day."""
    if start and text[start - 1].isdigit() and text[start].isdigit():
        return
    lead = _from().match(text, start)
    if lead:
        for one in times_at(text, lead.end(), today):
            period = until(date.fromisoformat(one.period.last)) if lead["until"] else one.period
            yield Time(lead.end() - start + one.length, period)
        return
    span = _month_span(text, start, today)
    if span:
        yield span
    single = _single(text, start, today)
    if single is None:
        return
    yield single
    end = start + single.length
    between = _between().match(text, end)
    if between and single.period.first != ALWAYS.first:
        base = date.fromisoformat(single.period.first)
        other = _single(text, between.end(), today.replace(year=base.year, month=1, day=1))
        if other and single.period.first <= other.period.last != ALWAYS.last:
            first, last = single.period.first, other.period.last
            length = between.end() - start + other.length
            tail = _BEHIND.match(text, start + length)
            if tail or not between["joined"]:
                yield Time(length + (len(tail.group()) if tail else 0), Period(first, last, said(first, last)))


def _month_span(text: str, start: int, today: date) -> Time | None:
    """6-9月: months of a year, the first without its sign."""
    match = _MONTHS_SPAN.match(text, start)
    if not match:
        return None
    year = value_of_year(match["year"]) if match["year"] else today.year
    one, two = int(match["one"]), int(match["two"])
    if not 1 <= one <= two <= MONTHS:
        return None
    first, last = date(year, one, 1).isoformat(), _last(year, two).isoformat()
    return Time(len(match.group()), Period(first, last, said(first, last)))


def _single(text: str, start: int, today: date) -> Time | None:
    """The longest time that begins here."""
    ahead = _ahead().match(text, start)
    if ahead:
        return _coming(ahead, today)
    match = _pattern().match(text, start)
    if not match or not match.group():
        return None
    try:
        first, last = _days(match, today)
    except (ValueError, OverflowError):
        return None
    relative = question_words().relative.by_word.get(match["relative"] or "")
    before_it = relative is not None and relative.unit == "day"
    period = _edged(first, last, match["end"] or "", match["edge"] or "", before_it=before_it)
    return Time(match.end() - start, period)


def _coming(match: re.Match[str], today: date) -> Time:
    """未来三个月: from the day on."""
    number = value_of(match["number"] or match["within"])
    unit = match["unit"] or match["unit_within"]
    if unit in {"天", "日"}:
        last = today + timedelta(days=number)
    elif unit in {"周", "个星期", "星期"}:
        last = today + timedelta(weeks=number)
    else:
        months = number * MONTHS if unit == "年" else number
        year, month = _moved(today.year, today.month, months)
        last = date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    first = today.isoformat()
    return Time(len(match.group()), Period(first, last.isoformat(), said(first, last.isoformat())))


def _days(match: re.Match[str], today: date) -> tuple[date, date]:  # noqa: PLR0911 - one for each form of a time
    """The first and last day of what a match says. Raises ValueError for a day that is none."""
    year = _year(match["year"] or match["iso_year"] or match["alone"], today)
    if match["iso_month"]:
        month = int(match["iso_month"])
        return date(year, month, 1), _last(year, month)
    if match["iso"]:
        day = date(*map(int, re.split(r"[-/.]", match["iso"])))
        return day, day
    if match["relative"]:
        return _related(question_words().relative.by_word[match["relative"]], today)
    if match["bare"]:
        return _bare(match["bare"], today, year)
    if match["month"]:
        month = value_of(match["month"])
        if match["day"]:
            day = date(year, month, value_of(match["day"]))
            return day, day
        if match["third"]:
            begin = 1 + 10 * "上中下".index(match["third"][0])
            return date(year, month, begin), (_last(year, month) if begin > MONTHS else date(year, month, begin + 9))
        return date(year, month, 1), _last(year, month)
    if match["quarter"]:
        return _months(year, 3 * value_of(match["quarter"]) - 2, 3)
    if match["half"]:
        return _months(year, 1 if match["half"][0] == "上" else 7, 6)
    return date(year, 1, 1), date(year, 12, 31)


def _bare(word: str, today: date, year: int) -> tuple[date, date]:
    """年 and 月 before an edge: 年底前, 月底."""
    if word == "月":
        return date(today.year, today.month, 1), _last(today.year, today.month)
    return date(year, 1, 1), date(year, 12, 31)


def _year(words: str | None, today: date) -> int:
    if not words:
        return today.year
    found = question_words().relative.by_word.get(words)
    if found:
        return today.year + found.offset
    return value_of_year(words.removesuffix("度").removesuffix("年"))


def _related(row: RelativeTime, today: date) -> tuple[date, date]:
    match row.unit:
        case "year":
            return date(today.year + row.offset, 1, 1), date(today.year + row.offset, 12, 31)
        case "quarter":
            year, month = _moved(today.year, 3 * ((today.month - 1) // 3) + 1, 3 * row.offset)
            return _months(year, month, 3)
        case "month":
            year, month = _moved(today.year, today.month, row.offset)
            return date(year, month, 1), _last(year, month)
        case "week":
            monday = today + timedelta(days=7 * row.offset - today.weekday())
            return monday, monday + timedelta(days=6)
        case "day":
            day = today + timedelta(days=row.offset)
            return day, day


def _edged(first: date, last: date, end: str, edge: str, *, before_it: bool = False) -> Period:
    """The period with its edge: 底 is the last day, 前 is open behind, 后 is open before.

    `before_it` where 前 leaves the day itself out (今天之前).
    """
    if "前" in edge or edge == "为止":
        return until(last - timedelta(days=1) if before_it else last)
    if edge and edge != "内":
        excluded = "后" in edge and (last != first or edge != "以后")
        return since(last + timedelta(days=1) if excluded else first)
    if end in {"底", "末"}:
        first = last
    return Period(first.isoformat(), last.isoformat(), said(first.isoformat(), last.isoformat()))


def said(first: str, last: str) -> str:
    """A period in words: a day, a month, a year, months of a year, else from day to day."""
    one, two = date.fromisoformat(first), date.fromisoformat(last)
    if one == two:
        return day_in_words(one)
    if one.day != 1 or two != _last(two.year, two.month):
        return f"{day_in_words(one)}至{day_in_words(two)}"
    if (one.year, one.month) == (two.year, two.month):
        return f"{one.year}年{one.month}月"
    if one.year == two.year:
        return f"{one.year}年" if (one.month, two.month) == (1, MONTHS) else f"{one.year}年{one.month}月至{two.month}月"
    return f"{one.year}年{one.month}月至{two.year}年{two.month}月"


def until(last: date) -> Period:
    """All time to a day."""
    return Period(ALWAYS.first, last.isoformat(), f"≤{day_in_words(last)}")


def since(first: date) -> Period:
    """All time from a day on."""
    return Period(first.isoformat(), ALWAYS.last, f"≥{day_in_words(first)}")


def day_in_words(day: date) -> str:
    """A day as people write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def _months(year: int, month: int, number: int) -> tuple[date, date]:
    return date(year, month, 1), _last(year, month + number - 1)


def _moved(year: int, month: int, by: int) -> tuple[int, int]:
    count = year * MONTHS + month - 1 + by
    return count // MONTHS, count % MONTHS + 1


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@cache
def _between() -> re.Pattern[str]:
    return re.compile("[到至-]|(?P<joined>[和与])")


@cache
def _from() -> re.Pattern[str]:
    """Words before a time: 从 says no more than the time, 截至 that it is the end of one that has no beginning."""
    return re.compile("从|自从?|在|(?P<until>截[至止]到?|直?到)")


@cache
def _ahead() -> re.Pattern[str]:
    unit = "天|日|周|个星期|星期|个月|年"
    return re.compile(
        rf"(?:最近|近|未来|接下来|今后|往后)(?P<number>{_NUMBER})(?P<unit>{unit})(?:之?内)?"
        rf"|(?P<within>{_NUMBER})(?P<unit_within>{unit})之?内"
    )


@cache
def _pattern() -> re.Pattern[str]:
    rows = question_words().relative
    years = "|".join(word for row in rows if row.unit == "year" for word in row.words)
    others = "|".join(rows.words)
    in_year = (
        rf"(?P<month>{_MONTH})月份?(?:(?P<day>{_MONTH})[日号]|(?P<third>[上中下]旬))?"
        rf"|第?(?P<quarter>{QUARTER})季度?|(?P<half>[上下]半年)"
    )
    return re.compile(
        rf"(?:(?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
        rf"|(?P<iso_year>\d{{4}})[-/.](?P<iso_month>\d{{1,2}})(?!\d)"
        rf"|(?P<year>(?:\d{{4}}|{YEAR})年度?|{years})?(?:{in_year})"
        rf"|(?P<relative>{others})(?:年(?=[底末]))?"
        rf"|(?P<bare>[年月])(?=[底末])"
        rf"|(?P<alone>(?:\d{{4}}|{YEAR})年度?)(?:年(?=[底末]))?)"
        r"(?P<end>[底末])?(?P<edge>之前|以前|前|为止|之内|内|之后|以后|后|起)?"
    )
