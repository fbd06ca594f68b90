"""What a file is, is told by its bytes, whatever its name says."""

import io
import struct
import zipfile

import pytest

from graph.errors import FileRefusedError
from loaders.files.kinds import EML, HTML, MHT, SIGNATURES, TEXT, kind_of
from loaders.files.ole import stream_names
from loaders.read import read_bytes
from tests.loaders.formats.xls.old_books import OldSheet, old_book

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
        (b"<!-- saved from url=(0014)about:internet -->\r\n<html>", HTML),
        (b"<table><tr><td>1</table>", HTML),
        (
            b"From: a\nSubject: a\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=a\n\n",
            MHT,
        ),
        (b"Received: from a\nTo: b\nSubject: c\nMIME-Version: 1.0\n\nd", EML),
        ("Subject: 说明\n一、修渠。".encode(), TEXT),
        (b"GIF89a", "gif"),
        (b"II*\x00", "tiff"),
        (b"Rar!\x1a\x07", "rar"),
        (b"7z\xbc\xaf\x27\x1c", "seven_zip"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_bytes_tell_what_a_file_is(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_a_kind_that_needs_something_inside_stands_before_the_one_that_does_not() -> None:
    for at, known in enumerate(SIGNATURES):
        later = [other for other in SIGNATURES[at + 1 :] if other.begins.startswith(known.begins)]
        assert known.parts or not [other for other in later if other.parts], known.kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed("Word/水利方案.docx", "说明.txt"), "zip"),
        (packed("XL/台账.xlsx", "ppt/a.pptx"), "zip"),
        (packed("[Content_Types].xml", "word/document2.xml"), "docx"),
        (packed("材料/OFD.xml", "OFD/说明.txt"), "zip"),
        (packed("方案.txt", "mimetype", "content.xml"), "zip"),
    ],
)
def test_a_name_like_that_of_an_office_file_is_no_office_file(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_an_odt_in_an_archive_that_packs_nothing_is_a_file_in_it() -> None:
    inner = packed("content.xml", first="application/vnd.oasis.opendocument.text")
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_STORED) as file:
        file.writestr("说明.txt", "x")
        file.writestr("方案.odt", inner)
    assert (kind_of(inner), kind_of(box.getvalue())) == ("odt", "zip")


@pytest.mark.parametrize("word", ["WordDocument", "EncryptedPackage", "PowerPoint Document"])
def test_words_in_a_cell_do_not_tell_what_an_old_workbook_is(word: str) -> None:
    book = old_book(OldSheet([["序号", "工作任务"], [1, f"嵌入 {word} 附件，由县水利局填报"]]))
    assert word.encode("utf-16-le") in book
    assert kind_of(book) == "xls"


def test_streams_of_what_an_old_file_holds_within_are_not_its_own() -> None:
    book = old_book(OldSheet([["序号"], [1]]))
    assert stream_names(book) == frozenset({"Workbook"})
    assert stream_names(book[:700]) is None
    assert kind_of(book[:700] + "Workbook".encode("utf-16-le")) == "xls"


def test_a_directory_that_leads_in_a_circle_is_read_once() -> None:
    data = bytearray(old_book(OldSheet([["序号"], [1]])))
    root = data.find("Root Entry".encode("utf-16-le"))
    stream = data.find("Workbook".encode("utf-16-le"))
    data[stream + 68 : stream + 76] = struct.pack("<2I", (stream - root) // 128, (stream - root) // 128)
    assert kind_of(bytes(data)) == "xls"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n", "words in a picture cannot be read"),
        (b"\xff\xd8\xff\xe0", "words in a picture cannot be read"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "the file has a password: save it without"),
        (b"Rar!\x1a\x07", "a RAR archive, which is not opened: unpack it"),
        (b"7z\xbc\xaf", "a 7-Zip archive, which is not opened: unpack it"),
        (packed("ppt/presentation.xml"), r"a PowerPoint presentation \(.pptx\), which is not read"),
        (packed("方案.txt"), "a zip archive, whose files are read one by one"),
    ],
)
def test_each_kind_that_is_not_read_is_refused_in_a_sentence_that_fits(data: bytes, sentence: str) -> None:
    with pytest.raises(FileRefusedError, match=sentence):
        read_bytes(data, "方案.docx")
