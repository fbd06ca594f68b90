"""The day on which a paper was issued: a line that is a date, alone or behind the issuers' names."""

import re
from collections.abc import Sequence
from datetime import date

from graph.words.numerals import TO_99, YEAR, value_of, value_of_year
from loaders.text import Paragraph
from loaders.vocabulary.plans import plan_words

_DAY = re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_CHINESE_DAY = re.compile(rf"(?P<year>{YEAR})年(?P<month>{TO_99})月(?P<day>{TO_99})日")
_LINE = 40  # characters of a line that holds the day of issue, or of a longer line's end
_UNDER_TITLE = 4  # lines under the title that may be the day of issue and nothing else


def find_issue_date(head: Sequence[Paragraph], whole: Sequence[Paragraph]) -> str:
    """The ISO day of issue, "" if none is stated: in the heading's lines, under the title, at the end of the paper."""
    for paragraph in head:
        text = paragraph.words.compact
        if len(text) <= _LINE and (day := _closing_day(text)):
            return day
    for paragraph in whole[len(head) : len(head) + _UNDER_TITLE]:
        text = paragraph.words.compact
        if len(text) <= _LINE and (day := _closing_day(text, alone=True)):
            return day
    for paragraph in list(whole)[:-4:-1]:
        text = paragraph.words.compact
        if day := _closing_day(text[-_LINE:]):
            return day
    return ""


def _closing_day(folded: str, *, alone: bool = False) -> str:
    """The day with which a line ends or that fills a bracket under a title, "" if none; `alone`: and nothing else."""
    folded = folded.strip("()")
    for ending in plan_words().issued.words:
        folded = folded.removesuffix(ending)
    for pattern in (_DAY, _CHINESE_DAY):
        matches = list(pattern.finditer(folded))
        if matches and matches[-1].end() == len(folded) and not (alone and matches[-1].start()):
            return _iso(*(matches[-1][part] for part in ("year", "month", "day")))
    return ""


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(value_of_year(year), value_of(month), value_of(day)).isoformat()
    except ValueError:
        return ""
