"""Word documents: paragraphs with their automatic numbers, tables with their merges, by lxml and a walk of our own.

The parser is loaded when the first file is read.
"""

from loaders.formats.content import Content
from loaders.formats.grids.laid_out import part_row

__all__ = ["MOST_BYTES", "part_row", "read_docx_file"]

MOST_BYTES = 64 * 1024 * 1024
"""The limit of a file: photographs make it long, its words never do."""


def read_docx_file(data: bytes, *, present_days: bool = True) -> Content:
    """The characters and blocks of a Word document (`loaders.formats.docx.reader`)."""
    from loaders.formats.docx.reader import read_docx  # noqa: PLC0415 - it takes as long to load as a paper to read

    return read_docx(data, present_days=present_days)
