"""Excel 97 and WPS workbooks (.xls, .et): every sheet as it is read of newer ones, by xlrd in a limited process.

What reads them is loaded when the first file is.
"""

from loaders.formats.content import Content
from loaders.formats.grids.laid_out import part_row

__all__ = ["MOST_BYTES", "part_row", "read_xls_file"]

MOST_BYTES = 32 * 1024 * 1024
"""The limit of a file, as for newer workbooks."""


def read_xls_file(data: bytes) -> Content:
    """The words and blocks of an old workbook (`loaders.formats.xls.reader`)."""
    from loaders.formats.xls.reader import read_xls  # noqa: PLC0415 - it takes as long to load as a paper to read

    return read_xls(data)
