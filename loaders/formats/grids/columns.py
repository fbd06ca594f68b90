"""The columns of a table whose borders were drawn by hand, and its rows as a grid of whole columns.

Offices draw borders askew. The rows down to the first numbered one tell how many columns there are: a row of as many
cells fills them one by one. In another a cell fills the columns whose middle it covers; cells that share one are one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.formats.grids.model import RawCell, RawRow, RawTable
from loaders.tables.cell_kinds import is_number
from loaders.tables.forms import FormCell, alternates


@dataclass(frozen=True, slots=True)
class EdgeColumns:
    """The columns of a table, each by the places of its edges."""

    table: RawTable
    spans: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, table: RawTable) -> "EdgeColumns":
        """The columns of a table: the cells of the first row that has as many as there are columns."""
        number = _number_of_columns(table.rows)
        cells = next(row.cells for row in table.rows if len(row.cells) == number)
        return cls(table, tuple((table.edge(cell.left), table.edge(cell.right)) for cell in cells))

    def columns_of(self, row: RawRow) -> Iterator[tuple[RawCell, Sequence[int]]]:
        """The cells of a row with the columns, from 1, that each fills."""
        if len(row.cells) == len(self.spans):
            yield from ((cell, (at,)) for at, cell in enumerate(row.cells, start=1))
            return
        for cell in row.cells:
            yield cell, self._covered(cell) or (self._nearest(cell),)

    def _covered(self, cell: RawCell) -> Sequence[int]:
        left, right = self.table.edge(cell.left), self.table.edge(cell.right)
        return [at for at, (start, end) in enumerate(self.spans, start=1) if left <= (start + end) / 2 < right]

    def _nearest(self, cell: RawCell) -> int:
        middle = self.table.middle(cell)
        inside = (at for at, (start, end) in enumerate(self.spans, start=1) if start <= middle < end)
        return next(inside, 1 if middle < self.spans[0][0] else len(self.spans))


def _number_of_columns(rows: Sequence[RawRow]) -> int:
    """The cells of the longest row above the first numbered one; without such, of the longest row of a form; else as
    many as most rows have.
    """
    first = next((at for at, row in enumerate(rows) if len(row.cells) > 1 and is_number(_text(row.cells[0]))), 0)
    if first:
        return max(len(row.cells) for row in rows[:first])
    pairs = [len(row.cells) for row in rows if _is_pairs(row)]
    if pairs:
        return max(pairs)
    counts = Counter(len(row.cells) for row in rows if row.cells)
    several = {number: times for number, times in counts.items() if number > 1} or counts
    return max(several, key=lambda number: (several[number], number))


def _is_pairs(row: RawRow) -> bool:
    """Whether a row is pairs of names and values, as those of forms are, which part each row as it needs."""
    return alternates([FormCell(at, words) for at, cell in enumerate(row.cells) if (words := _text(cell))])


def _text(cell: RawCell) -> str:
    return "\n".join(cell.lines)
