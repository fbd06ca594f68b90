"""What the bytes of a file are, told by the bytes alone: text, a page of HTML, or what a known signature begins.

The ending of a name is never asked: a PDF called plan.txt is a PDF.
"""

import re
from dataclasses import dataclass

TEXT, HTML = "text", "html"

_LOOKED_AT = 1024
"""Bytes at the beginning in which a page of HTML shows itself."""
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """Bytes at `at` by which a kind of file is known, `inside` such that must stand somewhere behind, and its name."""

    kind: str
    begins: bytes
    inside: bytes = b""
    at: int = 0


_ZIP, _OLE, _ODF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"application/vnd.oasis.opendocument."

SIGNATURES = (
    Signature("an OFD document (.ofd)", _ZIP, b"OFD.xml"),
    Signature("a Word document (.docx)", _ZIP, b"word/"),
    Signature("an Excel workbook (.xlsx)", _ZIP, b"xl/"),
    Signature("a PowerPoint presentation (.pptx)", _ZIP, b"ppt/"),
    Signature("an OpenDocument text (.odt)", _ZIP, _ODF + b"text"),
    Signature("an OpenDocument sheet (.ods)", _ZIP, _ODF + b"spreadsheet"),
    Signature("an e-book (.epub)", _ZIP, b"application/epub+zip"),
    Signature("a zip archive", _ZIP),
    Signature("an Office file with a password", _OLE, "EncryptedPackage".encode("utf-16-le")),
    Signature("a Word or WPS document (.doc, .wps)", _OLE, "WordDocument".encode("utf-16-le")),
    Signature("an Excel or WPS workbook (.xls, .et)", _OLE, "Workbook".encode("utf-16-le")),
    Signature("a PowerPoint or WPS presentation (.ppt, .dps)", _OLE, "PowerPoint Document".encode("utf-16-le")),
    Signature("an Office file of the old kind (.doc, .xls, .wps)", b"\xd0\xcf\x11\xe0"),
    Signature("a PDF file", b"%PDF-"),
    Signature("a rich text file (.rtf)", b"{\\rtf"),
    Signature("a PNG image", b"\x89PNG"),
    Signature("a JPEG image", b"\xff\xd8\xff"),
    Signature("a GIF image", b"GIF8"),
    Signature("a TIFF image", b"II*\x00"),
    Signature("a TIFF image", b"MM\x00*"),
    Signature("a WebP image", b"RIFF", b"WEBP"),
    Signature("a HEIC image", b"ftyphei", at=4),
    Signature("a RAR archive", b"Rar!"),
    Signature("a 7-Zip archive", b"7z\xbc\xaf"),
    Signature("a gzip archive", b"\x1f\x8b\x08"),
)
"""In the order in which they are tried: the first that fits names the file."""


def kind_of(data: bytes) -> str:
    """The kind of a file's bytes: "text", "html", or the words that name what is no text (a PDF file)."""
    for known in SIGNATURES:
        if data.startswith(known.begins, known.at) and known.inside in data:
            return known.kind
    return HTML if _PAGE.match(data, 0, _LOOKED_AT) else TEXT
