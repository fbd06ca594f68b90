"""Markdown: headings, paragraphs, items and pipe tables by markdown-it-py, each with its place in the file.

The parser is loaded when the first file is read.
"""

from loaders.formats.content import Content
from loaders.formats.markdown.rows import part_row

__all__ = ["part_row", "read_markdown_file"]


def read_markdown_file(data: bytes) -> Content:
    """The characters and blocks of a Markdown file. Raises FileRefusedError for bytes without words."""
    from loaders.formats.markdown.reader import read_markdown  # noqa: PLC0415 - it takes as long to load as a paper to read

    return read_markdown(data)
