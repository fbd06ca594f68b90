"""A workbook as grids, a sheet each, in their order; hidden ones too, and what is to be said of each."""

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from loaders.formats.grids.grid import Grid
from loaders.formats.sheets.grids import SheetFacts, grid_of
from loaders.formats.xlsx.package import Package
from loaders.formats.xlsx.parts import SheetPart, read_parts
from loaders.formats.xlsx.rows import CellReader, read_strings
from loaders.formats.xlsx.sheet_xml import SlimSheet, slim


def read_workbook(data: bytes) -> list[Grid]:
    """The sheets of a workbook. Raises FileRefusedError for one that is damaged or beyond the limits."""
    package = Package(data)
    parts = read_parts(package)
    epoch = MAC_EPOCH if parts.from_1904 else WINDOWS_EPOCH
    cells = CellReader(read_strings(parts.strings), parts.styles, epoch)
    return [_grid(part, slim(package.stream(part.part)), cells) for part in parts.sheets]


def _grid(part: SheetPart, sheet: SlimSheet, cells: CellReader) -> Grid:
    facts = SheetFacts(part.name, part.hidden, sheet.merges, part.comments, sheet.uncalculated)
    return grid_of(cells.rows(sheet.xml), facts)
