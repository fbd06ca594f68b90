"""From a path to a Text: bytes, their kind, the reader for it. What a file is, its content tells; between readers of
one kind (plain text, Markdown) the ending of its name chooses.
"""

import hashlib
from pathlib import Path

from graph.errors import FileRefusedError, reason_of
from graph.messages.message import message
from loaders.collector import collector_at_rest
from loaders.containers.member import ContainedFile
from loaders.containers.places import member_at
from loaders.files.kinds import TEXT
from loaders.formats.readers import reader_for
from loaders.limits import MIB, MOST_BYTES
from loaders.text import Text, line_starts, places_of

_HEAD = 64 * 1024
"""Bytes of a file above the limit by which its kind is told, so that a large PDF is called a PDF."""


def read(path: str | Path, *, most_text: int = MOST_BYTES) -> Text:
    """The text of a file, also of one within a container (材料.zip!清单.xlsx); a plain one may have `most_text` bytes,
    as a service may take less than a person's machine. Raises FileRefusedError with the reason for what cannot be read.
    """
    file = Path(path)
    try:
        if file.is_dir():
            raise FileRefusedError.at(path, message("file.folder"))
        if (member := member_at(file)) is not None:
            return _read_member(member, path)
        size = file.stat().st_size
        if not file.is_file():  # a pipe, a device: to read it might never end
            raise FileRefusedError.at(path, message("file.special"))
        with file.open("rb") as opened:
            data = opened.read(_HEAD if size > most_text else -1)
            if size > most_text:
                _check_length(size, data, path, most_text)
                data += opened.read()
    except OSError as error:
        raise FileRefusedError.at(path, reason_of(error)) from error
    return _read_here(data, path)


def _read_member(member: ContainedFile, path: str | Path) -> Text:
    try:
        data = member.read()
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error
    return _read_here(data, path)


def _read_here(data: bytes, path: str | Path) -> Text:
    try:
        return read_bytes(data, str(path))
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error


def _check_length(size: int, head: bytes, path: str | Path, most_text: int) -> None:
    """Refuse a file of so many bytes that begins so, where it is longer than its kind may be."""
    try:
        reader = reader_for(head, str(path))
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error
    most = min(most_text, reader.most_bytes) if TEXT in reader.kinds else reader.most_bytes
    if size > most:
        raise FileRefusedError.at(path, message("file.too_large", limit=most // MIB))


def read_bytes(data: bytes, path: str) -> Text:
    """The text that `data` holds, `path` being the name to give it."""
    reader = reader_for(data, path)
    if len(data) > reader.most_bytes:
        raise FileRefusedError("file.too_large", limit=reader.most_bytes // MIB)
    with collector_at_rest():
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
        stretches=content.stretches,
        page_sizes=content.page_sizes,
    )
