"""The tables of grids: their pieces put together as headers and rows of cells, counted on over a whole file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.words.fold import squeeze
from loaders.formats.grids.grid import GridCell, GridRow
from loaders.formats.grids.headers import GridHeader
from loaders.formats.grids.pieces import FormPiece, TablePiece, is_caption, may_be_title
from loaders.formats.grids.rows import GridColumns
from loaders.tables.form_tables import form_table
from loaders.text import BY_LINES, Cell, Locator, Table, TableRow, Words


class Characters(Protocol):
    """Where the words of a grid stand in the characters of its file."""

    def row(self, row: GridRow, columns: Sequence[int], cells: Sequence[GridCell | None]) -> tuple[Cell, ...]:
        """The cells of a row of a table in these columns, of which one at least is filled."""

    def line(self, row: GridRow, cell: GridCell) -> Sequence[Words]:
        """The paragraphs of a cell outside tables."""


@dataclass(slots=True)
class GridTables:
    """Makes tables one after the other. `by_address` says that rows are told by their numbers in the file, else they
    are counted. `header` is that of the last table with its own, `heading` its rows, `title` its title.
    """

    characters: Characters
    by_address: bool = False
    number: int = 0
    header: GridHeader | None = None
    heading: tuple[TableRow, ...] = ()
    title: str = ""

    def of(self, piece: TablePiece, columns: GridColumns, title: str, place: Locator = BY_LINES) -> Table:
        """The table that a piece is, under this title."""
        self.number += 1
        heading = self.heading
        if piece.own:
            heading = tuple(self._heading(columns, row) for row in piece.header.rows)
            self.header, self.heading, self.title = piece.header, heading, title
        rows = tuple(self._row(columns, piece.header, row, at) for at, row in enumerate(piece.rows, start=1))
        first, last = heading[0] if piece.own else rows[0], (rows or heading)[-1]
        return Table(title, columns.names, rows, self.number, first.start, last.end, heading, place)

    def form(self, piece: FormPiece, title: str, place: Locator = BY_LINES) -> Table:
        """The table that a form is: its names over a row for each thing that it says."""
        self.number += 1
        row = piece.rows[0].number if self.by_address else 1
        laid = [self._laid(row) for row in piece.rows]
        return form_table(laid, piece.records, title, number=self.number, row=row, place=place)

    def _laid(self, row: GridRow) -> dict[int, Cell]:
        """The cells of a row by their columns."""
        columns = [cell.column for cell in row.cells]
        return dict(zip(columns, self.characters.row(row, columns, row.cells), strict=True))

    def _heading(self, columns: GridColumns, row: GridRow) -> TableRow:
        filled = {cell.column: cell for cell in row.cells}
        cells = [filled.get(column) for column in columns.columns]
        return TableRow(self.characters.row(row, columns.columns, cells), 0)

    def _row(self, columns: GridColumns, header: GridHeader, row: GridRow, at: int) -> TableRow:
        if is_caption(row, header):
            cells = self.characters.row(row, [cell.column for cell in row.cells], row.cells)
        else:
            cells = self.characters.row(row, columns.columns, columns.cells_of(row))
        return TableRow(cells, row.number if self.by_address else at, row.after_page)


def title_of(above: Sequence[GridRow]) -> str:
    """The title of a table: the last words above it that are no label and no date, best such that fill a row alone."""
    alone = [row.cells[0] for row in above if len(row.cells) == 1]
    others = [cell for row in above for cell in row.cells]
    found = next((cell for cell in (*reversed(alone), *reversed(others)) if may_be_title(cell)), None)
    return squeeze(found.text) if found else ""
