"""Excel and WPS workbooks (.xlsx, .xlsm): every sheet with its titles, tables and notes, each cell with its address.

What reads them is loaded when the first file is.
"""

from loaders.formats.content import Content
from loaders.formats.grids.laid_out import part_row

__all__ = ["MOST_BYTES", "part_row", "read_xlsx_file"]

MOST_BYTES = 32 * 1024 * 1024
"""The limit of a file: pictures, which are not read, may take most of it; its words have the limits of texts."""


def read_xlsx_file(data: bytes) -> Content:
    """The words and blocks of a workbook (`loaders.formats.xlsx.reader`)."""
    from loaders.formats.xlsx.reader import read_xlsx  # noqa: PLC0415 - it takes as long to load as a paper to read

    return read_xlsx(data)
