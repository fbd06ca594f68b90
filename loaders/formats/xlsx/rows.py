"""The rows of a sheet and the texts that its cells refer to, from their XML.

openpyxl's own reader was tried: a thing for each cell, formatted ones too, took four times as long, and files that
Excel and WPS open were refused for a broken colour or filter. Its tables of formats and its calendar are used.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from xml.etree import ElementTree as ET

from graph.errors import FileRefusedError
from graph.words.sheet_columns import column_number
from loaders.files.xml import check_marks
from loaders.formats.sheets.cells import CellWords, TextRun, iso_date_cell, number_cell, odd_cell, text_cell
from loaders.formats.sheets.grids import SheetRow, SheetRows
from loaders.formats.sheets.looks import PLAIN, CellStyle
from loaders.formats.xlsx.names import MAIN
from loaders.limits import MOST_CELLS, MOST_WORKBOOK

_ROW, _CELL, _VALUE, _INLINE = (f"{{{MAIN}}}{name}" for name in ("row", "c", "v", "is"))
_COLUMN, _STRING, _TEXT, _RUN, _LOOK, _STRIKE = (
    f"{{{MAIN}}}{name}" for name in ("col", "si", "t", "r", "rPr", "strike")
)
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_ON = ("1", "true", "on")


def read_strings(xml: bytes) -> list[tuple[TextRun, ...]]:
    """The texts of a workbook, by their numbers. Raises FileRefusedError for a damaged part."""
    try:
        return [_runs(one) for one in _elements(xml, _STRING)] if xml.strip() else []
    except ValueError as error:
        raise FileRefusedError("file.workbook_damaged") from error


@dataclass(slots=True)
class CellReader:
    """What cells refer to: texts, styles, and the day from which days are counted. The cells of all sheets and their
    characters are counted as they are made: one text may stand in very many, and a cell may be written in many ways.
    """

    strings: Sequence[tuple[TextRun, ...]]
    styles: Sequence[CellStyle]
    epoch: datetime
    _read: dict[tuple[str, bool], CellWords] = field(default_factory=dict, init=False)
    _cells: int = field(default=0, init=False)
    _made: int = field(default=0, init=False)

    def rows(self, xml: bytes) -> SheetRows:
        """The rows of a sheet. Raises FileRefusedError where it is damaged, or its cells or words are too many."""
        rows: list[SheetRow] = []
        columns: list[tuple[int, int]] = []
        cells: list[tuple[int, CellWords]] = []
        number = column = 0
        try:
            for one in _elements(xml, _CELL, _ROW, _COLUMN):
                if one.tag == _CELL:
                    place = one.get("r")
                    column = _column(place.rstrip("0123456789")) if place else column + 1
                    said = self._cell(one)
                    self._count(said)
                    if said is not None:
                        cells.append((column, said))
                elif one.tag == _COLUMN:
                    if one.get("hidden") in _ON:
                        columns.append((int(one.get("min", "0")), int(one.get("max", "0"))))
                else:
                    number = _within(int(one.get("r", number + 1)), _LAST_ROW)
                    if cells:
                        rows.append(SheetRow(number, one.get("hidden") in _ON, tuple(cells)))
                    column, cells = 0, []
        except (ValueError, IndexError, OverflowError) as error:
            raise FileRefusedError("file.workbook_damaged") from error
        return SheetRows(tuple(sorted(rows, key=lambda row: row.number)), tuple(columns))

    def _count(self, said: CellWords | None) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)
        if said is None:
            return
        self._made += sum(map(len, said.lines)) + len(said.struck) + len(said.error)
        if self._made > MOST_WORKBOOK:
            raise FileRefusedError("file.workbook_large")

    def _cell(self, cell: ET.Element) -> CellWords | None:
        """The words of a cell, None for an empty one."""
        kind, look = cell.get("t"), cell.get("s", "0")
        style = self.styles[int(look)] if look.isdecimal() and int(look) < len(self.styles) else PLAIN
        value = cell.findtext(_VALUE) or ""
        if kind == "s" and value:
            return self._string(value, struck=style.struck)
        runs = self._texts(kind, value, cell)
        if runs is not None:
            return text_cell(runs, self.epoch, struck=style.struck)
        if not value:
            return None
        if kind == "e":
            return CellWords((), error=value)
        try:
            return iso_date_cell(value, style) if kind == "d" else number_cell(float(value), style, self.epoch)
        except ValueError:
            return odd_cell(value, "", self.epoch, struck=style.struck)

    def _string(self, number: str, *, struck: bool) -> CellWords:
        """The words of a cell that refers to a text, made once for all cells that do."""
        read = self._read.get((number, struck))
        if read is None:
            read = text_cell(self.strings[int(number)], self.epoch, struck=struck)
            self._read[number, struck] = read
        return read

    def _texts(self, kind: str | None, value: str, cell: ET.Element) -> Sequence[TextRun] | None:
        """The runs of a cell that holds its text, None for one of another kind."""
        if kind == "inlineStr":
            inside = cell.find(_INLINE)
            return () if inside is None else _runs(inside)
        if kind == "b" and value:
            value = "FALSE" if value == "0" else "TRUE"
        return ((value, None),) if kind in ("str", "b") else None


def _elements(xml: bytes, *tags: str) -> Iterator[ET.Element]:
    """The elements of these names, each emptied when the next is asked for. Its text holds no DOCTYPE."""
    check_marks(xml)
    try:
        for _, one in ET.iterparse(BytesIO(xml)):  # noqa: S314 - a part with a DOCTYPE is refused before
            if one.tag in tags:
                yield one
                one.clear()
    except (ET.ParseError, LookupError) as error:  # also for an encoding that nobody knows
        raise FileRefusedError("file.workbook_damaged") from error


def _runs(text: ET.Element) -> tuple[TextRun, ...]:
    """The runs of a text; one without a look of its own looks as its cell."""
    found: list[TextRun] = []
    for one in text:
        if one.tag == _TEXT and one.text:
            found.append((one.text, None))
        elif one.tag == _RUN:
            look = one.find(_LOOK)
            struck = None if look is None else look.find(_STRIKE) is not None
            found.append((one.findtext(_TEXT) or "", struck))
    return tuple(found)


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    """The column of these letters, from 1. Raises ValueError where there is none."""
    return _within(column_number(letters), _LAST_COLUMN)


def _within(number: int, last: int) -> int:
    if not 0 < number <= last:
        raise ValueError(number)
    return number
