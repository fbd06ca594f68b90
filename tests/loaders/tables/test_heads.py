"""A header is told from rows, from what stands above it, and from rows that go on with a table further up."""

import pytest

from loaders.read import read_bytes
from loaders.tables.heads import begins_table, looks_like_header
from loaders.text import Table

FIRST = "\t序号\n\t任务\n\t责任单位\n\t完成时限\n\n\t1\n\t修渠\n\t水利站\n\t6月\n\n\n"


def tables_of(characters: str) -> list[Table]:
    return [block for block in read_bytes(characters.encode(), "plan.txt").blocks if isinstance(block, Table)]


def test_a_header_holds_several_known_names_and_no_number() -> None:
    assert looks_like_header(["序号", "任务", "责任单位（排在第一的单位为牵头单位，其余为配合单位，下同）", "时限"])
    assert not looks_like_header(["4", "修建项目", "水利站", "6月"])
    assert not looks_like_header(["清理河道项目", "清理8公里", "水利站", "6月"])
    assert not looks_like_header(["任务", "修好东渠。分段验收。"])


@pytest.mark.parametrize(
    "names",
    [
        ["序号", "工作指标", "2025年目标值", "责任单位"],
        ["任务", "责任单位", "时限"],
        ["乡镇", "整治任务", "完成日期"],
    ],
)
def test_names_of_columns_further_down_begin_another_table(names: list[str]) -> None:
    assert begins_table(names)


@pytest.mark.parametrize(
    "names",
    [
        ["", "重点项目", "落实责任", "县水利局", ""],
        ["2", "重点工作", "责任单位", "6月"],
        ["重点项目", "分管副镇长", "6月"],
        ["布置任务", "乡党政办主任"],
        ["序号"],
    ],
)
def test_cells_of_a_row_begin_none(names: list[str]) -> None:
    assert not begins_table(names)


def test_a_title_and_a_label_above_the_header_are_no_columns() -> None:
    [table] = tables_of("\t附件\n\t任务清单\n\n\t填报单位：青石镇\n\t填报人：李四\n\n" + FIRST)
    assert table.header == ("序号", "任务", "责任单位", "完成时限")


def test_names_of_any_kind_over_rows_of_as_many_cells_are_a_header() -> None:
    [table] = tables_of("\t乡镇\n\t面积\n\t产量\n\n\t青石镇\n\t3200\n\t1100\n\n\t金竹镇\n\t2100\n\t870\n")
    assert (table.header, len(table.rows)) == (("乡镇", "面积", "产量"), 2)


def test_rows_with_numbers_go_on_with_the_table_above() -> None:
    _, more = tables_of(FIRST + "二、林业\n\n\t2\n\t植树\n\t林业站\n\t3月\n")
    assert more.header == ("序号", "任务", "责任单位", "完成时限")


def test_another_table_of_as_many_columns_does_not_go_on_with_it() -> None:
    _, other = tables_of(FIRST + "统计表\n\n\t乡镇\n\t面积\n\t产量\n\t增长\n\n\t青石镇\n\t3200\n\t1100\n\t2%\n")
    assert other.header == ("乡镇", "面积", "产量", "增长")
