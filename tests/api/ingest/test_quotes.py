"""Quotes are looked for at their places: one changed cell is one finding, whatever it does to the offsets behind it."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from api.ingest.checking.quotes import PlacedQuotes, QuoteFault
from graph.papers.passages import passage_ids, passage_node, statements_of
from loaders.extract import extract
from loaders.read import read
from tests.loaders.formats.docx.word_files import docx, p, tbl, tr
from tests.loaders.formats.xlsx.books import Sheet, book

Rows = list[tuple[str, ...]]

HEADER = ("序号", "任务", "责任单位", "完成时限")
ROWS: Rows = [(str(at), f"修{name}渠", "县水利局", f"{at + 4}月底") for at, name in enumerate("东南西北", start=1)]
TITLE = "2025年水利建设工作方案"


def as_docx(rows: Rows) -> bytes:
    return docx(p(TITLE) + tbl(tr(*HEADER), *(tr(*row) for row in rows)) + p("特此通知。"))


def as_xlsx(rows: Rows) -> bytes:
    return book(Sheet([(TITLE,), HEADER, *rows], ["A1:D1"]), names=["任务表"])


def as_csv(rows: Rows) -> bytes:
    return "\n".join(",".join(row) for row in [(TITLE, "", "", ""), HEADER, *rows]).encode()


def as_text(rows: Rows) -> bytes:
    return (TITLE + "\n" + "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in [HEADER, *rows])).encode()


WRITERS = {"docx": as_docx, "xlsx": as_xlsx, "csv": as_csv, "txt": as_text}
CHANGED: Rows = [ROWS[0], ("2", "修南渠及其三条支渠和渡槽", *ROWS[1][2:]), *ROWS[2:]]
SWAPPED: Rows = [ROWS[0], ROWS[2], ROWS[1], ROWS[3]]


def found(folder: Path, name: str, before: bytes, after: bytes) -> list[tuple[str, QuoteFault, str]]:
    """What became of the tasks of a file that was rewritten: each by its number, with what stands there now."""
    path = folder / f"方案.{name}"
    path.write_bytes(before)
    document = extract(path)
    ids = passage_ids(document)
    path.write_bytes(after)
    quotes = PlacedQuotes(read(path), document.sha256)
    nodes = [passage_node(one, ids[one], "") for one in statements_of(document)]
    findings = [(str(node.properties["quote"]).split()[0], quotes.finding(node)) for node in nodes]
    return [(number, one.fault, one.now) for number, one in findings if one]


@pytest.mark.parametrize("name", WRITERS)
def test_one_changed_cell_is_one_finding_with_what_stands_there_now(tmp_path: Path, name: str) -> None:
    write = WRITERS[name]
    [(number, fault, now)] = found(tmp_path, name, write(ROWS), write(CHANGED))
    assert (number[0], fault) == ("2", "changed")
    assert "修南渠及其三条支渠和渡槽" in now
    assert "修西渠" not in now


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("docx", ["第1表第4行", "第1表第3行"]),
        ("xlsx", ["任务表!5:5", "任务表!4:4"]),
        ("csv", ["5", "4"]),
        ("txt", ["17", "12"]),
    ],
)
def test_rows_that_changed_places_have_moved_and_say_where_to(tmp_path: Path, name: str, places: list[str]) -> None:
    write = WRITERS[name]
    moved = found(tmp_path, name, write(ROWS), write(SWAPPED))
    assert [fault for _, fault, _ in moved] == ["moved", "moved"]
    assert [now for _, _, now in moved] == places


@pytest.mark.parametrize("name", WRITERS)
def test_a_row_that_is_gone_has_vanished(tmp_path: Path, name: str) -> None:
    write = WRITERS[name]
    gone = [(number[0], fault) for number, fault, _ in found(tmp_path, name, write(ROWS), write(ROWS[:-1]))]
    assert gone == [("4", "vanished")]


def test_words_of_a_paragraph_are_found_in_it_and_not_in_another(tmp_path: Path) -> None:
    before = docx(p(TITLE) + p("一、清淤。（责任单位：县水利局）") + p("二、护岸。（责任单位：县林业局）"))
    after = docx(p(TITLE) + p("一、清淤疏浚。（责任单位：县水利局）") + p("二、护岸。（责任单位：县林业局）"))
    assert [(fault, now) for _, fault, now in found(tmp_path, "docx", before, after)] == [
        ("changed", "一、清淤疏浚。（责任单位：县水利局）")
    ]


def hide_a_row(page: Worksheet) -> None:
    page.row_dimensions[4].hidden = True


def test_what_is_only_quoted_keeps_its_place(tmp_path: Path) -> None:
    rows = [*ROWS, ("5", "修中渠", "县水利局", "12月底")]
    sheets = [Sheet([(TITLE,), HEADER, *some], ["A1:D1"], also=hide_a_row) for some in (ROWS, rows)]
    assert found(tmp_path, "xlsx", *(book(one, names=["任务表"]) for one in sheets)) == []
