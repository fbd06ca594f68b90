"""Days that a person typed: a month or a year stands for its last or first day; a day is read by the query itself."""

import calendar
import re

_SPAN = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?|年)?")
_MONTHS = range(1, 13)


def day(typed: str, *, last: bool = True) -> str:
    """The day that ends (or begins) the month or year typed; all else comes back as typed, for the query to judge."""
    match = _SPAN.fullmatch(typed.strip())
    if match is None:
        return typed
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    if not (year and month in _MONTHS):
        return typed
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1] if last else 1:02}"
