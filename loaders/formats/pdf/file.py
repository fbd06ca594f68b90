"""PDF files: paragraphs over lines and pages, ruled tables with their merges, by pypdfium2 and cell code of our own."""

import base64

from loaders.formats.content import Content
from loaders.formats.grids.layout import part_row

__all__ = ["MOST_BYTES", "draw_pdf_page", "part_row", "read_pdf_file"]

MOST_BYTES = 64 * 1024 * 1024
"""The limit of a file: pictures make it long, its words never do."""


def read_pdf_file(data: bytes) -> Content:
    """The characters and blocks of a PDF (`loaders.formats.pdf.reader`)."""
    from loaders.formats.pdf.reader import read_pdf  # noqa: PLC0415 - loaded when the first file is read

    return read_pdf(data)


def draw_pdf_page(data: bytes, number: int) -> bytes | None:
    """A page of a PDF, counted from 1, as PNG (`loaders.formats.pdf.picture`); None where there is no such page. Raises
    FileRefusedError where it cannot be drawn within limits.
    """
    from loaders.limited.call import call_limited  # noqa: PLC0415 - loaded when the first page is drawn

    drawn = call_limited("loaders.formats.pdf.picture", "page_picture", data, values=(number,))
    return base64.b64decode(drawn) if drawn else None
