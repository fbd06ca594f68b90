"""Columns of a grid: the cells of its header give them, and the cells of every row are put into them.

A row of as many cells as there are columns fills them one by one, since offices draw borders askew. In another, a cell
fills the columns whose middle it covers; cells that share a column are one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.formats.grids.model import RawCell, RawRow, RawTable


@dataclass(frozen=True, slots=True)
class EdgeColumns:
    """The columns of a grid, each by the places of its edges."""

    grid: RawTable
    spans: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, grid: RawTable, cells: Sequence[RawCell]) -> "EdgeColumns":
        """The columns that these cells, those of a row, make."""
        return cls(grid, tuple((grid.edge(cell.left), grid.edge(cell.right)) for cell in cells))

    def __len__(self) -> int:
        return len(self.spans)

    def spanned(self, row: RawRow) -> bool:
        """Whether the row has a single cell, which lies over all columns."""
        return len(row.cells) == 1 and len(self) > 1 and len(self._covered(row.cells[0])) == len(self)

    def slots(self, row: RawRow) -> list[list[RawCell]]:
        """The cells of a row by columns; a cell that lies over several stands in each of them."""
        if len(row.cells) == len(self):
            return [[cell] for cell in row.cells]
        slots: list[list[RawCell]] = [[] for _ in self.spans]
        for cell in row.cells:
            for column in self._covered(cell) or [self._nearest(cell)]:
                slots[column].append(cell)
        return slots

    def _covered(self, cell: RawCell) -> list[int]:
        left, right = self.grid.edge(cell.left), self.grid.edge(cell.right)
        return [at for at, (start, end) in enumerate(self.spans) if left <= (start + end) / 2 < right]

    def _nearest(self, cell: RawCell) -> int:
        middle = self.grid.middle(cell)
        inside = (at for at, (start, end) in enumerate(self.spans) if start <= middle < end)
        return next(inside, 0 if middle < self.spans[0][0] else len(self.spans) - 1)
