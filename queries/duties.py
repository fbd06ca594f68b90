"""Who has what to do: units and leaders with their tasks, each task counted once by the role that weighs most."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.errors import UsageError
from graph.facts import Value
from graph.identity.grouping import connected
from queries.period import Period, meets

Row = Mapping[str, Value]
By = Literal["unit", "leader"]
Role = Literal["leads", "responsible", "supports"]
ROLES: tuple[Role, ...] = ("leads", "responsible", "supports")


@dataclass(frozen=True, slots=True)
class Weights:
    """What a task counts, by the role in it."""

    leads: float = 1.0
    responsible: float = 0.5
    supports: float = 0.25

    def of(self, role: Role) -> float:
        """The weight of a role."""
        return {"leads": self.leads, "responsible": self.responsible, "supports": self.supports}[role]


def parse_weights(text: str) -> Weights:
    """The weights meant by `1,0.5,0.25`: lead, responsible, supporting. Raises UsageError for anything else."""
    try:
        numbers = [float(part) for part in text.replace("，", ",").split(",")]
    except ValueError as error:
        raise UsageError("parameter.weights", parameter="weights", typed=text) from error
    if len(numbers) != len(ROLES) or not all(0 <= number < float("inf") for number in numbers):
        raise UsageError("parameter.weights", parameter="weights", typed=text)
    return Weights(*numbers)


@dataclass(frozen=True, slots=True)
class Duty:
    """A task as one unit or leader has it: the role that counts and its weight."""

    task: str
    role: Role
    weight: float
    start: str
    due_dates: tuple[str, ...]
    issued_on: str

    def within(self, period: Period) -> bool:
        """Whether it is to be done in the period."""
        return meets(period, self.start, self.due_dates, self.issued_on)


@dataclass(frozen=True, slots=True)
class Bearer:
    """A unit or leader, with all its duties by task; its name holds in `scope`, a place by id or some plans."""

    id: str
    name: str
    scope: str
    place: str
    kind: str
    level: str
    duties: Mapping[str, Duty]

    @property
    def peers(self) -> tuple[str, str, str]:
        """What those have in common whose loads are compared: place, kind and level."""
        return (self.scope, self.kind, self.level)

    @property
    def load(self) -> float:
        """The sum of the weights of its duties."""
        return sum(duty.weight for duty in self.duties.values())

    def during(self, period: Period) -> "Bearer":
        """The same with the duties of a period alone."""
        return self._with({task: duty for task, duty in self.duties.items() if duty.within(period)})

    def joined(self, other: "Bearer") -> "Bearer":
        """The same with the duties of another that is one with it; of two roles in a task the weightier counts."""
        duties = dict(self.duties)
        for task, duty in other.duties.items():
            if task not in duties or duty.weight > duties[task].weight:
                duties[task] = duty
        return self._with(duties)

    def count(self, role: Role) -> int:
        """The number of duties that count by this role."""
        return sum(duty.role == role for duty in self.duties.values())

    def _with(self, duties: Mapping[str, Duty]) -> "Bearer":
        return Bearer(self.id, self.name, self.scope, self.place, self.kind, self.level, duties)


def bearers(rows: Iterable[Row], tasks: Mapping[str, Row], by: By, weights: Weights) -> list[Bearer]:
    """The units or leaders in rows of `load/units` or `load/leaders` that have tasks, in their order.

    `tasks` are rows of `load/tasks` by id, all of those that the units or leaders have.
    """
    key = "unit_id" if by == "unit" else "person_id"
    duties = _Duties(tasks, by, weights)
    own = [(row, duties.of(row)) for row in rows]
    scopes = _scopes((str(row[key]), tasks[task]) for row, mine in own if not row["place_id"] for task in mine)
    return [
        Bearer(
            str(row[key]),
            str(row["name"]),
            scopes.get(str(row[key]), "") or str(row["place_id"]),
            str(row["place"]),
            str(row.get("kind", "leader")),
            str(row.get("level", "")),
            mine,
        )
        for row, mine in own
        if mine
    ]


def _scopes(pairs: Iterable[tuple[str, Row]]) -> dict[str, str]:
    """The scope of each that has no place: all plans that share its like, named by the first of them."""
    listed = [(who, f"plan:{task['plan_id'] or task['document_id']}") for who, task in pairs]
    alike = connected(listed, lambda pair: [("who", pair[0]), ("plan", pair[1])])
    return {who: min(plan for _, plan in group) for group in alike for who, _ in group}


class _Duties:
    """The duties of units or leaders; those who have the same role in a task share one."""

    def __init__(self, tasks: Mapping[str, Row], by: By, weights: Weights) -> None:
        self._tasks = tasks
        self._weigh = (lambda _role: 1.0) if by == "leader" else weights.of
        self._roles = sorted(ROLES, key=lambda role: (weights.of(role), -ROLES.index(role)))
        self._known: dict[tuple[str, Role], Duty] = {}

    def of(self, row: Row) -> dict[str, Duty]:
        """The duties of a row by task: a leader's counts 1, whoever leads, a unit's by its weightiest role."""
        return {task: self._duty(task, role) for role in self._roles for task in _texts(row.get(role, ()))}

    def _duty(self, task: str, role: Role) -> Duty:
        known = self._known.get((task, role))
        if known is None:
            row = self._tasks[task]
            dates = _texts(row["due_dates"])
            known = Duty(task, role, self._weigh(role), str(row["start"]), dates, str(row["issued_on"]))
            self._known[task, role] = known
        return known


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
