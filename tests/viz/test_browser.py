"""The workload and the lineage in a real browser, with no network."""

from collections.abc import Callable
from itertools import combinations

import pytest

from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.drawing.page import render
from viz.picture import Picture
from viz.pictures import lineage, workload
from viz.pictures.changes import DrawnChange, DrawnParty

Report = dict[str, object]
Browse = Callable[[str], Report]


def names_of_overlaps(report: Report) -> list[tuple[str, str]]:
    """The pairs of marks whose boxes, labels included, lie upon one another."""
    boxes = report["boxes"]
    assert isinstance(boxes, dict)
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes.items(), 2)
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]


def assert_drawn(report: Report, marks: int) -> None:
    assert report["errors"] == []
    assert [name for name in _list(report["loaded"]) if not str(name).startswith("data:")] == []
    assert report["alien"] == 0
    assert _number(report["drawn"]) > 5_000
    assert _number(report["colours"]) > 20
    assert isinstance(report["boxes"], dict)
    assert len(report["boxes"]) == marks
    assert names_of_overlaps(report) == []


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def test_the_workload_network_draws_without_a_network_and_nothing_overlaps(
    browse: Browse, units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    report = browse(render(workload.picture("蓬莱镇", units, leaders, tasks)))
    assert_drawn(report, len(units) + len(leaders) + 1)


def test_a_crowded_workload_network_does_not_overlap(
    browse: Browse, crowd: tuple[list[LoadRow], list[LoadRow], list[TaskRow]]
) -> None:
    assert names_of_overlaps(browse(render(workload.picture("蓬莱镇", *crowd)))) == []


def test_the_lineage_draws_without_a_network_and_nothing_overlaps(browse: Browse) -> None:
    merged = DrawnChange(
        "e1",
        "merge",
        "2021年4月12日前",
        (DrawnParty("b1", "福寿村", "ends"), DrawnParty("b2", "忠荣村", "ends")),
        (DrawnParty("a1", "福荣村", "created"),),
    )
    split = DrawnChange(
        "e2",
        "split",
        "2023年",
        (DrawnParty("a1", "福荣村", "ends"),),
        tuple(DrawnParty(f"c{n}", f"福荣第{n}社区", "created") for n in range(5)),
    )
    assert_drawn(browse(render(lineage.picture("蓬莱镇", [merged, split]))), 8 + 2 + 2)


@pytest.mark.parametrize("picture", [workload.picture("蓬莱镇", [], [], []), lineage.picture("蓬莱镇", [])])
def test_a_picture_without_marks_says_so(browse: Browse, picture: Picture) -> None:
    html = render(picture)
    assert "无可绘制" in html
    report = browse(html)
    assert report["errors"] == []
    assert report["drawn"] == 0
