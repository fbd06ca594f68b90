"""Forms of names and values are one task each, in every format alike; tables and other forms are none."""

from dataclasses import replace
from itertools import chain

import pytest

from graph.statements import TaskStatement
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.tables.forms import FormCell, form_at
from loaders.tables.transposed import transposed_at
from tests.loaders.formats.docx.word_files import docx, tbl, tc, tr
from tests.loaders.formats.xlsx.books import NOWHERE, Sheet, book

Rows = list[tuple[str, ...]]

TWO_COLUMNS: Rows = [
    ("事项名称", "修建望川渠二期工程"),
    ("主要内容", "完成渠道清淤三公里，新建泵站两座。"),
    ("责任单位", "县水利局"),
    ("配合单位", "县财政局、各乡镇"),
    ("完成时限", "2025年6月30日前"),
    ("联系人", "张三"),
]
FOUR_COLUMNS: Rows = [
    ("编号", "望督〔2025〕3号", "签发人", "李四"),
    ("督办事项", "修建望川渠二期工程", "", ""),
    ("责任单位", "县水利局", "配合单位", "县财政局"),
    ("责任领导", "王五", "完成时限", "2025年6月30日"),
    ("办理情况", "已完成清淤一公里，计划7月底前完工", "", ""),
]
NAMES_OVER_BOTH: Rows = [("项目", "内容"), *TWO_COLUMNS[:1], *TWO_COLUMNS[2:]]
WITH_COLONS: Rows = [
    ("工作任务：", "整治河道"),
    ("牵头单位：", "县水利局"),
    ("办结时限：", "9月底"),
    ("办理情况：", ""),
]
NOT_FILLED_IN: Rows = [("重点任务", "植树千株"), ("责任单位", ""), ("完成时限", "2025年3月"), ("责任人", "王五")]

NAMES_OF_NO_PLAN: Rows = [
    ("编号", "望督〔2025〕4号", "督办日期", "2025年4月8日"),
    ("督办事项", "解决渠首漏水问题", "", ""),
    ("办理要求", "更换闸门止水", "", ""),
    ("牵头单位", "县水利局", "配合单位", "县财政局"),
    ("完成时限", "2025年4月25日前", "联系人", "张三 6213047"),
    ("签收人", "", "签收时间", ""),
]
THREE_PAIRS_A_ROW: Rows = [
    ("编号", "望督〔2025〕5号", "", "交办日期", "2025年5月6日", ""),
    ("督办事项", "解决城西水压不足问题", "", "", "", ""),
    ("牵头单位", "县水利局", "配合单位", "县住建局", "责任领导", "王五"),
    ("完成时限", "2025年5月31日前", "", "联系电话", "6213047", ""),
    ("办理要求", "按期书面反馈办理结果。", "", "", "", ""),
]

FORMS = {
    "two columns": (TWO_COLUMNS, ("修建望川渠二期工程", ("县水利局",), ("县财政局", "各乡镇"), "2025年6月30日前")),
    "four columns": (FOUR_COLUMNS, ("修建望川渠二期工程", ("县水利局",), ("县财政局",), "2025年6月30日")),
    "names over both": (
        NAMES_OVER_BOTH,
        ("修建望川渠二期工程", ("县水利局",), ("县财政局", "各乡镇"), "2025年6月30日前"),
    ),
    "names with colons": (WITH_COLONS, ("整治河道", ("县水利局",), (), "9月底")),
    "most names on the right of no plan": (
        NAMES_OF_NO_PLAN,
        ("解决渠首漏水问题", ("县水利局",), ("县财政局",), "2025年4月25日前"),
    ),
    "three pairs in one row, two in the next": (
        THREE_PAIRS_A_ROW,
        ("解决城西水压不足问题", ("县水利局",), ("县住建局",), "2025年5月31日前"),
    ),
    "a name without a value": (NOT_FILLED_IN, ("植树千株", (), (), "2025年3月")),
}


def tasks_of(rows: Rows, name: str) -> tuple[TaskStatement, ...]:
    """The tasks of a form in a file of that name, under a title."""
    titled = [("望川县督办通知单",), *rows]
    if name.endswith(".xlsx"):
        data = book(Sheet([[value or None for value in row] for row in titled]))
    elif name.endswith(".docx"):
        data = docx(tbl(*(tr(*row) for row in rows)))
    elif name.endswith(".csv"):
        data = "\n".join(",".join(row) for row in titled).encode()
    elif name.endswith(".md"):
        lines = [f"|{'|'.join(row)}|" for row in rows]
        data = "\n".join([*lines[:1], "|-" * len(rows[0]) + "|", *lines[1:]]).encode()
    else:
        data = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows).encode()
    document = read_document(read_bytes(data, name))
    return document.tasks


@pytest.mark.parametrize("name", ["单.xlsx", "单.docx", "单.csv", "单.md", "单.txt"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_one_task(form: str, name: str) -> None:
    rows, told = FORMS[form]
    [task] = tasks_of(rows, name)
    owners = task.lead_units + task.responsible_units
    assert (task.title, owners, task.supporting_units, task.due_text) == told


def test_a_task_of_a_form_quotes_its_values_and_names_the_row_where_they_begin() -> None:
    document = read_document(read_bytes(book(Sheet([[], *TWO_COLUMNS], at=(2, 3))), "单.xlsx"))
    source = document.tasks[0].source
    assert source.quote.startswith("修建望川渠二期工程\n主要内容\t完成渠道")
    assert source.quote.endswith("张三")
    assert source.row == 3
    assert [one.reason for one in document.unread] == []


def test_forms_under_each_other_are_a_task_each() -> None:
    second = [tuple(cell.replace("二期", "三期") for cell in row) for row in TWO_COLUMNS]
    for between in ([], [("督办通知单之二",)]):
        document = read_document(read_bytes(book(Sheet([*TWO_COLUMNS, *between, *second])), "单.xlsx"))
        assert [task.title for task in document.tasks] == ["修建望川渠二期工程", "修建望川渠三期工程"]


def test_what_a_form_reports_is_no_deadline() -> None:
    [task] = tasks_of(FOUR_COLUMNS, "单.docx")
    assert [due.on for due in task.dues] == ["2025-06-30"]
    assert "计划7月底前完工" in task.source.quote
    assert replace(task, source=NOWHERE) == replace(tasks_of(FOUR_COLUMNS, "单.xlsx")[0], source=NOWHERE)


@pytest.mark.parametrize(
    "rows",
    [
        [("任务名称", "责任单位", "完成时限"), ("修渠", "县水利局", "6月")],
        [("任务名称", "责任单位"), ("修渠", "县水利局"), ("植树", "县林业局")],
        [("序号", "任务名称", "责任单位"), ("1", "修渠", "县水利局"), ("2", "植树", "县林业局")],
        [("姓名", "张三", "单位", "县水利局"), ("职务", "局长", "电话", "123")],
        [("工作任务", "修渠", "植树"), ("责任单位", "县水利局", "县林业局"), ("完成时限", "6月", "7月")],
        [("被撤村", "甲村"), ("并入村", "乙村")],
        [("项目", "内容"), ("建设地点", "城西"), ("总投资", "100万"), ("责任单位", "县水利局")],
        [("工作任务", "修渠"), ("备注", "无")],
        [],
    ],
)
def test_tables_and_forms_that_tell_no_task_are_none(rows: Rows) -> None:
    cells = [[FormCell(column, words) for column, words in enumerate(row, start=1) if words] for row in rows]
    assert form_at(cells) is None


def test_a_table_below_a_form_is_read_as_one() -> None:
    table = [
        ("序号", "工作任务", "责任单位", "完成时限"),
        ("1", "清淤", "县水利局", "7月"),
        ("2", "护坡", "县住建局", "8月"),
    ]
    rows = list(chain(TWO_COLUMNS, table))
    document = read_document(read_bytes(book(Sheet(rows)), "单.xlsx"))
    assert [task.title for task in document.tasks] == ["修建望川渠二期工程", "清淤", "护坡"]


ON_ITS_SIDE: Rows = [
    ("项目名称", "第二水厂建设", "农贸市场改造", "县医院迁建"),
    ("建设内容", "日供水5万吨水厂一座", "改造摊位320个", "新建床位600张"),
    ("牵头单位", "县水利局", "县市场监管局", "县卫健局"),
    ("责任领导", "王五", "", "赵六"),
    ("完成时限", "2025年9月底前", "2025年6月底前", "2026年底前"),
]


@pytest.mark.parametrize("name", ["表.xlsx", "表.docx", "表.csv", "表.md", "表.txt"])
def test_a_table_on_its_side_is_a_task_in_each_column(name: str) -> None:
    told = [
        (task.title, task.content, task.lead_units, task.leaders, task.due_text) for task in tasks_of(ON_ITS_SIDE, name)
    ]
    assert told == [
        ("第二水厂建设", "日供水5万吨水厂一座", ("县水利局",), ("王五",), "2025年9月底前"),
        ("农贸市场改造", "改造摊位320个", ("县市场监管局",), (), "2025年6月底前"),
        ("县医院迁建", "新建床位600张", ("县卫健局",), ("赵六",), "2026年底前"),
    ]


def test_what_is_merged_over_the_tasks_of_a_table_on_its_side_holds_for_each() -> None:
    rows = [tr(*row) for row in ON_ITS_SIDE[:3]] + [tr("完成时限", tc("2025年底前", span=3))]
    tasks = read_document(read_bytes(docx(tbl(*rows, widths=(9, 9, 9, 9))), "表.docx")).tasks
    assert [(task.title, task.due_text) for task in tasks] == [(name, "2025年底前") for name in ON_ITS_SIDE[0][1:]]
    assert all(task.source.quote.startswith(name) for task, name in zip(tasks, ON_ITS_SIDE[0][1:], strict=True))


@pytest.mark.parametrize(
    "rows",
    [
        [("姓名", "张三", "李四"), ("单位", "县水利局", "县林业局"), ("完成时限", "6月", "7月")],
        [("工作任务", "12", "9"), ("牵头单位", "县水利局", "县林业局"), ("完成时限", "6月", "7月")],
        [("工作任务", "修渠", "植树"), ("总投资", "100万", "20万"), ("牵头单位", "县水利局", "县林业局")],
        [("牵头单位", "工作任务", "完成时限"), ("县水利局", "修渠", "6月"), ("县林业局", "植树", "7月")],
    ],
)
def test_other_tables_with_names_on_the_left_are_not_on_their_side(rows: Rows) -> None:
    assert transposed_at([[FormCell(at, words) for at, words in enumerate(row)] for row in rows]) is None


def test_an_empty_row_ends_a_table_on_its_side() -> None:
    def row(*words: str) -> list[FormCell]:
        return [FormCell(column, one) for column, one in enumerate(words)]

    names = (
        row("工作任务", "建设第二水厂", "改造农贸市场"),
        row("牵头单位", "县水利局", "县市场监管局"),
        row("完成时限", "2024年9月底前", "2024年6月底前"),
    )
    found = transposed_at([*names, [], row("其他", "甲", "乙")])
    assert found is not None
    assert found.rows == len(names)


def test_what_stands_behind_an_empty_row_above_a_header_is_no_row_of_the_table_before() -> None:
    header = ("序号", "重点任务", "责任单位", "完成时限")
    rows = [
        ("姓名", "李国栋", "职务", "副县长"),
        header,
        ("1", "建成第二水厂", "县水利局", "9月底"),
        ("", "", "", ""),
        ("姓名", "陈勇", "职务", "副县长"),
        ("分管领域", "农业、林业", "联系电话", "1234568"),
        header,
        ("1", "造林三万亩", "县林业局", "4月底"),
    ]
    data = book(Sheet([[value or None for value in row] for row in rows]))
    document = read_document(read_bytes(data, "清单.xlsx"))
    assert [(task.title, task.responsible_units) for task in document.tasks] == [
        ("建成第二水厂", ("县水利局",)),
        ("造林三万亩", ("县林业局",)),
    ]
