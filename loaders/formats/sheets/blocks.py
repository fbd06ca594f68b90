"""The blocks of sheets: paragraphs and tables, their words laid out or found by whoever has the characters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.words.fold import squeeze
from loaders.formats.sheets.grid import Grid, GridCell, GridRow
from loaders.formats.sheets.headers import GridHeader
from loaders.formats.sheets.pieces import ProsePiece, TablePiece, is_caption, may_be_title, pieces_of
from loaders.formats.sheets.rows import SheetColumns
from loaders.text import Block, Cell, Locator, Paragraph, Table, TableRow, Words

_UNNAMED = re.compile(r"(sheet|工作表|表)\s*\d*\s*(\(\d+\))?", re.IGNORECASE)
"""Names that programs give to sheets."""


class Characters(Protocol):
    """Where the words of a sheet stand in the characters of its file."""

    def row(self, row: GridRow, columns: Sequence[int], cells: Sequence[GridCell | None]) -> tuple[Cell, ...]:
        """The cells of a row of a table in these columns, of which one at least is filled."""

    def line(self, row: GridRow, cell: GridCell) -> Sequence[Words]:
        """The paragraphs of a cell outside tables."""


@dataclass(slots=True)
class SheetBlocks:
    """Makes the blocks of sheets one after the other, counting paragraphs and tables on. `by_address` says that rows
    are told by their numbers in the sheet.
    """

    characters: Characters
    by_address: bool
    paragraphs: int = 0
    tables: int = 0
    last: GridHeader | None = None
    last_rows: tuple[TableRow, ...] = ()

    def of(self, grid: Grid) -> Iterator[Block]:
        """The blocks of a sheet. A hidden one without a table has none: it holds what cells may choose from, and a list
        of units there says nothing.
        """
        pieces = list(pieces_of(grid.rows, self.last))
        if grid.hidden and not any(isinstance(piece, TablePiece) for piece in pieces):
            return
        above: list[GridRow] = []
        name = "" if _UNNAMED.fullmatch(grid.name) else grid.name
        for piece in pieces:
            if isinstance(piece, ProsePiece):
                above.append(piece.row)
                yield from self._prose(grid, piece.row, piece.row.cells)
                continue
            columns = SheetColumns.of(piece.header, piece.rows)
            yield self._table(grid, piece, columns, _title(above) or name)
            above = []
            for row in piece.rows:
                yield from self._prose(grid, row, columns.beside(row))

    def _prose(self, grid: Grid, row: GridRow, cells: Sequence[GridCell]) -> Iterator[Paragraph]:
        for cell in cells:
            place = Locator(sheet=grid.name, row=row.number, column=cell.column) if self.by_address else Locator()
            for words in self.characters.line(row, cell):
                self.paragraphs += 1
                yield Paragraph(words, self.paragraphs, place)

    def _table(self, grid: Grid, piece: TablePiece, columns: SheetColumns, title: str) -> Table:
        self.tables += 1
        heading = self.last_rows
        if piece.own:
            heading = tuple(self._heading(columns, row) for row in piece.header.rows)
            self.last, self.last_rows = piece.header, heading
        rows = tuple(self._row(columns, piece.header, row, at) for at, row in enumerate(piece.rows, start=1))
        first, last = heading[0] if piece.own else rows[0], (rows or heading)[-1]
        place = Locator(sheet=grid.name) if self.by_address else Locator()
        return Table(title, columns.names, rows, self.tables, first.start, last.end, heading, place)

    def _heading(self, columns: SheetColumns, row: GridRow) -> TableRow:
        filled = {cell.column: cell for cell in row.cells}
        cells = [filled.get(column) for column in columns.columns]
        return TableRow(self.characters.row(row, columns.columns, cells), 0)

    def _row(self, columns: SheetColumns, header: GridHeader, row: GridRow, at: int) -> TableRow:
        if is_caption(row, header):
            cells = self.characters.row(row, [row.cells[0].column], row.cells[:1])
        else:
            cells = self.characters.row(row, columns.columns, columns.cells_of(row))
        return TableRow(cells, row.number if self.by_address else at)


def _title(above: Sequence[GridRow]) -> str:
    """The title of a table: the last words above it that are no label and no date, best such that fill a row alone."""
    alone = [row.cells[0] for row in above if len(row.cells) == 1]
    others = [cell for row in above for cell in row.cells]
    found = next((cell for cell in (*reversed(alone), *reversed(others)) if may_be_title(cell)), None)
    return squeeze(found.text) if found else ""
