"""Tables pasted with single blanks between their cells are read where each row parts in one way alone."""

import pytest

from graph.statements import PlanDocument
from loaders.extract import read_document
from loaders.read import read_bytes

HEADER = "序号 问题 整改措施 责任领导 责任部门 时限"


def paper(*rows: str, header: str = HEADER) -> PlanDocument:
    return read_document(read_bytes("\n".join(["矿业公司2024年整改任务清单", header, *rows]).encode(), "plan.txt"))


def told(*rows: str, header: str = HEADER) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    tasks = paper(*rows, header=header).tasks
    return [(task.title, task.content, task.responsible_units, task.leaders) for task in tasks]


def test_a_row_of_as_many_pieces_as_the_header_has_names_is_parted_at_its_blanks() -> None:
    rows = ["1 换届不及时 限期换届 高原 党委组织部 5月30日前", "", "2 经费不规范 专项审计 安然 工会办、审计部 长期"]
    assert told(*rows) == [
        ("换届不及时", "限期换届", ("党委组织部",), ("高原",)),
        ("经费不规范", "专项审计", ("工会办", "审计部"), ("安然",)),
    ]


def test_blanks_inside_cells_part_nothing_where_the_kinds_of_the_columns_leave_one_way() -> None:
    header = "序号 工作任务 责任领导 责任单位 完成时限"
    rows = ["1 修渠 李  刚 县水利局 县财政局 2024年 6月底", "2 清理 白色垃圾 王强 县环卫中心 7月"]
    assert told(*rows, header=header) == [
        ("修渠", "", ("县水利局", "县财政局"), ("李刚",)),
        ("清理白色垃圾", "", ("县环卫中心",), ("王强",)),
    ]


def test_a_row_that_parts_in_several_ways_is_told_with_its_cells() -> None:
    document = paper("1 换届不及时 限期换届 高原 党委组织部 5月30日前", "2 经费不规范 审计 强化监督 安然 工会办 6月")
    assert [task.title for task in document.tasks] == ["换届不及时"]
    [unread] = document.unread
    assert (unread.reason, unread.source.quote[:7]) == ("unread.cells", "2 经费不规范"[:7])


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (HEADER, "换届不及时 限期换届 高原 党委组织部 5月30日前"),
        (HEADER, "2 换届不及时 限期换届 高原 党委组织部 5月30日前"),
        ("序号 问题 说明 去年 今年", "1 换届不及时 限期换届 高原 党委组织部"),
        ("序号 问题 时限", "1 换届不及时 5月30日前"),
        ("问题 整改措施 责任领导 责任部门 时限", "1 限期换届 高原 党委组织部 5月30日前"),
    ],
)
def test_lines_without_a_header_of_tasks_or_without_numbers_from_one_on_are_prose(header: str, row: str) -> None:
    assert told(row, header=header) == []
