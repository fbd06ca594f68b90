"""A workbook as grids, a sheet each, in their order; hidden ones too, and what is to be said of each."""

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from graph.errors import FileRefusedError
from loaders.formats.grids.grid import Grid
from loaders.formats.sheets.grids import SheetFacts, grid_of
from loaders.formats.xlsx.package import Package
from loaders.formats.xlsx.parts import read_parts
from loaders.formats.xlsx.rows import CellReader, read_strings
from loaders.formats.xlsx.sheet_xml import SlimSheet, slim
from loaders.limits import MOST_CELLS


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
    return [
        grid_of(cells.rows(one.xml), SheetFacts(part.name, part.hidden, one.merges, part.comments, one.uncalculated))
        for part, one in zip(parts.sheets, slims, strict=True)
    ]
