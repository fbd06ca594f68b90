"""Rows of a task table become tasks; what does not is named with its reason."""

import pytest

from graph.messages.message import message
from graph.statements import TaskStatement
from loaders.extract import read_document
from loaders.prose.assign import Conventions
from loaders.read import read_bytes
from loaders.tables.task_rows import UnreadColumn, UnreadRow, read_rows
from loaders.text import Table

Cells = list[str]


def rows_of(
    header: Cells, *rows: Cells, rules: Conventions | None = None
) -> list[TaskStatement | UnreadRow | UnreadColumn]:
    printed = "\n".join("".join(f"\t{cell}\n" for cell in row) for row in (header, *rows))
    text = read_bytes(printed.encode(), "plan.txt")
    [table] = [block for block in text.blocks if isinstance(block, Table)]
    return list(read_rows(text, table, 1, rules or Conventions(year=2024)))


def tasks_of(header: Cells, *rows: Cells, rules: Conventions | None = None) -> list[TaskStatement]:
    return [one for one in rows_of(header, *rows, rules=rules) if isinstance(one, TaskStatement)]


WIDE = ["序号", "工作类别", "工作名称", "工作内容", "牵头单位", "责任单位", "责任领导", "完成时限"]


def test_a_row_states_all_that_its_cells_say() -> None:
    [task] = tasks_of(WIDE, ["1", "农业", "修渠", "修好东渠。", "水利站", "各村、农业办", "李  刚\n\n王强", "6月底前"])
    assert (task.number, task.category, task.title, task.content) == ("1", "农业", "修渠", "修好东渠。")
    assert (task.lead_units, task.responsible_units) == (("水利站",), ("各村", "农业办"))
    assert task.leaders == ("李刚", "王强")
    assert [due.on for due in task.dues] == ["2024-06-30"]
    assert (task.basis, task.named, task.form) == ("column", True, "row")


def test_an_empty_category_or_name_is_that_of_the_row_above_an_owner_is_not() -> None:
    first, second = tasks_of(
        WIDE,
        ["1", "农业", "修渠", "修好东渠", "水利站", "各村", "李刚", "6月"],
        ["", "", "", "修好西渠", "", "各村", "", "9月"],
    )
    assert (second.category, second.title) == (first.category, first.title)
    assert (second.lead_units, second.leaders) == ((), ())
    assert second.source.line == (first.source.end_line or 0) + 2


def test_without_a_column_of_names_the_first_sentence_is_the_title_and_nothing_is_joined_by_it() -> None:
    [task] = tasks_of(["序号", "工作内容", "责任部门"], ["1", "修好东渠。分段验收。", "水利站"])
    assert (task.title, task.named) == ("修好东渠", False)


def test_a_column_of_work_that_stands_over_several_rows_is_a_category() -> None:
    tasks = tasks_of(
        ["重点任务", "具体举措", "责任单位"], ["兴修水利", "修好东渠", "水利站"], ["", "修好西渠", "水利站"]
    )
    assert [(task.category, task.title, task.named) for task in tasks] == [
        ("兴修水利", "修好东渠", False),
        ("兴修水利", "修好西渠", False),
    ]


def test_a_convention_of_the_header_holds_for_leaders_too_where_their_column_uses_the_comma() -> None:
    header = ["工作名称", "责任单位（逗号前为牵头单位）", "责任领导"]
    one, two, three = tasks_of(
        header,
        ["修渠", "水利站，各村", "李刚，王强"],
        ["植树", "林业站、各村", "王强"],
        ["修路", "交通办", "李刚、王强"],
    )
    assert (one.lead_units, one.responsible_units, one.lead_leaders) == (("水利站",), ("各村",), ("李刚",))
    assert (two.lead_units, two.responsible_units, two.lead_leaders) == ((), ("林业站", "各村"), ("王强",))
    assert (three.lead_units, three.lead_leaders) == (("交通办",), ())


def test_without_a_comma_in_their_column_leaders_are_not_told_apart() -> None:
    header = ["工作名称", "责任单位（逗号前为牵头单位）", "责任领导"]
    [task] = tasks_of(header, ["修渠", "水利站，各村", "李刚"])
    assert task.lead_leaders == ()


def test_a_row_cut_by_the_page_is_put_together() -> None:
    header = ["序号", "工作内容", "责任单位", "完成时限"]
    text = read_bytes(
        (
            "".join(f"\t{cell}\n" for cell in header)
            + "\n\t1\n\t储备砂石料\n\t应急办\n\t2024年6\n\n— 3 —\n\n\t\n\t五百方\n\t\n\t月底前\n"
        ).encode(),
        "plan.txt",
    )
    [table] = [block for block in text.blocks if isinstance(block, Table)]
    [task] = list(read_rows(text, table, 1, Conventions()))
    assert isinstance(task, TaskStatement)
    assert (task.content, task.due_text) == ("储备砂石料五百方", "2024年6月底前")
    assert (task.source.line, task.source.end_line) == (6, 16)


def test_a_row_of_fewer_cells_is_read_where_their_kinds_tell_the_columns() -> None:
    _, task = tasks_of(["工作名称", "责任单位", "完成时限"], ["修渠", "水利站", "6月"], ["植树", "林业站"])
    assert (task.title, task.responsible_units, task.due_text) == ("植树", ("林业站",), "")


def test_a_row_whose_cells_could_stand_in_more_than_one_way_is_named() -> None:
    header = ["工作名称", "牵头单位", "配合单位", "完成时限"]
    found = rows_of(header, ["修渠", "水利站", "各村", "6月"], ["植树", "林业站", "3月"])
    assert [one.reason for one in found if isinstance(one, UnreadRow)] == [message("unread.cells", cells=3, columns=4)]


def test_a_row_without_owner_and_deadline_is_no_task() -> None:
    found = rows_of(["工作名称", "责任单位", "完成时限"], ["农业", "", "—"], ["修渠", "水利站", "6月"])
    assert [type(one) for one in found] == [UnreadRow, TaskStatement]


def test_the_year_is_that_of_the_tables_title() -> None:
    text = read_bytes("修水利2023年任务清单\n\n\t工作名称\n\t完成时限\n\n\t修渠\n\t6月\n".encode(), "plan.txt")
    [table] = [block for block in text.blocks if isinstance(block, Table)]
    [task] = list(read_rows(text, table, 1, Conventions(year=2024)))
    assert isinstance(task, TaskStatement)
    assert [due.on for due in task.dues] == ["2023-06-30"]


def test_a_row_with_a_number_and_no_work_is_no_further_row_of_the_work_above() -> None:
    rows = ["序号\t任务\t责任单位\t时限", "1\t修渠\t县水务局\t6月底", "2\t\t县粮站\t7月底", "3\t植树\t县林场\t8月底"]
    document = read_document(read_bytes(("山阳县任务清单\n" + "\n".join(rows) + "\n").encode(), "list.txt"))
    assert [task.title for task in document.tasks] == ["修渠", "植树"]
    assert [(one.reason, one.source.row) for one in document.unread] == [("unread.no_work", 2)]


def test_of_two_columns_of_work_the_first_names_it_where_each_row_has_words_of_its_own_and_sorts_it_else() -> None:
    header = ["序号", "服务项目", "主要任务", "责任单位"]
    each = tasks_of(header, ["1", "修渠", "修好东渠", "水利站"], ["2", "植树", "植树千株", "农业办"])
    assert [(task.title, task.content, task.category) for task in each] == [
        ("修渠", "修好东渠", ""),
        ("植树", "植树千株", ""),
    ]
    sorted_ = tasks_of(header, ["1", "水利", "修好东渠", "水利站"], ["2", "水利", "修好西渠", "农业办"])
    assert [(task.title, task.category) for task in sorted_] == [("修好东渠", "水利"), ("修好西渠", "水利")]


def test_in_a_column_of_persons_a_name_without_a_known_surname_is_one() -> None:
    named = {
        "王建国": (("王建国",), ()),
        "尔布、赵强": (("尔布", "赵强"), ()),
        "格里": (("格里",), ()),
        "各村书记": ((), ("各村书记",)),
        "轮值": ((), ("轮值",)),
        "镇安办": ((), ("镇安办",)),
    }
    cells = [*named, *["李刚"] * 5]
    tasks = tasks_of(WIDE, *(["1", "巡查", "河堤", "检查河堤", "水利站", "", cell, "6月"] for cell in cells))
    assert [(task.leaders, task.leader_roles) for task in tasks[: len(named)]] == list(named.values())


@pytest.mark.parametrize(
    ("cells", "leaders"),
    [
        (["哈斯巴根", "哈斯巴根", "申国栋"], [("哈斯巴根",), ("哈斯巴根",), ("申国栋",)]),
        (["普文忠", "刀玉兰", "李云峰"], [("普文忠",), ("刀玉兰",), ("李云峰",)]),
        (["详见附件", "另行安排", "申国栋"], [(), (), ("申国栋",)]),
    ],
)
def test_a_column_of_leaders_is_one_of_persons_where_more_cells_surely_name_them_than_surely_do_not(
    cells: list[str], leaders: list[tuple[str, ...]]
) -> None:
    tasks = tasks_of(WIDE, *(["1", "巡查", "河堤", "检查河堤", "水利站", "", cell, "6月"] for cell in cells))
    assert [task.leaders for task in tasks] == leaders


def test_in_a_column_of_offices_a_word_without_a_surname_is_none() -> None:
    rows = [["1", "巡查", "河堤", "检查河堤", "水利站", "", cell, "6月"] for cell in ("格里", "分管领导", "王建国")]
    assert [task.leaders for task in tasks_of(WIDE, *rows)] == [(), (), ("王建国",)]


def test_marks_in_the_column_of_a_body_say_that_the_row_is_its_work() -> None:
    header = ["序号", "工作任务", "责任单位县水利局", "责任单位县住建局", "配合单位各乡镇", "完成时限"]
    first, second = tasks_of(header, ["1", "修渠", "●", "√", "", "6月"], ["2", "建房", "—", "★", "△", "7月"])
    assert (first.responsible_units, first.supporting_units) == (("县水利局", "县住建局"), ())
    assert (second.responsible_units, second.supporting_units) == (("县住建局",), ("各乡镇",))


def test_the_first_column_with_words_of_its_own_in_each_row_names_the_work_and_those_behind_it_tell_more() -> None:
    header = ["检视问题", "问题表现", "整改措施", "责任部门", "整改时限"]
    tasks = tasks_of(
        header,
        ["漏损高", "漏损率达14.2%", "普查管网", "管网公司", "6月底"],
        ["担当不足", "", "建立容错机制", "人力资源部", "3月"],
    )
    assert [(task.title, task.content, task.category) for task in tasks] == [
        ("漏损高", "漏损率达14.2% 普查管网", ""),
        ("担当不足", "建立容错机制", ""),
    ]


def test_work_behind_the_name_of_a_thing_is_told_by_its_column_also_below_a_merged_name() -> None:
    header = ["序号", "项目名称", "推进事项", "牵头单位", "办结时限"]
    tasks = tasks_of(
        header,
        ["1", "配套码头项目", "取得海域使用权证", "县自然资源局", "5月15日前"],
        ["", "", "完成环评批复", "县生态环境局", "6月底"],
    )
    assert [(task.title, task.content, task.category) for task in tasks] == [
        ("配套码头项目", "取得海域使用权证", ""),
        ("配套码头项目", "完成环评批复", ""),
    ]


def test_numbers_that_count_on_from_row_to_row_are_none_of_the_words_also_before_a_digit() -> None:
    header = ["测评项目", "测评标准", "工作要求", "责任单位"]
    tasks = tasks_of(
        header,
        ["政务环境", "", "2.公开办事程序", "县行政审批局"],
        ["", "", "3.12345热线按期办结率达95%", "县政府办"],
    )
    assert [(task.number, task.title) for task in tasks] == [
        ("2.", "公开办事程序"),
        ("3.", "12345热线按期办结率达95%"),
    ]
    [one, other] = tasks_of(["工作内容", "责任单位"], ["1.摸底。2.整改。", "县水利局"], ["1.验收", "县财政局"])
    assert (one.number, one.title, other.title) == ("", "1.摸底", "1.验收")
