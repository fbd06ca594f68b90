"""Pictures of tasks in a real browser, with no network: drawn, and nothing upon anything else."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.viz.task_rows import Row, row
from tests.viz.test_browser import assert_drawn
from viz.drawing.page import render
from viz.picture import Picture
from viz.pictures import leader, months, plan

Browse = Callable[[str], dict[str, object]]
LEADERS = ("冉泰休", "何菊华", "<b>杨雷</b>")


def task(number: int) -> Row:
    """One of many tasks, with units, leaders and deadlines that come again."""
    month = f"2021-{number % 11 + 1:02}-28"
    return row(
        task_id=f"t{number}",
        title=f"第{number}项任务：开展清产核资和登记造册",
        plan=f"p{number % 3}",
        plan_title=f"第{number % 3}个工作方案",
        lead_units=(f"第{number % 7}综合服务中心",),
        responsible_units=(f"第{number * 5 % 11}综合服务中心", "司法所"),
        leaders=LEADERS[: number % 3 + 1],
        lead_leaders=LEADERS[:1],
        due=month,
        due_dates=("2021-03-31", month),
        category=f"第{number // 10}类",
    )


TASKS = [task(number) for number in range(40)]


@pytest.mark.parametrize(
    "picture", [leader.picture("冉泰休", TASKS), plan.picture("工作方案", TASKS)], ids=["leader", "plan"]
)
def test_a_picture_of_tasks_draws_and_nothing_overlaps(browse: Browse, picture: Picture) -> None:
    assert_drawn(browse(render(picture)), len(picture.marks))


@pytest.mark.parametrize(
    "picture", [months.of_place("蓬莱镇", TASKS), months.of_unit(("司法所",), TASKS)], ids=["place", "unit"]
)
def test_a_chart_draws_all_its_bars(browse: Browse, picture: Picture) -> None:
    report = browse(render(picture))
    assert report["errors"] == []
    assert isinstance(report["boxes"], dict)
    bars = [report["boxes"][mark.id] for mark in picture.marks if mark.shape == "box"]
    assert bars
    assert all(bar["right"] - bar["left"] > 1 for bar in bars)


def test_the_pieces_of_a_bar_stand_apart() -> None:
    bars = [mark for mark in months.of_place("蓬莱镇", TASKS).marks if mark.shape == "box"]
    for one, other in pairwise(bars):
        assert one.y != other.y or one.x + one.size < other.x - other.size
