"""Sheets as text (.csv, .tsv): cells parted by the sign that parts most lines alike, with titles, tables and notes
found as in a workbook. Quotes are cut from the file as it stands.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.errors import FileRefusedError
from loaders.files.plain import decode
from loaders.files.repairs import repaired
from loaders.formats.content import Content
from loaders.formats.grids.grid import Grid, GridCell, GridRow
from loaders.formats.sheets.blocks import SheetBlocks
from loaders.limits import MOST_CELLS, most_cells
from loaders.text import Cell, Words

MOST_BYTES = 16 * 1024 * 1024
"""The limit of a file: one of 400,000 cells of three Chinese words. To read 3.2 MB of 300,000 cells takes 260 MB."""
_SIGNS = ("\t", ",", ";", "|")
"""Signs that part cells; of two that part the lines equally well the first is taken."""
_LOOKED_AT = 100_000
"""Characters at the beginning by which the sign is told."""
_NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""A first line that names the sign, as Excel reads it."""
_QUOTED = re.compile(r'"[^"]*"')
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Field:
    """A cell as it stands in the file, quotation marks included; `inner` is what they enclose."""

    start: int
    end: int
    inner: tuple[int, int]
    quoted: bool


def read_separated_values(data: bytes) -> Content:
    """The words and blocks of a table in text. Raises FileRefusedError for no text or too many cells."""
    characters = decode(data)
    named = _NAMED.match(characters)
    sign = named[1] if named else vote(characters[:_LOOKED_AT])
    if _QUOTED.sub("", characters).count(sign) > MOST_CELLS:  # before any is made; the others are counted one by one
        raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)
    found = _InPlace(characters)
    rows = [found.add(fields) for fields in records(characters, sign, named.end() if named else 0)]
    blocks = tuple(SheetBlocks(found, by_address=False).of(Grid("", tuple(row for row in rows if row.cells))))
    if not blocks:
        raise FileRefusedError("file.no_words")
    return Content(characters, blocks)


def part_row(quote: str) -> Iterator[tuple[int, str]]:
    """The cells of a row that is quoted, each with its offset in the quote."""
    rows = [next(records(quote, sign, 0)) for sign in _SIGNS]
    cells = rows[0] if len(rows[0]) > 1 else max(rows, key=len)
    for cell in cells:
        words = quote[slice(*cell.inner)]
        yield cell.inner[0], words.replace('""', '"') if cell.quoted else words


def vote(characters: str) -> str:
    """The sign that parts most lines into the same number of cells, of those the one that parts them into most."""

    def alike(sign: str) -> tuple[int, int]:
        counts = Counter(len(fields) for fields in records(characters, sign, 0) if len(fields) > 1)
        return max(((lines, cells) for cells, lines in counts.items()), default=(0, 0))

    return max(_SIGNS, key=alike)


def records(characters: str, sign: str, start: int) -> Iterator[list[Field]]:
    """The rows of a text with their cells; a cell in quotation marks may hold the sign and the ends of lines."""
    part = re.escape(sign)
    quoted = r'[ ]*"(?P<quoted>(?>[^"]*(?:""[^"]*)*+))"[ ]*'
    cell = re.compile(rf"{quoted}(?=[{part}\r\n]|\Z)|(?P<plain>[^{part}\r\n]*)")
    fields: list[Field] = []
    cells, most = 0, most_cells(characters)
    while start <= len(characters):
        found = cell.match(characters, start)
        if found is None:  # the second way always fits
            return
        kind = "quoted" if found["quoted"] is not None else "plain"
        fields.append(Field(found.start(), found.end(), found.span(kind), kind == "quoted"))
        cells += 1
        if cells > most:
            raise FileRefusedError("file.too_many_cells", limit=most)
        start = found.end()
        if characters[start : start + 1] == sign:
            start += 1
            continue
        yield fields
        fields = []
        start += 2 if characters.startswith("\r\n", start) else 1


@dataclass(slots=True)
class _InPlace:
    """The cells of the file with their places, by row and column; `edges` holds where each cell of a row begins and
    ends, in turn: what the many cells of a sheet take is little.
    """

    characters: str
    edges: list["array[int]"] = field(default_factory=list)
    words: list[dict[int, tuple[Words, ...]]] = field(default_factory=list)

    def add(self, fields: list[Field]) -> GridRow:
        """The next row of the grid."""
        self.edges.append(array("L", [edge for one in fields for edge in (one.start, one.end)]))
        words_of: dict[int, tuple[Words, ...]] = {}
        self.words.append(words_of)
        cells = []
        for column, one in enumerate(fields, start=1):
            lines = tuple(self._lines(one))
            if lines:
                words_of[column] = lines
                cells.append(GridCell(column, tuple(words.text for words in lines)))
        return GridRow(len(self.edges), tuple(cells))

    def row(self, row: GridRow, columns: Sequence[int], cells: Sequence[GridCell | None]) -> tuple[Cell, ...]:
        """The cells of a row of a table; an empty one takes the sign at its place."""
        edges, words = self.edges[row.number - 1], self.words[row.number - 1]
        return tuple(
            self._cell(edges, min(column, len(edges) // 2) - 1, words[column] if cell else ())
            for column, cell in zip(columns, cells, strict=True)
        )

    def _cell(self, edges: Sequence[int], at: int, words: tuple[Words, ...]) -> Cell:
        start, end = edges[2 * at], edges[2 * at + 1]
        if not words and start == end and start > 0 and self.characters[start - 1] not in "\r\n":
            start -= 1
        return Cell(words, start, end if words else max(end, start + 1))

    def line(self, row: GridRow, cell: GridCell) -> Sequence[Words]:
        """The paragraphs of a cell outside tables."""
        return self.words[row.number - 1][cell.column]

    def _lines(self, one: Field) -> Iterator[Words]:
        """The lines of a cell that hold words; of two quotation marks inside quotation marks one is read."""
        for line in _LINE.finditer(self.characters, *one.inner):
            parts = [
                repaired(Words.of(self.characters, start, end)) for start, end in self._unquoted(*line.span(), one)
            ]
            words = Words.join(parts).stripped()
            if words.text:
                yield words

    def _unquoted(self, start: int, end: int, one: Field) -> Iterator[tuple[int, int]]:
        double = self.characters.find('""', start, end) if one.quoted else -1
        while double != -1:
            yield start, double + 1
            start = double + 2
            double = self.characters.find('""', start, end)
        yield start, end
