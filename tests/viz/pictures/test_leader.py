"""The picture of a leader's tasks."""

from tests.viz.task_rows import row
from viz.palette import role_colour
from viz.pictures.leader import picture

TASKS = [
    row(task_id="t2", title="建应急队", plan="p2", plan_title="应急方案", due="2021-12-31", lead_units=("应急办",)),
    row(task_id="t1", title="清产核资", due="2021-04-30", lead_leaders=("冉泰休",)),
    row(task_id="t3", title="宣传", due="", due_text="", due_dates=(), ongoing=True, responsible_units=()),
]


def drawn_tasks() -> list[str]:
    marks = [mark for mark in picture("冉泰休", TASKS).marks if mark.id.startswith("task ")]
    return [mark.label for mark in sorted(marks, key=lambda mark: mark.y)]


def test_tasks_stand_in_the_order_of_their_deadlines() -> None:
    assert drawn_tasks() == ["清产核资", "建应急队", "宣传"]


def test_every_deadline_has_a_heading_with_its_number_of_tasks() -> None:
    headings = [mark.label for mark in picture("冉泰休", TASKS).marks if mark.shape == "text"]
    assert headings == ["2021年4月30日　1 项", "2021年12月31日　1 项", "长期　1 项"]


def test_the_leader_leads_over_plans_to_tasks_and_tasks_to_units_by_role() -> None:
    lines = {(line.start, line.end): line for line in picture("冉泰休", TASKS).lines}
    assert ("leader", "plan p1") in lines
    assert ("plan p2", "task t2") in lines
    assert lines["task t1", "unit 社事办"].colour == role_colour("lead")
    assert lines["task t1", "unit 司法所"].colour == role_colour("responsible")
    assert lines["plan p1", "task t1"].tip == "冉泰休牵头"


def test_units_are_larger_the_more_tasks_they_have() -> None:
    marks = {mark.id: mark for mark in picture("冉泰休", TASKS).marks}
    assert marks["unit 社事办"].size > marks["unit 应急办"].size
    assert marks["unit 社事办"].label == "社事办 2"


def test_a_row_of_the_table_names_its_marks_and_where_it_is_stated() -> None:
    table = picture("冉泰休", TASKS).table
    assert table is not None
    first = table.rows[0]
    assert first.cells[:3] == ("2021-04-30", "清产核资", "蓬莱镇盘活闲置资产工作方案")
    assert first.marks == ("task t1", "plan p1", "unit 社事办", "unit 党政办", "unit 司法所")
    assert first.sources == ("notice.txt:12", "notice.txt:80")


def test_plans_are_filtered_where_there_are_several() -> None:
    assert [group.words for group in picture("冉泰休", TASKS).groups if group.facet == "方案"] == [
        "蓬莱镇盘活闲置资产工作方案",
        "应急方案",
    ]
    assert [group.facet for group in picture("冉泰休", TASKS[1:2]).groups] == ["单位职责", "单位职责"]


def test_a_leader_without_tasks_gets_a_picture_that_says_so() -> None:
    assert picture("冉泰休", []).marks == ()
    assert picture("冉泰休", []).empty == "冉泰休没有任务，无可绘制。"
