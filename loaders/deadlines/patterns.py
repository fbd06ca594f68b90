"""The patterns and numbers of dates in words of deadlines, made from the tables in `deadlines.toml`."""

import re
from functools import cache

from graph.words.any_of import any_of
from graph.words.numerals import COUNTING_SIGNS, SIGNS, TO_99, YEAR, value_of, value_of_year
from graph.words.numerals import QUARTER as ONE_QUARTER
from loaders.vocabulary.deadlines import deadline_words

CENTURY = 2000  # what a year of two digits is counted from (21年底)
QUARTER = f"第?{ONE_QUARTER}"
_LONGEST_RECURRENCE = 24  # characters of a deadline that comes again in running words (每年6月底、12月底前)
_SHORT_YEAR = 2  # digits of 21年底


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern of that name; all are of bounded length, so a pass over words is linear."""
    return re.compile(_sources()[name])


@cache
def starts() -> re.Pattern[str]:
    """Signs at which a date may begin, so that a pass over long words stays short."""
    rows = deadline_words()
    first = {word[0] for section in (rows.years, rows.stretches, rows.vague) for word in section.words}
    signs = re.escape(rows.masks.signs)
    return re.compile(f"[0-9{SIGNS}{rows.around.first_month}○第Qq{signs}{''.join(sorted(first))}]")


def number_of_year(words: str) -> int:
    """The year in digits (also two: 21年底) or Chinese digits (二〇二一)."""
    if words.isdecimal():
        return int(words) if len(words) > _SHORT_YEAR else CENTURY + int(words)
    return value_of_year(words)


def number(words: str) -> int:
    """The number of one or two digits, or in Chinese up to 三十一; 元 (元月) is one."""
    return 1 if words == deadline_words().around.first_month else value_of(words)


@cache
def _sources() -> dict[str, str]:
    rows = deadline_words()
    around = rows.around
    onward, connector = any_of(around.onward), f"(?:-+|{any_of(around.connectors)})"
    stop = rf"{any_of(around.stops)}|[,;、)。]|$"
    by_signs = "".join(sorted({word[-1] for word in around.stops}))
    number_ = rf"(?:\d{{1,2}}|{TO_99}|{around.first_month})"
    mask = f"[{re.escape(rows.masks.signs)}]"
    listed = rf"(?:[、和及]|{connector})"
    more_months = rf"(?=(?:{listed}{number_}){{1,12}}月)"
    more_days = rf"(?={listed}(?:{number_}[、和及]){{0,12}}{number_}[日号])"
    more_quarters = rf"(?=(?:{listed}{QUARTER}){{1,3}}季度)"
    stretches = any_of(rows.stretches.words)
    compact = r"(?P<year>(?:19|20)\d\d)(?P<sign>[./-])(?P<month>\d{1,2})(?:(?P=sign)(?P<day>\d{1,2})日?|月)?(?!\d)"
    return {
        "years": rf"(?:19|20)\d\d年?{connector}(?:19|20)\d\d",
        "compact": rf"(?<!\d){compact}",
        "eight": r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        "six": rf"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>)(?=底|末|{stop}|{connector})",
        "serial": r"\A(\d{5})(?:\.0+)?\Z",
        "year": r"(?<!\d)((?:19|20)\d\d)年度?",
        "short_year": r"(?<!\d)(\d\d)年(?=\d{1,2}月|底|末)",
        "chinese_year": f"({YEAR})年度?",
        "masked_year": rf"(?=[\d]{{0,3}}{mask})[\d*]{{0,3}}{mask}{{1,4}}\d{{0,2}}(?:年度?|(?=[./-]\d))",
        "spoken_year": any_of(rows.years.words),
        "bare_year": r"(?<!\d)(?:19|20)\d\d(?!\d)",
        "behind_bare_year": rf"底|末|{stop}|{connector}(?:19|20)\d\d|{QUARTER}季度|[Qq][1-4]|{stretches}",
        "connector": f"(?:日?(?:{onward}))?{connector}",
        "behind_date": f"(?:{any_of(around.behind)}){{0,2}}、?",
        "work_behind_date": f"(?:{any_of(rows.labels.behind)}){{0,3}}、?",
        "by_then": rf".{{2,{_LONGEST_RECURRENCE}}}?(?:{any_of(around.stops)})",
        "by_day": f"日?(?:{any_of(around.behind)}){{0,2}}(?<=[{by_signs}])",
        "onward": f"日?(?:{onward})(?!{connector})",
        "stretch": rf"(?<![\d{COUNTING_SIGNS}几半数])(?:{stretches})(?![央心期])",
        "vague": rf"年?(?:{any_of(rows.vague.words)})|初",
        "year_tail": f"年?(?:{any_of(around.year_tails)})",
        "quarter": rf"第?({ONE_QUARTER})(?:季度|{more_quarters})|[Qq]([1-4])",
        "month": rf"(?<!\d)(?:({number_})月份?|({number_}){more_months})",
        "masked_month": f"{mask}{{1,2}}月份?",
        "day": rf"({number_})[日号]|({number_}){more_days}|(\d{{1,2}})(?={stop})",
        "lone_day": rf"(?<!\d)(?:({number_})[日号](?![内后])|({number_}){more_days})",
        "masked_day": f"{mask}{{1,2}}[日号]",
        "part": f"({any_of(rows.parts.words)})",
        "bare": r"(?<!\d)(\d{1,2})(?![\d.年月日号/个天周])",
        "month_day": rf"(?<![\d.])(\d{{1,2}})[./](\d{{1,2}})日?(?=底|{stop}|{connector})",
    }
