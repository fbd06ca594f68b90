"""Days, months and periods in words, written in one way everywhere."""

import re

from api.settings import Language
from graph.messages.sentences import say

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_SOME_DAY = "XXXX"
_BETWEEN = re.compile(r"\s*(?:\.\.|~|至|到)\s*")


def period_words(lang: Language, typed: str) -> str:
    """A day, month, year or two of them, as `queries.period.parse` takes them: 2021年12月, 2021年1月至2021年6月."""
    parts = [_one(lang, part) for part in _BETWEEN.split(typed.strip())]
    return parts[0] if len(parts) == 1 else say(lang, "dates.between", first=parts[0], last=parts[-1])


def period_name(lang: Language, name: str, since: str, until: str) -> str:
    """A period of a place, with what tells it from others of its name: 吊脚楼村（2021年8月19日前）; `since` and `until`
    are its ends (EDTF, "" for none).
    """
    for said, key in ((until, "dates.before"), (since, "dates.after")):
        day = said.removeprefix("../")
        if day and day != _SOME_DAY:
            return say(lang, key, name=name, day=period_words(lang, day))
    return say(lang, "dates.ended", name=name) if until else name


def _one(lang: Language, typed: str) -> str:
    found = _ISO.fullmatch(typed)
    if found is None:
        return typed
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return say(lang, "dates.day", year=year, month=month, day=day)
    return say(lang, "dates.month", year=year, month=month) if month else say(lang, "dates.year", year=year)
