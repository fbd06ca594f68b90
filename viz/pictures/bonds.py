"""Who works with whom: leaders and units joined by the tasks that both have, counted by the unit's role."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from viz.palette import ROLES

Row = Mapping[str, object]

COLUMNS = {"lead": "lead_units", "responsible": "responsible_units", "supporting": "supporting_units"}
"""The column of `tasks/list` that names the units of each role."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A leader and a unit, by id, with `tasks` in common; `roles` counts them by the unit's role, strongest first."""

    leader: str
    unit: str
    tasks: int
    roles: tuple[tuple[str, int], ...]


def bonds(units: Sequence[Row], leaders: Sequence[Row], tasks: Sequence[Row]) -> tuple[Bond, ...]:
    """The bonds between rows of `queries.workload`, which tell the tasks of each; `tasks` are rows of `tasks/list`,
    which tell the units' roles. A unit in two roles of one task counts in both.
    """
    known = {str(task["task_id"]): task for task in tasks}
    carriers: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for task in listed(unit, "task_ids"):
            if task in known:
                carriers[task].append(number)
    found = []
    for leader in leaders:
        common: defaultdict[int, list[Row]] = defaultdict(list)
        for task in dict.fromkeys(listed(leader, "task_ids")):
            for number in carriers.get(task, ()):
                common[number].append(known[task])
        for number in sorted(common):
            unit = units[number]
            roles = _roles(str(unit["name"]), common[number])
            if roles:
                found.append(Bond(str(leader["id"]), str(unit["id"]), len(common[number]), roles))
    return tuple(found)


def listed(row: Row, column: str) -> tuple[str, ...]:
    """The values in a column that holds a list."""
    value = row.get(column, ())
    return tuple(value) if isinstance(value, (tuple, list)) else ()


def _roles(unit: str, tasks: Sequence[Row]) -> tuple[tuple[str, int], ...]:
    counts = ((role, sum(unit in listed(task, COLUMNS[role]) for task in tasks)) for role in ROLES)
    return tuple((role, count) for role, count in counts if count)
