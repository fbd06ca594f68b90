"""A lineage with its tasks."""

from viz.palette import INK
from viz.pictures.changes import DrawnChange, DrawnParty
from viz.pictures.counted import with_tasks
from viz.pictures.lineage import picture

MERGED = DrawnChange(
    "e", "merge", "2021年", (DrawnParty("b", "福寿村", "ends"),), (DrawnParty("a", "福荣村", "created"),)
)


def test_the_number_of_tasks_stands_behind_the_name() -> None:
    found = with_tasks(picture("蓬莱镇", [MERGED]), {"b": 12, "a": 0}, "a")
    marks = {mark.id: mark for mark in found.marks}
    assert (marks["b"].label, marks["a"].label) == ("福寿村 12项任务", "福荣村")
    assert "涉及任务 12 项" in marks["b"].tip
    assert marks["a"].size == marks["b"].size
    assert marks["a"].border == INK
