"""The blocks of sheets one after the other: paragraphs and tables, wherever in a sheet they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.formats.grids.grid import Grid, GridCell, GridRow
from loaders.formats.grids.pieces import ProsePiece, TablePiece, pieces_of
from loaders.formats.grids.rows import GridColumns
from loaders.formats.grids.tables import Characters, GridTables, title_of
from loaders.text import Block, Locator, Paragraph

_UNNAMED = re.compile(r"(sheet|工作表|表)\s*\d*\s*(\(\d+\))?", re.IGNORECASE)
"""Names that programs give to sheets."""


@dataclass(slots=True)
class SheetBlocks:
    """Makes the blocks of sheets, counting paragraphs and tables on. `by_address` says that places are told by the
    sheet, and rows by their numbers in it.
    """

    characters: Characters
    by_address: bool
    paragraphs: int = 0
    tables: GridTables = field(init=False)

    def __post_init__(self) -> None:
        self.tables = GridTables(self.characters, self.by_address)

    def of(self, grid: Grid) -> Iterator[Block]:
        """The blocks of a sheet. A hidden one without a table has none: it holds what cells may choose from, and a list
        of units there says nothing.
        """
        pieces = list(pieces_of(grid.rows, self.tables.header))
        if grid.hidden and not any(isinstance(piece, TablePiece) for piece in pieces):
            return
        above: list[GridRow] = []
        name = "" if _UNNAMED.fullmatch(grid.name) else grid.name
        place = Locator(sheet=grid.name) if self.by_address else Locator()
        for piece in pieces:
            if isinstance(piece, ProsePiece):
                above.append(piece.row)
                yield from self._prose(grid, piece.row, piece.row.cells)
                continue
            columns = GridColumns.of(piece.header, piece.rows)
            yield self.tables.of(piece, columns, title_of(above) or name, place)
            above = []
            for row in piece.rows:
                yield from self._prose(grid, row, columns.beside(row))

    def _prose(self, grid: Grid, row: GridRow, cells: Sequence[GridCell]) -> Iterator[Paragraph]:
        for cell in cells:
            place = Locator(sheet=grid.name, row=row.number, column=cell.column) if self.by_address else Locator()
            for words in self.characters.line(row, cell):
                self.paragraphs += 1
                yield Paragraph(words, self.paragraphs, place)
