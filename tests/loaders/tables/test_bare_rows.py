"""Tables without TABs are known by their header and their running numbers, and by nothing else."""

import pytest

from loaders.read import read_bytes
from loaders.text import Table

HEADER = "序号\n工作名称\n责任单位\n完成时限\n"


def rows_of(characters: str) -> list[list[str]]:
    blocks = read_bytes(characters.encode(), "plan.txt").blocks
    return [[cell.text for cell in row.cells] for block in blocks if isinstance(block, Table) for row in block.rows]


def test_each_row_begins_at_its_number() -> None:
    printed = HEADER + "1\n修渠\n水利站\n6月\n\n2\n植树\n林业站\n3月\n各村要认真落实。\n"
    assert rows_of(printed) == [["1", "修渠", "水利站", "6月"], ["2", "植树", "林业站", "3月"]]


def test_blank_lines_between_all_cells_part_nothing() -> None:
    printed = HEADER + "1\n修渠\n水利站\n6月\n2\n植树\n林业站\n3月\n各村要认真落实。\n"
    assert rows_of(printed.replace("\n", "\n\n")) == [["1", "修渠", "水利站", "6月"], ["2", "植树", "林业站", "3月"]]


def test_a_row_of_too_few_lines_stays_as_it_is() -> None:
    assert rows_of(HEADER + "1\n修渠\n6月\n2\n植树\n林业站\n3月\n")[0] == ["1", "修渠", "6月"]


@pytest.mark.parametrize(
    "characters",
    [
        "序号\n说明\n1\n甲\n",
        "一、任务\n1\n修渠\n",
        "序号\n工作名称\n责任单位\n修渠\n水利站\n",
        "序号\n姓名\n电话\n1\n王强\n123\n",
    ],
)
def test_other_short_lines_are_no_table(characters: str) -> None:
    assert rows_of(characters) == []
