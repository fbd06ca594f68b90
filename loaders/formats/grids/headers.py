"""Headers in a grid: rows of short names, some of them known for columns, wherever they stand; of two or three rows
where cells are merged downwards, names stand under a spanning one, or the file marks them as rows of a header.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from graph.words.fold import fold, squeeze
from graph.words.signs import HAN
from loaders.changes.tables.columns import read_columns
from loaders.formats.grids.grid import GridCell, GridRow
from loaders.limits import WIDEST_TABLE
from loaders.owners.unit_names import is_body
from loaders.tables.cell_runs import CellRun
from loaders.tables.column_names import is_header_word, is_number_name, plain_name
from loaders.tables.columns import is_task_table
from loaders.tables.header_rows import is_sub_header, join_header
from loaders.tables.heads import looks_like_header
from loaders.tables.register_columns import is_register_header
from loaders.text import Cell, TableRow, Words
from loaders.vocabulary.columns import column_words

_DEEPEST = 3  # rows of a header
_COLUMNS = 3  # columns of a table of unknown names
_LONGEST_NAME = 24  # characters of an unknown name
_LABEL = re.compile(r"[^:]{1,12}:")
_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class GridHeader:
    """A header: its rows, its columns by their numbers in the grid, and a name for each."""

    rows: tuple[GridRow, ...]
    columns: tuple[int, ...]
    names: tuple[str, ...]

    @property
    def first_names(self) -> tuple[str, ...]:
        """The words of its first row, by which it is known where it is repeated."""
        return tuple(squeeze(cell.text) for cell in self.rows[0].cells)

    @property
    def of_known_table(self) -> bool:
        """Whether a table with these columns sets tasks or tells changes of places."""
        return is_task_table(self.names) or read_columns(self.names) is not None


def header_at(rows: Sequence[GridRow], index: int) -> GridHeader | None:
    """The header that begins with the row at `index`, None where none does."""
    row = rows[index]
    if len(row.cells) < 2 or row.is_numbered:  # noqa: PLR2004 - two columns at least
        return None
    if not looks_like_header([cell.text for cell in row.cells]):
        return None
    if any(":" in plain_name(cell.text) or _is_value(cell) for cell in row.cells):
        return None
    return None if _stands_above_numbers(rows, index) else _header(rows, index)


def _stands_above_numbers(rows: Sequence[GridRow], index: int) -> bool:
    """Whether the next row begins with the name of running numbers: one above it that spans nothing is data of its
    table (姓名 | 李国栋 | 职务 | 副县长).
    """
    row, *following = rows[index : index + 2]
    below = following[0] if following and following[0].number == row.number + 1 else None
    spans = any(cell.width > 1 or cell.height > 1 for cell in row.cells)
    return below is not None and not spans and len(below.cells) > 1 and is_number_name(squeeze(below.cells[0].text))


def unknown_header_at(rows: Sequence[GridRow], index: int) -> GridHeader | None:
    """A header of names that no plan has (乡镇 | 面积 | 总产量): short Chinese names, no label, over rows; or one that
    the file marks, or of changes of places (镇 | 撤销村 | 保留村, date | old_id | new_id).
    """
    row = rows[index]
    names = [squeeze(cell.text) for cell in row.cells]
    if (
        (row.heads or read_columns(names) or is_register_header(names))
        and _stands_over(rows, index)
        and _holds_names(row)
    ):
        return _header(rows, index)
    named = WIDEST_TABLE >= len(row.cells) >= _COLUMNS and all(map(_is_name, row.cells))
    below = rows[index + 1] if index + 1 < len(rows) else None
    if not named or below is None or below.number != row.number + 1 or len(below.cells) < _COLUMNS:
        return None
    if header_at(rows, index + 1):
        return None
    return _header(rows, index)


def _stands_over(rows: Sequence[GridRow], index: int) -> bool:
    """Whether a row of several cells has rows below it."""
    return len(rows[index].cells) > 1 and index + 1 < len(rows)


def _is_value(cell: GridCell) -> bool:
    """Whether a cell names a body, as forms do that have the name of a column on its left (责任单位 | 县水利局); a name
    that begins with what rows are about (联系企业) is a column's.
    """
    name = squeeze(cell.text)
    return is_body(name) and not name.startswith(column_words().about.words) and not is_header_word(name)


def _is_name(cell: GridCell) -> bool:
    short = len(squeeze(cell.text)) <= _LONGEST_NAME and bool(_HAN.search(cell.text))
    return short and not is_label(cell) and not _is_value(cell)


def is_label(cell: GridCell) -> bool:
    """Whether a cell holds a label with its value (填报单位：望川县), or one whose value is still to be written."""
    return bool(_LABEL.match(plain_name(cell.text)))


def _header(rows: Sequence[GridRow], index: int) -> GridHeader:
    heading = tuple(_heading_rows(rows, index))
    columns = tuple(sorted({at for row in heading for cell in row.cells for at in range(cell.column, cell.last + 1)}))
    columns = columns[:WIDEST_TABLE]
    names = tuple(squeeze(name) for name in _by_column(heading[0], columns, heading[1:]))
    for at, row in enumerate(heading[1:], start=1):
        below = _by_column(row, columns, heading[at + 1 :])
        names = join_header(_as_row(names), _as_row(below))
    return GridHeader(heading, columns, names)


def _heading_rows(rows: Sequence[GridRow], index: int) -> Iterator[GridRow]:
    """The rows of a header: as many as its highest merged cell spans, or the file marks, while they hold names; else
    those with names under spanning ones.
    """
    first = rows[index]
    yield first
    height = min(max(cell.height for cell in first.cells), _DEEPEST)
    following = list(rows[index + 1 : index + _DEEPEST])
    of_header = takewhile(lambda row: row.number < first.number + height or row.heads, following)
    below = list(takewhile(_holds_names, of_header))
    if not below and following and following[0].number == first.number + 1 and _stands_under(first, following[0]):
        below = following[:1]
    yield from below


def _holds_names(row: GridRow) -> bool:
    """Whether all cells of a row could be names of columns."""
    return not row.is_numbered and all(map(_could_name, row.cells))


def _could_name(cell: GridCell) -> bool:
    return len(squeeze(cell.text)) <= _LONGEST_NAME and "。" not in cell.text and not is_label(cell)


def _stands_under(upper: GridRow, lower: GridRow) -> bool:
    """Whether a row holds names under spanning names of the row above, and nothing else."""
    spanned = {at for cell in upper.cells if cell.width > 1 for at in range(cell.column, cell.last + 1)}
    if _holds_names(lower) and spanned and all(cell.column in spanned for cell in lower.cells):
        return True
    columns = sorted({cell.column for row in (upper, lower) for cell in row.cells})
    names = {cell.column: cell.text for cell in lower.cells}
    above = {cell.column for cell in upper.cells}
    under = len(lower.cells) > 1 and any(column not in above for column in names)
    return under and is_sub_header([names.get(column, "") for column in columns])


def _by_column(row: GridRow, columns: Sequence[int], below: Sequence[GridRow]) -> list[str]:
    """The name of a row for each column; one that spans several names those, too, under which names of their own
    stand, and all where nothing stands under it.
    """
    under = {at for lower in below for cell in lower.cells for at in range(cell.column, cell.last + 1)}
    names = dict.fromkeys(columns, "")
    for cell in row.cells:
        spanned = range(cell.column, cell.last + 1)
        bare = under.isdisjoint(spanned)
        names |= {at: cell.text for at in spanned if at in names and (bare or at in under or at == cell.column)}
    return [names[column] for column in columns]


def _as_row(names: Sequence[str]) -> TableRow:
    return TableRow(tuple(as_run(names).cells), 0)


def as_run(names: Sequence[str]) -> CellRun:
    """Cells of these words, to be looked at before they have a place in the file."""
    return CellRun([Cell((Words(name, ((0, 0),)),) if name else (), 0, 1) for name in names])


def is_note(cell: GridCell, openings: tuple[str, ...]) -> bool:
    """Whether a cell begins as a note under a table does (注：…)."""
    return fold(cell.text).lstrip().startswith(openings)
