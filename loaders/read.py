"""From a path to a Text: bytes, their kind, the reader for it. What a file is, its content tells; between readers of
one kind (plain text, Markdown) the ending of its name chooses.
"""

import hashlib
from pathlib import Path

from graph.errors import FileRefusedError, reason_of
from graph.messages.message import message
from loaders.formats.readers import READERS, reader_for
from loaders.text import Text, line_starts, places_of

_MEBIBYTE = 1024 * 1024
_HEAD = 64 * 1024
"""Bytes of a file above all limits by which its kind is told, so that a large PDF is called a PDF."""
_MOST_BYTES = max(reader.most_bytes for reader in READERS)


def read(path: str | Path) -> Text:
    """The text of a file. Raises FileRefusedError with the reason for what cannot be read."""
    file = Path(path)
    try:
        if file.is_dir():
            raise FileRefusedError.at(path, message("file.folder"))
        large = file.stat().st_size > _MOST_BYTES
        with file.open("rb") as opened:
            data = opened.read(_HEAD if large else -1)
    except OSError as error:
        raise FileRefusedError.at(path, reason_of(error)) from error
    try:
        if not large:
            return read_bytes(data, str(path))
        limit = reader_for(data, str(path)).most_bytes
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error
    raise FileRefusedError.at(path, message("file.too_large", limit=limit // _MEBIBYTE))


def read_bytes(data: bytes, path: str) -> Text:
    """The text that `data` holds, `path` being the name to give it."""
    reader = reader_for(data, path)
    if len(data) > reader.most_bytes:
        raise FileRefusedError("file.too_large", limit=reader.most_bytes // _MEBIBYTE)
    content = reader.read(data)
    places = places_of(content.blocks, content.asides)
    return Text(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        format=reader.format,
        characters=content.characters,
        blocks=content.blocks,
        line_starts=line_starts(content.characters) if reader.has_lines else (),
        place_starts=tuple(start for start, _ in places),
        places=tuple(locator for _, locator in places),
        asides=content.asides,
    )
