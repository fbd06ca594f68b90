"""A Word document that is damaged, hostile or too large is refused in one sentence, within its limits."""

import io
import random
import zipfile
from time import process_time

import pytest

from graph.errors import FileRefusedError
from graph.messages.sentences import worded
from loaders.extract import read_document
from loaders.files import archives
from loaders.read import read_bytes
from tests.loaders.formats.damaged_archives import encrypted, overlapping
from tests.loaders.formats.docx.word_files import (
    TRANSITIONAL,
    docx,
    level,
    lists,
    p,
    packed,
    raw,
    run,
    sdt,
    tbl,
    tc,
    tr,
)

GOOD = docx(
    p("柳林镇工作方案")
    + p("修渠。", number=(1, 0))
    + tbl(
        tr("序号", "重点任务", "责任单位", "完成时限"),
        tr("1", "修渠", tc("水利站", down="restart"), "6月底前"),
        tr("2", "清淤", tc("", down="continue"), sdt(tc("7月底前"))),
    ),
    {
        "numbering": lists({1: level(0, "%1、", "chineseCounting")}),
        "comments": f'<w:comment w:id="1">{p("核实")}</w:comment>',
    },
)
MAIN = "word/document.xml"
XXE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def repacked(name: str, part: str | bytes) -> bytes:
    """The good document with another part of this name."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        parts: dict[str, str | bytes] = {one: file.read(one) for one in file.namelist()}
    return packed({**parts, name: part})


def twice() -> bytes:
    """The good document with its main part twice."""
    archive = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(archive, "a") as file:
        file.writestr(MAIN, "<x/>")
    return archive.getvalue()


def hidden_laughs(encoding: str) -> bytes:
    """A document whose entities are declared in an encoding."""
    return docx_part(f'<?xml version="1.0" encoding="{encoding.upper()}"?>{LAUGHS}', "A&b;B").encode(encoding)


def marks(element: bytes, number: int) -> bytes:
    """A main part with so many elements."""
    noise = random.Random(number).randbytes(200_000).hex()  # noqa: S311 - so that it packs no better than a paper
    return (
        docx_part("", "甲").encode().replace(b"</w:body>", element * number * 2 + b"</w:body>")
        + b"<!--%s-->" % noise.encode()
    )


def docx_part(opening: str, words: str) -> str:
    """A main part of one paragraph."""
    root = f'<w:document xmlns:w="{TRANSITIONAL}"><w:body>'
    return f"{opening}{root}<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"


BAD = {
    "cut off": (GOOD[: len(GOOD) // 2], "file.damaged"),
    "a bare signature": (b"PK\x03\x04 word/", "file.damaged"),
    "no main part": (packed({"[Content_Types].xml": "<x/>", "word/other.xml": "<x/>"}), "file.damaged"),
    "a main part that is no document": (repacked(MAIN, "<html/>"), "file.damaged"),
    "a main part that is no XML": (repacked(MAIN, b"\x00\x01word"), "file.damaged"),
    "an empty main part": (repacked(MAIN, b""), "file.damaged"),
    "XML that ends early": (repacked(MAIN, "<w:document>"), "file.damaged"),
    "an external entity": (docx(p("修渠"), opening=XXE), "file.damaged"),
    "laughs": (docx(p("修渠"), opening=LAUGHS), "file.damaged"),
    "laughs in another part": (repacked("word/numbering.xml", LAUGHS + "<x>&b;</x>"), "file.damaged"),
    "laughs in UTF-32": (repacked(MAIN, hidden_laughs("utf-32")), "file.damaged"),
    "laughs in UTF-7": (repacked(MAIN, b"+ADw-" + hidden_laughs("utf-7")[1:]), "file.damaged"),
    "laughs in EBCDIC": (repacked(MAIN, hidden_laughs("cp037")), "file.damaged"),
    "laughs in UTF-16 without its mark": (repacked(MAIN, hidden_laughs("utf-16-be")), "file.damaged"),
    "millions of empty paragraphs": (repacked(MAIN, marks(b"<w:p/>", 1_300_000)), "file.too_many_marks"),
    "millions of empty rows": (repacked(MAIN, marks(b"<w:tr><w:tc/></w:tr>", 420_000)), "file.too_many_marks"),
    "no words": (docx(p() + p("  ")), "file.no_words"),
    "pictures alone": (docx(raw("<w:r><w:drawing/></w:r>")), "file.only_pictures"),
    "a part twice": (twice(), "file.damaged"),
    "a password": (encrypted(GOOD), "file.encrypted"),
    "parts on one another": (overlapping(GOOD), "file.damaged"),
    "too deep": (repacked(MAIN, "<w:p>" * 5_000), "file.damaged"),
    "too many parts": (packed({f"word/{n}": "" for n in range(archives.MOST_ENTRIES + 1)}), "file.too_many_parts"),
    "a list of parts longer than any": (GOOD[:-10] + b"\xff\xff\xff\x7f" + GOOD[-6:], "file.too_many_parts"),
    "a bomb": (repacked(MAIN, b" " * (archives.MOST_OF_A_PART + 1)), "file.unpacks_too_large"),
    "too many words": (docx(p("修" * 500_000) * 4), "file.too_many_words"),
    "too many lines": (docx(raw("<w:r><w:t>修</w:t><w:br/></w:r>" * 200_001)), "file.too_many_lines"),
    "a merge that repeats very many words": (
        docx(
            tbl(
                tr("任务", "责任单位"),
                tr("修渠", tc("水" * 5_000, down="restart")),
                tr("修渠", tc("", down="continue")) * 1_000,
            )
        ),
        "file.too_many_words",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_in_one_sentence_in_both_languages(name: str) -> None:
    data, key = BAD[name]
    with pytest.raises(FileRefusedError) as caught:
        read_bytes(data, "方案.docx")
    assert caught.value.key == key
    assert "\n" not in worded("zh", caught.value.message) + worded("en", caught.value.message)


def test_a_part_that_lies_about_its_length_is_counted_as_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_OF_A_PART", 100)
    with pytest.raises(FileRefusedError) as caught:
        archives.ZipParts.of(packed({"a": b"x" * 101})).read("A")
    assert caught.value.key == "file.unpacks_too_large"


def test_links_to_outside_and_macros_are_never_followed() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" TargetMode="External" Target="http://127.0.0.1:1/x" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"/>'
        '<Relationship Id="b" Target="../../../../etc/passwd" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>'
    )
    data = repacked("word/_rels/document.xml.rels", relations)
    assert read_bytes(data, "方案.docm").characters.startswith("柳林镇工作方案\n修渠。\n")


def test_parts_named_with_backslashes_and_capitals_are_found_and_relations_may_be_missing() -> None:
    body = docx(p("修渠"))
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        parts = {name.replace("/", "\\").replace("word", "Word"): file.read(name) for name in file.namelist()}
    assert read_bytes(packed({**parts, "word/x": ""}), "方案.docx").characters == "修渠\n"
    alone = packed({"word/document.xml": zipfile.ZipFile(io.BytesIO(body)).read(MAIN)})
    assert read_bytes(alone, "方案.docx").characters == "修渠\n"


@pytest.mark.parametrize(
    "body",
    [
        "".join(tbl(tr(tc(p("甲")))) for _ in range(20_000)),
        tbl(*(tr(*["甲"] * 60) for _ in range(2_000))),
        "<w:tbl><w:tr><w:tc>" * 60 + p("甲") + "</w:tc></w:tr></w:tbl>" * 60,
        "<w:sdt><w:sdtContent>" * 110 + p("甲") + "</w:sdtContent></w:sdt>" * 110,
        tbl(tr(*[tc("任务", span=900)] * 60), *[tr("修渠", "水利站")] * 500),
        raw('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + run("甲")) + p("乙"),
        raw('<w:r><w:commentReference w:id="1"/></w:r>' * 20_000 + run("甲")),
    ],
    ids=["tables", "wide", "nested", "controls", "spans", "fields", "comments"],
)
@pytest.mark.slow
def test_what_is_made_to_take_long_does_not(body: str) -> None:
    begin = process_time()
    try:
        read_bytes(docx(body, {"comments": f'<w:comment w:id="1">{p("核实")}</w:comment>'}), "方案.docx")
    except FileRefusedError as error:
        assert "\n" not in str(error)  # noqa: PT017 - refused or read, both within the time
    assert process_time() - begin < 20


MUTATIONS = 150
"""Of each kind; two thousand were tried by hand."""


def mutated(chance: random.Random, part: bytes) -> bytes:
    """Bytes with a few of them changed, cut out or doubled."""
    data = bytearray(part)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        kind = chance.randrange(4)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + chance.randint(1, 60)]
        elif kind == 2:
            data[at:at] = data[at : at + chance.randint(1, 60)]
        else:
            other = chance.randrange(len(data))
            data[at : at + 12] = data[other : other + 12]
        data = data or bytearray(b"x")
    return bytes(data)


def tried(data: bytes) -> bool:
    """Whether a file is read; that it is, or is refused in a sentence, is what is tried."""
    try:
        text = read_bytes(data, "方案.docx")
    except FileRefusedError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
        return False
    document = read_document(text)
    groups = (document.plans, document.tasks, document.changes, document.unread)
    for source in [one.source for group in groups for one in group]:
        assert source.quote == text.characters[source.start : source.end]
    return True


@pytest.mark.slow
@pytest.mark.parametrize("inside", [False, True])
def test_a_changed_file_is_read_or_refused_in_a_sentence(inside: bool) -> None:  # noqa: FBT001
    chance = random.Random(f"docx {inside}")  # noqa: S311 - the same changes on every run
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        parts = {name: file.read(name) for name in file.namelist() if name.endswith("xml")}
    for _ in range(MUTATIONS):
        if inside:
            name = chance.choice(sorted(parts))
            tried(repacked(name, mutated(chance, parts[name])))
        else:
            tried(mutated(chance, GOOD))
