"""Workbooks of Excel 2003 (SpreadsheetML): one XML file, from which sheets are made as of any other workbook.

Systems write such files also as gb2312, which holds GB18030.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from graph.errors import FileRefusedError
from graph.words.sheet_columns import column_letters
from loaders.files.xml import parse_xml
from loaders.formats.content import Content
from loaders.formats.excel_2003 import names as n
from loaders.formats.excel_2003.cells import Looks, words_of
from loaders.formats.grids.grid import Grid, MergedRange
from loaders.formats.sheets.cells import CellWords
from loaders.formats.sheets.content import content_of
from loaders.formats.sheets.grids import SheetFacts, SheetRow, SheetRows, grid_of
from loaders.limits import MOST_CELLS, MOST_MERGES

_ENCODING = re.compile(
    rb"\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"'](?:gb2312|gbk|gb18030|x-gbk|cp936)[\"']", re.IGNORECASE
)
_LAST = 1_048_576
"""Rows, and more than the columns, of the largest sheet."""


def read_excel_2003(data: bytes) -> Content:
    """The words and blocks of a workbook. Raises FileRefusedError for one that is damaged, large or empty."""
    try:
        if _ENCODING.match(data):
            data = data.decode("gb18030").encode()
        root = parse_xml(data)
    except UnicodeError as error:
        raise FileRefusedError("file.workbook_damaged") from error
    except FileRefusedError as error:
        raise (FileRefusedError("file.workbook_damaged") if error.key == "file.damaged" else error) from error
    if root.tag != n.WORKBOOK:
        raise FileRefusedError("file.workbook_damaged")
    from_1904 = root.find(f"{n.SETTINGS}/{n.FROM_1904}") is not None
    walk = _SheetWalk(Looks.of(root, MAC_EPOCH if from_1904 else WINDOWS_EPOCH))
    return content_of(walk.grid(sheet) for sheet in root.iterfind(n.WORKSHEET))


@dataclass(slots=True)
class _SheetWalk:
    """A walk over the sheets; `filled` counts cells over all of them."""

    looks: Looks
    filled: int = 0
    merges: list[MergedRange] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    uncalculated: list[tuple[int, int, str]] = field(default_factory=list)

    def grid(self, sheet: etree._Element) -> Grid:
        """The grid of a sheet."""
        self.merges, self.comments, self.uncalculated = [], [], []
        table = sheet.find(n.TABLE)
        rows = tuple(self._rows(table)) if table is not None else ()
        columns = tuple(_hidden_columns(table)) if table is not None else ()
        if len(self.merges) > MOST_MERGES:
            raise FileRefusedError("file.workbook_large")
        hidden = (sheet.findtext(f"{n.OPTIONS}/{n.VISIBLE}") or "").strip().startswith("Sheet")
        facts = SheetFacts(sheet.get(n.NAME, ""), hidden, self.merges, self.comments, self.uncalculated)
        return grid_of(SheetRows(rows, columns), facts)

    def _rows(self, table: etree._Element) -> Iterator[SheetRow]:
        number = 0
        for row in table.iterchildren(n.ROW):
            number = _at(row, number)
            cells = tuple(self._cells(row, number, table.get(n.STYLE_ID)))
            yield SheetRow(number, row.get(n.HIDDEN) == "1", cells)
            number = min(number + _count(row, n.SPAN), _LAST)

    def _cells(self, row: etree._Element, number: int, style: str | None) -> Iterator[tuple[int, CellWords]]:
        column = 0
        for cell in row.iterchildren(n.CELL):
            column = _at(cell, column)
            look = self.looks.look(cell.get(n.STYLE_ID), row.get(n.STYLE_ID), style)
            data = cell.find(n.DATA)
            said = words_of(data, look, self.looks.epoch) if data is not None else None
            self._note(cell, number, column, calculated=data is not None)
            if said is not None:
                self.filled += 1
                yield column, said
            if self.filled > MOST_CELLS:
                raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)
            column = min(column + _count(cell, n.ACROSS), _LAST)

    def _note(self, cell: etree._Element, row: int, column: int, *, calculated: bool) -> None:
        """Keep what a cell is beside its words: merged, commented on, not calculated."""
        across, down = _count(cell, n.ACROSS), _count(cell, n.DOWN)
        if across or down:
            self.merges.append(MergedRange(row, column, row + down, column + across))
        if cell.find(n.COMMENT) is not None:
            self.comments.append(f"{column_letters(column)}{row}")
        if not calculated and (formula := cell.get(n.FORMULA, "")):
            self.uncalculated.append((row, column, formula))


def _hidden_columns(table: etree._Element) -> Iterator[tuple[int, int]]:
    """The first and last of the columns that are hidden together."""
    column = 0
    for one in table.iterchildren(n.COLUMN):
        column = _at(one, column)
        last = min(column + _count(one, n.SPAN), _LAST)
        if one.get(n.HIDDEN) == "1":
            yield column, last
        column = last


def _at(element: etree._Element, before: int) -> int:
    """The number of a row or column: behind the one before, unless it says another."""
    return min(max(_count(element, n.INDEX), before + 1), _LAST)


def _count(element: etree._Element, name: str) -> int:
    """How many more an element reaches; 0 where it does not say."""
    words = element.get(name, "0")
    return min(int(words), _LAST) if words.isascii() and words.isdigit() and len(words) < 10 else 0  # noqa: PLR2004
