"""The picture of a page of a PDF, drawn in a worker process: PNG, which `zlib` packs, as base64 for the way out.

It shows the page as people see it, turned and cut as the file says, so that the boxes of words (`loaders.text`) lie on
it by their share of the page's size.
"""

import base64
import struct
import zlib
from collections.abc import Sequence
from itertools import starmap

from pypdfium2 import PdfBitmap, PdfDocument, PdfiumError

from loaders.limited.worker import WorkerRefusal

LONGEST = 1600
"""Pixels of the longer side at most: 10.5 pt words of A4 are 20 pixels high."""
_LARGEST = 3.0  # pixels for a point, on small pages
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOURS = (8, 2, 0, 0, 0)  # bits, red green blue, and the only ways to pack, filter and order lines


def page_picture(data: bytes, number: int) -> str | None:
    """The picture of a page, counted from 1, in base64; None where there is no such page. Raises WorkerRefusal for a
    file, or a page, that cannot be opened.
    """
    try:
        document = PdfDocument(data)
        if not 1 <= number <= len(document):
            return None
        page = document[number - 1]
        scale = min(_LARGEST, (LONGEST - 0.5) / max(*page.get_size(), 1.0))
        drawn = page.render(scale=scale, rev_byteorder=True, maybe_alpha=False)
    except PdfiumError as error:
        raise WorkerRefusal("file.pdf_damaged") from error
    return base64.b64encode(png(drawn.width, _lines(drawn))).decode("ascii")


def _lines(drawn: PdfBitmap) -> list[bytes]:
    """The pixels of each line, three bytes for one."""
    held = bytes(drawn.buffer)
    starts = range(0, drawn.stride * drawn.height, drawn.stride)
    return [held[start : start + 3 * drawn.width] for start in starts]


def png(width: int, lines: Sequence[bytes]) -> bytes:
    """The PNG of lines of pixels, each of three bytes (ISO/IEC 15948); no line refers to the one before it."""
    head = struct.pack(">2I5B", width, len(lines), *_TRUE_COLOURS)
    packed = zlib.compress(b"".join(b"\0" + line for line in lines))
    return _SIGNATURE + b"".join(starmap(_chunk, ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))))


def _chunk(name: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))
