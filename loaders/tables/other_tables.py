"""Tables whose header holds a plan's columns and that set no task: wishes, projects with sums, indicators with values,
rosters of persons for things, and procedures with their terms (vocabulary/columns.toml).
"""

import re
from collections.abc import Sequence
from functools import cache

from graph.words.fold import Folded, compact
from graph.words.numerals import NUMBER
from loaders.tables.column_names import WORK, HeaderColumn, read_header
from loaders.tables.owner_names import LEADERS
from loaders.text import TableRow
from loaders.vocabulary.columns import column_words

_TERM = re.compile(rf"(?:\d{{1,3}}|{NUMBER})个?(?:工作日|自然日|日|天|小时|月)")
_DATED = frozenset({"due", "postponed", "date"})
_PERSONS = 2  # columns of persons that make a roster without one of posts or telephones


def is_of_other_things(columns: Sequence[HeaderColumn], rows: Sequence[TableRow] = ()) -> bool:
    """Whether these columns are of a table of another kind than a plan's; `rows` tell what dates hold."""
    texts = [column.name for column in columns]
    if any(_no_tasks().search(text) for text in texts) or _is_of_indicators(texts):
        return True
    return _is_roster(columns) or _is_of_procedures(columns, rows)


@cache
def _no_tasks() -> re.Pattern[str]:
    """A column's name that no task table has."""
    return re.compile("|".join(pattern for row in column_words().no_tasks for pattern in row.patterns))


def _is_of_indicators(texts: Sequence[str]) -> bool:
    """Whether a column of indicators stands beside one of their values."""
    rules = column_words().indicators
    holder = next((index for index, text in enumerate(texts) if rules.word in text), None)
    values = re.compile("|".join(rules.values))
    return holder is not None and any(values.search(text) for index, text in enumerate(texts) if index != holder)


def _is_roster(columns: Sequence[HeaderColumn]) -> bool:
    """Whether things that are no work (水库名称) stand beside several persons, or persons with posts or telephones,
    without a body that is to do something and without a date.
    """
    work = [one for one in columns if one.meaning in WORK]
    owners = [one for one in columns if one.meaning == "owner"]
    if not work or not all(map(_names_a_thing, work)) or any(one.meaning in _DATED for one in columns):
        return False
    beside = any(word in one.name for one in columns for word in column_words().roster.words)
    persons = all(LEADERS.issuperset(one.roles) for one in owners)
    return bool(owners) and persons and (beside or len(owners) >= _PERSONS)


def _names_a_thing(column: HeaderColumn) -> bool:
    """Whether a column holds names of what is no work itself (网格名称, but not 任务名称 and not 名称 alone)."""
    noun = next((word for word in column_words().roster.nouns if column.name.endswith(word)), "")
    thing = column.name.removesuffix(noun)
    return bool(noun and thing) and read_header([thing])[0].meaning == "unknown"


def _is_of_procedures(columns: Sequence[HeaderColumn], rows: Sequence[TableRow]) -> bool:
    """Whether all deadlines are terms without a day (20个工作日) and a column says by which rules they are set."""
    dues = [one.index for one in columns if one.meaning == "due"]
    based = any(one.name.endswith(column_words().roster.bases) for one in columns)
    cells = [compact(row.cells[at].text) for row in rows if len(row.cells) == len(columns) for at in dues]
    terms = [cell for cell in cells if cell]
    return based and bool(terms) and all(map(_is_term, terms))


def _is_term(cell: Folded) -> bool:
    return bool(_TERM.fullmatch(cell))
