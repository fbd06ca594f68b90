"""Paragraphs and tables of a document → its characters, and blocks that know their places in them.

This is the entry for every format with tables of its own (Word, web pages, PDF): it makes `RawParagraph` and `RawTable`
(`loaders.formats.grids.model`) and adds them to a `Layout`. What is left out of the text stands behind all blocks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.errors import FileRefusedError
from graph.statements import Source, UnreadStatement
from loaders.files.plain import is_page_number
from loaders.formats.content import Content
from loaders.formats.grids.grid import GridRow
from loaders.formats.grids.laid_out import LaidOut, part_row
from loaders.formats.grids.merging import GridRows, first_with_table
from loaders.formats.grids.model import PlacedLine, RawAside, RawContent, RawParagraph, RawRow, RawTable
from loaders.formats.grids.pieces import FormPiece, ProsePiece, TablePiece, pieces_of
from loaders.formats.grids.rows import GridColumns
from loaders.formats.grids.tables import GridTables, title_of
from loaders.limits import MOST_CHARACTERS, check_size
from loaders.text import Block, Locator, Paragraph, Table

__all__ = ["Layout", "part_row"]


@dataclass(slots=True)
class Layout:
    """Lays out what a reader finds, in order of reading. Beyond the limits of `loaders.limits` it refuses the file."""

    laid_out: LaidOut = field(
        default_factory=lambda: LaidOut(MOST_CHARACTERS, FileRefusedError("file.too_many_words", limit=MOST_CHARACTERS))
    )
    blocks: list[Block] = field(default_factory=list)
    left_out: list[tuple[RawAside, Locator]] = field(default_factory=list)
    paragraphs: int = 0
    title: str = ""
    rows: GridRows = field(default_factory=GridRows)
    tables: GridTables = field(init=False)

    def __post_init__(self) -> None:
        self.tables = GridTables(self.laid_out)

    def add(self, content: Sequence[RawContent], locator: Locator | None = None) -> None:
        """Lay out paragraphs and tables; `locator` is that of the cell in which they stand."""
        for one in content:
            if isinstance(one, RawParagraph):
                self._paragraph(one, locator)
            else:
                self._table(one)

    def content(self) -> Content:
        """All that was laid out."""
        words = [(one.reason, self.laid_out.paragraph(one.text), locator) for one, locator in self.left_out]
        characters = self.laid_out.characters
        check_size(characters)
        unread = (
            UnreadStatement(
                reason,
                Source(
                    *(None, None, said.start, said.end, said.text),
                    page=place.page,
                    paragraph=place.paragraph,
                    table=place.table,
                    row=place.row,
                    column=place.column,
                    heading=place.heading or None,
                    element=place.cell or place.element or None,
                ),
            )
            for reason, said, place in words
            if said
        )
        return Content(characters, tuple(self.blocks), tuple(unread), tuple(self.laid_out.stretches))

    def _paragraph(self, prose: RawParagraph, locator: Locator | None) -> None:
        place = locator
        for line in prose.lines:
            of_page = locator is None and not isinstance(line, PlacedLine) and is_page_number(line)
            if of_page or (words := self.laid_out.paragraph(line)) is None:
                continue
            self.paragraphs += 1
            self.title = words.text
            place = locator or Locator(page=_page(line), paragraph=self.paragraphs)
            if prose.element:
                place = replace(place, heading=self.laid_out.heading, element=prose.element, cell="")
            self.blocks.append(Paragraph(words, self.paragraphs, place))
        if prose.is_heading:
            self.laid_out.heading = self.title
        place = place or Locator(paragraph=self.paragraphs or None)
        self.left_out += [(one, replace(place, page=place.page or one.page)) for one in prose.left_out]

    def _table(self, table: RawTable) -> None:
        """A table; one without a header that goes on with none is a frame, whose cells are paragraphs."""
        by_number = {row.number: row for row in table.rows}
        title, follows = self.title, bool(self.blocks) and isinstance(self.blocks[-1], Table)
        rows = self.rows.of(table, follows=follows)
        pieces = list(pieces_of(rows, self.tables.header, self.rows.width))
        begins = next((_first_row(piece).number for piece in pieces if not isinstance(piece, ProsePiece)), None)
        if begins is None or begins >= first_with_table(table.rows):
            self._frame(table, table.rows)
            return
        above = []
        told: set[int] = set()
        for piece in pieces:
            if isinstance(piece, ProsePiece):
                above.append(piece.row)
                told.add(piece.row.number)
                self._frame(table, [by_number[piece.row.number]])
                continue
            self._put(table, piece, title_of(above) or title, follows=follows and piece is pieces[0])
            above = []
        self._leave_out(table, (row for number, row in by_number.items() if number not in told))

    def _frame(self, table: RawTable, rows: Iterable[RawRow]) -> None:
        """Rows that are no rows of a table: the paragraphs of their cells."""
        for row in rows:
            for number, cell in enumerate(row.cells, start=1):
                if not cell.goes_on:
                    self.add(cell.content, self._in_cell(table, row, number))

    def _in_cell(self, table: RawTable, row: RawRow, column: int) -> Locator:
        """The place of a cell that is no cell of a table of the paper."""
        cell = row.cells[column - 1]
        counted = (row.page, None, None, table.number, row.counted, column)
        return Locator(*counted, self.laid_out.heading, row.element, cell.element)

    def _put(self, table: RawTable, piece: TablePiece | FormPiece, title: str, *, follows: bool) -> None:
        """A table under its title; one that goes on with that right before it is one with it."""
        last = self.blocks[-1] if self.blocks else None
        self.laid_out.table = table.number
        first = _first_row(piece)
        counted = (first.page, None, None, table.number, first.counted, None)
        place = Locator(*counted, self.laid_out.heading, first.element)
        if isinstance(piece, FormPiece):
            self.blocks.append(self.tables.form(piece, title, place))
            return
        columns = GridColumns.of(piece.header, piece.rows)
        if piece.own:
            self.blocks.append(self.tables.of(piece, columns, title, place))
            return
        rest = self.tables.of(piece, columns, self.tables.title, place)
        if not (follows and isinstance(last, Table) and len(last.header) == len(rest.header)):
            self.blocks.append(rest)
            return
        self.tables.number -= 1
        at = len(last.rows) + 1
        rows = [
            replace(row, number=number, after_page=row.after_page or number == at)
            for number, row in enumerate(rest.rows, start=at)
        ]
        self.blocks[-1] = replace(last, rows=(*last.rows, *rows), end=rest.end)

    def _leave_out(self, table: RawTable, rows: Iterable[RawRow]) -> None:
        """What the cells of rows leave out."""
        for row in rows:
            for number, cell in enumerate(row.cells, start=1):
                if cell.left_out:
                    place = self._in_cell(table, row, number)
                    self.left_out += [(one, place) for one in cell.left_out]


def _first_row(piece: TablePiece | FormPiece) -> GridRow:
    """The first row of a table or form in its grid."""
    return (piece.header.rows if isinstance(piece, TablePiece) and piece.own else piece.rows)[0]


def _page(line: str) -> int | None:
    """The page on which the words of a line begin, where there are pages."""
    return line.stretches[0].page if isinstance(line, PlacedLine) and line.stretches else None
