"""Who has what to do: units and leaders with their tasks, each task counted once by the role that weighs most."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.errors import UsageError
from graph.identity.grouping import connected
from graph.stores.protocol import Store
from queries.ask import ask
from queries.header import Ids
from queries.listing.in_force import NOW, PapersInForce
from queries.period import Period, meets
from queries.rows import DatedTaskRow, LoadLeadersRow, LoadUnitsRow

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


@dataclass(frozen=True, slots=True)
class Carrier:
    """A unit or leader as the store tells of it, with the ids of its tasks by the role in them."""

    id: str
    name: str
    place_id: str
    place: str
    kind: str
    level: str
    tasks: Mapping[Role, tuple[str, ...]]


def carriers(store: Store, by: By, within: Ids, standing: PapersInForce = NOW) -> list[Carrier]:
    """All units or leaders of places, by place and name."""
    replaced, as_of = standing.replaced, standing.as_of
    if by == "leader":
        leaders = ask(store, "load/leaders", within=within, replaced=replaced, as_of=as_of)
        return [_leader(row) for row in leaders]
    return [_unit(row) for row in ask(store, "load/units", within=within, replaced=replaced, as_of=as_of)]


def _leader(row: LoadLeadersRow) -> Carrier:
    tasks: dict[Role, tuple[str, ...]] = {"leads": row["leads"], "responsible": row["responsible"]}
    return Carrier(row["person_id"], row["name"], row["place_id"], row["place"], "leader", "", tasks)


def _unit(row: LoadUnitsRow) -> Carrier:
    tasks: dict[Role, tuple[str, ...]] = {role: row[role] for role in ROLES}
    return Carrier(row["unit_id"], row["name"], row["place_id"], row["place"], row["kind"], row["level"], tasks)


def bearers(those: Iterable[Carrier], tasks: Mapping[str, DatedTaskRow], by: By, weights: Weights) -> list[Bearer]:
    """The units or leaders that have tasks, in their order. `tasks` are rows of `load/tasks` by id, all of those that
    they have.
    """
    duties = _Duties(tasks, by, weights)
    own = [(one, duties.of(one.tasks)) for one in those]
    scopes = _scopes((one.id, tasks[task]) for one, mine in own if not one.place_id for task in mine)
    return [
        Bearer(one.id, one.name, scopes.get(one.id, "") or one.place_id, one.place, one.kind, one.level, mine)
        for one, mine in own
        if mine
    ]


def _scopes(pairs: Iterable[tuple[str, DatedTaskRow]]) -> dict[str, str]:
    """The scope of each that has no place: all plans that share its like, named by the first of them."""
    listed = [(who, f"plan:{task['plan_id'] or task['document_id']}") for who, task in pairs]
    alike = connected(listed, lambda pair: [("who", pair[0]), ("plan", pair[1])])
    return {who: min(plan for _, plan in group) for group in alike for who, _ in group}


class _Duties:
    """The duties of units or leaders; those who have the same role in a task share one."""

    def __init__(self, tasks: Mapping[str, DatedTaskRow], by: By, weights: Weights) -> None:
        self._tasks = tasks
        self._weigh = (lambda _role: 1.0) if by == "leader" else weights.of
        self._roles = sorted(ROLES, key=lambda role: (weights.of(role), -ROLES.index(role)))
        self._known: dict[tuple[str, Role], Duty] = {}

    def of(self, tasks: Mapping[Role, tuple[str, ...]]) -> dict[str, Duty]:
        """The duties in tasks by role: a leader's counts 1, whoever leads, a unit's by its weightiest role."""
        return {task: self._duty(task, role) for role in self._roles for task in tasks.get(role, ())}

    def _duty(self, task: str, role: Role) -> Duty:
        known = self._known.get((task, role))
        if known is None:
            row = self._tasks[task]
            known = Duty(task, role, self._weigh(role), row["start"], row["due_dates"], row["issued_on"])
            self._known[task, role] = known
        return known
