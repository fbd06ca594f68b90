"""Tables of HTML in a text, written as flattened ones: each cell a line that begins with a TAB, a blank line behind
each row, two behind the table.

Cells that reach over several rows or columns leave empty ones, as merged cells do in a flattened text. A table that
holds others, or has a single row or column, only lays out the page: its tags end lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat

from graph.errors import FileRefusedError
from loaders.limits import MOST_CELLS

_TABLE = re.compile(r"</?table\b", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?P<over>row|col)span\s?=\s?[\"']?(?P<number>\d{1,2})\b", re.IGNORECASE)
_LEAST_ROWS = 2
_LEAST_CELLS = 4  # two rows of two
CELL = "\t"
BLANK = "\n"


@dataclass(slots=True)
class HtmlTable:
    """The table of HTML that is being read: what each of its tags writes; `inside` tells whether there is one.

    `waits` has, by column, in how many further rows a cell from above stands, `wide` the columns that the last cell
    takes besides its own, `empty` counts the cells that spans left.
    """

    inside: bool = False
    column: int = 0
    wide: int = 0
    cells: int = 0
    waits: dict[int, int] = field(default_factory=dict)
    empty: int = 0

    def step(self, characters: str, tag: re.Match[str]) -> Iterator[str]:
        """What a tag writes: `CELL` where a cell begins, `BLANK` for a blank line, nothing for most.

        Raises FileRefusedError where spans leave more empty cells than a file may have.
        """
        name, closes = tag["block"].lower(), tag[0].startswith("</")
        if name == "table" and not closes:
            self.inside, self.cells, self.waits = _holds_rows(characters, tag.end()), 0, {}
        elif self.inside and name == "table":
            yield from self._end_row()
            yield BLANK
            self.inside = False
        elif self.inside and name == "tr":
            yield from self._end_row()
        elif self.inside and name in ("td", "th") and not closes:
            yield from self._begin_cell({span["over"].lower(): int(span["number"]) for span in _SPAN.finditer(tag[0])})

    def _begin_cell(self, spans: dict[str, int]) -> Iterator[str]:
        yield from self._empty(self.wide)
        yield from self._from_above()
        self.wide = max(0, spans.get("col", 1) - 1)
        for column in range(self.column, self.column + self.wide + 1):
            self.waits[column] = max(0, spans.get("row", 1) - 1)
        self.column += 1
        self.cells += 1
        yield CELL

    def _end_row(self) -> Iterator[str]:
        """The empty cells at the end of a row; one cell over all columns is a caption and has none."""
        if self.cells:
            yield from self._empty(self.wide if self.cells > 1 else 0)
            yield from self._from_above()
            yield BLANK
        self.column = self.wide = self.cells = 0

    def _empty(self, number: int) -> Iterator[str]:
        self.column += number
        self.empty += number
        if self.empty > MOST_CELLS:
            raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)
        yield from repeat(CELL, number)
        self.wide = 0

    def _from_above(self) -> Iterator[str]:
        while self.waits.get(self.column):
            self.waits[self.column] -= 1
            yield from self._empty(1)


def _holds_rows(characters: str, start: int) -> bool:
    """Whether the table that begins at `start` holds rows of cells and no other table."""
    end = _TABLE.search(characters, start)
    if end is None or not end[0].startswith("</"):
        return False
    rows = sum(1 for _ in _ROW.finditer(characters, start, end.start()))
    return rows >= _LEAST_ROWS and sum(1 for _ in _CELL.finditer(characters, start, end.start())) >= _LEAST_CELLS
