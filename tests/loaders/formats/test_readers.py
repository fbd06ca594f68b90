"""Formats are a list: the bytes choose the reader, the ending of a name only between readers of one kind."""

import os
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from docs.formats_page import LISTED, PAGE, page, with_formats
from graph.errors import FileRefusedError
from graph.messages.tables import Lang
from graph.statements import Source
from loaders.extract import read_document
from loaders.files.kinds import HTML, KINDS_OF_XML, MHT, SIGNATURES, TEXT
from loaders.formats.readers import ENDINGS, READERS, Reader, reader_for, reader_of
from loaders.limits import MOST_BYTES
from loaders.read import read, read_bytes
from loaders.text import Table
from tests.loaders.formats.docx.word_files import docx, p, tbl, tr
from tests.loaders.formats.excel_2003.books_2003 import book_2003, rows_2003
from tests.loaders.formats.ods.open_sheets import ods, rows_of, sheet
from tests.loaders.formats.ofd.ofd_files import ofd
from tests.loaders.formats.pdf.pdf_files import pdf, small_plan
from tests.loaders.formats.xls.old_books import OldSheet, old_book
from tests.loaders.formats.xlsx.books import Sheet, book

TABLE = "修渠方案\n\n2024年任务清单\n\n| 任务 | 责任单位 |\n|---|---|\n| 修渠 | 水利站 |\n"
_PAGE = (
    "<html><h1>修渠方案</h1><p>2024年任务清单</p><table><tr><td>任务<td>责任单位<tr><td>修渠<td>水利站</table></html>"
)
SAMPLES = {
    "html": _PAGE.encode(),
    "mht": f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{_PAGE}".encode(),
    "ofd": ofd(
        [
            (40.0, 20.0, "修渠方案"),
            (40.0, 30.0, "2024年任务清单"),
            *((40.0, 40.0, "任务"), (120.0, 40.0, "责任单位"), (40.0, 50.0, "修渠"), (120.0, 50.0, "水利站")),
        ]
    ),
    "docx": docx(p("修渠方案") + p("2024年任务清单") + tbl(tr("任务", "责任单位"), tr("修渠", "水利站"))),
    "xlsx": book(Sheet([("任务", "责任单位"), ("修渠", "水利站")])),
    "xls": old_book(OldSheet([("任务", "责任单位"), ("修渠", "水利站")])),
    "xml": book_2003(rows_2003([("任务", "责任单位"), ("修渠", "水利站")])),
    "ods": ods(sheet(*rows_of([("任务", "责任单位"), ("修渠", "水利站")]))),
    "pdf": pdf(small_plan()),
}
"""Bytes that hold the table, of each format that is no text."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PLACES = ("line", "page", "sheet", "paragraph", "table", "row", "column")


@pytest.mark.parametrize(
    ("data", "name", "format_"),
    [
        (b"plan", "plan.txt", "txt"),
        (b"plan", "plan.md", "md"),
        (b"plan", "PLAN.Markdown", "md"),
        (b"plan", "plan", "txt"),
        (b"plan", "plan.docx", "txt"),
        (b"# plan", "plan.txt", "txt"),
        (b"<html>plan</html>", "plan.md", "html"),
        (b"<html>plan</html>", "plan.txt", "html"),
        (b"<table><tr><td>plan</table>", "plan.xls", "html"),
        (b"plan", "plan.htm", "html"),
        (b"plan,who", "plan.csv", "csv"),
        (b"plan\twho", "plan.xls", "csv"),
        (SAMPLES["xls"], "plan.et", "xls"),
        (SAMPLES["xlsx"], "plan.et", "xlsx"),
        (SAMPLES["xml"], "plan.xls", "xml"),
        (SAMPLES["xlsx"], "plan.txt", "xlsx"),
    ],
)
def test_the_ending_chooses_between_readers_of_one_kind_alone(data: bytes, name: str, format_: str) -> None:
    assert reader_for(data, name).format == format_
    assert read_bytes(data, name).format == format_


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_no_text_is_refused_by_its_name_under_every_ending(ending: str) -> None:
    with pytest.raises(FileRefusedError, match="the file holds pictures and no words"):
        read_bytes(b"\x89PNG\r\n", f"plan{ending}")


def test_a_file_above_the_limit_is_called_what_it_is(tmp_path: Path) -> None:
    for name, begin, reason in (("a.pdf", b"\x89PNG\r\n", "a PNG image|pictures"), ("a.txt", b"", "limit of 256 MiB")):
        (tmp_path / name).write_bytes(begin + b"x" * 100_000)
        os.truncate(tmp_path / name, MOST_BYTES + 1)
        with pytest.raises(FileRefusedError, match=reason):
            read(tmp_path / name)


def test_a_service_takes_shorter_texts_than_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 2_000_001)
    with pytest.raises(FileRefusedError, match="limit of 1 MiB"):
        read(tmp_path / "a.txt", most_text=1024 * 1024)
    assert read(tmp_path / "a.txt").characters == "x" * 2_000_001


def test_no_format_and_no_ending_is_there_twice_and_every_kind_is_one_that_bytes_may_be() -> None:
    assert len({reader.format for reader in READERS}) == len(READERS)
    assert len(set(ENDINGS)) == len(ENDINGS)
    assert {kind for reader in READERS for kind in reader.kinds} <= {
        *(TEXT, HTML, MHT, *KINDS_OF_XML),
        *(one.kind for one in SIGNATURES),
    }
    assert reader_of("md").format == "md"
    assert reader_of("of a later version") == READERS[0]


@pytest.mark.parametrize("reader", [one for one in READERS if one.format != "doc"], ids=lambda reader: reader.format)
def test_a_reader_tells_places_by_its_locators_and_no_others(reader: Reader) -> None:
    document = read_document(read_bytes(SAMPLES.get(reader.format, TABLE.encode()), f"plan{reader.endings[0]}"))
    [task] = document.tasks
    [plan] = document.plans
    sources = (task.source, plan.source)
    told = {name for name in PLACES if any(getattr(source, name) is not None for source in sources)}
    assert told == set(reader.locators)
    assert reader.locators[0] in asdict(task.source)
    assert set(PLACES) <= {*Source.__dataclass_fields__}


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("plan.txt", "\t任务\n\t责任单位\n\t完成时限\n\n\t修渠\n\t\n\t6月\n\n"),
        ("plan.md", "|任务|责任单位|完成时限|\n|-|-|-|\n|修渠| |6月|\n"),
        ("plan.md", "|任务|责任单位|完成时限|\n|-|-|-|\n|修渠||6月|\n"),
    ],
)
def test_a_quoted_row_parts_into_the_cells_that_were_read(name: str, table: str) -> None:
    assert parted(name, table) == ["修渠", "", "6月"]


@pytest.mark.parametrize(
    "row", ["|修渠|水利站||", "|修渠|水利站| |", "|修渠|水利站|  ", "||修渠|水利站|", "|  |修渠|水利站|"]
)
def test_an_empty_cell_at_either_end_of_a_row_is_parted_too(row: str) -> None:
    cells = parted("plan.md", f"|任务|责任单位|完成时限|\n|-|-|-|\n{row}\n")
    assert [cell for cell in cells if cell] == ["修渠", "水利站"]
    assert len(cells) == row.rstrip().strip("|").count("|") + 1 + row.startswith("||") + row.endswith("||")


def parted(name: str, characters: str) -> list[str]:
    """The cells of the first row of the only table of a file, as its reader parts the quote."""
    text = read_bytes(characters.encode(), name)
    [table] = [block for block in text.blocks if isinstance(block, Table)]
    row = table.rows[0]
    return [cell.strip() for _, cell in reader_of(text.format).part_row(text.source(row.start, row.end).quote)]


def test_the_page_of_formats_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize(("path", "lang"), LISTED)
def test_the_pages_that_list_what_is_read_are_up_to_date(path: Path, lang: Lang) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == with_formats(text, lang)
    assert [ending for ending in ENDINGS if f"`{ending}`" not in text] == []


@pytest.mark.parametrize(
    "data",
    [
        OLE + "Workbook".encode("utf-16-le"),
        b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    ],
)
def test_sheets_of_other_kinds_that_are_damaged_are_called_so(data: bytes) -> None:
    with pytest.raises(FileRefusedError, match="workbook is damaged"):
        read_bytes(data, "清单.xlsx")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.txt")
    for path in (tmp_path / "plan.txt", Path("/dev/zero")):
        with pytest.raises(FileRefusedError, match="a pipe or a device"):
            read(path)
