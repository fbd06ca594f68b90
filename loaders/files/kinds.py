"""What the bytes of a file are, told by the bytes alone: text, a web page, a mail, or what a known signature begins.

The ending of a name is never asked: a PDF called plan.txt is a PDF.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from loaders.files.archives import part_names
from loaders.files.ole import OLE, stream_names

TEXT, HTML, MHT, EML = "text", "html", "mht", "eml"

_LOOKED_AT = 4096
"""Bytes at the beginning in which a page of HTML shows itself, behind a note on where it was saved from."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->).){0,1000}-->\s*){0,4}"
    rb"(?:<!doctype\s+html|<(?:html|head|body|meta|table))[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[\s>]", re.IGNORECASE)
_OF_XML = {
    "excel_2003": rb"progid\s*=\s*[\"']Excel\.Sheet|=\s*[\"']urn:schemas-microsoft-com:office:spreadsheet[\"']",
    "word_2003": rb"progid\s*=\s*[\"']Word\.Document|schemas\.microsoft\.com/office/(?:word/2003|2006/xmlPackage)",
}
KINDS_OF_XML = tuple(_OF_XML)
"""Documents of offices that are one file of XML; what they name before their words tells them."""
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
    """Bytes at `at` by which a kind of file is known, and the `parts` that it must hold: with which names in an archive
    begin, or names of streams in an OLE file. What it is called stands in the rows kind.… of the messages.
    """

    kind: str
    begins: bytes
    parts: tuple[str, ...] = ()
    at: int = 0


_ZIP = b"PK\x03\x04"
_FIRST = 30
"""Where the name of the first part of an archive stands, and behind it, if it is not packed, what it holds."""
_MEDIA = b"mimetypeapplication/"
_CONTENT = "[content_types].xml"
"""What Office writes into each archive; one whose main part has its usual name is known without."""

SIGNATURES = (
    Signature("ofd", _ZIP, ("ofd.xml",)),
    Signature("docx", _ZIP, ("word/document.xml",)),
    Signature("xlsx", _ZIP, ("xl/workbook.xml",)),
    Signature("pptx", _ZIP, ("ppt/presentation.xml",)),
    Signature("docx", _ZIP, (_CONTENT, "word/")),
    Signature("xlsx", _ZIP, (_CONTENT, "xl/")),
    Signature("pptx", _ZIP, (_CONTENT, "ppt/")),
    Signature("odt", _MEDIA + b"vnd.oasis.opendocument.text", at=_FIRST),
    Signature("ods", _MEDIA + b"vnd.oasis.opendocument.spreadsheet", at=_FIRST),
    Signature("epub", _MEDIA + b"epub+zip", at=_FIRST),
    Signature("zip", _ZIP),
    Signature("password", OLE, ("EncryptedPackage",)),
    Signature("doc", OLE, ("WordDocument",)),
    Signature("xls", OLE, ("Workbook",)),
    Signature("ppt", OLE, ("PowerPoint Document",)),
    Signature("xls", OLE, ("Book",)),
    Signature("xls", b"\x09\x08\x10\x00\x00\x06\x05\x00"),
    Signature("ole", b"\xd0\xcf\x11\xe0"),
    Signature("pdf", b"%PDF-"),
    Signature("rtf", b"{\\rtf"),
    Signature("png", b"\x89PNG"),
    Signature("jpeg", b"\xff\xd8\xff"),
    Signature("gif", b"GIF8"),
    Signature("tiff", b"II*\x00"),
    Signature("tiff", b"MM\x00*"),
    Signature("webp", b"WEBP", at=8),
    Signature("heic", b"ftyphei", at=4),
    Signature("rar", b"Rar!"),
    Signature("seven_zip", b"7z\xbc\xaf"),
    Signature("gzip", b"\x1f\x8b\x08"),
)
"""In the order in which they are tried: the first that fits names the file."""


def kind_of(data: bytes) -> str:
    """The kind of a file's bytes: text, a page, a mail, or what is no text ("pdf"), which a row of kind.… names."""
    names = _names(data)
    for known in SIGNATURES:
        if data.startswith(known.begins, known.at) and all(_holds(part, data, names) for part in known.parts):
            return known.kind
    if _PAGE.match(data, 0, _LOOKED_AT):
        return HTML
    return _kind_of_xml(data) or _kind_of_mail(data) or TEXT


def _kind_of_xml(data: bytes) -> str:
    """Whether bytes are a document of an office as one file of XML."""
    if not _XML.match(data):
        return ""
    return next((kind for kind, named in _OF_XML.items() if re.search(named, data[:_LOOKED_AT])), "")


def _kind_of_mail(data: bytes) -> str:
    """Whether bytes are a mail, or a page with its pictures that a browser or Word saved in one file."""
    fields = _FIELDS.match(data)
    if fields is None or len({one[0].lower() for one in _OF_A_MAIL.finditer(fields[1])}) < _FIELDS_OF_A_MAIL:
        return ""
    sent = b"\nTo:" in fields[1] or b"\nReceived:" in fields[1] or fields[1].startswith(b"Received:")
    return MHT if _OF_A_PAGE.search(fields[1]) and not sent else EML


def _names(data: bytes) -> Collection[str] | None:
    """The names of the parts of an archive, or of the streams of an OLE file; None where they cannot be read."""
    if data.startswith(_ZIP):
        return part_names(data)
    return stream_names(data) if data.startswith(OLE) else ()


def _holds(part: str, data: bytes, names: Collection[str] | None) -> bool:
    """Whether a file holds a part; one that ends early, whether the name stands anywhere in it."""
    if data.startswith(OLE):
        return part.encode("utf-16-le") in data if names is None else part in names
    if names is None:
        return part == _CONTENT or part.encode() in data.lower()  # the list of contents may be its last part
    return any(name.startswith(part) for name in names)
