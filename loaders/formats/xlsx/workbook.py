"""A workbook as grids, a sheet each, in their order; hidden ones too, and what is to be said of each."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from openpyxl.cell.cell import Cell
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel
from openpyxl.worksheet.worksheet import Worksheet

from graph.errors import FileRefusedError
from loaders.formats.sheets.addresses import column_letters, ranges_of
from loaders.formats.sheets.grid import Grid, GridCell, GridRemark, GridRow, merged
from loaders.formats.xlsx.cells import read_cell
from loaders.formats.xlsx.dates import date_words
from loaders.formats.xlsx.package import Package
from loaders.formats.xlsx.parts import SheetPart, read_parts
from loaders.formats.xlsx.plain_copy import open_plain
from loaders.formats.xlsx.sheet_xml import SlimSheet, slim
from loaders.limits import MOST_CELLS, MOST_LINES


def read_workbook(data: bytes) -> list[Grid]:
    """The sheets of a workbook. Raises FileRefusedError for one that is damaged or beyond the limits."""
    package = Package(data)
    parts = read_parts(package)
    slims: list[SlimSheet] = []
    for part in parts.sheets:
        slims.append(slim(package.stream(part.part)))
        if sum(one.cells for one in slims) > MOST_CELLS:
            raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)
    opened = open_plain([one.xml for one in slims], parts.styles, parts.strings, from_1904=parts.from_1904)
    epoch = MAC_EPOCH if parts.from_1904 else WINDOWS_EPOCH
    struck = any(style.struck for style in parts.styles)
    return [
        _grid(sheet, part, one, epoch, struck=struck)
        for sheet, part, one in zip(opened.worksheets, parts.sheets, slims, strict=True)
    ]


def _grid(sheet: Worksheet, part: SheetPart, slimmed: SlimSheet, epoch: datetime, *, struck: bool) -> Grid:
    """The grid of a sheet; `struck` says that some cells of the workbook are struck out."""
    filled: dict[int, list[GridCell]] = {}
    left_out: dict[tuple[str, int], list[tuple[int, str]]] = {}
    # The library's own walk would pass every cell of the rectangle around the filled ones, of which there may be
    # seventeen billion.
    for _, cell in sorted(sheet._cells.items()):  # noqa: SLF001
        if not isinstance(cell, Cell):
            continue
        said = read_cell(cell, struck=struck and bool(cell.font.strike))
        if said.lines:
            day = "" if said.serial is None else _day(said.serial, epoch)
            filled.setdefault(cell.row, []).append(GridCell(cell.column, said.lines, day=day))
        if said.struck:
            left_out.setdefault(("unread.struck", cell.row), []).append((cell.column, said.struck))
        if said.error:
            left_out.setdefault(("unread.formula_error", cell.row), []).append((cell.column, said.error))
    if len(filled) > MOST_LINES:
        raise FileRefusedError("file.too_many_lines", limit=MOST_LINES)
    for row, column, formula in slimmed.uncalculated:
        left_out.setdefault(("unread.not_calculated", row), []).append((column, formula))
    remarks = [_left_out(key, row, cells) for (key, row), cells in left_out.items()]
    rows = merged([GridRow(number, tuple(cells)) for number, cells in sorted(filled.items())], slimmed.merges)
    remarks += _hidden(sheet, part, rows)
    if part.comments:
        remarks.append(GridRemark("unread.comments", None, None, "", {"cells": "、".join(part.comments)}))
    return Grid(part.name, rows, tuple(remarks), part.hidden)


def _left_out(key: str, row: int, cells: Sequence[tuple[int, str]]) -> GridRemark:
    """What was left out of a row: one remark for all of its cells."""
    return GridRemark(key, row, cells[0][0] if len(cells) == 1 else None, "\t".join(words for _, words in cells))


def _day(serial: float, epoch: datetime) -> str:
    return date_words(from_excel(serial, epoch), "")


def _hidden(sheet: Worksheet, part: SheetPart, rows: Sequence[GridRow]) -> Iterator[GridRemark]:
    """What of a sheet is hidden and holds words."""
    hidden = [
        row.number for row in rows if row.number in sheet.row_dimensions and sheet.row_dimensions[row.number].hidden
    ]
    if hidden:
        yield GridRemark("unread.hidden_rows", hidden[0], None, "", {"sheet": part.name, "rows": ranges_of(hidden)})
    spans = [(one.min or 0, one.max or 0) for one in sheet.column_dimensions.values() if one.hidden]
    used = {cell.column for row in rows for cell in row.cells}
    columns = sorted(column for column in used if any(first <= column <= last for first, last in spans))
    if columns:
        words = ranges_of(columns, column_letters)
        yield GridRemark("unread.hidden_columns", None, columns[0], "", {"sheet": part.name, "columns": words})
