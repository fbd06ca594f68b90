"""The patterns and numbers of dates in words of deadlines, made from the tables in `deadlines.toml`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from graph.words.numerals import COUNTING_SIGNS, SIGNS, TO_99, YEAR, value_of, value_of_year
from graph.words.numerals import QUARTER as ONE_QUARTER
from loaders.vocabulary import table

CENTURY = 2000
QUARTER = f"第?{ONE_QUARTER}"
_SHORT_YEAR = 2  # digits of 21年底


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern of that name; all are of bounded length, so a pass over words is linear."""
    return re.compile(_sources()[name])


@cache
def starts() -> re.Pattern[str]:
    """Signs at which a date may begin, so that a pass over long words stays short."""
    rows = table("deadlines")
    first = {word[0] for section in ("years", "stretches", "vague") for row in rows[section] for word in row["words"]}
    signs = re.escape(rows["masks"]["signs"])
    return re.compile(f"[0-9{SIGNS}{_around()['first_month']}○第Qq{signs}{''.join(sorted(first))}]")


@cache
def rows_by_word(section: str) -> dict[str, dict[str, Any]]:
    """The rows of a section by each of their words."""
    return {word: row for row in table("deadlines")[section] for word in row["words"]}


def number_of_year(words: str) -> int:
    """The year in digits (also two: 21年底) or Chinese digits (二〇二一)."""
    if words.isdecimal():
        return int(words) if len(words) > _SHORT_YEAR else CENTURY + int(words)
    return value_of_year(words)


def number(words: str) -> int:
    """The number of one or two digits, or in Chinese up to 三十一; 元 (元月) is one."""
    return 1 if words == _around()["first_month"] else value_of(words)


@cache
def _around() -> Mapping[str, Any]:
    around: Mapping[str, Any] = table("deadlines")["around"]
    return around


def _any_of(section: str) -> str:
    return "|".join(re.escape(word) for word in sorted(rows_by_word(section), key=lambda word: (-len(word), word)))


@cache
def _sources() -> dict[str, str]:
    around = {kind: "|".join(words) for kind, words in _around().items() if isinstance(words, list)}
    onward, connector = around["onward"], f"(?:-+|{around['connectors']})"
    stop = rf"{around['stops']}|[,;、)。]|$"
    number_ = rf"(?:\d{{1,2}}|{TO_99}|{_around()['first_month']})"
    mask = f"[{re.escape(table('deadlines')['masks']['signs'])}]"
    listed = rf"(?:[、和及]|{connector})"
    more_months = rf"(?=(?:{listed}{number_}){{1,12}}月)"
    more_days = rf"(?={listed}(?:{number_}[、和及]){{0,12}}{number_}[日号])"
    more_quarters = rf"(?=(?:{listed}{QUARTER}){{1,3}}季度)"
    stretches = _any_of("stretches")
    compact = r"(?P<year>(?:19|20)\d\d)(?P<sign>[./-])(?P<month>\d{1,2})(?:(?P=sign)(?P<day>\d{1,2})日?|月)?(?!\d)"
    return {
        "years": rf"(?:19|20)\d\d年?{connector}(?:19|20)\d\d",
        "compact": rf"(?<!\d){compact}",
        "eight": r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        "year": r"(?<!\d)((?:19|20)\d\d)年度?",
        "short_year": r"(?<!\d)(\d\d)年(?=\d{1,2}月|底|末)",
        "chinese_year": f"({YEAR})年度?",
        "masked_year": rf"(?=[\d]{{0,3}}{mask})[\d*]{{0,3}}{mask}{{1,4}}\d{{0,2}}(?:年度?|(?=[./-]\d))",
        "spoken_year": _any_of("years"),
        "bare_year": r"(?<!\d)(?:19|20)\d\d(?!\d)",
        "behind_bare_year": rf"底|末|{stop}|{connector}(?:19|20)\d\d|{QUARTER}季度|[Qq][1-4]|{stretches}",
        "connector": f"(?:日?(?:{onward}))?{connector}",
        "behind_date": f"(?:{around['behind']}){{0,2}}、?",
        "onward": f"日?(?:{onward})(?!{connector})",
        "stretch": rf"(?<![\d{COUNTING_SIGNS}几半数])(?:{stretches})(?![央心期])",
        "vague": rf"年?(?:{_any_of('vague')})|初",
        "year_tail": f"年?(?:{around['year_tails']})",
        "quarter": rf"第?({ONE_QUARTER})(?:季度|{more_quarters})|[Qq]([1-4])",
        "month": rf"(?<!\d)(?:({number_})月份?|({number_}){more_months})",
        "masked_month": f"{mask}{{1,2}}月份?",
        "day": rf"({number_})[日号]|({number_}){more_days}|(\d{{1,2}})(?={stop})",
        "lone_day": rf"(?<!\d)(?:({number_})[日号](?![内后])|({number_}){more_days})",
        "masked_day": f"{mask}{{1,2}}[日号]",
        "part": f"({_any_of('parts')})",
        "bare": r"(?<!\d)(\d{1,2})(?![\d.年月日号/个天周])",
        "month_day": rf"(?<![\d.])(\d{{1,2}})[./](\d{{1,2}})日?(?=底|{stop}|{connector})",
    }
