"""The header of a grid: the first row of names, with the rows that its merges, or the file's own mark, add to it.

Rows above it that are one cell, or labels with their values (填报单位：…), are words above the table. A grid without a
header is a table only where it goes on with the one before; else it is a frame, whose cells are paragraphs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.words.fold import squeeze
from loaders.formats.grids.columns import EdgeColumns
from loaders.formats.grids.model import RawRow, RawTable
from loaders.limits import WIDEST_TABLE
from loaders.tables.cell_kinds import is_number
from loaders.tables.cell_runs import CellRun
from loaders.tables.header_rows import is_sub_header, join_header
from loaders.tables.heads import find_header, goes_on
from loaders.text import Cell, Table, TableRow, Words

_ROWS_ABOVE = 6
"""Rows that may stand above a header: a title, a unit of measure, who filled it in."""
_MOST_ROWS = 4
"""Rows of the deepest header."""
_LOOKED_AT = 40
"""Rows below a header by which it is known."""


@dataclass(frozen=True, slots=True)
class RawHeader:
    """The header of a grid: it begins with row index `first` and has `rows` rows; `names` are those of the columns."""

    first: int
    rows: int
    names: tuple[str, ...]
    columns: EdgeColumns

    @property
    def behind(self) -> int:
        """The index of the first row below it."""
        return self.first + self.rows


def find_head(grid: RawTable, last: Table | None) -> RawHeader | None:
    """The header of a grid; None where it has none. `last` is the table before it, whose columns it may go on with."""
    for index, row in enumerate(grid.rows[:_ROWS_ABOVE]):
        if len(row.cells) < 2:  # noqa: PLR2004 - two columns at least
            continue
        if any(isinstance(one, RawTable) for cell in row.cells for one in cell.content):
            return None
        header = _header_at(grid, index)
        if len(header.columns) > WIDEST_TABLE:
            return None
        groups = [_run(header.names), *runs_below(grid, header.columns, header.behind)]
        at = find_header(groups, last)
        if at == 0 or (at is None and _is_marked(grid, header)):
            return header
        if at is None:
            return None
    return None


def goes_on_with(grid: RawTable, last: Table) -> EdgeColumns | None:
    """The columns of a grid without a header that goes on with the table `last`; None where it does not."""
    row = next((row for row in grid.rows if len(row.cells) == len(last.header)), None)
    if row is None or len(last.header) < 2:  # noqa: PLR2004 - two columns at least
        return None
    columns = EdgeColumns.of(grid, row.cells)
    return columns if goes_on(runs_below(grid, columns, 0), last) else None


def runs_below(grid: RawTable, columns: EdgeColumns, first: int) -> list[CellRun]:
    """The first rows from index `first` on, each as a cell over all columns or a cell a column."""
    return [
        _run([" ".join(row.cells[0].lines)] if columns.spanned(row) else texts_of(columns, row))
        for row in grid.rows[first : first + _LOOKED_AT]
    ]


def texts_of(columns: EdgeColumns, row: RawRow) -> list[str]:
    """The words of a row by columns; those of a cell over several stand in the first alone."""
    seen: set[int] = set()
    texts = []
    for slot in columns.slots(row):
        own = [cell for cell in slot if id(cell) not in seen]
        seen |= {id(cell) for cell in own}
        texts.append("\n".join(line for cell in own for line in cell.lines))
    return texts


def _header_at(grid: RawTable, index: int) -> RawHeader:
    """The header whose first row is at `index`."""
    depth = max(_marked(grid, index), _merged(grid, index))
    columns = EdgeColumns.of(grid, grid.rows[index + depth - 1].cells)
    rows = [texts_of(columns, row) for row in grid.rows[index : index + depth]]
    if depth == 1 and index + 1 < len(grid.rows):
        wider = EdgeColumns.of(grid, grid.rows[index + 1].cells)
        below = [squeeze(text) for text in texts_of(wider, grid.rows[index + 1])]
        if len(wider) >= len(columns) and is_sub_header(below):
            columns, depth = wider, 2
            rows = [texts_of(columns, row) for row in grid.rows[index : index + depth]]
    names = tuple(map(squeeze, rows[0]))
    for row in rows[1:]:
        names = join_header(_row(names), _row(row))
    return RawHeader(index, depth, names, columns)


def _marked(grid: RawTable, index: int) -> int:
    """How many rows of names from `index` on the file marks as a header; 1 where it marks too many."""
    depth = 0
    while index + depth < len(grid.rows) and grid.rows[index + depth].heads:
        if depth and not _holds_names(grid.rows[index + depth]):
            break
        depth += 1
    return depth if 0 < depth <= _MOST_ROWS and index + depth < len(grid.rows) else 1


def _merged(grid: RawTable, index: int) -> int:
    """How many rows the tallest cell of the row at `index` reaches down over; 1 where words of rows stand beside it."""
    depth = 1
    while index + depth < len(grid.rows) and depth < _MOST_ROWS:
        row = grid.rows[index + depth]
        if not any(cell.goes_on for cell in row.cells) or not _holds_names(row):
            break
        depth += 1
    return depth if _splits(grid, index, depth) else 1


def _splits(grid: RawTable, index: int, depth: int) -> bool:
    """Whether a cell of the first row lies over several of the last: names under a name, no category over rows."""
    return depth > 1 and len(grid.rows[index].cells) < len(grid.rows[index + depth - 1].cells)


def _holds_names(row: RawRow) -> bool:
    """Whether a row has cells of its own, and all could be names of columns."""
    texts = [" ".join(cell.lines) for cell in row.cells if not cell.goes_on]
    return bool(texts) and not any(map(is_number, texts)) and all(map(_is_name, texts))


def _is_name(text: str) -> bool:
    return len(text) <= 24 and "。" not in text  # noqa: PLR2004 - characters of a column's name


def _is_marked(grid: RawTable, header: RawHeader) -> bool:
    """Whether the file itself marks the row as a header, and rows stand below it."""
    return grid.rows[header.first].heads and header.behind < len(grid.rows) and all(map(_is_name, header.names))


def _run(texts: Sequence[str]) -> CellRun:
    return CellRun(list(_row(texts).cells))


def _row(texts: Sequence[str]) -> TableRow:
    """A row of cells of these words, to be looked at before it has a place in the file."""
    words = (tuple(Words(line, ((0, 0),)) for line in text.split("\n") if line) for text in texts)
    return TableRow(tuple(Cell(paragraphs, 0, 1) for paragraphs in words), 0)
