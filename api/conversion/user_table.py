"""A table that a person brings (text with commas or TABs, or .xlsx): its header, and its rows as they stand.

Text is UTF-8, UTF-16 or GB18030, as elsewhere; of a workbook the first sheet is meant that has the columns asked for.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from graph.errors import FileRefusedError, NotFoundError, UsageError, reason_of
from graph.words.fold import compact
from loaders.files.kinds import TEXT, kind_of
from loaders.files.plain import to_characters
from loaders.formats.grids.grid import Grid, GridCell
from loaders.formats.separated_values import vote
from loaders.formats.xlsx.file import MOST_BYTES
from loaders.limits import MIB, MOST_LINES

HEADER_ROWS = 20
"""Rows at the beginning of a table among which its header is sought: some have titles above."""
_LOOKED_AT = 20_000
"""Characters by which the sign that parts the cells is told."""
_FIGURE = re.compile(r"-?(?:\d{1,20}|\d{1,3}(?:,\d{3}){1,6})(?:\.\d{1,20})?")
"""A number in a cell; one with more digits is no figure."""
_WHOLE = 10**15
"""Below it every whole number of a workbook is exact."""


@dataclass(frozen=True, slots=True)
class UserCell:
    """A cell: its words, and the number that a workbook has there (None for words and for days)."""

    words: str = ""
    number: float | None = None

    @property
    def name(self) -> str:
        """What it calls a place: a code that is a number is written out (510923100263, not 5.10923E+11)."""
        if self.number is not None and self.number == int(self.number) and abs(self.number) < _WHOLE:
            return str(int(self.number))
        return self.words

    @property
    def value(self) -> str | float:
        """What is written down again: the number where the words show it as one, else the words."""
        return self.number if self.number is not None and _FIGURE.fullmatch(self.words) else self.words

    @property
    def exact(self) -> str:
        """Its number in full where it has one, else its words: 0.25 where a workbook shows 25%."""
        return repr(self.number) if self.number is not None else self.words.strip()

    @property
    def figure(self) -> Fraction | None:
        """The number that it tells, None for none."""
        if self.number is not None:
            return Fraction(repr(self.number))
        words = compact(self.words)
        return Fraction(words.replace(",", "")) if _FIGURE.fullmatch(words) else None


@dataclass(frozen=True, slots=True)
class UserRow:
    """A row by its number in the file, from 1."""

    number: int
    cells: tuple[UserCell, ...]

    def at(self, column: int) -> UserCell:
        """The cell of a column (from 0), an empty one where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else UserCell()


@dataclass(frozen=True, slots=True)
class UserTable:
    """A table: the rows above its header, the names of its columns, the rows below; `sheet` is the name of its sheet,
    "" in text, and `others` tells how many more sheets its workbook has.
    """

    above: tuple[UserRow, ...]
    header: UserRow
    rows: tuple[UserRow, ...]
    sheet: str = ""
    others: int = 0

    @property
    def width(self) -> int:
        """Columns of its widest row."""
        return max(len(row.cells) for row in (*self.above, self.header, *self.rows))

    def column(self, name: str) -> int:
        """The place (from 0) of a column by its name. Raises NotFoundError where there is none, UsageError where two
        have the name.
        """
        wanted = _plain(name)
        found = [at for at, cell in enumerate(self.header.cells) if _plain(cell.words) == wanted]
        if not found or not wanted:
            known = tuple(cell.words for cell in self.header.cells if cell.words)
            raise NotFoundError("convert.no_column", column=name, known=known)
        if len(found) > 1:
            raise UsageError("convert.two_columns", column=name)
        return found[0]


def read_table(path: Path, columns: Sequence[str]) -> UserTable:
    """The table of a file, whose header has these columns. Raises FileRefusedError, in one sentence, for a file that is
    none, NotFoundError where a column is not there.
    """
    try:
        return table_in(path.read_bytes(), columns)
    except FileNotFoundError as error:
        raise FileRefusedError("convert.missing", path=path) from error
    except OSError as error:
        raise FileRefusedError.at(path, reason_of(error)) from error
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error


def table_in(data: bytes, columns: Sequence[str]) -> UserTable:
    """The table in the bytes of a file; see `read_table`."""
    if len(data) > MOST_BYTES:
        raise FileRefusedError("file.too_large", limit=MOST_BYTES // MIB)
    if not data.strip():
        raise FileRefusedError("file.empty")
    kind = kind_of(data)
    if kind == "xlsx":
        return _of_workbook(data, columns)
    if kind != TEXT or (b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise FileRefusedError("convert.no_table")
    rows = tuple(_text_rows(to_characters(data)))
    if not rows:
        raise FileRefusedError("file.empty")
    return _table(rows, columns)


def _text_rows(characters: str) -> Iterator[UserRow]:
    reader = csv.reader(io.StringIO(characters, newline=""), delimiter=vote(characters[:_LOOKED_AT]), strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            yield UserRow(number, tuple(UserCell(words) for words in cells))
    except csv.Error as error:
        raise FileRefusedError("convert.broken_row", line=reader.line_num) from error


def _of_workbook(data: bytes, columns: Sequence[str]) -> UserTable:
    from loaders.formats.xlsx.workbook import read_workbook  # noqa: PLC0415 - loaded where a workbook is read

    grids = [grid for grid in read_workbook(data) if grid.rows]
    if not grids:
        raise FileRefusedError("file.no_words")
    tables = [_table(tuple(_grid_rows(grid)), columns, grid.name, len(grids) - 1) for grid in grids]
    return next((one for one in tables if _has(one.header, columns)), tables[0])


def _grid_rows(grid: Grid) -> Iterator[UserRow]:
    """The rows of a sheet, empty ones between them too."""
    if grid.rows[-1].number > MOST_LINES:
        raise FileRefusedError("file.too_many_lines", limit=MOST_LINES)
    number = 0
    for row in grid.rows:
        yield from (UserRow(missing, ()) for missing in range(number + 1, row.number))
        number = row.number
        filled = {cell.column: cell for cell in (*row.above.values(), *row.cells)}
        yield UserRow(number, tuple(_cell(filled.get(at)) for at in range(1, max(filled) + 1)))


def _cell(cell: GridCell | None) -> UserCell:
    return UserCell(cell.text, cell.number) if cell else UserCell()


def _table(rows: Sequence[UserRow], columns: Sequence[str], sheet: str = "", others: int = 0) -> UserTable:
    """The table of rows, with the first one as its header that has the columns, else the first that has words."""
    near = range(min(len(rows), HEADER_ROWS))
    at = next((at for at in near if _has(rows[at], columns)), None)
    if at is None:
        at = next((at for at in near if any(cell.words for cell in rows[at].cells)), 0)
    return UserTable(tuple(rows[:at]), rows[at], tuple(rows[at + 1 :]), sheet, others)


def _has(row: UserRow, columns: Sequence[str]) -> bool:
    return {_plain(one) for one in columns} <= {_plain(cell.words) for cell in row.cells}


def _plain(name: str) -> str:
    return compact(name).lower()
