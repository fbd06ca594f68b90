"""What clerks write into the cells of a ledger: whether it is done, and on which day.

    done   = 是 | √ | 已办结 …     open = 否 | × | 未办结 …     anything else is not understood
    day    = a date of the sheet | 2021-12-05 | 2021/12/5 | 2021.12.5 | 20211205 | 2021年12月5日 | 12月5日 | 12.5 | 12/5
           | 44535 (days as workbooks count them)

A day without a year is the last such day up to the one of the import.
"""

import re
from datetime import date, datetime

from graph.reports.reports import ReportState
from loaders.deadlines.reading import read_deadlines
from loaders.tables.cell_kinds import written_out

DONE = frozenset({"是", "√", "✓", "✔", "☑", "办结", "已办结", "已报办结", "完成", "已完成", "y", "yes", "true", "1"})
"""Words for done; signs and letters in one width and case."""
UNDER_WAY = frozenset(
    {"否", "×", "x", "✗", "✘", "☒", "未办结", "未完成", "推进中", "正在推进", "办理中", "n", "no", "false", "0"}
)
NOT_STARTED = frozenset({"未开始", "未启动", "未开展"})
NOTHING = frozenset({"", "-", "—", "--", "——", "/", "无"})
"""What stands in a cell in which nothing is said."""
_WIDE = str.maketrans({chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F)})
_TIME = re.compile(r"\s+\d{1,2}:\d{2}(?::\d{2})?$")
_DAY = re.compile(r"[0-9年月日号/.\-]+")


def words_of(cell: object) -> str:
    """The words of a cell as it holds them; "" for none."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def state_of(words: str) -> ReportState | None:
    """What the cell 是否办结 says; None for words that are not understood."""
    said = _narrow(words).lower()
    if said in DONE:
        return "reported done"
    if said in UNDER_WAY:
        return "under way"
    return "not started" if said in NOT_STARTED else None


def says_nothing(words: str) -> bool:
    """Whether nothing is said in a cell."""
    return _narrow(words) in NOTHING


def day_of(words: str, today: str) -> str | None:
    """The day (ISO) that a cell tells, seen from another; None for what is none."""
    said = _narrow(_TIME.sub("", words.strip()))
    if not _DAY.fullmatch(said):
        return None
    # A day that bears its year is the same read in any; 2月29日 may lie up to eight years back.
    read = [_day(said, int(today[:4]) - back) for back in range(9)]
    past = [day for day in read if day is not None and day <= today]
    return next(iter(past), read[0])


def _narrow(words: str) -> str:
    return "".join(words.translate(_WIDE).split())


def _day(words: str, year: int) -> str | None:
    """The one day that words mean, in a year where they tell none."""
    dues = read_deadlines(written_out(words), year)
    return dues[0].on if len(dues) == 1 and (dues[0].kind, dues[0].precision) == ("point", "day") else None
