"""The characters of grids as they are laid out for quotes: a row a line, its cells parted by TABs, a paragraph outside
tables a line of its own. Each cell knows its place: sheet or table, row and column as the file counts them.
"""

import re
from collections.abc import Iterator, Sequence

from graph.errors import FileRefusedError
from loaders.files.repairs import INVISIBLE, repaired
from loaders.formats.grids.grid import GridCell, GridRow
from loaders.formats.grids.model import PlacedLine
from loaders.text import Cell, Locator, PageStretch, Words

_TAB, _END = "\t", "\n"
_UNCLEAN = re.compile(rf"[\t-\r\x1c-\x1e\x85\u2028\u2029]|{INVISIBLE.pattern}")
_SPACES = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def part_row(quote: str) -> Iterator[tuple[int, str]]:
    """The cells of a row that is quoted, each with its offset in the quote."""
    start = 0
    for cell in quote.split(_TAB):
        yield start, cell.strip(_END)
        start += len(cell) + 1


def clean(text: str) -> str:
    """Words without signs of no width, blanks at either end, and signs that part cells or lines."""
    if _UNCLEAN.search(text):
        text = INVISIBLE.sub("", text).translate(_SPACES)
    stripped = text.strip()
    return text if len(stripped) == len(text) else stripped  # a line that knows its places stays one


class LaidOut:
    """Characters that grow row by row; beyond `most` of them the file is refused as `refusal` says.

    `sheet` or `table` names what is laid out at present, `heading` the heading above it.
    """

    def __init__(self, most: int, refusal: FileRefusedError) -> None:
        self.sheet: str | None = None
        self.table: int | None = None
        self.heading = ""
        self.stretches: list[PageStretch] = []
        self._parts: list[str] = []
        self._length = 0
        self._most, self._refusal = most, refusal

    @property
    def characters(self) -> str:
        """All that was laid out."""
        return "".join(self._parts)

    def place(self, row: int | None = None, column: int | None = None) -> Locator:
        """The locator of a row or a cell of what is laid out at present."""
        return Locator(None, self.sheet, None, self.table, row, column)

    def row(self, row: GridRow, columns: Sequence[int], cells: Sequence[GridCell | None]) -> tuple[Cell, ...]:
        """Lay out a row of a table; an empty cell takes the sign behind it, the last of a row that before it."""
        found: list[Cell] = []
        start, words, last = self._length, [], len(cells) - 1
        for at, cell in enumerate(cells):
            path = cell.element if cell else ""
            counted = (row.page, self.sheet, None, self.table, row.counted, columns[at])
            place = Locator(*counted, self.heading, row.element, path)
            if cell is None:
                back = 0 < at == last
                found.append(Cell((), start - back, start + 1 - back, place))
                words.append("")
            else:
                text = cell.text
                found.append(Cell(tuple(self._lines(cell.lines, start)), start, start + len(text), place))
                words.append(text)
            start += len(words[-1]) + 1
        self._add(_TAB.join(words) + _END)
        return tuple(found)

    def line(self, row: GridRow, cell: GridCell) -> Sequence[Words]:  # noqa: ARG002 - as `Characters` has it
        """Lay out a cell outside tables."""
        lines = list(self._lines(cell.lines, self._length))
        self._add(cell.text + _END)
        return lines

    def paragraph(self, text: str) -> Words | None:
        """Lay out a line, None for one without any words."""
        text = clean(text)
        if not text:
            return None
        self._place(text, self._length)
        words = repaired(Words(text, ((0, self._length),)))
        self._add(text + _END)
        return words

    def quote(self, words: str) -> int:
        """Lay out words that are only quoted, not read; returns where they begin."""
        start = self._length
        self._add(words + _END)
        return start

    def _add(self, words: str) -> None:
        self._length += len(words)
        if self._length > self._most:
            raise self._refusal
        self._parts.append(words)

    def _lines(self, lines: Sequence[str], start: int) -> Iterator[Words]:
        """The lines of a cell that is laid out from `start` on."""
        for line in lines:
            self._place(line, start)
            yield repaired(Words(line, ((0, start),)))
            start += len(line) + 1

    def _place(self, line: str, start: int) -> None:
        """Keep where on pages a line stands that is laid out from `start` on."""
        if isinstance(line, PlacedLine):
            self.stretches += [PageStretch(start + one.start, one.length, one.page, one.box) for one in line.stretches]
