"""Days, months and periods in words, written in one way everywhere."""

import re

from api.settings import Language
from graph.messages.sentences import say
from queries.rows import PlaceRow

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_SOME_DAY = "XXXX"
_BETWEEN = re.compile(r"\s*(?:\.\.|~|至|到)\s*")


def period_words(lang: Language, typed: str) -> str:
    """A day, month, year or two of them, as `queries.period.parse` takes them: 2021年12月, 2021年1月至2021年6月."""
    parts = [_one(lang, part) for part in _BETWEEN.split(typed.strip())]
    return parts[0] if len(parts) == 1 else say(lang, "dates.between", first=parts[0], last=parts[-1])


def period_name(lang: Language, row: PlaceRow) -> str:
    """A period of a place, with what tells it from others of its name: 吊脚楼村（2021年8月19日前）."""
    for end, key in (("until", "dates.before"), ("since", "dates.after")):
        said = row["until"] if end == "until" else row["since"]
        day = said.removeprefix("../")
        if day and day != _SOME_DAY:
            return say(lang, key, name=row["name"], day=period_words(lang, day))
    return say(lang, "dates.ended", name=row["name"]) if row["until"] else row["name"]


def _one(lang: Language, typed: str) -> str:
    found = _ISO.fullmatch(typed)
    if found is None:
        return typed
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return say(lang, "dates.day", year=year, month=month, day=day)
    return say(lang, "dates.month", year=year, month=month) if month else say(lang, "dates.year", year=year)
