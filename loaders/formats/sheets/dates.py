"""Dates of cells as words, with the precision that their number format shows: 2025年6月 is a month.

Where the format writes year, month and day in an order that every reader knows, its signs are kept; else (30-Jun,
6月30日 without its year) the date is written as 2025年6月30日.
"""

import re
from datetime import date, datetime, time, timedelta

_NO_CODE = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\(.)|[_*].")
_PART = re.compile(r"[ye]+|m+|d+|h+|s+|a{3,}")
_WITH_SIGNS = re.compile(r"^(y+|e+)([-/.])(m{1,2})(?:\2(d{1,2}))?(?:[\s;@]|$)")
_SHORT_DATE = "mm-dd-yy"
"""The code of the built-in format that shows a date as the machine is used to (2025/6/30)."""


def date_words(value: datetime | date | time | timedelta, code: str) -> str:
    """A date or time as words. `code` is its number format."""
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    bare = _NO_CODE.sub(r"\1", code.split(";", maxsplit=1)[0]).lower()
    parts = _PART.findall(bare)
    clock = "h" in bare and isinstance(value, datetime) and (value.hour or value.minute)
    return _day(value, bare, parts) + (f" {value:%H:%M}" if clock else "")


def _day(value: date, bare: str, parts: list[str]) -> str:
    signs = _WITH_SIGNS.match("yyyy/m/d" if bare.startswith(_SHORT_DATE) else bare.strip())
    if signs:
        sign, month, day = signs[2], f"{value.month:0{len(signs[3])}}", signs[4]
        return f"{value.year}{sign}{month}" + (f"{sign}{value.day:0{len(day)}}" if day else "")
    if _shows(parts, "d") or _shows(parts, "a") or not (_shows(parts, "y") or _shows_month(parts)):
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.year}年{value.month}月" if _shows_month(parts) else f"{value.year}年"


def _shows(parts: list[str], letter: str) -> bool:
    letters = "ye" if letter == "y" else letter
    return any(part[0] in letters for part in parts)


def _shows_month(parts: list[str]) -> bool:
    """Whether a format shows the month; behind hours the same letter means minutes."""
    return any(part[0] == "m" and (at == 0 or parts[at - 1][0] != "h") for at, part in enumerate(parts))
