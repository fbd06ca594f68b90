"""From a path to a Text: bytes, their kind, the reader for it. What a file is, its content tells; between readers of
one kind (plain text, Markdown) the ending of its name chooses.
"""

import hashlib
from pathlib import Path

from graph.errors import FileRefusedError, reason_of
from graph.messages.message import message
from loaders.files.kinds import TEXT
from loaders.formats.readers import reader_for
from loaders.limits import MOST_BYTES
from loaders.text import Text, line_starts, places_of

_HEAD = 64 * 1024
"""Bytes of a file above the limit by which its kind is told, so that a large PDF is called a PDF."""


def read(path: str | Path, *, most_text: int = MOST_BYTES) -> Text:
    """The text of a file; a plain one may have `most_text` bytes, as a service may take less than a person's machine.

    Raises FileRefusedError with the reason for what cannot be read.
    """
    file = Path(path)
    try:
        if file.is_dir():
            raise FileRefusedError.at(path, message("file.folder"))
        size = file.stat().st_size
        with file.open("rb") as opened:
            data = opened.read(_HEAD if size > most_text else -1)
            most = _most_bytes(data, path, most_text) if size > most_text else size
            data += opened.read() if size <= most else b""
    except OSError as error:
        raise FileRefusedError.at(path, reason_of(error)) from error
    if size > most:
        raise FileRefusedError.at(path, message("file.too_large", limit=most // 1024 // 1024))
    try:
        return read_bytes(data, str(path))
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error


def _most_bytes(head: bytes, path: str | Path, most_text: int) -> int:
    """The limit for a file that begins so."""
    try:
        reader = reader_for(head, str(path))
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error
    return most_text if TEXT in reader.kinds else reader.most_bytes


def read_bytes(data: bytes, path: str) -> Text:
    """The text that `data` holds, `path` being the name to give it."""
    reader = reader_for(data, path)
    content = reader.read(data)
    places = places_of(content.blocks)
    return Text(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        format=reader.format,
        characters=content.characters,
        blocks=content.blocks,
        line_starts=line_starts(content.characters) if reader.has_lines else (),
        place_starts=tuple(start for start, _ in places),
        places=tuple(locator for _, locator in places),
        unread=content.unread,
    )
