"""A workbook as grids, a sheet each, in their order; hidden ones too, and what is to be said of each."""

from collections.abc import Iterator, Sequence

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from graph.errors import FileRefusedError
from graph.words.sheet_columns import column_letters
from loaders.formats.grids.grid import Grid, GridCell, GridRemark, GridRow, merged
from loaders.formats.sheets.addresses import ranges_of
from loaders.formats.xlsx.package import Package
from loaders.formats.xlsx.parts import SheetPart, read_parts
from loaders.formats.xlsx.rows import CellReader, SheetRows, read_strings
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
    epoch = MAC_EPOCH if parts.from_1904 else WINDOWS_EPOCH
    cells = CellReader(read_strings(parts.strings), parts.styles, epoch)
    return [_grid(part, one, cells) for part, one in zip(parts.sheets, slims, strict=True)]


def _grid(part: SheetPart, slimmed: SlimSheet, reader: CellReader) -> Grid:
    """The grid of a sheet."""
    sheet = reader.rows(slimmed.xml)
    if len(sheet.rows) > MOST_LINES:
        raise FileRefusedError("file.too_many_lines", limit=MOST_LINES)
    left_out: dict[tuple[str, int], list[tuple[int, str]]] = {}
    rows: list[GridRow] = []
    for row in sheet.rows:
        filled = tuple(GridCell(column, said.lines, day=said.day) for column, said in row.cells if said.lines)
        if filled:
            rows.append(GridRow(row.number, filled))
        for column, said in row.cells:
            if said.struck:
                left_out.setdefault(("unread.struck", row.number), []).append((column, said.struck))
            if said.error:
                left_out.setdefault(("unread.formula_error", row.number), []).append((column, said.error))
    for number, column, formula in slimmed.uncalculated:
        left_out.setdefault(("unread.not_calculated", number), []).append((column, formula))
    remarks = [_left_out(key, number, cells) for (key, number), cells in left_out.items()]
    shown = merged(rows, slimmed.merges)
    remarks += _hidden(sheet, part, shown)
    if part.comments:
        remarks.append(GridRemark("unread.comments", None, None, "", {"cells": "、".join(part.comments)}))
    return Grid(part.name, shown, tuple(remarks), part.hidden)


def _left_out(key: str, row: int, cells: Sequence[tuple[int, str]]) -> GridRemark:
    """What was left out of a row: one remark for all of its cells."""
    return GridRemark(key, row, cells[0][0] if len(cells) == 1 else None, "\t".join(words for _, words in cells))


def _hidden(sheet: SheetRows, part: SheetPart, rows: Sequence[GridRow]) -> Iterator[GridRemark]:
    """What of a sheet is hidden and holds words."""
    away = {row.number for row in sheet.rows if row.hidden}
    hidden = [row.number for row in rows if row.number in away]
    if hidden:
        yield GridRemark("unread.hidden_rows", hidden[0], None, "", {"sheet": part.name, "rows": ranges_of(hidden)})
    used = {cell.column for row in rows for cell in row.cells}
    columns = sorted(column for column in used if any(first <= column <= last for first, last in sheet.hidden_columns))
    if columns:
        words = ranges_of(columns, column_letters)
        yield GridRemark("unread.hidden_columns", None, columns[0], "", {"sheet": part.name, "columns": words})
