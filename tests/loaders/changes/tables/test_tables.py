from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.statements import ChangeStatement
from loaders.changes.tables.tables import is_change_table, read_change_table
from loaders.read import read as read_file
from loaders.text import Cell, Table, TableRow, Text, Words, line_starts
from tests.loaders.kinds import kind_of

Sides = tuple[str, list[str], list[str]]


def make(header: list[str], rows: list[list[str]]) -> tuple[Text, Table]:
    """A text whose lines are the cells of a table, and the table."""
    lines = [cell for row in rows for cell in row]
    characters = "\n".join(lines) + "\n"
    offset, made = 0, []
    for number, row in enumerate(rows, start=1):
        cells = []
        for words in row:
            end = offset + len(words)
            cells.append(Cell((Words.of(characters, offset, end),) if words else (), offset, end))
            offset = end + 1
        made.append(TableRow(tuple(cells), number))
    table = Table("", tuple(header), tuple(made), 1, 0, len(characters))
    return Text("a.txt", "0", "txt", characters, (table,), line_starts(characters)), table


def read(header: list[str], rows: list[list[str]]) -> list[ChangeStatement]:
    text, table = make(header, rows)
    return list(read_change_table(text, table, plan=1))


def sides(header: list[str], rows: list[list[str]]) -> list[Sides]:
    return [(kind_of(one), [p.name for p in one.before], [p.name for p in one.after]) for one in read(header, rows)]


MERGED = ["序号", "县（市、区）", "乡（镇）", "被撤村名称", "并入村名称", "项目名称", "新建制村名称"]


def test_dissolved_and_joined_villages_become_the_new_one() -> None:
    rows = [["1", "青石县", "东河镇", "甲水村", "乙水村", "甲水村至乙水村工程", "丙水村"]]
    one = read(MERGED, rows)[0]
    assert (kind_of(one), one.level, one.parent, one.case) == ("merge", "village", "青石县/东河镇", "")
    assert [(p.name, p.role) for p in one.before] == [("甲水村", "ends"), ("乙水村", "ends")]
    assert (one.source.line, one.source.end_line, one.source.table, one.source.row) == (1, 7, 1, 1)


def test_the_village_whose_name_the_new_one_bears_continues() -> None:
    one = read(MERGED, [["1", "", "", "甲水村", "乙水村", "", "乙水村"]])[0]
    assert (kind_of(one), [(p.name, p.role) for p in one.before]) == (
        "absorb",
        [("甲水村", "ends"), ("乙水村", "continues")],
    )


def test_without_a_new_name_the_joined_village_continues() -> None:
    assert sides(["被撤销村", "并入村"], [["甲水村", "乙水村"]]) == [("absorb", ["甲水村", "乙水村"], ["乙水村"])]


def test_a_caption_is_no_row_and_ends_a_case() -> None:
    rows = [["2021年撤并村工程"], ["1", "青石县", "东河镇", "甲水村", "乙水村", "", "丙水村"]]
    assert sides(MERGED, rows) == [("merge", ["甲水村", "乙水村"], ["丙水村"])]


@pytest.mark.parametrize(
    "header",
    [["调整前", "调整后"], ["原村名", "新村名"], ["合并前村名称", "合并后村名称"], ["原建制村", "现名称"]],
)
def test_several_old_names_stand_beside_one_new_name(header: list[str]) -> None:
    assert sides(header, [["甲水村、乙水村", "丙水村"]]) == [("merge", ["甲水村", "乙水村"], ["丙水村"])]


REASONED = ["原名称", "变更原因", "新名称"]


def test_cells_merged_downwards_go_on_with_the_case_above() -> None:
    rows = [["甲水村", "合并", "丙水村"], ["乙水村", "", ""], ["丁水村", "更名", "戊水村"]]
    assert sides(REASONED, rows) == [
        ("merge", ["甲水村", "乙水村"], ["丙水村"]),
        ("merge", ["甲水村", "乙水村"], ["丙水村"]),
        ("rename", ["丁水村"], ["戊水村"]),
    ]
    cases = [one.case for one in read(REASONED, rows)]
    assert cases[0] == cases[1] != ""
    assert cases[2] == ""


def test_new_names_alone_split_the_one_above() -> None:
    rows = [["甲水街道", "析置", "甲水街道"], ["", "", "乙水街道"]]
    assert sides(REASONED, rows)[0] == ("split", ["甲水街道"], ["甲水街道", "乙水街道"])


def test_old_names_alone_are_abolished_like_the_one_above() -> None:
    rows = [["甲水村", "撤销", ""], ["乙水村", "", ""], ["", "设立", "丙水村"], ["", "", "丁水村"]]
    assert sides(REASONED, rows) == [
        ("abolish", ["甲水村"], []),
        ("abolish", ["乙水村"], []),
        ("create", [], ["丙水村"]),
        ("create", [], ["丁水村"]),
    ]


def test_a_reason_with_one_side_never_joins_a_neighbour() -> None:
    rows = [["甲水村", "合并", "丙水村"], ["乙水村", "撤销", ""], ["", "设立", "丁水村"]]
    assert [kind for kind, _, _ in sides(REASONED, rows)] == ["rename", "abolish", "create"]


def test_old_and_new_without_a_reason_are_a_change_of_their_own() -> None:
    rows = [["甲水乡", "撤乡设镇", "甲水镇"], ["乙水乡", "", "乙水镇"]]
    assert sides(REASONED, rows) == [("rename", ["甲水乡"], ["甲水镇"]), ("rename", ["乙水乡"], ["乙水镇"])]


def test_the_same_name_under_another_code_is_no_change() -> None:
    assert sides(REASONED, [["甲水村", "代码变更", "甲水村"]]) == []


def test_dates_of_a_column_and_plans_are_kept() -> None:
    one = read(["原村名", "新村名", "批准时间"], [["甲水村、乙水村", "丙水村", "2019年12月"]])[0]
    assert (one.on, one.earliest, one.latest, one.status) == ("2019-12", "2019-12-01", "2019-12-31", "stated")
    assert read(["拟撤并村", "并入村"], [["甲水村", "乙水村"]])[0].status == "proposed"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["任务", "责任单位"], ["合并甲水村", "社事办"]),
        (["时间", "方式", "学校", "布局调整对象"], ["2021", "撤销", "小学", "甲水小学"]),
        (["调整前", "调整后"], ["3000元", "4000元"]),
        (["调整前人口", "调整后人口"], ["甲水村", "乙水村"]),
        (["原名称", "变更原因", "新名称"], ["甲水小学", "合并", "乙水小学"]),
    ],
)
def test_other_tables_are_none(header: list[str], row: list[str]) -> None:
    text, table = make(header, [row])
    assert not is_change_table(table)
    assert read_change_table(text, table, plan=1) == ()


NAMES = st.sampled_from(["甲水村", "乙水村", "丙水村", "丁水社区", "", "-", "2个", "甲水村、乙水村", "甲水村\n乙水村"])


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3), max_size=8))
def test_any_rows_are_read_without_an_error(rows: list[list[str]]) -> None:
    text, table = make(REASONED, rows)
    assert is_change_table(table) or not read_change_table(text, table, plan=1)


def test_the_real_list_gives_its_fourteen_events(seeds: Path) -> None:
    text = read_file(next(seeds.glob("000*")))
    tables = [block for block in text.blocks if isinstance(block, Table) and is_change_table(block)]
    found = [one for table in tables for one in read_change_table(text, table, plan=1)]
    assert len(found) == 16
    assert len({tuple(p.name for p in one.after) for one in found}) == 14
