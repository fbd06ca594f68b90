"""Paragraphs and grids → the characters of a file, and blocks that know their places in them.

A paragraph is a line. A row is a line too, its cells parted by TABs, but for the ends of paragraphs within a cell.
Words of a cell merged over rows stand in each of its rows, where they hold for each (`loaders.formats.grids.repeats`).
What is left out of the text stands behind all blocks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.errors import FileRefusedError
from graph.statements import Source, UnreadStatement
from graph.words.fold import squeeze
from loaders.files.plain import is_page_number
from loaders.files.repairs import INVISIBLE, repaired
from loaders.formats.content import Content
from loaders.formats.grids.columns import EdgeColumns
from loaders.formats.grids.headers import RawHeader, find_head, goes_on_with, texts_of
from loaders.formats.grids.model import PlacedLine, RawAside, RawContent, RawParagraph, RawRow, RawTable
from loaders.formats.grids.repeats import Repeats
from loaders.limits import MOST_CHARACTERS, check_size
from loaders.text import Block, Cell, Locator, PageStretch, Paragraph, Table, TableRow, Words

_CELL, _END = "\t", "\n"
_SPACES = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def part_row(quote: str) -> Iterator[tuple[int, str]]:
    """The cells of a row that is quoted, each with its offset in the quote."""
    start = 0
    for cell in quote.split(_CELL):
        yield start, cell.strip(_END)
        start += len(cell) + len(_CELL)


@dataclass(slots=True)
class _TableState:
    """The columns of the table that was laid out last, and what its cells hold for the rows below."""

    columns: EdgeColumns
    repeats: Repeats
    header: frozenset[tuple[str, ...]]

    def repeated(self, row: RawRow) -> bool:
        """Whether a row is the header once more."""
        return len(row.cells) > 1 and row_texts(self.columns, row) in self.header


@dataclass(slots=True)
class Layout:
    """Lays out what a reader finds, in order of reading."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    left_out: list[tuple[RawAside, Locator]] = field(default_factory=list)
    stretches: list[PageStretch] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    title: str = ""
    last: Table | None = None
    rows: _TableState | None = None

    def add(self, content: Sequence[RawContent], locator: Locator | None = None) -> None:
        """Lay out paragraphs and grids; `locator` is that of the cell in which they stand."""
        for one in content:
            if isinstance(one, RawParagraph):
                self._paragraph(one, locator)
            else:
                self._grid(one)

    def content(self) -> Content:
        """All that was laid out. Raises FileRefusedError for what is beyond the limits of `loaders.limits`."""
        words = [(one.reason, self._line(one.text), locator) for one, locator in self.left_out]
        characters = "".join(self.pieces)
        check_size(characters)
        unread = (UnreadStatement(reason, _source(said, locator)) for reason, said, locator in words if said)
        return Content(characters, tuple(self.blocks), tuple(unread), tuple(self.stretches))

    def _paragraph(self, prose: RawParagraph, locator: Locator | None) -> None:
        place = locator
        for line in prose.lines:
            if (locator is None and is_page_number(line)) or (words := self._line(line)) is None:
                continue
            self.paragraphs += 1
            self.title = words.text
            place = locator or Locator(page=_page(line), paragraph=self.paragraphs)
            self.blocks.append(Paragraph(words, self.paragraphs, place))
        place = place or Locator(paragraph=self.paragraphs or None)
        self.left_out += [(one, replace(place, page=place.page or one.page)) for one in prose.left_out]

    def _grid(self, grid: RawTable) -> None:
        header = find_head(grid, self.last)
        if header is not None:
            self._table(grid, header)
        elif self.last is not None and (columns := goes_on_with(grid, self.last)) is not None:
            self._rest(grid, columns, self.last)
        else:
            for row in grid.rows:
                self._frame(grid, row)

    def _frame(self, grid: RawTable, row: RawRow) -> None:
        """A row that is no row of a table: the paragraphs of its cells."""
        for number, cell in enumerate(row.cells, start=1):
            if not cell.goes_on:
                self.add(cell.content, Locator(page=row.page, table=grid.number, row=row.number, column=number))

    def _table(self, grid: RawTable, header: RawHeader) -> None:
        for row in grid.rows[: header.first]:
            self._frame(grid, row)
        title = next((one for one in _titles(grid.rows[: header.first])), self.title)
        texts = [row_texts(header.columns, row) for row in grid.rows[header.first : header.behind]]
        self.rows = _TableState(header.columns, Repeats.under(header.names), frozenset(texts))
        head = [self._row(grid, row, header=True) for row in grid.rows[header.first : header.behind]]
        rows = self._below(grid, grid.rows[header.behind :])
        self.tables += 1
        end = (rows or head)[-1].end
        self._put(Table(title, header.names, rows, self.tables, head[0].start, end, tuple(head), _place(grid)))

    def _rest(self, grid: RawTable, columns: EdgeColumns, last: Table) -> None:
        """A grid that goes on with the table `last`: one with it where no words stand between, else one of its own."""
        follows = bool(self.blocks) and self.blocks[-1] is last and self.rows is not None
        before = self.rows
        self.rows = _TableState(
            columns,
            before.repeats if before is not None and follows else Repeats.under(last.header),
            before.header if before is not None else frozenset(),
        )
        rows = self._below(grid, grid.rows)
        if not rows:
            return
        if follows:
            first = replace(rows[0], number=len(last.rows) + 1, after_page=True)
            others = (replace(row, number=len(last.rows) + at) for at, row in enumerate(rows[1:], start=2))
            self.blocks.pop()
            self._put(replace(last, rows=(*last.rows, first, *others), end=rows[-1].end))
            return
        self.tables += 1
        start, end = rows[0].start, rows[-1].end
        self._put(Table(last.title, last.header, rows, self.tables, start, end, last.header_rows, _place(grid)))

    def _put(self, table: Table) -> None:
        self.blocks.append(table)
        self.last = table

    def _below(self, grid: RawTable, rows: Sequence[RawRow]) -> tuple[TableRow, ...]:
        """The rows below a header; a header that is repeated is none of them."""
        found: list[TableRow] = []
        for row in rows:
            if self.rows is not None and self.rows.repeated(row):
                continue
            if row.cells:
                found.append(replace(self._row(grid, row), number=len(found) + 1))
        return tuple(found)

    def _row(self, grid: RawTable, row: RawRow, *, header: bool = False) -> TableRow:
        """A row with a cell a column, or with one over all of them."""
        assert self.rows is not None  # noqa: S101 - a table is laid out behind its columns
        columns = self.rows.columns
        if columns.spanned(row) and not header:
            texts: list[tuple[str, ...]] = [row.cells[0].lines]
        elif header:
            texts = [tuple(text.split("\n")) for text in texts_of(columns, row)]
        else:
            texts = self.rows.repeats.row(columns.slots(row))
        cells: list[Cell] = []
        for number, lines in enumerate(texts, start=1):
            if cells:
                self._write(_CELL)
            last = 1 < number == len(texts)
            place = Locator(page=row.page, table=grid.number, row=row.number, column=number)
            cells.append(self._cell(lines, place, last=last))
        self._write(_END)
        for number, cell in enumerate(row.cells, start=1):
            place = Locator(page=row.page, table=grid.number, row=row.number, column=min(number, len(texts)))
            self.left_out += [(one, place) for one in cell.left_out]
        return TableRow(tuple(cells), 0, row.after_page)

    def _cell(self, lines: Sequence[str], locator: Locator, *, last: bool) -> Cell:
        """A cell; an empty one takes the sign behind it, the last of a row that before it."""
        start = self.length
        paragraphs: list[Words] = []
        for line in lines:
            text = clean(line)
            if text:
                if paragraphs:
                    self._write(_END)
                paragraphs.append(self._words(text, line))
        if paragraphs:
            return Cell(tuple(paragraphs), start, self.length, locator)
        return Cell((), start - last, start + 1 - last, locator)

    def _line(self, line: str) -> Words | None:
        """The words of a line, None for one without any."""
        text = clean(line)
        if not text:
            return None
        words = self._words(text, line)
        self._write(_END)
        return words

    def _words(self, text: str, line: str) -> Words:
        start = self.length
        if isinstance(line, PlacedLine):
            self.stretches += [replace(one, start=start + one.start) for one in line.stretches]
        self._write(text)
        return repaired(Words(text, ((0, start),)))

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
        if self.length > MOST_CHARACTERS:
            raise FileRefusedError("file.too_many_words", limit=MOST_CHARACTERS)


def clean(text: str) -> str:
    """Words without signs of no width, blanks at either end, and signs that part cells or lines."""
    return INVISIBLE.sub("", text).translate(_SPACES).strip()


def row_texts(columns: EdgeColumns, row: RawRow) -> tuple[str, ...]:
    """The words of a row by columns without white space, by which rows are compared."""
    return tuple(map(squeeze, texts_of(columns, row)))


def _titles(rows: Sequence[RawRow]) -> Iterator[str]:
    """Lines above a header that may name the table: those of rows of one cell that are no label with its value."""
    for row in rows:
        if len(row.cells) == 1:
            yield from (line for line in row.cells[0].lines if "：" not in line and ":" not in line)


def _source(words: Words, locator: Locator) -> Source:
    return Source(
        line=None,
        end_line=None,
        start=words.start,
        end=words.end,
        quote=words.text,
        page=locator.page,
        paragraph=locator.paragraph,
        table=locator.table,
        row=locator.row,
        column=locator.column,
    )


def _place(grid: RawTable) -> Locator:
    return Locator(page=grid.rows[0].page, table=grid.number, row=grid.rows[0].number)


def _page(line: str) -> int | None:
    """The page on which the words of a line begin, where there are pages."""
    return line.stretches[0].page if isinstance(line, PlacedLine) and line.stretches else None
