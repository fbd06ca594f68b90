"""The characters of sheets as they are laid out for quotes: a row a line, its cells parted by TABs, a cell outside
tables a line of its own, and behind each sheet what is only quoted, not read (words struck out, formulas).
"""

from collections.abc import Iterator, Sequence

from graph.errors import FileRefusedError
from graph.statements import Source, UnreadStatement
from loaders.files.repairs import repaired
from loaders.formats.sheets.grid import Grid, GridCell, GridRemark, GridRow
from loaders.limits import MOST_WORKBOOK
from loaders.text import Cell, Words

_TAB = "\t"


def part_row(quote: str) -> Iterator[tuple[int, str]]:
    """The cells of a row that is quoted, each with its offset in the quote."""
    start = 0
    for cell in quote.split(_TAB):
        yield start, cell
        start += len(cell) + 1


class LaidOut:
    """Characters that grow row by row. Raises FileRefusedError beyond those of the longest text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    @property
    def characters(self) -> str:
        """All that was laid out."""
        return "".join(self._parts)

    def row(
        self,
        row: GridRow,  # noqa: ARG002 - as `Characters` has it
        columns: Sequence[int],  # noqa: ARG002
        cells: Sequence[GridCell | None],
    ) -> tuple[Cell, ...]:
        """Lay out a row of a table; an empty cell takes the sign that parts it from its neighbour."""
        found: list[Cell] = []
        start, words = self._length, []
        for cell in cells:
            if cell is None:
                found.append(Cell((), start, start + 1))
                words.append("")
            else:
                text = cell.text
                found.append(Cell(tuple(_lines(cell.lines, start)), start, start + len(text)))
                words.append(text)
            start += len(words[-1]) + 1
        if cells[-1] is None:
            found[-1] = Cell((), start - 2, start - 1)
        self._add(_TAB.join(words) + "\n")
        return tuple(found)

    def line(self, row: GridRow, cell: GridCell) -> Sequence[Words]:  # noqa: ARG002 - as `Characters` has it
        """Lay out a cell outside tables."""
        lines = list(_lines(cell.lines, self._length))
        self._add(cell.text + "\n")
        return lines

    def remarks(self, grid: Grid, *, read: bool) -> Iterator[UnreadStatement]:
        """Lay out the words that the remarks on a sheet quote; one without words quotes the name of the sheet. `read`
        tells whether anything of the sheet was.
        """
        hidden = GridRemark(
            "unread.hidden_sheet" if read else "unread.hidden_list", None, None, "", {"sheet": grid.name}
        )
        for remark in (*grid.remarks, *([hidden] if grid.hidden and grid.rows else [])):
            words = remark.words or grid.name
            start, end = self._length, self._length + len(words)
            self._add(words + "\n")
            source = Source(None, None, start, end, words, sheet=grid.name, row=remark.row, column=remark.column)
            yield UnreadStatement(remark.key, source, dict(remark.values))

    def _add(self, words: str) -> None:
        self._length += len(words)
        if self._length > MOST_WORKBOOK:
            raise FileRefusedError("file.workbook_large")
        self._parts.append(words)


def _lines(lines: Sequence[str], start: int) -> Iterator[Words]:
    """The lines of a cell that is laid out from `start` on."""
    for line in lines:
        yield repaired(Words(line, ((0, start),)))
        start += len(line) + 1
