"""Old workbooks, workbooks as XML and OpenDocument sheets that are damaged anywhere: read, or refused in a sentence."""

import random
import re
from time import process_time

import pytest

from graph.errors import FileRefusedError
from loaders.extract import read_document
from loaders.read import read_bytes
from tests.loaders.formats.docx.test_bad_files import mutated
from tests.loaders.formats.excel_2003.books_2003 import book_2003, rows_2003
from tests.loaders.formats.ods.open_sheets import MIME, cell, covered, ods, packed, row, sheet
from tests.loaders.formats.xls.old_books import OldSheet, old_book

ROWS = [
    ("望川县台账",),
    ("序号", "重点任务", "责任单位", "完成时限"),
    *((str(at), f"修渠{at}期", "县水利局", "2025年6月") for at in range(1, 5)),
]
OLD = old_book(OldSheet(ROWS, [(0, 0, 0, 3), (2, 4, 2, 2)]))
_VALUES = ('"0"', '"-1"', '"99999999"', '"1e308"', '"NaN"', '"abc"', '""', '"2025-13-45"', '"date"', '"float"')
_PIECE = re.compile(r'<table:table-row.*?</table:table-row>|<table:table-cell.*?</table:table-cell>|"[^"]*"')


def tried(data: bytes, name: str) -> None:
    """Read bytes: what cannot be read is refused in a sentence, and soon."""
    start = process_time()
    try:
        read_document(read_bytes(data, name))
    except FileRefusedError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
    assert process_time() - start < 10


@pytest.mark.slow
def test_an_old_workbook_with_some_bytes_changed() -> None:
    chance = random.Random("xls")  # noqa: S311 - the same changes on every run
    for _ in range(25):
        tried(mutated(chance, OLD), "台账.xls")


def test_a_workbook_as_xml_with_some_bytes_and_values_changed() -> None:
    chance = random.Random("excel 2003")  # noqa: S311
    whole = book_2003(rows_2003(ROWS))
    values = [found.span() for found in re.finditer(rb'"[^"]*"', whole)]
    for _ in range(150):
        tried(mutated(chance, whole), "台账.xml")
        start, end = chance.choice(values)
        tried(whole[:start] + chance.choice(_VALUES).encode() + whole[end:], "台账.xml")


def test_an_open_document_sheet_with_pieces_changed() -> None:
    chance = random.Random("ods")  # noqa: S311
    merged = row(cell("1", down=2), "清淤", cell("县水利局", across=2), covered())
    made = sheet(*(row(*one) for one in ROWS), merged)
    whole = ods(made)
    for _ in range(60):
        tried(mutated(chance, whole), "台账.ods")
        content = made
        for _ in range(chance.randint(1, 6)):
            pieces = list(_PIECE.finditer(content))
            if not pieces:
                break
            piece = chance.choice(pieces)
            new = chance.choice(_VALUES) if piece[0].startswith('"') else chance.choice(("", piece[0] * 2))
            content = content[: piece.start()] + new + content[piece.end() :]
        tried(ods(content), "台账.ods")


def test_an_archive_of_the_kind_without_a_sheet_is_refused() -> None:
    with pytest.raises(FileRefusedError) as refused:
        read_bytes(packed({"mimetype": MIME, "content.xml": "<a/>"}), "台账.ods")
    assert refused.value.key == "file.no_words"
