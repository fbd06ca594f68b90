"""The columns of which pictures of a leader and of a plan consist."""

from itertools import pairwise

from tests.viz.task_rows import row
from viz.layout.layers import APART
from viz.layout.room import room_of
from viz.pictures.division import SideMark, Stack, bearer_column, task_column, task_id, units_of, width

TASKS = [row(task_id=f"t{number}", lead_units=(f"第{number % 4}办",)) for number in range(12)]
PARTS = {task_id(task): "" for task in TASKS}


def gaps(column: Stack) -> list[float]:
    """What lies between each mark of a column and the next below it, labels included."""
    ordered = sorted(column.marks, key=lambda mark: mark.y)
    return [(other.y - room_of(other).above) - (one.y + room_of(one).below) for one, other in pairwise(ordered)]


def test_tasks_stand_apart_and_their_headings_further_from_what_is_above() -> None:
    column = task_column(TASKS, lambda task: f"第{int(str(task['task_id'])[1:]) // 6}类", PARTS, {})
    assert [mark.label for mark in column.marks if mark.shape == "text"] == ["第0类", "第1类"]
    assert all(gap > APART - 1 for gap in gaps(column))
    above_second = next(number for number, mark in enumerate(column.marks) if mark.label == "第1类") - 1
    assert gaps(column)[above_second] > APART + 3


def test_units_and_plans_stand_apart_with_their_labels() -> None:
    heights = task_column(TASKS, lambda _: "", PARTS, {}).heights
    plans = [SideMark(f"plan {number}", f"第{number}个方案", "box", tuple(heights)) for number in range(5)]
    for bearers in (units_of(TASKS), plans):
        column = bearer_column(bearers, heights, 300 + width(bearers), "")
        assert len(column.marks) == len(bearers)
        assert all(gap > APART - 1 for gap in gaps(column))


def test_a_unit_stands_at_the_middle_of_its_tasks() -> None:
    heights = task_column(TASKS, lambda _: "", PARTS, {}).heights
    alone = SideMark("unit 司法所", "司法所", "dot", (task_id(TASKS[0]), task_id(TASKS[2])))
    found = bearer_column([alone], heights, 300, "").heights["unit 司法所"]
    assert found == heights[task_id(TASKS[1])]
