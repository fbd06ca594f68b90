"""Workbooks that are broken, huge or ill-meant: one sentence each, within bounds; odd ones are read all the same."""

import codecs
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.formats.xlsx import package
from loaders.limits import MOST_CELLS
from loaders.read import read_bytes
from tests.loaders.formats.damaged_archives import encrypted, overlapping
from tests.loaders.formats.xlsx.books import Sheet, book, changed, filled, owners, reasons, tables

ROW = (1, None, "修渠", "张三", "县水利局", "县财政局", "2025年6月", None, None)


def shared() -> bytes:
    """A workbook as Excel writes it, its texts in a part of their own."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("表1")
        for at, row in enumerate(filled([ROW])):
            sheet.write_row(at, 0, row)
    return out.getvalue()


GOOD = shared()
SHEET = "xl/worksheets/sheet1.xml"
TASK = [("修渠", ("县水利局",))]


def part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    return changed(GOOD, {name: change})


def added(entries: dict[str, bytes], *, twice: bool = False) -> bytes:
    out = BytesIO(GOOD)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
            if twice:
                with pytest.warns(UserWarning, match="Duplicate name"):
                    archive.writestr(name, data)
    return out.getvalue()


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&b;&b;">]>'


def long_list() -> bytes:
    """An archive that states a list of parts far longer than that of a workbook, which is refused before it is read."""
    at = GOOD.rfind(b"PK\x05\x06") + 12
    return GOOD[:at] + (40 << 20).to_bytes(4, "little") + GOOD[at + 4 :]


def twice() -> bytes:
    """A workbook of two sheets that are one part."""
    again = b'<sheet name="2" sheetId="2" r:id="rId1"/></sheets>'
    return part("xl/workbook.xml", lambda old: old.replace(b"</sheets>", again))


def repacked(method: int) -> bytes:
    """The good workbook, packed in another way."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


DAMAGED, LARGE = "damaged or cut off", "far more than its length tells"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (GOOD[: len(GOOD) // 2], DAMAGED),
        (GOOD[:-30], DAMAGED),
        (b"PK\x03\x04 xl/ nothing of an archive", DAMAGED),
        (part(SHEET, lambda old: old[: len(old) // 2]), "no words"),
        (part(SHEET, lambda old: old.replace(b"</c>", b"</d>")), DAMAGED),
        (part(SHEET, lambda old: DOCTYPE + old), DAMAGED),
        (part("xl/workbook.xml", lambda old: DOCTYPE + old), DAMAGED),
        (part("xl/workbook.xml", lambda _: b"<workbook/>"), DAMAGED),
        (part("xl/workbook.xml", lambda old: old.decode().encode("utf-16")), DAMAGED),
        (part("xl/sharedStrings.xml", lambda _: b"<sst"), DAMAGED),
        (part("xl/sharedStrings.xml", lambda _: b""), DAMAGED),
        (part("xl/styles.xml", lambda _: b"&nothing;"), DAMAGED),
        (part("_rels/.rels", lambda old: old.replace(b"workbook.xml", b"workbook.bin")), r"\(\.xlsb\)"),
        (book(Sheet([])), "no words"),
        (book(Sheet([(None, " ")])), "no words"),
        (encrypted(GOOD), "has a password"),
        (overlapping(GOOD), DAMAGED),
        (added({"xl/more.xml": b"a"}, twice=True), DAMAGED),
        (added({f"xl/media/{n}.png": b"" for n in range(5000)}), "more than 5000 parts"),
        (part("xl/styles.xml", lambda _: (b"\n" + DOCTYPE[21:] + b"<a/>").decode().encode("utf-16-le")), DAMAGED),
        (part("xl/styles.xml", lambda _: codecs.BOM_UTF8 + DOCTYPE + b"<a/>"), DAMAGED),
        (part("xl/styles.xml", lambda _: "<a>县</a>".encode("gb18030")), DAMAGED),
        (part(SHEET, lambda old: b" " * ((1 << 20) - 25) + DOCTYPE + old), DAMAGED),
        (long_list(), "more than 5000 parts"),
        (twice(), DAMAGED),
        (repacked(zipfile.ZIP_LZMA), DAMAGED),
        (part(SHEET, lambda old: old + b" " * (70 << 20)), LARGE),
        (part("xl/sharedStrings.xml", lambda old: old + b" " * (70 << 20)), LARGE),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value,
)  # fmt: skip
def test_a_bad_workbook_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(FileRefusedError, match=reason):
        read_bytes(data, "清单.xlsx")


@pytest.mark.parametrize("cell", [b"<c/>", b"<c\n/>", b"<y:c></y:c>"])
def test_too_many_cells_are_refused_however_they_are_written(cell: bytes) -> None:
    named = b'<%s xmlns:y="%s">' % ((row := b"y:row" if cell.startswith(b"<y:") else b"row"), MAIN)
    rows = (named + cell * 10_000 + b"</%s>" % row) * (MOST_CELLS // 10_000 + 1)
    tracemalloc.start()
    with pytest.raises(FileRefusedError, match="more than the limit of 400000"):
        read_bytes(within(rows), "清单.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 250 << 20


def test_a_text_that_stands_in_very_many_cells_is_refused() -> None:
    rows = b"".join(b'<row r="%d"><c t="s"><v>0</v></c></row>' % row for row in range(9, 9_000))
    data = changed(
        within(rows), {"xl/sharedStrings.xml": lambda old: old.replace("序号".encode(), "序号".encode() * 500)}
    )
    assert len(data) < 100_000
    with pytest.raises(FileRefusedError, match=LARGE):
        read_bytes(data, "清单.xlsx")


def struck(rows: int, letters: int) -> bytes:
    """A text that is struck out and stands in each of so many rows."""
    text = b"<si><r><rPr><strike/></rPr><t>" + b"a" * letters + b"</t></r></si>"
    data = within(b"".join(b'<row r="%d"><c t="s"><v>0</v></c></row>' % row for row in range(9, 9 + rows)))
    return changed(data, {"xl/sharedStrings.xml": lambda old: old.replace(b"<si>", text + b"<si>", 1)})


def test_words_that_are_struck_out_are_counted_before_they_are_joined() -> None:
    data = struck(400, 1_000_000)
    tracemalloc.start()
    with pytest.raises(FileRefusedError, match=LARGE):
        read_bytes(data, "清单.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 << 20


def commented(relations: int, comments: int) -> bytes:
    """A sheet that refers so many times to one part of comments."""
    one = b'<Relationship Id="c%d" Type="x/comments" Target="../comments1.xml"/>'
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": b"<a>" + b"".join(one % at for at in range(relations)) + b"</a>",
        "xl/comments1.xml": b"<a>" + b'<comment ref="A1"/>' * comments + b"</a>",
    }
    return added(parts)


def test_a_part_of_comments_is_read_once() -> None:
    [remark] = read_document(read_bytes(commented(40, 2), "清单.xlsx")).unread
    assert remark.reason_values["cells"] == "A1、A1"


def test_what_is_unpacked_is_counted_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_OF_ALL", 3_000)
    opened = package.Package(added({"xl/a.xml": b"a" * 2_000, "xl/b.xml": codecs.BOM_UTF8 + b"b" * 900}))
    assert [len(opened.read(name)) for name in ("xl/a.xml", "XL/B.xml", "xl/c.xml")] == [2_000, 903, 0]
    with pytest.raises(FileRefusedError, match=LARGE):
        opened.read("xl/a.xml")


MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
END = b"</sheetData>"


def behind(added: bytes) -> bytes:
    """The good workbook with this behind the rows of its sheet."""
    return part(SHEET, lambda old: old.replace(END, END + added))


def within(rows: bytes) -> bytes:
    """The good workbook with these rows behind its own."""
    return part(SHEET, lambda old: old.replace(END, rows + END))


def empty_rows(first: int, behind: int, columns: bytes) -> bytes:
    """Rows of cells that are only formatted."""
    return b"".join(
        b'<row r="%d" ht="20">%s</row>' % (row, b"".join(b'<c r="%c%d" s="0"/>' % (c, row) for c in columns))
        for row in range(first, behind)
    )


DRAWN = b'<conditionalFormatting sqref="?"><cfRule type="no"/></conditionalFormatting><drawing/>'
NAMED = b"<definedNames>?</definedNames><sheets>"
STYLED = b"<styleSheet><fills>no</fills><fonts><font/></fonts></styleSheet>"
BESIDE = {"../../etc/passwd": b"x", "xl/vbaProject.bin": b"x", "xl/links.xml": b"<!DOCTYPE a>"}

ODD = {
    "rows that are only formatted": lambda: within(empty_rows(9, 300_000, b"")),
    "a million cells that are only formatted": lambda: within(empty_rows(9, 120_000, b"ABCDEFGHI")),
    "a cell in the last corner": lambda: within(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "merged to the last corner": lambda: behind(b'<mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>'),
    "merged beside": lambda: behind(b'<mergeCells><mergeCell ref="J1:XFD1048576"/></mergeCells>'),
    "merged badly": lambda: behind(b'<mergeCells><mergeCell ref="A1"/><mergeCell ref=":"/></mergeCells>'),
    "broken colours and pictures": lambda: behind(DRAWN),
    "strict names": lambda: part(SHEET, lambda old: old.replace(MAIN, STRICT)),
    "names of others": lambda: part(
        SHEET, lambda old: old.replace(b"<row ", b'<row xmlns:x="urn:x" x:descent="0.25" ')
    ),
    "broken styles": lambda: part("xl/styles.xml", lambda _: STYLED),
    "no styles": lambda: part("xl/styles.xml", lambda _: b""),
    "a broken name": lambda: part("xl/workbook.xml", lambda old: old.replace(b"<sheets>", NAMED)),
    "macros, links, ways out": lambda: added(BESIDE),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_workbook_is_read(name: str) -> None:
    assert owners(read_document(read_bytes(ODD[name](), "清单.xlsx"))) == TASK


@pytest.mark.parametrize("cell", [b'<c r="C9"><v>1,5</v></c>', b'<c r="C9" t="d"><v>1,5</v></c>'])
def test_a_value_that_is_none_of_its_kind_is_read_as_it_stands_and_told(cell: bytes) -> None:
    document = read_document(read_bytes(within(b'<row r="9">' + cell + b"</row>"), "清单.xlsx"))
    assert owners(document)[0] == TASK[0]
    assert ("unread.odd_value", "1,5") in reasons(document)


def test_a_style_that_is_no_number_is_none() -> None:
    data = part(
        SHEET, lambda old: old.replace(b'<c r="B2"', b'<c r="B2" s="x"').replace(b'<c r="C2"', b'<c r="C2" s="x"')
    )
    assert b's="x"' in zipfile.ZipFile(BytesIO(data)).read(SHEET)
    assert owners(read_document(read_bytes(data, "清单.xlsx"))) == TASK


def test_names_with_a_prefix_and_cells_without_addresses_are_read() -> None:
    def prefixed(old: bytes) -> bytes:
        for tag in (b"worksheet", b"sheetData", b"row", b"c", b"v", b"is", b"t", b"cols", b"col"):
            for before in (b"<", b"</"):
                for behind in (b" ", b">", b"/"):
                    old = old.replace(before + tag + behind, before + b"x:" + tag + behind)
        return old.replace(b"xmlns=", b"xmlns:x=")

    assert owners(read_document(read_bytes(part(SHEET, prefixed), "清单.xlsx"))) == TASK
    row = b"<row>" + b"".join(b'<c t="inlineStr"><is><t>%s</t></is></c>' % w.encode() for w in ("植树", "县林业局"))
    head = row.replace("植树".encode(), "任务".encode()).replace("县林业局".encode(), "责任单位".encode())
    bare = part(SHEET, lambda _: b"<worksheet><sheetData>" + head + b"</row>" + row + b"</row></sheetData></worksheet>")
    assert owners(read_document(read_bytes(bare, "清单.xlsx"))) == [("植树", ("县林业局",))]


def test_a_million_empty_cells_take_no_memory() -> None:
    data = ODD["a million cells that are only formatted"]()
    tracemalloc.start()
    read_bytes(data, "清单.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 << 20


def merges(number: int) -> bytes:
    """One row of very many cells, and as many merged cells over it."""
    cells = b"".join(b"<c><v>%d</v></c>" % at for at in range(16_000))
    ranges = b"".join(b'<mergeCell ref="A9:B%d"/>' % (10 + at) for at in range(number))
    return part(SHEET, lambda old: old.replace(END, b'<row r="9">' + cells + b"</row>" + END + ranges))


def looks(number: int) -> bytes:
    """Texts with very many looks that do not end."""
    many = b"".join(b"<rPr><rPh><a%d>" % at for at in range(number))
    return part("xl/sharedStrings.xml", lambda old: old.replace(b"<si>", many + b"<si>", 1))


def prefixes(number: int) -> bytes:
    """As `looks`, each with another prefix."""
    many = b"".join(b"<x%d:rPr><x%d:rPh>" % (at, at) for at in range(number // 2))
    return part("xl/sharedStrings.xml", lambda old: old.replace(b"<si>", many + b"<si>", 1))


def blanks(number: int) -> bytes:
    """A formula with very many blanks behind it, and no end of its cell."""
    return within(b'<row r="9"><c r="A9"><f>A1</f>' + b" " * number + b"<w/></c></row>")


@pytest.mark.parametrize("make", [merges, looks, prefixes, blanks])
def test_what_a_workbook_repeats_costs_no_more_than_its_length(make: Callable[[int], bytes]) -> None:
    few, many = make(10_000), make(80_000)
    assert 8 * _seconds(few) * 3 + 0.5 > _seconds(many)


def _seconds(data: bytes) -> float:
    begin = time.process_time()
    with suppress(FileRefusedError):
        read_bytes(data, "清单.xlsx")
    return time.process_time() - begin


def test_a_name_of_a_sheet_may_hold_anything() -> None:
    data = part(
        "xl/workbook.xml", lambda old: old.replace(b'name="\xe8\xa1\xa81"', 'name="一/二:[三]?&quot;"'.encode())
    )
    [table] = tables(read_bytes(data, "清单.xlsx"))
    assert table.locator.sheet == '一/二:[三]?"'


def mutated(data: bytes, generator: random.Random) -> bytes:
    """A package with bytes of a part, or of the package itself, changed, cut, doubled or left out."""

    def mutate(old: bytes) -> bytes:
        made = bytearray(old)
        for _ in range(generator.choice([1, 1, 2, 5, 20])):
            if not made:
                break
            at = generator.randrange(len(made))
            to = min(len(made), at + generator.randrange(1, 40))
            way = generator.randrange(5)
            if way == 0:
                made[at] = generator.randrange(256)
            elif way == 1:
                del made[at:to]
            elif way == 2:
                made[at:at] = made[at:to] * generator.randrange(1, 4)
            elif way == 3:
                made[at:to] = generator.choice([b"<", b">", b'"', b"9" * 12, b"-1", b"</row>", b"<c ", b"\x00", b"]]>"])
            else:
                other = generator.randrange(len(made))
                made[at:to] = made[other : other + to - at]
        return bytes(made)

    if generator.random() < 0.3:
        return mutate(data)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
    return changed(data, dict.fromkeys(generator.sample(names, generator.randrange(1, 4)), mutate))


def rich() -> bytes:
    """A workbook with something of all that is read."""

    def also(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet["G3"].number_format = 'yyyy"年"m"月"'

    rows = [["2025年台账"], *filled([ROW, (2, "水利", "植树", None, None, "=A1", 45838, 0.5, True)])]
    return book(Sheet(rows, ["A1:I1", "B3:B4", "E3:E4"], also=also), Sheet(filled([ROW])))


def fuzz(seed: int, rounds: int) -> int:
    """How many of so many mutated workbooks were read; the others are refused, never more."""
    generator = random.Random(seed)  # noqa: S311 - nothing secret
    data, read = rich(), 0
    for _ in range(rounds):
        try:
            read_document(read_bytes(mutated(data, generator), "清单.xlsx"))
            read += 1
        except FileRefusedError:
            pass
    return read


@pytest.mark.slow
def test_mutated_workbooks_are_read_or_refused() -> None:
    assert 0 < fuzz(1, 300) < 300
