"""Who works with whom."""

from queries.rows import TaskRow
from queries.workload import LoadRow
from tests.viz.task_rows import row
from viz.pictures.bonds import Bond, bonds


def test_a_leader_and_a_unit_are_joined_by_the_tasks_of_both(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    assert bonds(units, leaders, tasks) == (
        Bond("p:冉泰休", "u:社会治理和应急管理办", 2, (("lead", 2),)),
        Bond("p:冉泰休", "u:财政办", 1, (("lead", 1), ("responsible", 1))),
        Bond("p:冉泰休", "u:各村（社区）", 1, (("responsible", 1),)),
        Bond("p:何菊华", "u:社会治理和应急管理办", 1, (("lead", 1),)),
        Bond("p:何菊华", "u:财政办", 1, (("lead", 1), ("responsible", 1))),
    )


def test_units_of_one_name_in_two_towns_are_told_apart_by_their_tasks(leaders: list[LoadRow]) -> None:
    here: LoadRow = {**leaders[0], "id": "u1", "name": "社事办", "task_ids": ("1",)}
    there: LoadRow = {**here, "id": "u2", "task_ids": ("9",)}
    tasks = [row(task_id="1", lead_units=("社事办",)), row(task_id="9", lead_units=("社事办",))]
    assert [bond.unit for bond in bonds([here, there], leaders, tasks)] == ["u1"]


def test_without_tasks_nobody_is_joined(units: list[LoadRow], leaders: list[LoadRow]) -> None:
    assert bonds(units, leaders, []) == ()
