"""Zip archives of office files, read within limits: each part in memory, nothing extracted, no bomb unpacked."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import FileRefusedError

MOST_ENTRIES = 5_000
"""Parts of an archive; a document with two thousand pictures has as many."""
MOST_OF_A_PART = 64 * 1024 * 1024
"""Bytes of a part that is read."""
MOST_OF_SETTINGS = 16 * 1024 * 1024
"""Bytes of a part that holds settings (styles, lists, references) or comments, and is parsed as a whole."""
MOST_OF_ALL = 512 * 1024 * 1024
"""Bytes of all parts together, as the archive states them."""
MOST_RATIO = 200
"""How many times longer than its packed bytes a part may be; real documents reach 58, a bomb 336."""
_SMALL = 8 * 1024 * 1024
"""Bytes up to which the ratio of a part does not count."""
_STEP = 1024 * 1024
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts of office files may be packed (ECMA-376-2); others unpack into as much memory as they state."""
_HEADER = 30
"""Bytes before the name of a part."""
_LONGEST_LIST = MOST_ENTRIES * 512
"""Bytes of the list of parts: as much as the names of so many take."""
_END, _LONG_END, _LONG = b"PK\x05\x06", b"PK\x06\x06", 0xFFFFFFFF
_END_LENGTH, _END_REACH = 22, 22 + 0xFFFF
"""Bytes of the record that ends an archive, without and with the longest comment."""


@dataclass(frozen=True, slots=True)
class ZipParts:
    """An archive that keeps the limits; its parts by their names in small letters, with / between folders."""

    file: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]

    @classmethod
    def of(cls, data: bytes) -> "ZipParts":
        """The archive that `data` is. Raises FileRefusedError for one that is damaged, encrypted or beyond a limit."""
        file = open_archive(data)
        entries = file.infolist()
        if any(map(is_encrypted, entries)):
            raise FileRefusedError("file.encrypted")
        names = {_name(entry.filename): entry for entry in entries}
        packed = all(entry.compress_type in _METHODS for entry in entries)
        if len(names) < len(entries) or not packed:
            raise FileRefusedError("file.damaged")
        return cls(file, names)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return _name(name) in self.entries

    def read(self, name: str, most: int | None = None) -> bytes:
        """The bytes of a part. Raises FileRefusedError where it is missing, damaged or longer than `most` bytes, or
        than any part may be.
        """
        return b"".join(self.pieces(name, most or MOST_OF_A_PART))

    def pieces(self, name: str, most: int) -> Iterator[bytes]:
        """A part step by step. Raises FileRefusedError where it is missing, damaged or longer than `most` bytes."""
        entry = self.entries.get(_name(name))
        if entry is None:
            raise FileRefusedError("file.damaged")
        yield from pieces_of(self.file, entry, most)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """An archive of any files. Raises FileRefusedError for one that is damaged or beyond a limit."""
    file = _opened(data)
    entries = file.infolist()
    if sum(entry.file_size for entry in entries) > MOST_OF_ALL:
        raise FileRefusedError("file.unpacks_too_large", limit=MOST_OF_ALL // _STEP)
    if _overlap(entries):
        raise FileRefusedError("file.damaged")
    return file


def is_encrypted(entry: zipfile.ZipInfo) -> bool:
    """Whether a part has a password."""
    return bool(entry.flag_bits & _ENCRYPTED)


def pieces_of(file: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """A part in steps, counted as it is unpacked: what the archive states of its length may be false. Raises
    FileRefusedError where it has a password, is damaged or is longer than `most` bytes.
    """
    if is_encrypted(entry):
        raise FileRefusedError("file.encrypted")
    if entry.compress_type not in _METHODS:
        raise FileRefusedError("file.damaged")
    try:
        yield from _pieces(file, entry, most)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise FileRefusedError("file.damaged") from error


def _pieces(file: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    length = 0
    with file.open(entry) as part:
        while piece := part.read(_STEP):
            length += len(piece)
            if length > most:
                raise FileRefusedError("file.unpacks_too_large", limit=most // _STEP)
            if length > _SMALL and length > MOST_RATIO * max(entry.compress_size, 1):
                raise FileRefusedError("file.unpacks_too_large", limit=_SMALL // _STEP)
            yield piece


def part_names(data: bytes) -> frozenset[str] | None:
    """The names of the parts of an archive, in small letters; None where it cannot be opened."""
    try:
        return frozenset(map(_name, _opened(data).namelist()))
    except FileRefusedError:
        return None


def _opened(data: bytes) -> zipfile.ZipFile:
    if _length_of_list(data) > _LONGEST_LIST:
        raise FileRefusedError("file.too_many_parts", limit=MOST_ENTRIES)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
        raise FileRefusedError("file.damaged") from error
    if len(file.infolist()) > MOST_ENTRIES:
        raise FileRefusedError("file.too_many_parts", limit=MOST_ENTRIES)
    return file


def _length_of_list(data: bytes) -> int:
    """The bytes of the list of parts that an archive ends with, as it states them; its list is read as a whole."""
    at = data.rfind(_END, max(0, len(data) - _END_REACH))
    if at < 0 or at + _END_LENGTH > len(data):
        return 0
    stated = int.from_bytes(data[at + 12 : at + 16], "little")
    if stated < _LONG:
        return stated
    long = data.rfind(_LONG_END, 0, at)
    return int.from_bytes(data[long + 40 : long + 48], "little") if long >= 0 else stated


def _name(name: str) -> str:
    return name.replace("\\", "/").removeprefix("/").lower()


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether two parts lie on the same bytes."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + _HEADER + entry.compress_size
    return False
