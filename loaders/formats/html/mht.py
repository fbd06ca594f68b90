"""Web pages that a browser or Word saved with their pictures in one file (.mht, .mhtml): the page alone is read."""

from graph.errors import FileRefusedError
from loaders.files.mail import MOST_BYTES, bytes_of, parts_of
from loaders.formats.content import Content
from loaders.formats.grids.layout import part_row
from loaders.formats.html.file import read_html_file

__all__ = ["MOST_BYTES", "part_row", "read_mht_file"]

_PAGES = ("text/html", "application/xhtml+xml")


def read_mht_file(data: bytes) -> Content:
    """The characters and blocks of the page; frames stand behind the one that holds them. Raises FileRefusedError where
    the file holds no page with words.
    """
    refused = FileRefusedError("file.no_words")
    for part in parts_of(data):
        if part.get_content_type() not in _PAGES:
            continue
        try:
            return read_html_file(bytes_of(part))
        except FileRefusedError as error:
            refused = error
    raise refused
