"""Reads the dates in prepared words of a deadline, in one pass from left to right that remembers the last date."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.words.fold import compact
from loaders.deadlines.moments import MONTH_END, Moment
from loaders.deadlines.patterns import number, number_of_year, pattern, starts
from loaders.vocabulary.deadlines import deadline_words

YEAR = ((1, 1), (12, MONTH_END))
FIRST_SERIAL = date(1899, 12, 30)  # the day that a spreadsheet counts as 0
SERIALS = range(36_526, 54_789)  # the days of 2000 to 2049


@dataclass(slots=True)
class _Context:
    """The year and month that the words have named so far; `plan_year` is that of the plan's or table's title."""

    plan_year: int | None
    year: int | None
    masked: bool = False


def read_moments(text: str, year: int | None) -> list[Moment]:
    """The dates of prepared words in order; `year` is that of the plan, for dates without one."""
    context = _Context(plan_year=year, year=year)
    moments: list[Moment] = []
    position = 0
    while found := starts().search(text, position):
        position = found.start()
        moment = _moment_at(text, position, context, moments[-1] if moments else None)
        if moment is None:
            position += 1
            continue
        context.year, context.masked = moment.year, moment.masked
        moments.append(moment)
        position = max(moment.end, position + 1)
    return moments


def find_year(words: str) -> int | None:
    """The year that a title names (…2021年度任务清单), None where it names none, a masked one or a range of years."""
    text = compact(words)
    found = pattern("year").search(text) or pattern("chinese_year").search(text)
    if found is None or pattern("years").search(text):
        return None
    return number_of_year(found.group(1))


def _moment_at(text: str, position: int, context: _Context, before: Moment | None) -> Moment | None:
    """The date that begins at `position`; `before` is the last one read."""
    written = _compact(text, position) or _serial(text, position)
    if written is not None:
        return written
    bound = before is not None and bool(pattern("connector").fullmatch(text, before.end, position))
    year = _year_at(text, position, context, bound=bound)
    if year is not None:
        return _within_year(text, year) or year
    open_year = Moment(position, position, context.year, *YEAR, "", masked=context.masked)
    return (
        _within_year(text, open_year)
        or (_lone_number(text, position, before, bound=bound) if before else None)
        or _month_and_day(text, open_year)
    )


def _compact(text: str, position: int) -> Moment | None:
    """2021.11, 2021-11-30, 2021/11/30, 20211130, 202111."""
    forms = (pattern(name).match(text, position) for name in ("compact", "eight", "six"))
    match = next(filter(None, forms), None)
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    if match["day"]:
        days = (month, int(match["day"]))
        return Moment(position, match.end(), year, days, days, "day", named=True)
    return _with_part(text, Moment(position, match.end(), year, (month, 1), (month, MONTH_END), "month", named=True))


def _serial(text: str, position: int) -> Moment | None:
    """A day as spreadsheets count it, alone in its cell (45107)."""
    match = pattern("serial").match(text, position)
    if match is None or not SERIALS.start <= int(match[1]) < SERIALS.stop:
        return None
    day = FIRST_SERIAL + timedelta(days=int(match[1]))
    days = (day.month, day.day)
    return Moment(position, match.end(), day.year, days, days, "day", named=True)


def _year_at(text: str, position: int, context: _Context, *, bound: bool) -> Moment | None:
    """The year that stands here; four digits without 年 need a range (`bound`) or a part of the year beside them."""
    for name in ("year", "short_year", "chinese_year"):
        if match := pattern(name).match(text, position):
            return Moment(position, match.end(), number_of_year(match.group(1)), *YEAR, "year", named=True)
    if match := pattern("masked_year").match(text, position):
        return Moment(position, match.end(), None, *YEAR, "year", named=True, masked=True)
    if match := pattern("spoken_year").match(text, position):
        return Moment(position, match.end(), _spoken_year(match.group(), context), *YEAR, "year", named=True)
    match = pattern("bare_year").match(text, position)
    if match and (bound or pattern("behind_bare_year").match(text, match.end())):
        return Moment(position, match.end(), int(match.group()), *YEAR, "year", named=True)
    return None


def _within_year(text: str, year: Moment) -> Moment | None:
    """The month, day, quarter or stretch that stands at the end of the year's words (or alone)."""
    at = year.end
    if match := pattern("stretch").match(text, at):
        row = deadline_words().stretches.by_word[match.group()]
        return replace(year, end=match.end(), first=row.first, last=row.last, precision=row.precision)
    if match := pattern("vague").match(text, at):
        return replace(year, end=match.end(), first=(0, 0), precision="year") if year.precision else None
    if year.precision and (match := pattern("year_tail").match(text, at)):
        return replace(year, end=match.end())
    return _month_or_quarter(text, year)


def _month_or_quarter(text: str, year: Moment) -> Moment | None:
    at = year.end
    if match := pattern("quarter").match(text, at):
        last = 3 * number(match.group(1) or match.group(2))
        return replace(year, end=match.end(), first=(last - 2, 1), last=(last, MONTH_END), precision="month")
    if match := pattern("month").match(text, at):
        month = number(match.group(1) or match.group(2))
        return _with_day(
            text, replace(year, end=match.end(), first=(month, 1), last=(month, MONTH_END), precision="month")
        )
    if match := pattern("masked_month").match(text, at):
        return replace(_masked_day(text, replace(year, end=match.end())), masked=True, precision="month")
    return None


def _with_day(text: str, month: Moment) -> Moment:
    """The month and, where one stands behind it, its day or its part."""
    if match := pattern("day").match(text, month.end):
        days = (month.last[0], number(match.group(1) or match.group(2) or match.group(3)))
        return replace(month, end=match.end(), first=days, last=days, precision="day")
    masked = _masked_day(text, month)
    return masked if masked.masked else _with_part(text, month)


def _masked_day(text: str, month: Moment) -> Moment:
    match = pattern("masked_day").match(text, month.end)
    return replace(month, end=match.end(), masked=True) if match else month


def _with_part(text: str, month: Moment) -> Moment:
    """The part of the month that stands behind it (上旬, 底)."""
    match = pattern("part").match(text, month.end)
    if match is None:
        return month
    row = deadline_words().parts.by_word[match.group(1)]
    return replace(
        month,
        end=match.end(),
        first=(month.last[0], row.first),
        last=(month.last[0], row.last),
        precision="day" if row.last else "month",
    )


def _lone_number(text: str, position: int, before: Moment, *, bound: bool) -> Moment | None:
    """A day whose month stands before it (6月10日、20日), or a number behind a connector (2021.6-12, 2021.6.1-30)."""
    day = pattern("lone_day").match(text, position) if before.precision != "year" else None
    bare = pattern("bare").match(text, position) if bound and before.precision != "year" else None
    if day or (bare and before.precision == "day"):
        match = day or bare
        if match is None:
            return None
        days = (before.last[0], number(next(group for group in match.groups() if group)))
        return replace(before, start=position, end=match.end(), first=days, last=days, precision="day", named=True)
    if bare:
        month = int(bare.group(1))
        return _with_part(
            text, replace(before, start=position, end=bare.end(), first=(month, 1), last=(month, MONTH_END))
        )
    return None


def _month_and_day(text: str, year: Moment) -> Moment | None:
    """6.30前, 6/30: a month and a day without words."""
    match = pattern("month_day").match(text, year.start)
    if match is None:
        return None
    days = (int(match.group(1)), int(match.group(2)))
    moment = replace(year, end=match.end(), first=days, last=days, precision="day")
    return None if moment.state == "impossible" else moment


def _spoken_year(words: str, context: _Context) -> int | None:
    row = deadline_words().years.by_word[words]
    base = context.year if row.counted_from == "named" else context.plan_year
    return None if base is None else base + row.distance
