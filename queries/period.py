"""Periods of time, and which tasks fall into one: those whose time from start to deadline meets it."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.errors import UsageError
from queries.values import day

_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?|年)?[底末]?前?")
_BETWEEN = re.compile(r"\s*(?:\.\.|~|至|到)\s*")


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both ISO and both counted; `label` says it for a reader (2021, 2021-06, …)."""

    first: str
    last: str
    label: str


ALWAYS = Period("0001-01-01", "9999-12-31", "")
"""The period into which every task falls."""


def parse(text: str, name: str = "period") -> Period:
    """The period that is meant by 2021, 2021-06, 2021年6月底, 2021-06-30 or two of them, 2021-01..2021-06.

    Raises UsageError, which calls the parameter by its `name`, for what is none, or ends before it begins.
    """
    parts = _BETWEEN.split(text.strip())
    if len(parts) == 1:
        return Period(_first(name, parts[0]), _last(name, parts[0]), text.strip())
    if len(parts) != 2:  # noqa: PLR2004 - a first and a last
        raise UsageError("parameter.no_period", parameter=name, typed=text)
    period = Period(_first(name, parts[0]), _last(name, parts[1]), f"{parts[0]}..{parts[1]}")
    if period.last < period.first:
        raise UsageError("parameter.turned", parameter=name, typed=text)
    return period


def year(iso: str) -> Period:
    """The year of an ISO day; always, where there is none, or one that the paper leaves open (XXXX)."""
    return parse(iso[:4]) if iso[:4].isdigit() else ALWAYS


def meets(period: Period, start: str, due_dates: Sequence[str], issued_on: str) -> bool:
    """Whether a task's time meets the period: from its stated start, else the earlier of issue date and first
    deadline, to its last deadline. Where no date is known the time has no end on that side; a task without start and
    deadline falls into every period.
    """
    if not start and not due_dates:
        return True
    begins = start or min(issued_on or "9999-12-31", *due_dates)
    ends = max(due_dates, default="9999-12-31")
    return begins <= period.last and ends >= period.first


def _first(name: str, text: str) -> str:
    match = _MONTH_OR_YEAR.fullmatch(text)
    return day(name, f"{match[1]}-{match[2] or 1}-1" if match else text)


def _last(name: str, text: str) -> str:
    match = _MONTH_OR_YEAR.fullmatch(text)
    if match is None:
        return day(name, text)
    month = int(match[2] or 12)
    end = calendar.monthrange(int(match[1]), month)[1] if 1 <= month <= 12 else 31  # noqa: PLR2004 - months of a year
    return day(name, f"{match[1]}-{month}-{end}")


def month_of(day: str, ahead: int = 0) -> str:
    """The month of a day, or the one so many months ahead: 2021-12."""
    first = date.fromisoformat(day).replace(day=1)
    for _ in range(ahead):
        first = (first + timedelta(days=31)).replace(day=1)
    return first.isoformat()[:7]
