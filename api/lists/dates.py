"""Days, months and periods in words, written in one way everywhere."""

import re

from api.settings import Language
from graph.messages.sentences import say

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_BETWEEN = re.compile(r"\s*(?:\.\.|~|至|到)\s*")


def period_words(lang: Language, typed: str) -> str:
    """A day, month, year or two of them, as `queries.period.parse` takes them: 2021年12月, 2021年1月至2021年6月."""
    parts = [_one(lang, part) for part in _BETWEEN.split(typed.strip())]
    return parts[0] if len(parts) == 1 else say(lang, "dates.between", first=parts[0], last=parts[-1])


def _one(lang: Language, typed: str) -> str:
    found = _ISO.fullmatch(typed)
    if found is None:
        return typed
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return say(lang, "dates.day", year=year, month=month, day=day)
    return say(lang, "dates.month", year=year, month=month) if month else say(lang, "dates.year", year=year)
