"""What a file is, is told by its bytes, whatever its name says."""

import io
import zipfile

import pytest

from loaders.files.kinds import HTML, SIGNATURES, TEXT, kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(*names: str, first: str = "") -> bytes:
    """A zip archive that holds files of these names; `first` is what its entry `mimetype` says."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        if first:
            file.writestr("mimetype", first)
        for name in names:
            file.writestr(name, "x" * 100)
    return archive.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed("[Content_Types].xml", "word/document.xml"), "docx"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (packed("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (packed(first="application/vnd.oasis.opendocument.text"), "odt"),
        (packed(first="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        (packed("方案.txt"), "zip"),
        (packed("方案/word/document.xml"), "zip"),
        (packed("[Content_Types].xml", "xl/workbook.xml", "xl/embeddings/word/document.xml"), "xlsx"),
        (packed("[Content_Types].xml", "Word\\document.xml"), "docx"),
        (packed("[Content_Types].xml", "word/document.xml")[:200], "docx"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "Workbook".encode("utf-16-le"), "xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE, "ole"),
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (b"\x00\x00\x00\x18ftypheic", "heic"),
        (b"<!DOCTYPE html>\n<p>", HTML),
        (b"\xef\xbb\xbf\n<HTML lang='zh'>", HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', HTML),
        ("《html入门》培训方案".encode(), TEXT),
        ("修渠".encode("utf-16"), TEXT),
        (b"", TEXT),
    ],
)
def test_bytes_tell_what_a_file_is(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_a_kind_that_needs_something_inside_stands_before_the_one_that_does_not() -> None:
    for at, known in enumerate(SIGNATURES):
        later = [other for other in SIGNATURES[at + 1 :] if other.begins.startswith(known.begins)]
        assert known.inside or not [other for other in later if other.inside], known.kind
