"""Two header rows become one name a column, however a spanning name is printed."""

import pytest

from loaders.tables.header_rows import is_sub_header, join_header
from loaders.text import Cell, TableRow, Words


def row(*names: str) -> TableRow:
    return TableRow(tuple(Cell((Words.of(name, 0, len(name)),) if name else (), 0, 1) for name in names), 0)


def test_one_row_gives_its_names_without_white_space() -> None:
    assert join_header(row("责任 单位", "时限"), None) == ("责任单位", "时限")


@pytest.mark.parametrize(
    ("upper", "lower", "names"),
    [
        (("任务", "责任分工", "时限"), ("", "牵头单位", "责任单位", ""), ("任务", "牵头单位", "责任单位", "时限")),
        (("任务", "责任单位", "", "时限"), ("", "牵头", "配合", ""), ("任务", "牵头单位", "配合单位", "时限")),
        (("序号", "被撤村", "并入村"), ("", "名称", "名称"), ("序号", "被撤村名称", "并入村名称")),
        (("甲", "乙"), ("名称", "时间", "名称", "时间"), ("甲名称", "甲时间", "乙名称", "乙时间")),
        (
            ("任务", "分工", "分工", "时限"),
            ("任务", "牵头单位", "配合单位", "时限"),
            ("任务", "牵头单位", "配合单位", "时限"),
        ),
        (("任务", "责任分工", "责任分工"), ("任务", "牵头", "配合"), ("任务", "牵头", "配合")),
    ],
)
def test_names_stand_under_the_name_that_spans_them(
    upper: tuple[str, ...], lower: tuple[str, ...], names: tuple[str, ...]
) -> None:
    assert join_header(row(*upper), row(*lower)) == names


def test_a_second_header_row_has_empty_cells_and_names_that_stand_below_others() -> None:
    assert is_sub_header(["", "牵头单位", "责任单位"])
    assert not is_sub_header(["1", "修渠", "水利站"])
    assert not is_sub_header(["牵头单位", "责任单位"])


def test_where_merged_names_arrive_repeated_the_second_row_repeats_the_others() -> None:
    above = ["序号", "任务", "分工", "分工"]
    assert is_sub_header(["序号", "任务", "牵头单位", "配合单位"], above)
    assert not is_sub_header(["序号", "任务", "分工", "分工"], above)
    assert not is_sub_header(["1", "修渠", "水利站", "各村"], above)
    assert not is_sub_header(["序号", "事项", "牵头单位", "配合单位"], above)
