"""Who has what to do: units and leaders with their tasks, each task counted once by the role that weighs most."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.errors import UsageError
from graph.facts import Value
from graph.grouping import connected
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
        raise UsageError(f"weights are three numbers, lead, responsible, supporting, not {text}.") from error
    if len(numbers) != len(ROLES) or not all(0 <= number < float("inf") for number in numbers):
        raise UsageError(f"weights are three numbers, lead, responsible, supporting, not {text}.")
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


def bearers(rows: Iterable[Row], by: By, weights: Weights) -> list[Bearer]:
    """The units or leaders in rows of `load/by_unit` or `load/by_leader`, in their order."""
    key = "unit_id" if by == "unit" else "person_id"
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row[key])].append(row)
    scopes = _scopes((row for own in found.values() for row in own if not row["place_id"]), key)
    return [_bearer(identity, scopes.get(identity, ""), own, by, weights) for identity, own in found.items()]


def _scopes(rows: Iterable[Row], key: str) -> dict[str, str]:
    """The scope of each that has no place: all plans that share its like, named by the first of them."""
    alike = connected(rows, lambda row: [("who", row[key]), ("plan", row["plan_id"] or row["document_id"])])
    return {
        str(row[key]): min(f"plan:{one['plan_id'] or one['document_id']}" for one in group)
        for group in alike
        for row in group
    }


def _bearer(identity: str, scope: str, rows: Sequence[Row], by: By, weights: Weights) -> Bearer:
    first = rows[0]
    kind, level = (str(first["kind"]), str(first["level"])) if by == "unit" else ("leader", "")
    duties = {str(row["task_id"]): _duty(row, by, weights) for row in rows}
    return Bearer(
        identity, str(first["name"]), scope or str(first["place_id"]), str(first["place"]), kind, level, duties
    )


def _duty(row: Row, by: By, weights: Weights) -> Duty:
    """A leader's task counts 1, whoever leads; a unit's by its weightiest role."""
    roles = [role for role in ROLES if row[role]] if by == "unit" else []
    role: Role = max(roles, key=weights.of, default="leads" if row["leads"] else "responsible")
    dates = row["due_dates"]
    return Duty(
        str(row["task_id"]),
        role,
        weights.of(role) if by == "unit" else 1.0,
        str(row["start"]),
        dates if isinstance(dates, tuple) else (),
        str(row["issued_on"]),
    )
