"""What the bytes of a file are, told by the bytes alone: text, a web page, a mail, or what a known signature begins.

The ending of a name is never asked: a PDF called plan.txt is a PDF.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from loaders.files.archives import part_names

TEXT, HTML, MHT, EML = "text", "html", "mht", "eml"

_LOOKED_AT = 4096
"""Bytes at the beginning in which a page of HTML shows itself, behind a note on where it was saved from."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->).){0,1000}-->\s*){0,4}"
    rb"(?:<!doctype\s+html|<(?:html|head|body|meta|table))[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,8}"
    rb"((?:[A-Za-z][\w-]{0,60}:[^\r\n]{0,4000}(?:\r?\n[ \t][^\r\n]{0,4000}){0,400}\r?\n){2,200})"
)
"""The fields with which a mail begins, and a page that was saved as one."""
_OF_A_MAIL = re.compile(rb"^(?:MIME-Version|Content-Type|Message-ID|Received|Subject):", re.IGNORECASE | re.MULTILINE)
_FIELDS_OF_A_MAIL = 2
"""Fields of those that a mail has at least."""
_OF_A_PAGE = re.compile(rb"^Content-Type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Signature:
    """Bytes at `at` by which a kind of file is known, and `inside` such that must stand somewhere behind; what it is
    called stands in the rows kind.… of the messages. `named`: in an archive the name of a part must begin so.
    """

    kind: str
    begins: bytes
    inside: bytes = b""
    at: int = 0
    named: bool = False


_ZIP, _OLE, _ODF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"application/vnd.oasis.opendocument."

SIGNATURES = (
    Signature("ofd", _ZIP, b"OFD.xml", named=True),
    Signature("docx", _ZIP, b"word/", named=True),
    Signature("xlsx", _ZIP, b"xl/", named=True),
    Signature("pptx", _ZIP, b"ppt/", named=True),
    Signature("odt", _ZIP, _ODF + b"text"),
    Signature("ods", _ZIP, _ODF + b"spreadsheet"),
    Signature("epub", _ZIP, b"application/epub+zip"),
    Signature("zip", _ZIP),
    Signature("password", _OLE, "EncryptedPackage".encode("utf-16-le")),
    Signature("doc", _OLE, "WordDocument".encode("utf-16-le")),
    Signature("xls", _OLE, "Workbook".encode("utf-16-le")),
    Signature("ppt", _OLE, "PowerPoint Document".encode("utf-16-le")),
    Signature("xls", _OLE, "Book".encode("utf-16-le")),
    Signature("xls", b"\x09\x08\x10\x00\x00\x06\x05\x00"),
    Signature("ole", b"\xd0\xcf\x11\xe0"),
    Signature("pdf", b"%PDF-"),
    Signature("rtf", b"{\\rtf"),
    Signature("png", b"\x89PNG"),
    Signature("jpeg", b"\xff\xd8\xff"),
    Signature("gif", b"GIF8"),
    Signature("tiff", b"II*\x00"),
    Signature("tiff", b"MM\x00*"),
    Signature("webp", b"RIFF", b"WEBP"),
    Signature("heic", b"ftyphei", at=4),
    Signature("rar", b"Rar!"),
    Signature("seven_zip", b"7z\xbc\xaf"),
    Signature("gzip", b"\x1f\x8b\x08"),
)
"""In the order in which they are tried: the first that fits names the file."""


def kind_of(data: bytes) -> str:
    """The kind of a file's bytes: text, a page, a mail, or what is no text ("pdf"), which a row of kind.… names."""
    names = part_names(data) if data.startswith(_ZIP) else None
    for known in SIGNATURES:
        if data.startswith(known.begins, known.at) and _holds(known, data, names):
            return known.kind
    if _PAGE.match(data, 0, _LOOKED_AT):
        return HTML
    return _kind_of_mail(data) or TEXT


def _kind_of_mail(data: bytes) -> str:
    """Whether bytes are a mail, or a page with its pictures that a browser or Word saved in one file."""
    fields = _FIELDS.match(data)
    if fields is None or len({one[0].lower() for one in _OF_A_MAIL.finditer(fields[1])}) < _FIELDS_OF_A_MAIL:
        return ""
    sent = b"\nTo:" in fields[1] or b"\nReceived:" in fields[1] or fields[1].startswith(b"Received:")
    return MHT if _OF_A_PAGE.search(fields[1]) and not sent else EML


def _holds(known: Signature, data: bytes, names: Collection[str] | None) -> bool:
    """Whether bytes hold what a signature asks for; where an archive ends early, anywhere in them."""
    if known.named and names is not None:
        return any(name.startswith(known.inside.decode().lower()) for name in names)
    return known.inside in data
