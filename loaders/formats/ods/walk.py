"""The walk over an OpenDocument sheet: its rows with their cells, of which one element may stand for very many."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from graph.errors import FileRefusedError
from graph.words.sheet_columns import column_letters
from loaders.formats.grids.grid import Grid, MergedRange
from loaders.formats.ods import names as n
from loaders.formats.ods.cells import words_of
from loaders.formats.ods.styles import OdsStyles
from loaders.formats.sheets.cells import CellWords
from loaders.formats.sheets.grids import SheetFacts, SheetRow, SheetRows, grid_of
from loaders.limits import MOST_CELLS, MOST_MERGES

_LAST = 1_048_576
"""Rows, and more than the columns, of the largest sheet."""
_AWAY = ("collapse", "filter")


@dataclass(slots=True)
class OdsWalk:
    """A walk over sheets; `cells` counts those that are filled, over all of them."""

    styles: OdsStyles
    cells: int = 0
    merges: list[MergedRange] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    uncalculated: list[tuple[int, int, str]] = field(default_factory=list)

    def grid(self, table: etree._Element) -> Grid:
        """The grid of a sheet. Raises FileRefusedError for one of too many cells."""
        self.merges, self.comments, self.uncalculated = [], [], []
        rows = tuple(self._rows(table))
        if len(self.merges) > MOST_MERGES:
            raise FileRefusedError("file.workbook_large")
        facts = SheetFacts(
            table.get(n.NAME, ""),
            table.get(n.STYLE_NAME, "") in self.styles.hidden,
            self.merges,
            self.comments,
            self.uncalculated,
        )
        return grid_of(SheetRows(rows, tuple(_hidden_columns(table))), facts)

    def _rows(self, table: etree._Element) -> Iterator[SheetRow]:
        number = 1
        for row in _unwrapped(table, n.ROW, n.HOLD_ROWS):
            times = _times(row, n.ROWS_REPEATED)
            cells = tuple(self._cells(row, number))
            hidden = row.get(n.VISIBILITY) in _AWAY
            for at in range(number, number + times if cells else number):
                self._count(cells if at > number else ())
                yield SheetRow(at, hidden, cells)
            number = min(number + times, _LAST)

    def _cells(self, row: etree._Element, number: int) -> Iterator[tuple[int, CellWords]]:
        """The filled cells of a row; what a merged cell covers is not shown."""
        column = 1
        for cell in row.iterchildren(n.CELL, n.COVERED):
            times = _times(cell, n.COLUMNS_REPEATED)
            if cell.tag == n.CELL and (len(cell) or n.VALUE_TYPE in cell.attrib or n.FORMULA in cell.attrib):
                said = words_of(cell, self.styles)
                self._note(cell, number, column, said)
                for at in range(column, column + times):
                    if said is None:
                        break
                    self._count(((at, said),))
                    yield at, said
            column = min(column + times, _LAST)

    def _note(self, cell: etree._Element, row: int, column: int, said: CellWords | None) -> None:
        """Keep what a cell is beside its words: merged, commented on, not calculated."""
        across, down = _times(cell, n.ACROSS), _times(cell, n.DOWN)
        if across > 1 or down > 1:
            self.merges.append(MergedRange(row, column, row + down - 1, column + across - 1))
        if cell.find(n.ANNOTATION) is not None:
            self.comments.append(f"{column_letters(column)}{row}")
        formula = cell.get(n.FORMULA, "")
        if formula and said is None and not cell.get(n.VALUE_TYPE):
            self.uncalculated.append((row, column, formula))

    def _count(self, cells: tuple[tuple[int, CellWords], ...]) -> None:
        self.cells += len(cells)
        if self.cells > MOST_CELLS:
            raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)


def _hidden_columns(table: etree._Element) -> Iterator[tuple[int, int]]:
    """The first and last of the columns that are hidden together."""
    column = 1
    for one in _unwrapped(table, n.COLUMN, n.HOLD_COLUMNS):
        times = _times(one, n.COLUMNS_REPEATED)
        if one.get(n.VISIBILITY) in _AWAY:
            yield column, column + times - 1
        column = min(column + times, _LAST)


def _unwrapped(element: etree._Element, wanted: str, within: frozenset[str]) -> Iterator[etree._Element]:
    """The rows or columns of a sheet, also those in groups."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag in within:
            yield from _unwrapped(child, wanted, within)


def _times(element: etree._Element, name: str) -> int:
    """How often an element stands, or how far it reaches."""
    words = element.get(name, "1")
    return min(max(int(words), 1), _LAST) if words.isascii() and words.isdigit() and len(words) < 10 else 1  # noqa: PLR2004
