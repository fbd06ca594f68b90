"""OFD documents (GB/T 33190): words by their places on the pages, joined to lines and paragraphs.

The parser is loaded when the first file is read.
"""

from loaders.formats.content import Content
from loaders.formats.plain_text import part_row

__all__ = ["MOST_BYTES", "part_row", "read_ofd_file"]

MOST_BYTES = 64 * 1024 * 1024
"""The limit of a file: pictures and fonts make it long."""


def read_ofd_file(data: bytes) -> Content:
    """The characters and blocks of a document (`loaders.formats.ofd.reader`)."""
    from loaders.formats.ofd.reader import read_ofd  # noqa: PLC0415 - it takes as long to load as a paper to read

    return read_ofd(data)
