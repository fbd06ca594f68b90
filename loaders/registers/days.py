"""Days in the cells of registers: EDTF dates (2019-12-30, 2019-12, 2019, 2019-01/2019-06, ../2020-12) with bounds."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:[-/.年]?(\d{1,2})(?:[-/.月]?(\d{1,2})日?|月)?|年)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day (ISO) that a date may mean, "" open."""

    first: str
    last: str


OPEN_END = date.max.isoformat()
"""What tables write where nothing has ended: no day comes after it."""


def bounds_of(words: str) -> Bounds | None:
    """The bounds of a date; None where the words are none, or end before they begin."""
    first, slash, last = words.partition("/") if words.count("/") == 1 and not _slashed(words) else (words, "", "")
    start, end = _bounds(first), _bounds(last) if slash else None
    if start is None or (slash and end is None):
        return None
    found = Bounds(start.first, end.last) if end else start
    return None if found.first and found.last and found.first > found.last else found


def edtf(words: str) -> str:
    """The date as EDTF: with strokes, and without zeros left out."""
    found = bounds_of(words)
    if found is None or "/" in words or words == "..":
        return words
    if found.first == found.last:
        return found.first
    return found.first[:7] if found.first[:7] == found.last[:7] else found.first[:4]


def day_after(day: str) -> str:
    """The day after an ISO day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _slashed(words: str) -> bool:
    """Whether the stroke parts a year from a month (2019/12)."""
    return bool(re.fullmatch(r"\d{4}/\d{1,2}", words))


def _bounds(words: str) -> Bounds | None:
    bare = words.strip().rstrip("~?%")
    if bare in {"", ".."}:
        return Bounds("", "")
    match = _COMPACT.fullmatch(bare) or _DATE.fullmatch(bare)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Bounds(first.isoformat(), last.isoformat())
