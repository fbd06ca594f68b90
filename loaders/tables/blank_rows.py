"""Tables pasted with single blanks between their cells: a header that begins with 序号, rows that begin with 1, 2, 3.

Blanks also stand inside cells, so a row is taken apart where it has as many pieces as the header has names and none
contradicts its column, or where its pieces make cells of the columns' kinds in one way alone. A row that does not part
so stays one of too many cells, for the reader to report.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from graph.words.fold import compact
from loaders.files.plain import TextLine
from loaders.tables.cell_kinds import NOT, SURE, fit, is_date
from loaders.tables.cell_runs import CellRun
from loaders.tables.column_names import HeaderColumn, is_header_word, is_number_name, read_header
from loaders.tables.columns import is_task_table
from loaders.text import Cell, Words

_PIECE = re.compile(r"\S+")
_COLUMNS = range(4, 13)  # columns of a table that is known by blanks
_LONGEST_HEADER = 200  # characters of a line that may be a header
_MOST_FURTHER = 4  # pieces of a row beyond its columns
_DATES = frozenset({"due", "postponed"})
_OF_KINDS = _DATES | {"number", "owner"}

_Span = tuple[int, int]


def begins_blank_rows(lines: Sequence[TextLine], first: int) -> bool:
    """Whether line `first` is the header of a task table whose names blanks part, over a row that begins with 1."""
    if len(lines[first].words.text) > _LONGEST_HEADER:
        return False
    names = _names(lines[first])
    if len(names) not in _COLUMNS or not is_number_name(names[0]):
        return False
    if not (all(map(is_header_word, names)) and is_task_table(names)):
        return False
    return next(_rows(lines, first + 1), None) is not None


def gather_blank_rows(lines: Sequence[TextLine], first: int) -> tuple[list[CellRun], int]:
    """The header and the rows, one group each, and the index of the line behind the table."""
    header = lines[first].words
    columns = read_header(_names(lines[first]))
    groups = [CellRun(_cells(header, _spans(header.text)), row=True)]
    end = first + 1
    for index in _rows(lines, end):
        words = lines[index].words
        groups.append(CellRun(_cells(words, _parted(words.text, columns)), row=True))
        end = index + 1
    return groups, end


def _rows(lines: Sequence[TextLine], first: int) -> Iterator[int]:
    """The indices of the lines that begin with running numbers from 1 on, up to any other with words."""
    number = 1
    for index in range(first, len(lines)):
        line = lines[index]
        if line.blank or line.page:
            continue
        names = _names(line)
        if len(names) < 2 or compact(names[0]).rstrip(".、") != str(number):  # noqa: PLR2004 - a number and words
            return
        number += 1
        yield index


def _names(line: TextLine) -> list[str]:
    """The pieces of a line without TABs and bars."""
    text = line.words.text
    return [] if line.cell or line.inner or line.after or "|" in text else _PIECE.findall(text)


def _spans(text: str) -> list[_Span]:
    return [match.span() for match in _PIECE.finditer(text)]


def _parted(text: str, columns: Sequence[HeaderColumn]) -> list[_Span]:
    """The cells of a row: its pieces where they are no more than the columns and fit, else what they make in one way.

    The pieces of a row that does not part surely stand as they are, more than there are columns, or as one cell.
    """
    pieces = _spans(text)
    further = len(pieces) - len(columns)
    if further < 0 or (further == 0 and all(_could_stand(text, *one) for one in zip(pieces, columns, strict=True))):
        return pieces
    ways = list(islice(_ways(text, pieces, columns), 2)) if 0 < further <= _MOST_FURTHER else []
    if len(ways) == 1:
        return ways[0]
    return pieces if len(pieces) % len(columns) else [(pieces[0][0], pieces[-1][1])]


def _could_stand(text: str, span: _Span, column: HeaderColumn) -> bool:
    """Whether a piece does not contradict its column; any words may tell work."""
    return column.meaning not in _OF_KINDS or fit(text[slice(*span)], column) != NOT


def _surely_stands(words: str, column: HeaderColumn) -> bool:
    """Whether several pieces make a cell: a number, owners or a date and nothing else, or words that may be work."""
    if column.meaning in _DATES:
        return all(map(is_date, words.split()))
    value = fit(words, column)
    return value == SURE or (value != NOT and column.meaning not in _OF_KINDS)


def _ways(text: str, pieces: Sequence[_Span], columns: Sequence[HeaderColumn]) -> Iterator[list[_Span]]:
    """The ways in which neighbouring pieces make a cell for each column."""
    column, *others = columns
    longest = len(pieces) - len(others)
    for taken in range(1, longest + 1) if others else [longest]:
        span = (pieces[0][0], pieces[taken - 1][1])
        if not _surely_stands(text[slice(*span)], column):
            continue
        if not others:
            yield [span]
        else:
            yield from ([span, *rest] for rest in _ways(text, pieces[taken:], others))


def _cells(words: Words, spans: Sequence[_Span]) -> list[Cell]:
    parts = [words.part(start, stop) for start, stop in spans]
    return [Cell((part,), part.start, part.end) for part in parts]
