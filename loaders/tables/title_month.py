"""The month of a table's title (2025年6月督查台账), and days in its cells that name no month: those of that month."""

import re

from graph.words.fold import compact
from graph.words.numerals import NUMBER, value_of

_MONTH = re.compile(rf"(?P<before>[-—~至、到])?(?<!\d)(?P<month>\d{{1,2}}|{NUMBER})月(?P<range>[-—~至、到])?")
_DAY = re.compile(r"^(?:本月|当月)?(?P<day>\d{1,2}[日号](?![以之]?内)|(?<=月)[底末中初]|月[底末中初])")
_MONTHS = 12


def title_month(title: str) -> int | None:
    """The month that a title names; None where it names none, several, or a range of them."""
    found = list(_MONTH.finditer(compact(title)))
    if len(found) != 1 or found[0]["before"] or found[0]["range"]:
        return None
    written = found[0]["month"]
    month = int(written) if written.isdecimal() else value_of(written)
    return month if 0 < month <= _MONTHS else None


def within_month(words: str, month: int | None) -> str:
    """The words of a deadline, with the month before a day that has none (15日前, 本月底)."""
    found = _DAY.match(compact(words)) if month else None
    if found is None:
        return words
    bare = compact(words)
    return f"{month}月{found['day'].removeprefix('月')}{bare[found.end() :]}"
