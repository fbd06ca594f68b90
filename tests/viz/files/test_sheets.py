"""What the sheets of all workbooks have in common."""

from io import BytesIO

import pytest
import xlsxwriter
from openpyxl import load_workbook

from viz.files.sheets import COLUMNS, day_cell, sheet_formats, sheet_words, write_cell


def test_words_longer_than_a_cell_are_cut_and_say_so() -> None:
    words = sheet_words("长" * 40_000)
    assert len(words) < 32_767
    assert words.endswith("（下略）")


@pytest.mark.parametrize("words", ["=1+1", "+86", '=HYPERLINK("http://x")', "http://example.org", "{=1}"])
def test_words_are_never_a_formula_or_a_link(words: str) -> None:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    write_cell(book.add_worksheet(), 0, 0, words, COLUMNS[1], sheet_formats(book))
    book.close()
    cell = load_workbook(out).worksheets[0]["A1"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


def test_a_day_is_a_cell_without_a_time() -> None:
    assert day_cell("2021-12-31").isoformat() == "2021-12-31T00:00:00"
