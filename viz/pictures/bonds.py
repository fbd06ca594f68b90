"""Who works with whom: leaders and units joined by the tasks that both have, counted by the unit's role."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.palette import ROLES

UnitColumn = Literal["lead_units", "responsible_units", "supporting_units"]

COLUMNS: dict[str, UnitColumn] = {
    "lead": "lead_units",
    "responsible": "responsible_units",
    "supporting": "supporting_units",
}
"""The column of `tasks/list` that names the units of each role."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A leader and a unit, by id, with `tasks` in common; `roles` counts them by the unit's role, strongest first."""

    leader: str
    unit: str
    tasks: int
    roles: tuple[tuple[str, int], ...]


def bonds(units: Sequence[LoadRow], leaders: Sequence[LoadRow], tasks: Sequence[TaskRow]) -> tuple[Bond, ...]:
    """The bonds between rows of `queries.workload`, which tell the tasks of each; `tasks` are rows of `tasks/list`,
    which tell the units' roles. A unit in two roles of one task counts in both.
    """
    known = {task["task_id"]: task for task in tasks}
    carriers: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for task in unit["task_ids"]:
            if task in known:
                carriers[task].append(number)
    found = []
    for leader in leaders:
        common: defaultdict[int, list[TaskRow]] = defaultdict(list)
        for task in dict.fromkeys(leader["task_ids"]):
            for number in carriers.get(task, ()):
                common[number].append(known[task])
        for number in sorted(common):
            unit = units[number]
            roles = _roles(unit["name"], common[number])
            if roles:
                found.append(Bond(leader["id"], unit["id"], len(common[number]), roles))
    return tuple(found)


def _roles(unit: str, tasks: Sequence[TaskRow]) -> tuple[tuple[str, int], ...]:
    counts = ((role, sum(unit in task[COLUMNS[role]] for task in tasks)) for role in ROLES)
    return tuple((role, count) for role, count in counts if count)
