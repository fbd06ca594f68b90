"""The date and the state of a change, from the words of the sentence that tells it.

A date counts only in the words about the change itself; `on` is in EDTF as the words have it (2019-12-30, 2019-12,
2019, ../2020-12 for 2020年12月前).
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.vocabulary.changes import change_words

Status = Literal["proposed", "approved", "done", "stated"]

_DATE = re.compile(
    r"(?<!\d)(\d{4})(?:年(?:(\d{1,2})月(?:(\d{1,2})日?)?)?|[./-](\d{1,2})(?:[./-](\d{1,2}))?(?!\d)日?)(?:底|末)?(之?前)?"
)
_FIRST_YEAR, _MONTHS = 1900, 12  # four digits below the first are no year of a change, two above the second no month


@dataclass(frozen=True, slots=True)
class When:
    """`on` in EDTF, `earliest` and `latest` its bounds as ISO days, `decided_on` the day of decision, or ""."""

    on: str = ""
    earliest: str = ""
    latest: str = ""
    decided_on: str = ""


def read_when(words: str) -> When:
    """The dates that the words give: the first of a decision (批准, 批复 behind it) and the first of another kind.

    `words` are folded and without blanks: those of the sentence up to its change.
    """
    decided, on = "", ""
    bounds = ("", "")
    for match in _DATE.finditer(words):
        date = _edtf(match)
        if not date:
            continue
        if not decided and _is_decision(words, match.end()):
            decided = date.removeprefix("../")
        elif not on:
            on = date
            bounds = _bounds(date)
    return When(on, *bounds, decided)


def read_status(words: str) -> Status:
    """How far the change has come, by the words of its sentence; "stated" where they do not say."""
    return next((row.status for row in change_words().status if any(word in words for word in row.words)), "stated")


def first_when(sentences: Iterable[When]) -> When:
    """The dates of the first sentence that gives any."""
    return next((when for when in sentences if when != When()), When())


def with_years(sentences: Iterable[str]) -> Iterator[str]:
    """The sentences with 同年 and 次年 written as the year that they mean, counted from the year named last.

    A month alone at the beginning of a sentence is in that year.
    """
    year, later_words = 0, change_words().years.later

    def written(match: re.Match[str]) -> str:
        nonlocal year
        later = later_words.get(match[0])
        if later is None and not match[1]:
            return f"{year}年{match[0]}" if year else match[0]
        if later is None:
            year = int(match[1])
        elif year:
            year += later
            return f"{year}年"
        return match[0]

    pattern = re.compile("|".join([r"(?<!\d)(\d{4})年", *later_words, r"^\d{1,2}月"]))
    return (pattern.sub(written, sentence) for sentence in sentences)


def first_status(sentences: Iterable[Status]) -> Status:
    """The state that the first sentence which speaks of it gives."""
    return next((status for status in sentences if status != "stated"), "stated")


def paper_status(beginning: str) -> Status:
    """The state that the beginning of a paper gives all its changes (现批复如下, 现予公示); "stated" for most."""
    rows = change_words().paper_status
    return next((row.status for row in rows if any(re.search(one, beginning) for one in row.patterns)), "stated")


def _is_decision(words: str, end: int) -> bool:
    """Whether the words behind the date, up to the next date, speak of a decision."""
    following = _DATE.search(words, end)
    behind = words[end : following.start() if following else len(words)]
    return any(word in behind[:40] for word in change_words().decided.words)


def _edtf(match: re.Match[str]) -> str:
    year, month, day = (int(number or 0) for number in (match[1], match[2] or match[4], match[3] or match[5]))
    if year < _FIRST_YEAR or month > _MONTHS or (month and day > monthrange(year, month)[1]):
        return ""
    date = f"{year:04d}"
    if month:
        date += f"-{month:02d}"
        date += f"-{day:02d}" if day else ""
    return f"../{date}" if match[6] else date


def _bounds(edtf: str) -> tuple[str, str]:
    """The first and the last day of a date; an open interval has no first."""
    date = edtf.removeprefix("../")
    numbers = [int(number) for number in date.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if len(numbers) > len(("year", "month")):
        first = last = date
    elif month:
        first, last = f"{date}-01", f"{date}-{monthrange(year, month)[1]:02d}"
    else:
        first, last = f"{date}-01-01", f"{date}-12-31"
    return ("" if edtf.startswith("../") else first, last)
