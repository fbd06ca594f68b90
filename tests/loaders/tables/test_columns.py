"""A header's names tell what each column means, in any order and with the names that other offices use."""

import pytest

from loaders.tables.column_names import read_header
from loaders.tables.columns import is_task_table


@pytest.mark.parametrize(
    ("name", "meaning", "roles"),
    [
        ("序号", "number", ()),
        ("工作类别", "category", ()),
        ("所属领域", "category", ()),
        ("工作（项目）名称", "name", ()),
        ("重点任务", "work", ()),
        ("具体举措", "content", ()),
        ("实施路径", "content", ()),
        ("牵头 单位", "owner", ("lead",)),
        ("主办部门", "owner", ("lead",)),
        ("责任\n部门", "owner", ("responsible",)),
        ("承办单位", "owner", ("responsible",)),
        ("落实单位", "owner", ("responsible",)),
        ("协办单位", "owner", ("supporting",)),
        ("配合部门", "owner", ("supporting",)),
        ("责任领导", "owner", ("leaders",)),
        ("责任人", "owner", ("leaders",)),
        ("牵头领导", "owner", ("lead_leaders",)),
        ("责任单位及责任人", "owner", ("responsible", "leaders")),
        ("完成时限", "due", ()),
        ("时间节点", "due", ()),
        ("完成情况及时限", "due", ()),
        ("联系人", "other", ()),
        ("备注", "other", ()),
        ("是否重点项目", "other", ()),
        ("2025年目标值", "other", ()),
    ],
)
def test_a_columns_name_tells_its_meaning(name: str, meaning: str, roles: tuple[str, ...]) -> None:
    [column] = read_header([name])
    assert (column.meaning, column.roles) == (meaning, roles)


def test_a_convention_in_a_header_is_no_part_of_the_name() -> None:
    [column] = read_header(["责任单位（第一个逗号前的单位为牵头单位）"])
    assert column.roles == ("responsible",)
    assert column.note is not None
    assert (column.note.rule, column.note.party) == ("before_comma", "units")


@pytest.mark.parametrize(
    "names",
    [
        ["序号", "工作内容", "责任部门", "完成时限"],
        ["主要任务", "时间节点"],
        ["事项", "牵头单位"],
        ["序号", "重点任务", "工作项目", "具体内容", "责任部门", "完成情况及时限", "备注"],
    ],
)
def test_work_with_owners_or_deadlines_makes_a_task_table(names: list[str]) -> None:
    assert is_task_table(names)


@pytest.mark.parametrize(
    "names",
    [
        ["序号", "指标名称", "2025年目标值", "责任单位"],
        ["序号", "项目名称", "建设内容", "总投资（万元）", "责任单位"],
        ["序号", "群众诉求", "责任单位", "办理时限"],
        ["序号", "工作事项", "建议牵头单位"],
        ["姓名", "职务", "联系电话"],
        ["时间", "方式", "学校类别", "布局调整对象", "学生去向", "合计"],
        ["序号", "单位", "拟新建村", "拟改（扩）建村", "备注"],
    ],
)
def test_indicators_projects_wishes_and_contacts_set_no_tasks(names: list[str]) -> None:
    assert not is_task_table(names)


@pytest.mark.parametrize(
    "names",
    [
        ["主要任务", "考核指标", "责任单位", "完成时限"],
        ["序号", "目标任务", "里程碑节点", "牵头单位"],
        ["项目名称", "建设地点", "责任单位", "完成时限"],
    ],
)
def test_columns_of_figures_beside_the_work_do_not_take_the_tasks_away(names: list[str]) -> None:
    assert is_task_table(names)


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("主办/协办单位", ("lead", "supporting")),
        ("牵头及配合单位", ("lead", "supporting")),
        ("责任单位（责任人）", ("responsible", "leaders")),
        ("责任单位（牵头）", ("lead",)),
        ("牵头", ("lead",)),
    ],
)
def test_names_of_two_roles_give_both(name: str, roles: tuple[str, ...]) -> None:
    assert read_header([name])[0].roles == roles


@pytest.mark.parametrize("name", ["建设期限", "施工时限", "有效期限"])
def test_building_periods_and_terms_are_no_deadlines(name: str) -> None:
    assert read_header([name])[0].meaning != "due"


@pytest.mark.parametrize("name", ["月度推进计划3月", "工作计划一季度", "推进计划上半年"])
def test_a_stretch_of_the_year_under_a_plan_is_no_work(name: str) -> None:
    assert read_header([name])[0].meaning == "unknown"
    assert read_header([f"{name}工作目标"])[0].meaning == "content"
