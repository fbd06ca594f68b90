"""The sheet of the ledger: what a clerk prints, fills in and sends back."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from graph.messages.tables import Lang
from graph.messages.tables import row as words_of_key
from tests.viz.task_rows import Row, row
from viz.files.ledger_sheet import BESIDE, FILLED, PRINTED, ToldBefore, ledger_workbook

A4_ACROSS = 1046
"""Pixels between margins of 10 mm."""


def opened(*rows: Row, lang: Lang = "zh") -> Worksheet:
    told: dict[str, ToldBefore] = {}
    sheet = load_workbook(BytesIO(ledger_workbook("蓬莱镇工作台账", "", rows, told, lang))).active
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.mark.parametrize("words", ["=1+1", "+86", '=HYPERLINK("http://x")', "http://example.org", "{=1}"])
def test_words_are_never_a_formula_or_a_link(words: str) -> None:
    cell = opened(row(title=words)).cell(4, 2)
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


def test_what_is_printed_fits_a4_across_at_full_size() -> None:
    sheet = opened(row())
    assert sheet.print_area == "'台账'!$A$1:$L$4"
    widths = [sheet.column_dimensions[get_column_letter(number)].width for number in range(1, 13)]
    assert sum(width * 7 for width in widths) < A4_ACROSS
    assert sheet["C4"].font.sz == 10.5


def test_what_programs_need_stands_to_the_right_and_the_task_is_hidden() -> None:
    sheet = opened(row())
    headings = [cell.value for cell in sheet[3]]
    assert headings[12:] == [None, "配合单位", "最后期限", "方案", "出处", "任务标识"]
    assert len(headings) == len(PRINTED) + len(FILLED) + len(BESIDE) + 2
    assert sheet.column_dimensions[get_column_letter(len(headings))].hidden


def test_a_sheet_is_in_one_language() -> None:
    sheet = opened(row(), lang="en")
    headings = [str(cell.value) for cell in sheet[3] if cell.value]
    assert headings[1:4] == ["title", "content", "lead units"]
    assert all(heading.isascii() for heading in headings)
    assert sheet.title == "Ledger"
    [answers] = sheet.data_validations.dataValidation
    assert answers.formula1 == '"yes,no"'


def test_a_row_is_left_to_grow_with_what_is_written_into_it() -> None:
    assert opened(row(content="逐村清点。" * 60)).row_dimensions[4].height is None


def test_headings_that_are_read_back_are_told_apart_in_each_language() -> None:
    for lang in ("zh", "en"):
        read = [words_of_key(f"filled.{key}")[lang] for key in ("told", "note", "done", "day", "who", "task", "reason")]
        assert len(set(read)) == len(read)
