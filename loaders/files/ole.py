"""What an OLE file (Word 97, Excel 97, an Office file with a password) holds: the names of its uppermost streams.

Its directory is read and no stream: the same words may stand in a cell, or in a document that is kept inside.
"""

import struct
from collections.abc import Iterator

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_SECTORS = 4_096
"""Sectors of a directory; one of 512 bytes has four names."""
_LAST = 0xFFFFFFFA
"""Numbers from which on none is that of a sector, or of a name."""
_IN_HEADER, _HEADER = 76, 512
"""Where the header lists the sectors of the table, and where it ends."""
_ENTRY = 128
_SIZES = (9, 12)
"""Powers of two that a sector may have as bytes."""


def stream_names(data: bytes) -> frozenset[str] | None:
    """The names of the streams beside no other storage; None where the directory is damaged or lies beyond the end."""
    try:
        return frozenset(_uppermost(_directory(data)))
    except (struct.error, IndexError, UnicodeDecodeError, ValueError):
        return None


def _directory(data: bytes) -> bytes:
    """The sectors of the directory, one behind the other."""
    (power,) = struct.unpack_from("<H", data, 30)
    if power not in _SIZES:
        raise ValueError
    size = 1 << power
    (first,), (more,) = struct.unpack_from("<I", data, 48), struct.unpack_from("<I", data, 68)
    table = [*struct.unpack_from(f"<{(_HEADER - _IN_HEADER) // 4}I", data, _IN_HEADER)]
    for _ in range(_MOST_SECTORS):
        if more >= _LAST:
            break
        *listed, more = struct.unpack(f"<{size // 4}I", _sector(data, more, size))
        table += listed
    found: list[bytes] = []
    while first < _LAST and len(found) < _MOST_SECTORS:
        found.append(_sector(data, first, size))
        (first,) = struct.unpack_from("<I", _sector(data, table[first // (size // 4)], size), first % (size // 4) * 4)
    return b"".join(found)


def _sector(data: bytes, number: int, size: int) -> bytes:
    at = (number + 1) * size
    if at + size > len(data):
        raise ValueError
    return data[at : at + size]


def _uppermost(directory: bytes) -> Iterator[str]:
    """The names below the root, which are kept as a tree."""
    waiting = [*struct.unpack_from("<I", directory, 76)]
    left = len(directory) // _ENTRY
    while waiting and left:
        number = waiting.pop()
        if number >= _LAST:
            continue
        left -= 1
        at = number * _ENTRY
        (length,) = struct.unpack_from("<H", directory, at + 64)
        yield directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le")
        waiting += struct.unpack_from("<2I", directory, at + 68)
