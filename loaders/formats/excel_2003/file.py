"""Workbooks as one XML file (Excel 2003, .xml, .xls): every sheet as it is read of Excel workbooks, by lxml.

The parser is loaded when the first file is read.
"""

from loaders.formats.content import Content
from loaders.formats.grids.laid_out import part_row

__all__ = ["MOST_BYTES", "part_row", "read_excel_2003_file"]

MOST_BYTES = 32 * 1024 * 1024
"""The limit of a file, as for Excel workbooks."""


def read_excel_2003_file(data: bytes) -> Content:
    """The words and blocks of a workbook (`loaders.formats.excel_2003.reader`)."""
    from loaders.formats.excel_2003.reader import read_excel_2003  # noqa: PLC0415 - it takes long to load

    return read_excel_2003(data)
