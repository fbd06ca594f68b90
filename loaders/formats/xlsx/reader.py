"""Excel and WPS workbooks (.xlsx, .xlsm): every sheet with its titles, tables and notes, each cell with its address.

Merged cells stand in each row that they reach; numbers and dates are read as they are shown. Formulas give the value
that was stored with them, macros are never run, links never followed.
"""

from graph.errors import FileRefusedError
from graph.statements import UnreadStatement
from loaders.files.plain import MAX_BYTES
from loaders.formats.content import Content
from loaders.formats.grids.grid import Grid
from loaders.formats.grids.laid_out import LaidOut
from loaders.formats.sheets.blocks import SheetBlocks
from loaders.formats.sheets.remarks import remarks_on
from loaders.formats.xlsx.workbook import read_workbook
from loaders.text import Block


def read_xlsx(data: bytes) -> Content:
    """The words and blocks of a workbook. Raises FileRefusedError for one that is damaged, too large or empty."""
    characters = LaidOut(MAX_BYTES, "file.workbook_large")
    sheets = SheetBlocks(characters, by_address=True)
    read = [_read_sheet(grid, sheets, characters) for grid in read_workbook(data)]
    blocks = tuple(block for of_sheet, _ in read for block in of_sheet)
    if not blocks:
        raise FileRefusedError("file.no_words")
    return Content(characters.characters, blocks, tuple(remark for _, remarks in read for remark in remarks))


def _read_sheet(grid: Grid, sheets: SheetBlocks, characters: LaidOut) -> tuple[list[Block], list[UnreadStatement]]:
    """The blocks of a sheet, and behind them what is to be said of it."""
    characters.sheet = grid.name
    blocks = list(sheets.of(grid))
    return blocks, list(remarks_on(grid, characters, read=bool(blocks)))
