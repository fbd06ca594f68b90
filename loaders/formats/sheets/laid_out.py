"""The characters of sheets as they are laid out for quotes: a row a line, its cells parted by TABs, a cell outside
tables a line of its own, and behind each sheet what is only quoted, not read (words struck out, formulas).
"""

from collections.abc import Iterator, Sequence

from graph.errors import FileRefusedError
from graph.statements import Source, UnreadStatement
from loaders.files.plain import MAX_BYTES
from loaders.formats.sheets.grid import Grid, GridCell, GridRemark, GridRow
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
        for at, cell in enumerate(cells):
            if at:
                self._add(_TAB)
            start = self._length
            if cell is None:
                place = start if at < len(cells) - 1 else start - 1
                found.append(Cell((), place, place + 1))
            else:
                found.append(Cell(tuple(self._lines(cell.lines)), start, self._length))
        self._add("\n")
        return tuple(found)

    def line(self, row: GridRow, cell: GridCell) -> Sequence[Words]:  # noqa: ARG002 - as `Characters` has it
        """Lay out a cell outside tables."""
        lines = list(self._lines(cell.lines))
        self._add("\n")
        return lines

    def remarks(self, grid: Grid, *, read: bool) -> Iterator[UnreadStatement]:
        """Lay out the words that the remarks on a sheet quote; one without words quotes the name of the sheet. `read`
        tells whether anything of the sheet was.
        """
        hidden = GridRemark(
            "unread.hidden_sheet" if read else "unread.hidden_list", None, None, "", {"sheet": grid.name}
        )
        for remark in (*grid.remarks, *([hidden] if grid.hidden and grid.rows else [])):
            [words] = self._lines((remark.words or grid.name,))
            self._add("\n")
            source = Source(
                None, None, words.start, words.end, words.text, sheet=grid.name, row=remark.row, column=remark.column
            )
            yield UnreadStatement(remark.key, source, dict(remark.values))

    def _lines(self, lines: Sequence[str]) -> Iterator[Words]:
        for at, line in enumerate(lines):
            if at:
                self._add("\n")
            words = Words(line, ((0, self._length),))
            self._add(line)
            yield words

    def _add(self, words: str) -> None:
        self._length += len(words)
        if self._length > MAX_BYTES:
            raise FileRefusedError("file.workbook_large")
        self._parts.append(words)
