"""OpenDocument sheets (.ods): every sheet as it is read of Excel workbooks, by lxml and a walk of our own.

The parser is loaded when the first file is read.
"""

from loaders.formats.content import Content
from loaders.formats.grids.laid_out import part_row

__all__ = ["MOST_BYTES", "part_row", "read_ods_file"]

MOST_BYTES = 32 * 1024 * 1024
"""The limit of a file, as for Excel workbooks."""


def read_ods_file(data: bytes) -> Content:
    """The words and blocks of an OpenDocument sheet (`loaders.formats.ods.reader`)."""
    from loaders.formats.ods.reader import read_ods  # noqa: PLC0415 - it takes as long to load as a paper to read

    return read_ods(data)
