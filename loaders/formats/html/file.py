"""Web pages as saved: the paper in them, found by where its prose, tables and title stand, with true tables.

The parser is loaded when the first page is read.
"""

from loaders.formats.content import Content
from loaders.formats.grids.layout import part_row

__all__ = ["MOST_BYTES", "part_row", "read_html_file"]

MOST_BYTES = 16 * 1024 * 1024
"""The limit of a page: pictures that stand within it make it long, its words never do."""


def read_html_file(data: bytes) -> Content:
    """The characters and blocks of a web page (`loaders.formats.html.reader`)."""
    from loaders.formats.html.reader import read_html  # noqa: PLC0415 - it takes as long to load as a page to read

    return read_html(data)
