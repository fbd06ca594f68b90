"""The text of a file with its places: what every reader of a format makes and every recogniser reads.

`Text.characters` is the decoded text (without BOM, newlines as in the file). Paragraphs and cells hold cleaned words
for recognisers and know, character by character, where in `characters` those words stand, so that every statement can
quote its place exactly.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter
from sys import maxsize

from graph.statements import Source, UnreadStatement
from graph.words.fold import Folded, fold, squeeze


@dataclass(frozen=True)
class Words:
    """Words joined from one or several stretches of the text, each character knowing its place.

    `runs` holds, in order, a (position in `text`, offset in the file's characters) for each stretch; inside a stretch
    both count on together.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, characters: str, start: int, end: int) -> "Words":
        """The words `characters[start:end]` as they stand."""
        return cls(characters[start:end], ((0, start),))

    @classmethod
    def join(cls, parts: Iterable["Words"]) -> "Words":
        """The words of all parts, one after the other without anything between."""
        texts: list[str] = []
        runs: list[tuple[int, int]] = []
        length = 0
        for part in parts:
            runs += part.runs if not length else [(length + position, offset) for position, offset in part.runs]
            texts.append(part.text)
            length += len(part.text)
        return cls("".join(texts), tuple(runs))

    def at(self, position: int) -> int:
        """The offset in the file's characters of the character at `position`."""
        if len(self.runs) == 1:
            return self.runs[0][1] + position
        start, offset = self.runs[bisect_right(self.runs, (position, maxsize)) - 1]
        return offset + position - start

    @cached_property
    def folded(self) -> Folded:
        """The words in half-width signs, character for character."""
        return fold(self.text)

    @cached_property
    def compact(self) -> Folded:
        """The folded words without any white space."""
        return squeeze(self.folded)

    @property
    def start(self) -> int:
        """Offset of the first character in the file's characters."""
        return self.runs[0][1]

    @property
    def end(self) -> int:
        """Offset behind the last character in the file's characters."""
        return self.at(len(self.text) - 1) + 1 if self.text else self.start

    def part(self, start: int, end: int) -> "Words":
        """The words from character `start` to `end` of these words, with their places."""
        if len(self.runs) == 1:
            return Words(self.text[start:end], ((0, self.runs[0][1] + start),))
        first = bisect_right(self.runs, (start, maxsize)) - 1
        runs = [(0, self.at(start))]
        for index in range(first + 1, len(self.runs)):
            position, offset = self.runs[index]
            if position >= end:
                break
            runs.append((position - start, offset))
        return Words(self.text[start:end], tuple(runs))

    def stripped(self) -> "Words":
        """The words without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return self.part(left, max(left, len(self.text.rstrip())))


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a block or a cell stands in the terms of a format without lines; what the format does not have is None.

    `heading` has the words of the heading above it, `element` the path of the element of markup that holds the block or
    the row, `cell` that of the cell, "" where the format has none.
    """

    page: int | None = None
    sheet: str | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    heading: str = ""
    element: str = ""
    cell: str = ""

    def is_beside(self, other: "Locator") -> bool:
        """Whether two places are one as they are counted."""
        return self is other or (self.page, self.sheet, self.paragraph, self.table, self.row, self.column) == (
            (other.page, other.sheet, other.paragraph, other.table, other.row, other.column)
        )


Box = tuple[float, float, float, float]
"""Left, top, right and bottom of words on a page, in points from its upper left corner as it is shown."""


Size = tuple[float, float]
"""Width and height of a page as it is shown, in points."""


@dataclass(frozen=True, slots=True)
class PageStretch:
    """Words that stand together on a page: `length` characters from `start` on lie, in order, in a box."""

    start: int
    length: int
    page: int
    box: Box

    def between(self, start: int, end: int) -> Box:
        """The box of the characters from `start` to `end`, all taken for equally wide."""
        left, top, right, bottom = self.box
        wide = (right - left) / max(self.length, 1)
        first, last = max(start - self.start, 0), min(end - self.start, self.length)
        return (left + first * wide, top, left + last * wide, bottom)


BY_LINES = Locator()
"""The locator of a block in a format whose places are lines: they are counted in the characters."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables. `number` counts paragraphs of the document from 1."""

    words: Words
    number: int
    locator: Locator = BY_LINES

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.words.start


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs (empty for an empty cell) and the stretch of the text that it fills."""

    paragraphs: tuple[Words, ...]
    start: int
    end: int
    locator: Locator = BY_LINES

    @property
    def text(self) -> str:
        """The cell's words, one line a paragraph."""
        return "\n".join(words.text for words in self.paragraphs)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table; one of fewer cells than the table has columns is a caption or note. `number` counts from 1.

    `after_page` tells that a page ends above it, so that it may be the rest of the row above.
    """

    cells: tuple[Cell, ...]
    number: int
    after_page: bool = False

    @property
    def start(self) -> int:
        """Offset of the row's first cell, also where that is empty."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Offset behind the row's last cell."""
        return self.cells[-1].end


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header cells as texts (two-row headers joined), rows below it. `number` counts tables from 1.

    `title` is the line above it that names it, "" if none; `start`/`end` its stretch of the text, header included.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    number: int
    start: int
    end: int
    header_rows: tuple[TableRow, ...] = ()
    locator: Locator = BY_LINES


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text and its blocks in order of reading.

    `line_starts` is empty for a format without lines. Where places are told by locators, `place_starts` has the offsets
    at which they begin and `places` the locator of each; both are empty else. `unread` is what the reader of the format
    did not take for words, and what it has to say of the file. `stretches` tell, in a format of pages, where on them
    words stand, in the order of their characters; `page_sizes` has the size of each page, from the first on, (0, 0)
    where one cannot be opened.
    """

    path: str
    sha256: str
    format: str
    characters: str
    blocks: tuple[Block, ...]
    line_starts: tuple[int, ...] = field(repr=False)
    place_starts: tuple[int, ...] = field(default=(), repr=False)
    places: tuple[Locator, ...] = field(default=(), repr=False)
    unread: tuple[UnreadStatement, ...] = ()
    stretches: tuple[PageStretch, ...] = field(default=(), repr=False)
    page_sizes: tuple[Size, ...] = ()

    def line_at(self, offset: int) -> int | None:
        """The number, from 1, of the line in which the character at `offset` stands; None in a format without lines."""
        return bisect_right(self.line_starts, offset) if self.line_starts else None

    def locator_at(self, offset: int) -> Locator:
        """The locator of the block or the cell in which the character at `offset` stands."""
        index = bisect_right(self.place_starts, offset)
        return self.places[index - 1] if index else BY_LINES

    def stretches_in(self, start: int, end: int) -> tuple[PageStretch, ...]:
        """Where on pages the words `characters[start:end]` stand."""
        first = max(bisect_right(self.stretches, start, key=lambda one: one.start) - 1, 0)
        last = bisect_right(self.stretches, end - 1, key=lambda one: one.start)
        return tuple(one for one in self.stretches[first:last] if one.start + one.length > start)

    def source(
        self, start: int, end: int, *, table: int | None = None, row: int | None = None, column: int | None = None
    ) -> Source:
        """The source that quotes `characters[start:end]` (at least one character long).

        Where a locator names table, row and column, it does so as the file counts; the column only for one cell.
        """
        locator = self.locator_at(start)
        one_cell = self.locator_at(max(start, end - 1)).is_beside(locator)
        on_pages = self.stretches_in(start, end) if self.stretches and not locator.table else ()
        return Source(
            line=self.line_at(start),
            end_line=self.line_at(max(start, end - 1)),
            start=start,
            end=end,
            quote=self.characters[start:end],
            page=on_pages[0].page if on_pages else locator.page,
            sheet=locator.sheet,
            paragraph=locator.paragraph,
            table=locator.table or table,
            row=locator.row or row,
            column=(locator.column if one_cell else None) or column,
            heading=locator.heading or None,
            element=(locator.cell if one_cell else "") or locator.element or None,
        )


def places_of(blocks: Iterable[Block]) -> tuple[tuple[int, Locator], ...]:
    """Where locators begin to hold, in order: those of blocks, and of cells, as the file or else the table counts."""
    found: list[tuple[int, Locator]] = []
    for block in blocks:
        found.append((block.start, block.locator))
        if isinstance(block, Table):
            found += _places_in(block)
    return tuple(sorted(found, key=itemgetter(0))) if any(locator != BY_LINES for _, locator in found) else ()


def _places_in(table: Table) -> Iterator[tuple[int, Locator]]:
    """Where each cell of a table begins; a header that stands above another table is that one's."""
    counted = replace(table.locator, table=table.locator.table or table.number)
    for row in (*table.header_rows, *table.rows):
        if row.start >= table.start:
            for column, cell in enumerate(row.cells, start=1):
                yield cell.start, _counted(counted, row, column) if cell.locator == BY_LINES else cell.locator


def _counted(table: Locator, row: TableRow, column: int) -> Locator:
    """The place of a cell that has none of its own; a header is no row that is counted."""
    return replace(table, row=row.number, column=column) if row.number else table


def line_starts(characters: str) -> tuple[int, ...]:
    """Offsets at which the lines of a text begin; lines end at LF (so also at CR LF) and at nothing else."""
    starts = [0]
    position = characters.find("\n")
    while position != -1:
        starts.append(position + 1)
        position = characters.find("\n", position + 1)
    return tuple(starts)
