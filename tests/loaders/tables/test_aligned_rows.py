"""A row of fewer cells is put under its columns where the kinds of its cells leave one way, and stays out else."""

import pytest

from loaders.tables.aligned_rows import aligned
from loaders.tables.column_names import read_header
from loaders.text import Cell, Locator, TableRow, Words

HEADER = ("序号", "工作任务", "责任单位", "责任人", "完成时限")
WHOLE = ("2", "备足沙袋", "镇应急办", "陶安", "2023年6月10日")


def row(*cells: str, after_page: bool = False) -> TableRow:
    made = [Cell((Words.of(text, 0, len(text)),) if text else (), at, at + 1) for at, text in enumerate(cells)]
    return TableRow(tuple(made), 1, after_page)


def filled_up(short: TableRow, columns: int) -> TableRow:
    """The row as formats of rows make it whole: with empty cells inside the place of its last one."""
    end = short.end
    return TableRow((*short.cells, *[Cell((), end - 1, end)] * (columns - len(short.cells))), 1, short.after_page)


def placed(found: TableRow | None) -> tuple[str, ...] | None:
    return None if found is None else tuple(cell.text for cell in found.cells)


@pytest.mark.parametrize("lost", [0, 2, 3, 4])
def test_the_columns_of_the_other_cells_are_told_by_their_kinds(lost: int) -> None:
    short = row(*(cell for at, cell in enumerate(WHOLE) if at != lost))
    want = tuple("" if at == lost else cell for at, cell in enumerate(WHOLE))
    assert placed(aligned(short, read_header(HEADER))) == want
    assert placed(aligned(filled_up(short, len(HEADER)), read_header(HEADER))) == want


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (HEADER, ("2", "镇应急办", "陶安", "2023年6月10日")),
        (("序号", "任务", "牵头单位", "配合单位", "时限"), ("2", "修渠", "县水利局", "6月")),
        (("序号", "任务", "牵头单位", "配合单位", "时限"), ("2", "修渠", "县水利局", "6月", "")),
        (("任务", "责任单位", "时限"), ("修渠",)),
        (("任务", "责任单位"), ("修渠", "县水利局", "6月")),
    ],
)
def test_a_row_that_fits_in_several_ways_or_none_is_not_placed(header: tuple[str, ...], cells: tuple[str, ...]) -> None:
    assert aligned(row(*cells), read_header(header)) is None


@pytest.mark.parametrize(
    "cells", [WHOLE, ("甲", *WHOLE[1:]), ("2", "备足沙袋", "镇应急办", "", ""), ("", "修渠", "", "", "")]
)
def test_a_whole_row_stays_as_it_stands(cells: tuple[str, ...]) -> None:
    assert placed(aligned(row(*cells), read_header(HEADER))) == cells


def test_the_ends_of_cells_behind_a_page_are_not_moved() -> None:
    cells = ("", "", "急办", "安", "")
    assert placed(aligned(row(*cells, after_page=True), read_header(HEADER))) == cells


@pytest.mark.parametrize("work", ["2027年实事征集", "年底考核", "12月份例会"])
def test_an_empty_last_cell_of_a_grid_stands_where_it_does_whatever_the_work_begins_with(work: str) -> None:
    header = read_header(("序号", "工作任务", "责任单位", "完成时限", "完成情况"))
    cells = ("2", work, "县应急局", "12月", "")
    told = tuple(
        Cell(one.paragraphs, one.start, one.end, Locator(table=1, row=3, column=at))
        for at, one in enumerate(row(*cells).cells, start=1)
    )
    assert placed(aligned(TableRow(told, 1, after_page=False), header)) == cells


def test_a_row_of_text_whose_date_stands_under_the_work_has_lost_a_cell() -> None:
    header = read_header(("序号", "工作任务", "责任单位", "完成时限", "完成情况"))
    assert aligned(row("2", "2023年6月10日", "县应急局", "", ""), header) is None
