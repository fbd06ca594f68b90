"""Rows of a table cell by cell: merged cells stand in each row that they reach, as the grid says.

What names or sorts the work stands once, in the first row, as in every other format: the readers of rows take it from
above, and tell by it whether a name stands over several tasks. It is repeated in rows that have no work of their own,
since these say the same work of other owners. In tables of changes of places every cell stands once: their readers tell
by the empty ones which rows are one change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.changes.tables.columns import read_columns
from loaders.formats.grids.grid import GridCell, GridRow
from loaders.formats.grids.headers import GridHeader
from loaders.limits import WIDEST_TABLE
from loaders.tables.column_names import WORK, read_header


@dataclass(frozen=True, slots=True)
class GridColumns:
    """The columns of a table: their numbers in the grid with their names, those without one included, whether merged
    cells fill all that they cover, and which columns hold work (those that only sort it included, and without), owners
    and deadlines.
    """

    columns: tuple[int, ...]
    names: tuple[str, ...]
    filled: bool
    work: frozenset[int]
    telling: frozenset[int]
    owners: frozenset[int]
    dues: frozenset[int]

    @classmethod
    def of(cls, header: GridHeader, rows: Sequence[GridRow]) -> "GridColumns":
        """The columns of a table; one without a name that holds words is one too."""
        named = dict(zip(header.columns, header.names, strict=True))
        used = sorted({cell.column for row in rows for cell in row.cells} - named.keys())
        names = named | dict.fromkeys(used[: max(0, WIDEST_TABLE - len(named))], "")
        columns = tuple(sorted(names))
        meanings = {columns[one.index]: one.meaning for one in read_header([names[column] for column in columns])}
        return cls(
            columns,
            tuple(names[column] for column in columns),
            read_columns(header.names) is None,
            frozenset(column for column, meaning in meanings.items() if meaning in {*WORK, "category"}),
            frozenset(column for column, meaning in meanings.items() if meaning in WORK),
            frozenset(column for column, meaning in meanings.items() if meaning == "owner"),
            frozenset(column for column, meaning in meanings.items() if meaning == "due"),
        )

    def cells_of(self, row: GridRow) -> list[GridCell | None]:
        """The cells of a row, one a column, None for an empty one."""
        filled = {cell.column: cell for cell in row.cells}
        if self.filled and (row.above or any(cell.width > 1 for cell in row.cells)):
            filled = self._reached(row) | self._spread(row) | filled
        if any(cell.day for cell in filled.values()):
            filled = self._dated(filled)
        return [filled.get(column) for column in self.columns]

    def beside(self, row: GridRow) -> list[GridCell]:
        """The cells of a row for which the widest table has no column."""
        return [cell for cell in row.cells if cell.column not in self.columns]

    def _reached(self, row: GridRow) -> dict[int, GridCell]:
        """What reaches into a row from above: all but work, where the row has work of its own."""
        above = {at: cell for start, cell in row.above.items() for at in self._span(start, cell)}
        own = any(cell.column in self.telling for cell in row.cells)
        return {at: cell for at, cell in above.items() if not (own and at in self.work)}

    def _spread(self, row: GridRow) -> dict[int, GridCell]:
        """What spans several columns of a row, in each of them."""
        return {at: cell for cell in row.cells if cell.width > 1 for at in self._span(cell.column, cell)}

    def _span(self, start: int, cell: GridCell) -> Iterator[int]:
        """The columns that a cell fills: of several of owners only the first, as they name each owner once."""
        if cell.width == 1:
            yield from (start,) if start in self.columns else ()
            return
        spanned = [at for at in self.columns if start <= at < start + cell.width]
        owners = [at for at in spanned if at in self.owners]
        yield from (at for at in spanned if at not in owners[1:])

    def _dated(self, filled: dict[int, GridCell]) -> dict[int, GridCell]:
        """The cells with days for the numbers that stand for them where deadlines do."""
        dated = {at: replace(cell, lines=(cell.day,)) for at, cell in filled.items() if at in self.dues and cell.day}
        return filled | dated
