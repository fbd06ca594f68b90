"""Full days as papers are dated with them: in digits, in Chinese numerals, and as sites write them (2023-04-06)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.words.fold import fold, squeeze
from graph.words.numerals import TO_99, YEAR, value_of, value_of_year

_WITH_WORDS = (
    re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
    re.compile(rf"(?P<year>{YEAR})年(?P<month>{TO_99})月(?P<day>{TO_99})日"),
)
_BLANK = re.compile(r"(?:(?:19|20)[\dxX*×]{2}|[xX*×]{2,4})年(?:\d{1,2}|[xX*×]{1,2})?月(?:[xX*×]{1,2})?日")
_WITH_SIGNS = re.compile(
    r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d./-]|\s*[-~])"
)
_OF_SITES = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?P<sign>[./-])\s*(?P<month>\d{1,2})\s*(?P=sign)\s*(?P<day>\d{1,2})(?!\d)"
)
_DIGITS = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that stands at `start` … `end` of the words in which it was found."""

    iso: str
    start: int
    end: int


def days_in(folded: str) -> Iterator[Day]:
    """The full days in squeezed, folded words, from left to right; days that no calendar has are none.

    One that is left open (2023年 月 日, xx年xx月xx日) has no ISO day.
    """
    in_words = "日" in folded
    patterns = (*_WITH_WORDS, _WITH_SIGNS) if in_words else (_WITH_SIGNS,)
    found = (match for pattern in patterns for match in pattern.finditer(folded))
    for match in sorted(found, key=re.Match.start):
        if iso := _iso(match):
            yield Day(iso, match.start(), match.end())
    blank = _BLANK.finditer(folded) if in_words else ()
    yield from (Day("", match.start(), match.end()) for match in blank)


def day_at_start(value: str) -> str:
    """The ISO day with which a value begins (2023-04-06 09:12, 20230406), "" if it begins with none."""
    words = fold(value).strip()
    matches = (
        _OF_SITES.match(words),
        _DIGITS.match(words),
        *(pattern.match(squeeze(words)) for pattern in _WITH_WORDS),
    )
    return next((iso for match in matches if match and (iso := _iso(match))), "")


def _iso(match: re.Match[str]) -> str:
    try:
        return date(value_of_year(match["year"]), value_of(match["month"]), value_of(match["day"])).isoformat()
    except ValueError:
        return ""
