"""The words and blocks of a workbook of any kind, from its grids."""

from collections.abc import Iterable

from graph.errors import FileRefusedError
from graph.statements import UnreadStatement
from loaders.formats.content import Content
from loaders.formats.grids.grid import Grid
from loaders.formats.grids.laid_out import LaidOut
from loaders.formats.sheets.blocks import SheetBlocks
from loaders.formats.sheets.remarks import remarks_on
from loaders.limits import MOST_WORKBOOK
from loaders.text import Block


def content_of(grids: Iterable[Grid]) -> Content:
    """The words and blocks of sheets in order. Raises FileRefusedError where there are none, or too many."""
    laid_out = LaidOut(MOST_WORKBOOK, FileRefusedError("file.workbook_large"))
    sheets = SheetBlocks(laid_out, by_address=True)
    read = [_read_sheet(grid, sheets, laid_out) for grid in grids]
    blocks = tuple(block for of_sheet, _ in read for block in of_sheet)
    if not blocks:
        raise FileRefusedError("file.no_words")
    return Content(laid_out.characters, blocks, tuple(remark for _, remarks in read for remark in remarks))


def _read_sheet(grid: Grid, sheets: SheetBlocks, laid_out: LaidOut) -> tuple[list[Block], list[UnreadStatement]]:
    """The blocks of a sheet, and behind them what is to be said of it."""
    laid_out.sheet = grid.name
    blocks = list(sheets.of(grid))
    return blocks, list(remarks_on(grid, laid_out, read=bool(blocks)))
