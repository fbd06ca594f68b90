"""PDF files: paragraphs over lines and pages, ruled tables with their merges, by pypdfium2 and cell code of our own."""

from loaders.formats.content import Content
from loaders.formats.grids.layout import part_row

__all__ = ["MOST_BYTES", "part_row", "read_pdf_file"]

MOST_BYTES = 64 * 1024 * 1024
"""The limit of a file: pictures make it long, its words never do."""


def read_pdf_file(data: bytes) -> Content:
    """The characters and blocks of a PDF (`loaders.formats.pdf.reader`)."""
    from loaders.formats.pdf.reader import read_pdf  # noqa: PLC0415 - loaded when the first file is read

    return read_pdf(data)
