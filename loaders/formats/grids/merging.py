"""A table as its file tells it → rows of a grid: cells in whole columns, and those that reach into a row from above."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.formats.grids.columns import EdgeColumns
from loaders.formats.grids.grid import GridCell, GridRow
from loaders.formats.grids.laid_out import clean
from loaders.formats.grids.model import RawRow, RawTable


@dataclass(slots=True)
class GridRows:
    """The rows of tables. `held` has by column what the last row holds there, with which a cell below may go on: also
    one of the next table, where a table was cut in two.
    """

    held: dict[int, GridCell] = field(default_factory=dict)
    width: int = 0

    def of(self, table: RawTable, *, follows: bool) -> tuple[GridRow, ...]:
        """The rows of a table that hold words; `follows` tells that nothing stands between it and the one before."""
        columns = EdgeColumns.of(table)
        if not follows or len(columns.spans) != self.width:
            self.held = {}
        self.width = len(columns.spans)
        rows: list[GridRow] = []
        begun: dict[int, int] = {}
        heights: dict[tuple[int, int], int] = {}
        for row in table.rows:
            one = self._row(row, columns)
            for cell in one.above.values():
                if cell.column in begun:
                    at = begun[cell.column]
                    heights[at, cell.column] = row.number - rows[at].number + 1
            if one.cells:
                for cell in one.cells:
                    begun[cell.column] = len(rows)
                rows.append(one)
        for (at, column), height in heights.items():
            rows[at] = _reaching(rows[at], column, height)
        return tuple(rows)

    def _row(self, row: RawRow, columns: EdgeColumns) -> GridRow:
        cells: dict[int, GridCell] = {}
        above: dict[int, GridCell] = {}
        held: dict[int, GridCell] = {}
        filled: dict[int, int] = {}
        for raw, span in columns.columns_of(row):
            free = [at for at in span if at not in filled]
            lines = tuple(line for one in raw.lines if (line := clean(one)))
            first = free[0] if free else filled[span[0]]
            filled |= dict.fromkeys(free, first)
            if raw.goes_on:
                above |= {at: self.held[at] for at in free[:1] if at in self.held}
                held |= {at: self.held[at] for at in free if at in self.held}
            elif lines and first in cells:
                cells[first] = replace(cells[first], lines=(*cells[first].lines, *lines))
            elif lines:
                cells[first] = GridCell(first, lines, max(len(free), 1), element=raw.element)
        held |= {at: cells[first] for at, first in filled.items() if first in cells}
        self.held = held
        filled_cells = tuple(cells[at] for at in sorted(cells))
        return GridRow(row.number, filled_cells, above, row.heads, row.page, row.after_page, row.element, row.on_page)


def _reaching(row: GridRow, column: int, height: int) -> GridRow:
    """The row, of which the cell of a column reaches down over so many rows."""
    cells = (replace(cell, height=height) if cell.column == column else cell for cell in row.cells)
    return replace(row, cells=tuple(cells))


def holds_tables(row: RawRow) -> bool:
    """Whether a cell of a row holds a table."""
    return any(isinstance(one, RawTable) for cell in row.cells for one in cell.content)


def first_with_table(rows: Sequence[RawRow]) -> float:
    """The number of the first row of which a cell holds a table; infinite where none does."""
    return next((row.number for row in rows if holds_tables(row)), float("inf"))
