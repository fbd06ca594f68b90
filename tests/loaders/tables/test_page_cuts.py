"""The first row behind a page is the rest of the row above it, or a task of its own: the cells tell."""

import pytest

from loaders.tables.column_names import read_header
from loaders.tables.page_cuts import joined_over_pages
from loaders.text import Cell, TableRow, Words

HEADER = ("序号", "事项", "内容", "牵头单位", "责任领导", "时限")
ABOVE = ("1", "修渠", "修好东渠。", "县水利局", "陶安", "2024年6月底前")
OWN = ("", "植树", "栽种林带。", "县林业局", "路平", "9月")


def row(number: int, cells: tuple[str, ...], *, after_page: bool = False) -> TableRow:
    made = [Cell((Words.of(text, 0, len(text)),) if text else (), at, at + 1) for at, text in enumerate(cells)]
    return TableRow(tuple(made), number, after_page)


def joined(above: tuple[str, ...], below: tuple[str, ...], *, page: bool = True) -> list[tuple[str, ...]]:
    rows = [row(1, above), row(2, below, after_page=page), row(3, ("2", *ABOVE[1:]))]
    found = joined_over_pages(rows, read_header(HEADER))
    return [tuple(cell.text for cell in one.cells) for one in found[:-1]]


def test_a_row_with_work_and_an_owner_under_whole_cells_is_its_own() -> None:
    assert joined(ABOVE, OWN) == [ABOVE, OWN]


@pytest.mark.parametrize(
    ("above", "below"), [("2024.6", "2024.9"), ("20240630", "20240930"), ("6月", "9月"), ("6月底", "年底")]
)
def test_dates_that_are_whole_are_not_put_together(above: str, below: str) -> None:
    first, second = (*ABOVE[:5], above), (*OWN[:5], below)
    assert joined(first, second) == [first, second]


@pytest.mark.parametrize(
    ("above", "below"), [("各村（社区）", "各村（社区）"), ("柳湾镇", "各乡镇"), ("县委", "县财政局")]
)
def test_names_that_are_whole_are_not_put_together(above: str, below: str) -> None:
    first, second = (*ABOVE[:3], above, *ABOVE[4:]), (*OWN[:3], below, *OWN[4:])
    assert joined(first, second) == [first, second]


def test_a_row_with_a_number_or_without_a_page_above_is_its_own() -> None:
    numbered = ("2", "", "渠。", "局", "", "")
    assert joined(ABOVE, numbered) == [ABOVE, numbered]
    assert joined(ABOVE, ("", *numbered[1:]), page=False) == [ABOVE, ("", *numbered[1:])]


@pytest.mark.parametrize(
    ("column", "above", "below"),
    [
        (3, "县水利局、", "县林业局"),
        (3, "县档案馆（县方志", "办）"),
        (3, "县农业农", "村局"),
        (3, "县", "财政局"),
        (3, "各乡", "镇"),
        (4, "欧阳", "文斌"),
        (4, "陶", "安"),
        (5, "2024年6", "月底前"),
        (5, "2024年6月", "底前"),
        (5, "2024年12月3", "1日前"),
        (5, "2024年", "6月"),
        (2, "修好东渠，", "分段验收。"),
        (2, "建立“一户", "一档”台账。"),
        (2, "修好东", "渠。"),
        (1, "修", "渠"),
    ],
)
def test_a_cell_that_completes_the_one_above_makes_its_row_the_rest(column: int, above: str, below: str) -> None:
    first = tuple(above if at == column else cell for at, cell in enumerate(ABOVE))
    rest = tuple(below if at == column else "" for at in range(len(HEADER)))
    whole = tuple(above + below if at == column else cell for at, cell in enumerate(ABOVE))
    assert joined(first, rest) == [whole]
    if column in (3, 4, 5):
        with_work = ("", "", "绿化堤岸。", "县林业局" if column != 3 else below, rest[4], rest[5])
        assert len(joined(first, with_work)) == 1


def test_a_row_without_the_content_that_every_row_has_is_the_rest() -> None:
    assert joined((*ABOVE[:1], "修整东", *ABOVE[2:]), ("", "干渠", "", "县林业局", "", ""))[0][1] == "修整东干渠"


def test_a_row_without_an_owner_is_the_rest() -> None:
    assert joined(ABOVE, ("", "", "绿化堤岸。", "", "", ""))[0][2] == "修好东渠。绿化堤岸。"
