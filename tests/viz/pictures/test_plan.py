"""The picture of a plan's division of labour."""

from tests.viz.task_rows import row
from viz.layout.folding import fold
from viz.palette import INK
from viz.pictures.plan import picture

TASKS = [
    row(task_id="t1", title="清产核资", leaders=("冉泰休", "何菊华"), lead_leaders=("冉泰休",), category="清查"),
    row(task_id="t2", title="建立台账", leaders=(), category="清查", due="2021-01-31"),
    row(task_id="t3", title="一项名称很长很长很长很长很长很长很长的任务", leaders=("何菊华",), category="盘活"),
]


def test_tasks_stand_in_the_order_of_the_plan_under_their_headings() -> None:
    marks = sorted((mark for mark in picture("方案", TASKS).marks if mark.x == 0), key=lambda mark: mark.y)
    assert [mark.label for mark in marks][:5] == ["清查", "清产核资", "建立台账", "盘活", marks[4].label]
    assert marks[4].label.endswith("…")
    assert "很长的任务" in marks[4].tip


def test_headings_are_left_out_where_not_every_task_has_one() -> None:
    assert all(mark.shape != "text" for mark in picture("方案", [*TASKS, row(task_id="t4", category="")]).marks)


def test_leaders_stand_on_the_left_and_units_on_the_right() -> None:
    marks = {mark.id: mark for mark in picture("方案", TASKS).marks}
    assert marks["leader 冉泰休"].x < 0 < marks["unit 社事办"].x
    assert marks["leader 何菊华"].label == "何菊华 2"


def test_the_line_of_a_leader_who_leads_is_darker() -> None:
    lines = {(line.start, line.end): line for line in picture("方案", TASKS).lines}
    assert lines["leader 冉泰休", "task t1"].colour == INK
    assert lines["leader 何菊华", "task t1"].colour != INK


def test_the_table_has_a_row_for_each_task_with_its_sources() -> None:
    table = picture("方案", TASKS).table
    assert table is not None
    assert table.rows[0].cells[3] == "冉泰休（牵头）、何菊华"
    assert table.rows[0].cells[4] == "牵头：社事办；责任：党政办、司法所"
    assert all(one.sources for one in table.rows)


def test_a_large_plan_folds_into_tasks_that_follow_one_another() -> None:
    tasks = [row(task_id=f"t{each}", due=f"2021-{each % 12 + 1:02}-28", category="") for each in range(420)]
    found = fold(picture("方案", tasks))
    assert found is not None
    assert [tile.words for tile in found.tiles][:3] == ["领导", "第1至50项", "第51至100项"]
    assert found.tiles[-2].words == "第401至420项"
    heights = [mark.y for mark in found.tiles[1].marks]
    assert max(heights) - min(heights) < 50 * 50


def test_a_plan_without_tasks_gets_a_picture_that_says_so() -> None:
    assert picture("方案", []).marks == ()


def test_a_title_that_tells_of_tasks_is_not_made_to_tell_it_twice() -> None:
    assert picture("便民服务工作方案", TASKS).title == "便民服务工作方案任务分工图"
    assert picture("2021年重点工作任务清单", TASKS).title == "2021年重点工作任务清单分工图"
    assert picture("2021年重点工作任务", []).title == "2021年重点工作任务分工图"
