"""What a name leaves open is told by the cells and by what the other columns leave; what stays open is named."""

import pytest

from graph.messages.message import message
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.tables.columns import is_task_table, read_columns
from loaders.text import Cell, TableRow, Words

Told = dict[str, str]


def rows(*cells: tuple[str, ...]) -> list[TableRow]:
    return [
        TableRow(tuple(Cell((Words.of(text, 0, len(text)),) if text else (), 0, 1) for text in row), number)
        for number, row in enumerate(cells, 1)
    ]


def meanings(header: str, *cells: str) -> Told:
    names = header.split("|")
    told = read_columns(names, rows(*(tuple(row.split("|")) for row in cells)))
    return {name: one.roles[0] if one.roles else one.meaning for name, one in zip(names, told.columns, strict=True)}


@pytest.mark.parametrize(
    ("header", "row", "column", "meaning"),
    [
        ("交办事项|承接单位|时限", "修渠|县水利局|6月", "承接单位", "responsible"),
        ("整改事项|归口|备注", "修渠|县水利局、各镇|", "归口", "responsible"),
        ("乡镇|整治任务|完成日期", "柳湾镇|拆违|6月", "乡镇", "responsible"),
        ("任务|责任单位|上墙时间", "修渠|县水利局|6月", "上墙时间", "due"),
        ("交办件|责任单位|时限", "处理路灯不亮的反映|县住建局|6月", "交办件", "work"),
        ("任务|所在乡镇|责任单位", "修渠|柳湾镇|县水利局", "所在乡镇", "unit"),
        ("任务|归口|时限", "修渠|按现行规定|6月", "归口", "unknown"),
        ("任务|责任单位|时间", "修渠|县水利局|6月", "时间", "date"),
        ("任务|责任单位|验收时间|时限", "修渠|县水利局|7月|6月", "验收时间", "date"),
        ("任务|责任单位|办结时限|办结时间", "修渠|县水利局|6月|7月", "办结时间", "date"),
        ("任务|责任单位|办结时间", "修渠|县水利局|6月", "办结时间", "due"),
        ("单位|获奖项目|获奖时间", "县水利局|先进集体|6月", "获奖时间", "date"),
        ("任务|责任单位|包村干部", "修渠|县水利局|陶安", "包村干部", "person"),
    ],
)
def test_a_half_known_column_is_told_by_its_cells_and_its_neighbours(
    header: str, row: str, column: str, meaning: str
) -> None:
    assert meanings(header, row, row)[column] == meaning


@pytest.mark.parametrize(
    ("header", "row", "remarks"),
    [
        ("任务|承接单位|包联单位|时限", "修渠|县水利局|县财政局|6月", {1: "unread.column_guessed", 2: "unread.column"}),
        ("任务|责任单位|所在乡镇", "修渠|县水利局|柳湾镇", {2: "unread.column"}),
        ("任务|责任单位|包村干部", "修渠|县水利局|陶安", {2: "unread.column"}),
        ("任务|责任单位|时间", "修渠|县水利局|6月", {2: "unread.column"}),
        ("任务|承接单位|时限", "修渠|县水利局|6月", {}),
        ("任务|责任单位|备注", "修渠|县水利局|县财政局", {}),
    ],
)
def test_a_column_that_was_guessed_or_stays_open_is_named(header: str, row: str, remarks: dict[int, str]) -> None:
    told = read_columns(header.split("|"), rows(tuple(row.split("|"))))
    assert {index: one.key for index, one in told.remarks.items()} == remarks


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("乡镇|项目名称|金额", "柳湾镇|修渠|300"),
        ("序号|乡镇|项目|备注", "1|柳湾镇|修渠|"),
        ("事项名称|办理单位|办理时间", "身份证办理|县公安局|工作日9:00-17:00"),
        ("单位|获奖项目|获奖时间", "县水利局|先进集体|6月"),
        ("任务|完成情况|实际完成时间", "修渠|已完成|6月"),
        ("时间|会议内容|参会单位", "6月|调度会|县水利局"),
        ("意见建议|承办单位|采纳情况", "增设路灯|县住建局|采纳"),
    ],
)
def test_tables_that_set_no_task_stay_none(header: str, row: str) -> None:
    assert not is_task_table(header.split("|"), rows(tuple(row.split("|")), tuple(row.split("|"))))


def test_the_name_of_an_open_column_is_its_place() -> None:
    characters = "修渠任务清单\n\n序号\t任务\t责任单位\t包村干部\n1\t修渠\t水利站\t陶安\n"
    [unread] = read_document(read_bytes(characters.encode(), "plan.txt")).unread
    assert (unread.source.quote, unread.reason) == ("包村干部", "unread.column")


def test_a_date_that_was_put_off_stands_for_the_first_one() -> None:
    characters = "修渠任务清单\n\n序号\t任务\t时限\t延期至\n1\t修渠\t2023年6月\t2023年9月\n2\t植树\t45107\t\n"
    tasks = read_document(read_bytes(characters.encode(), "plan.txt")).tasks
    assert [(task.due_text, [due.on for due in task.dues]) for task in tasks] == [
        ("2023年9月", ["2023-09-30"]),
        ("45107", ["2023-06-30"]),
    ]


@pytest.mark.parametrize("time", ["6月", "汛期", "常态化", "全年"])
def test_a_remark_bears_the_columns_name(time: str) -> None:
    told = read_columns(["任务", "责任单位", "时间"], rows(("修渠", "县水利局", time)))
    assert told.remarks == {2: message("unread.column", column="时间")}
