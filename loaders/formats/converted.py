"""Documents of Word 97, WPS, RTF and OpenDocument: where LibreOffice is installed, the Word documents that it makes of
them are read.

A date that a field sets to the present day is not read.
"""

from loaders.files.kinds import kind_of
from loaders.formats.content import Content
from loaders.formats.conversion import convert
from loaders.formats.docx.file import part_row, read_docx_file

__all__ = ["part_row", "read_converted"]


def read_converted(data: bytes) -> Content:
    """The characters and blocks of a document. Raises FileRefusedError where LibreOffice is missing, or makes none."""
    return read_docx_file(convert(data, kind_of(data)), present_days=False)
