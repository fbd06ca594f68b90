"""OFD documents: words by their places become lines, paragraphs over lines and pages, and tables."""

import zipfile
from contextlib import suppress
from io import BytesIO
from random import Random

import pytest

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.formats.ofd import pages
from loaders.read import read_bytes
from loaders.text import Paragraph, Table
from tests.loaders.formats.ofd.ofd_files import line, ofd

WIDTH = 28
"""Characters of a full line."""
LEFT = 28.0


def wrapped(text: str, top: float) -> list[tuple[float, float, str]]:
    """A paragraph as it is printed: the first line indented by two characters."""
    first, rest = text[: WIDTH - 2], text[WIDTH - 2 :]
    lines = [(LEFT + 11.2, top, first)]
    return lines + [(LEFT, top + 10 * (1 + at // WIDTH), rest[at : at + WIDTH]) for at in range(0, len(rest), WIDTH)]


INTRODUCTION = (
    "经县政府同意，现将2023年水利工作方案印发给你们，请结合各自实际认真组织实施，并于每季度末将进"
    "展情况报送县水利局汇总，重要事项随时报告"
)
ITEM = (
    "一、修渠清淤。疏浚东干渠八公里，清除沿线淤泥杂草，修复破损渠段，确保夏灌前全线通水。（责任单"
    "位：县水利局、各乡镇；完成时限：2023年6月底前）"
)
FIRST = [(60.0, 30.0, "青峦县水利局"), (45.0, 40.0, "关于印发2023年水利工作方案的通知"), *wrapped(INTRODUCTION, 60.0)]


def test_lines_are_joined_to_paragraphs_over_pages_and_know_where_they_begin() -> None:
    lines = wrapped(ITEM, 90.0)
    text = read_bytes(ofd([*FIRST, *lines[:1], (100.0, 280.0, "1")], lines[1:]), "方案.ofd")
    [item] = [one for one in text.blocks if isinstance(one, Paragraph) and one.words.text.startswith("一、")]
    assert (item.words.text, item.locator.page) == (ITEM, 1)
    document = read_document(text)
    assert document.head.title == "关于印发2023年水利工作方案的通知"
    assert [(one.responsible_units, one.source.page) for one in document.tasks] == [(("县水利局", "各乡镇"), 1)]


def test_words_far_apart_on_a_line_are_cells() -> None:
    rows = [
        ("序号", "工作任务", "责任单位", "完成时限"),
        ("1", "修渠清淤", "县水利局", "2023年6月底前"),
        ("2", "植树护岸", "县林业局", "2023年11月"),
    ]
    cells = [
        (20.0 + 45 * at, 50.0 + 10 * number, word) for number, row in enumerate(rows) for at, word in enumerate(row)
    ]
    text = read_bytes(ofd([(60.0, 30.0, "水利工作任务清单"), *cells]), "清单.ofd")
    [table] = [one for one in text.blocks if isinstance(one, Table)]
    assert table.header == rows[0]
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == rows[1:]
    assert [one.source.page for one in read_document(text).tasks] == [1, 1]


def test_a_step_as_wide_as_between_cells_parts_words() -> None:
    code = (
        '<ofd:TextObject ID="3" Boundary="20 40 150 6" Size="5">'
        '<ofd:TextCode X="0" Y="5" DeltaX="5 60 5">修渠植树</ofd:TextCode></ofd:TextObject>'
    )
    assert read_bytes(ofd([code]), "a.ofd").characters.strip() == "修渠\t植树"


def test_what_is_not_visible_is_not_read() -> None:
    hidden = line(20, 40, "县农业局").replace("<ofd:TextObject", '<ofd:TextObject Visible="false"')
    assert "农业局" not in read_bytes(ofd([(20.0, 20.0, "修渠方案"), hidden]), "a.ofd").characters


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (ofd([]), "pictures and no words"),
        (ofd(["<!DOCTYPE a>"]), "damaged"),
        (ofd(["<ofd:TextObject"]), "damaged"),
        (ofd([(1.0, 1.0, "修渠")])[:-40], "damaged"),
    ],
    ids=["no words", "document type", "no XML", "cut off"],
)
def test_a_bad_document_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(FileRefusedError, match=sentence):
        read_bytes(data, "方案.ofd")


def changed(document: bytes, part: str, old: str, new: str) -> bytes:
    """The document with other words in one of its parts."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(document)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in given.namelist():
            words = given.read(name).decode()
            file.writestr(name, words.replace(old, new) if name == part else words)
    return made.getvalue()


def test_a_part_that_is_named_as_two_pages_or_two_documents_is_refused() -> None:
    two = ofd([(20.0, 20.0, "修渠方案")], [(20.0, 20.0, "植树方案")])
    root = "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    assert read_bytes(changed(two, "Doc_0/Document.xml", "a", "a"), "a.ofd").characters.count("方案") == 2
    for bad in (
        changed(two, "Doc_0/Document.xml", "Page_1/", "Page_0/"),
        changed(two, "Doc_0/Document.xml", "Page_1/", "../pages/PAGE_0/"),
        changed(two, "OFD.xml", root, root * 2),
    ):
        with pytest.raises(FileRefusedError, match="damaged"):
            read_bytes(bad, "a.ofd")


def test_pages_of_too_many_bytes_in_all_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit, sentence in (
        ("_MOST_STRETCHES", 3, "more than the limit of 3"),
        ("_MOST_BYTES", 900, "larger than"),
    ):
        monkeypatch.setattr(pages, name, limit)
        with pytest.raises(FileRefusedError, match=sentence):
            read_bytes(ofd(FIRST, FIRST), "a.ofd")
    monkeypatch.undo()
    blank = "<!--" + "".join(map(chr, range(0x4E00, 0x9000))) * 350 + "-->"
    with pytest.raises(FileRefusedError, match="limit of 16 MiB"):
        read_bytes(ofd([blank]), "a.ofd")


def test_no_change_of_bytes_makes_an_error_that_is_not_told() -> None:
    chance = Random(33190)  # noqa: S311 - the same bytes on every run
    parts = zipfile.ZipFile(BytesIO(ofd(FIRST, wrapped(ITEM, 90.0))))
    for _ in range(60):
        changed = BytesIO()
        with zipfile.ZipFile(changed, "w") as file:
            for name in parts.namelist():
                part = bytearray(parts.read(name))
                for _ in range(chance.randrange(3)):
                    part[chance.randrange(len(part))] = chance.randrange(256)
                file.writestr(name, bytes(part))
        with suppress(FileRefusedError):
            read_document(read_bytes(changed.getvalue(), "方案.ofd"))
