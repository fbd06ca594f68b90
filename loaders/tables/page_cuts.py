"""Rows that a page cut in two: the first row behind a page without a number goes on with the row above it.

It does where it holds no work of its own, where it has no owner, or where one of its cells completes the cell above: an
open bracket, a list that ends in a separator, a name or a sentence cut in the middle, a date without its end.
"""

import re
from collections.abc import Callable, Sequence

from graph.words.fold import compact
from graph.words.signs import NEVER_FIRST
from loaders.deadlines.reading import read_deadlines
from loaders.owners.person_names import parted
from loaders.owners.unit_lists import split_list
from loaders.owners.unit_names import is_level, is_unit
from loaders.tables.cell_kinds import are_people
from loaders.tables.column_names import WORK, HeaderColumn
from loaders.tables.owner_names import LEADERS
from loaders.text import Cell, TableRow, Words

_OPENED, _CLOSED = "(（〔[【“《「", ")）〕]】”》」"
_STOPS = ("。", "；", ";", "！", "？", ".")
_GOES_ON = ("、", "，", ",", "：", ":", "和", "与", "及", "的", "（", "(")
_HALF_DATE = re.compile(r"(?:[年月]|^)\d{1,2}$|^\d{1,4}$|[-~—–至到./]$")
_UNITS_BELOW = {
    "年": re.compile(r"\d{1,2}月|[上下底末前中一二三四第]"),
    "月": re.compile(r"\d{1,2}[日号]|[上中下旬底末前初份]"),
}
"""What goes on with a date that breaks off behind this sign."""


def joined_over_pages(rows: Sequence[TableRow], columns: Sequence[HeaderColumn]) -> list[TableRow]:
    """The rows of a table, those that a page cut put together cell by cell."""
    stopped, told = _ends_in_stops(rows, columns), _always_told(rows, columns)
    whole: list[list[TableRow]] = []
    for row in rows:
        if not row.after_page or not whole or not _may_be_rest(row, columns):
            whole.append([row])
        elif _lacks_work_or_owner(row, columns, told):
            whole[-1].append(row)
        else:
            above = _one_row(whole[-1])
            whole[-1] = [above]
            if _goes_on(above, row, columns, stopped):
                whole[-1].append(row)
            else:
                whole.append([row])
    return [_one_row(parts) for parts in whole]


def _may_be_rest(row: TableRow, columns: Sequence[HeaderColumn]) -> bool:
    return not _has_number(row, columns) and any(cell.text for cell in row.cells)


def _lacks_work_or_owner(row: TableRow, columns: Sequence[HeaderColumn], told: Sequence[int]) -> bool:
    """Whether a row is none of its own, whatever stands above it."""
    work = any(row.cells[one.index].text for one in columns if one.meaning in WORK)
    work = work and all(row.cells[index].text for index in told)
    return not work or not any(row.cells[one.index].text for one in columns if one.meaning == "owner")


def _goes_on(above: TableRow, row: TableRow, columns: Sequence[HeaderColumn], stopped: Sequence[int]) -> bool:
    """Whether a cell of a row completes that above it."""
    return any(
        _completes(above.cells[one.index].text, row.cells[one.index].text, one, stops=one.index in stopped)
        for one in columns
    )


def _has_number(row: TableRow, columns: Sequence[HeaderColumn]) -> bool:
    return any(row.cells[one.index].text for one in columns if one.meaning == "number")


def _always_told(rows: Sequence[TableRow], columns: Sequence[HeaderColumn]) -> list[int]:
    """The columns of contents that every row with a number fills, so that one without them has no work of its own."""
    numbered = [row for row in rows if _has_number(row, columns)]
    contents = [one.index for one in columns if one.meaning == "content"]
    return [index for index in contents if len(numbered) > 1 and all(row.cells[index].text for row in numbered)]


def _ends_in_stops(rows: Sequence[TableRow], columns: Sequence[HeaderColumn]) -> list[int]:
    """The columns of work whose cells end in a stop, so that one without it is cut."""
    found = []
    for column in columns:
        cells = [row.cells[column.index].text for row in rows if row.cells[column.index].text]
        ended = sum(cell.endswith(_STOPS) for cell in cells)
        if column.meaning in WORK and ended > 1 and ended + 1 >= len(cells):
            found.append(column.index)
    return found


def _completes(above: str, below: str, column: HeaderColumn, *, stops: bool) -> bool:
    """Whether the words of a cell behind a page complete those of the cell above it."""
    if not above or not below:
        return False
    if _is_open(above) or above.endswith(_GOES_ON) or below.startswith(NEVER_FIRST):
        return True
    if column.meaning in ("due", "postponed"):
        return _ends_date(above, below)
    if column.meaning == "owner":
        units = bool(set(column.roles) - LEADERS)
        return _ends_name(above, below, is_unit if units else _is_person)
    if column.meaning not in WORK:
        return False
    return min(len(above), len(below)) == 1 or (stops and not above.endswith(_STOPS))


def _is_open(words: str) -> bool:
    """Whether the last bracket or quote that opens is not closed."""
    return sum(map(words.count, _OPENED)) > sum(map(words.count, _CLOSED))


def _ends_date(above: str, below: str) -> bool:
    """Whether a date goes on in the cell below: with its unit, its day, or with words that are no date alone."""
    upper, lower = compact(above), compact(below)
    unit = _UNITS_BELOW.get(upper[-1])
    if _HALF_DATE.search(upper) or (unit is not None and unit.match(lower)):
        return True
    return all(due.kind == "unreadable" for due in read_deadlines(below, 2000))


def _ends_name(above: str, below: str, is_name: Callable[[str], bool]) -> bool:
    """Whether the last name above is none without the first words below, which are none alone or make one with it."""
    last, first = _parts(above)[-1:], _parts(below)[:1]
    if not last or not first:
        return False
    if not is_name(first[0]) and not is_name(last[0]):
        return True
    half = not is_name(last[0]) or not is_name(first[0]) or _is_bare(last[0]) or _is_bare(first[0])
    return half and is_name(last[0] + first[0])


def _parts(words: str) -> list[str]:
    return [part.name for part in split_list("、".join(words.split("\n")))]


def _is_bare(name: str) -> bool:
    """Whether a name is a level of one sign (县, 镇): alone in a row it is rather the half of a name."""
    return len(name) == 1 and is_level(name)


def _is_person(name: str) -> bool:
    return bool(parted(name)) or are_people(name)


def _one_row(parts: Sequence[TableRow]) -> TableRow:
    """The row of which pages made several."""
    if len(parts) == 1:
        return parts[0]
    cells = [_one_cell(of_column) for of_column in zip(*(part.cells for part in parts), strict=True)]
    end = max(cells[-1].end, *(part.cells[-1].end for part in parts))
    last = Cell(cells[-1].paragraphs, cells[-1].start, end)
    return TableRow((*cells[:-1], last), parts[0].number, parts[0].after_page)


def _one_cell(parts: Sequence[Cell]) -> Cell:
    """The cell of which pages made several: the last paragraph above a page goes on with the first below it."""
    filled = [part for part in parts if part.paragraphs]
    if not filled or all(part is parts[0] for part in filled):
        return parts[0]
    paragraphs: list[Words] = []
    open_words: list[Words] = []
    for part in filled:
        first, *others = part.paragraphs
        open_words.append(first)
        for words in others:
            paragraphs.append(Words.join(open_words))
            open_words = [words]
    end = filled[-1].end
    return Cell((*paragraphs, Words.join(open_words)), parts[0].start, end)
