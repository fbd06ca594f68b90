"""The package of a workbook: parts of a zip archive, read one by one within limits, never written anywhere."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from graph.errors import FileRefusedError

_MOST_ENTRIES = 5_000
"""Entries of an archive; a workbook of a hundred sheets with pictures has some five hundred."""
_LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part that are kept; the parts of the longest real sheet seen take 20 MB."""
LARGEST_STREAM = 512 * 1024 * 1024
"""Bytes of one part that is not kept but passed through, as sheets of millions of empty cells are."""
_HIGHEST_RATIO = 200
"""How many times its packed length a part may have; real ones have up to 60, bombs from 300 on."""
_RATIO_FROM = 8 * 1024 * 1024
"""Bytes from which the ratio counts."""
_CHUNK = 1024 * 1024
_HEADER = 30  # bytes before the name of an entry
_ENCRYPTED = 0x1
_TYPES_OF_TEXT = (b"\xfe\xff", b"\xff\xfe", b"\x00<", b"<\x00")
"""How a part in UTF-16 or UTF-32 begins: no program writes one, and nothing could be looked for in its bytes."""


class Package:
    """The parts of a workbook by their names. Raises FileRefusedError for an archive beyond the limits or damaged."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise FileRefusedError("file.workbook_damaged") from error
        _check(entries)
        self._entries = {_normal(entry.filename): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return _normal(name) in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of a part, b"" where there is none. Raises FileRefusedError for one too long or damaged."""
        parts: list[bytes] = []
        length = 0
        for chunk in self.stream(name):
            length += len(chunk)
            if length > _LARGEST_PART:
                raise FileRefusedError("file.workbook_large")
            parts.append(chunk)
        return b"".join(parts)

    def stream(self, name: str) -> Iterator[bytes]:
        """The bytes of a part chunk by chunk."""
        entry = self._entries.get(_normal(name))
        if entry is None:
            return
        length, seam = 0, b""
        try:
            with self._archive.open(entry) as opened:
                while chunk := opened.read(_CHUNK):
                    if not length and chunk.startswith(_TYPES_OF_TEXT):
                        raise FileRefusedError("file.workbook_damaged")
                    length += len(chunk)
                    if length > LARGEST_STREAM or (
                        length > _RATIO_FROM and length > _HIGHEST_RATIO * max(entry.compress_size, 1)
                    ):
                        raise FileRefusedError("file.workbook_large")
                    if b"<!DOCTYPE" in seam + chunk:
                        raise FileRefusedError("file.workbook_damaged")
                    seam = chunk[-16:]
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise FileRefusedError("file.workbook_damaged") from error


def _check(entries: list[zipfile.ZipInfo]) -> None:
    """Refuses what no program writes: very many entries, two of one name, two that share bytes, encrypted ones."""
    if len(entries) > _MOST_ENTRIES:
        raise FileRefusedError("file.workbook_large")
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end or entry.flag_bits & _ENCRYPTED:
            raise FileRefusedError("file.workbook_damaged")
        end = entry.header_offset + _HEADER + entry.compress_size
    if len({_normal(entry.filename) for entry in entries}) < len(entries):
        raise FileRefusedError("file.workbook_damaged")


def _normal(name: str) -> str:
    """A part's name as it is compared: in small letters, with slashes, without the first."""
    return name.replace("\\", "/").lstrip("/").lower()
