"""What a graph says, by plain Python over its facts: neither the catalogue of queries nor the grammar is asked.

Right answers are computed here, so that a question may be held against something that has other faults than its answer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.facts import Facts

VILLAGES = {"village", "community"}
ROLES = ("lead", "responsible", "supporting")
_ROLE_OF = {"LEADS": "lead", "RESPONSIBLE_FOR": "responsible", "SUPPORTS": "supporting"}


@dataclass(frozen=True, slots=True)
class Thing:
    """A node that has a name: its id, name, all spellings, and the ids of the places that it lies in."""

    id: str
    name: str
    spellings: frozenset[str]
    inside: frozenset[str]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A task: owners by role and leaders as ids, its deadlines as ISO days, the places that it concerns or lies in."""

    id: str
    title: str
    content: str
    due_text: str
    due_dates: tuple[str, ...]
    units: dict[str, frozenset[str]]
    leaders: frozenset[str]
    lead_leaders: frozenset[str]
    leader_roles: tuple[str, ...]
    concerns: frozenset[str]
    inside: frozenset[str]
    plan: str
    document: str
    ongoing: bool

    @property
    def all_units(self) -> frozenset[str]:
        """Units in any role."""
        return frozenset().union(*self.units.values())


Condition = Callable[[Task], bool]


class Oracle:
    """The facts of a graph, by id."""

    def __init__(self, facts: Facts) -> None:
        """Read the facts once."""
        nodes = {(one.label, one.id): one.properties for one in facts.nodes}
        self._ends: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self._starts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self.led = set()
        for edge in facts.edges:
            self._ends[edge.start[1], edge.type].append(edge.end)
            self._starts[edge.end[1], edge.type].append(edge.start)
            if edge.type == "OVERSEES" and edge.properties["lead"]:
                self.led.add((edge.start[1], edge.end[1]))
        self.conflicts = [
            (edge.start[1], str(edge.properties["field"])) for edge in facts.edges if edge.type == "CONFLICTS"
        ]
        self._nodes = nodes
        self.leaders = self._things("Person")
        self.units = self._things("Unit")
        self.places = self._things("Place")
        self.plans = {identity: str(one["title"]) for (label, identity), one in nodes.items() if label == "Plan"}
        self.documents = {identity: one for (label, identity), one in nodes.items() if label == "Document"}
        self.tasks = {
            identity: self._task(identity)
            for (label, identity), one in nodes.items()
            if label == "Task" and not one["replaced"]
        }
        self.changes = self._changes()

    def _to(self, identity: str, relationship: str) -> list[str]:
        return [end[1] for end in self._ends[identity, relationship]]

    def _from(self, identity: str, relationship: str) -> list[str]:
        return [start[1] for start in self._starts[identity, relationship]]

    def _inside(self, identity: str) -> frozenset[str]:
        """The place of something and all places around it."""
        found: set[str] = set()
        open_ = self._to(identity, "LOCATED_IN")
        while open_:
            one = open_.pop()
            if one not in found:
                found.add(one)
                open_ += self._to(one, "PART_OF")
        return frozenset(found)

    def _things(self, label: str) -> dict[str, Thing]:
        found = {}
        for (kind, identity), one in self._nodes.items():
            if kind != label:
                continue
            aliases = one.get("aliases", ())
            assert isinstance(aliases, tuple)
            name = str(one["name"])
            around = self._inside(identity)
            if label == "Place":
                around = frozenset(up for end in self._to(identity, "PART_OF") for up in (end, *self._up(end)))
            sort = str(one.get("kind", one.get("level", "")))
            spellings = frozenset("".join(str(each).split()) for each in (name, *aliases))
            found[identity] = Thing(identity, name, spellings, around, sort)
        return found

    def _up(self, place: str) -> frozenset[str]:
        return frozenset(up for end in self._to(place, "PART_OF") for up in (end, *self._up(end)))

    def _task(self, identity: str) -> Task:
        one = self._nodes["Task", identity]
        units = {role: frozenset(self._from(identity, kind)) for kind, role in _ROLE_OF.items()}
        leaders = frozenset(self._from(identity, "OVERSEES"))
        plan = self._from(identity, "SETS")[0]
        document = self._from(plan, "CONTAINS")[0]
        owners = leaders.union(*units.values())
        dates, roles = one["due_dates"], one["leader_roles"]
        assert isinstance(dates, tuple)
        assert isinstance(roles, tuple)
        return Task(
            identity,
            str(one["title"]),
            str(one["content"]),
            str(one["due_text"]),
            tuple(map(str, dates)),
            units,
            leaders,
            frozenset(who for who in leaders if (who, identity) in self.led),
            tuple(map(str, roles)),
            frozenset(self._to(identity, "CONCERNS")),
            self._inside(document).union(*(self._inside(owner) for owner in owners)),
            plan,
            document,
            bool(one["ongoing"]),
        )

    def _changes(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        """The places that went into each change, and those that came out."""
        events = [identity for label, identity in self._nodes if label == "ChangeEvent"]
        return [
            (frozenset(self._from(one, "CHANGED_BY")), frozenset(self._to(one, "RESULTED_IN")))
            for one in sorted(events)
        ]

    def passages(self, task: str) -> list[str]:
        """The ids of the passages that state a task."""
        return self._to(task, "STATED_IN")

    def paper(self, task: str) -> str:
        """The title or number of the paper of a task, "" where it has none."""
        one = self.documents[self.tasks[task].document]
        return str(one["title"] or one["number"])

    def bearing(self, things: dict[str, Thing], spelling: str) -> frozenset[str]:
        """The ids of all that are spelled so."""
        return frozenset(one.id for one in things.values() if spelling in one.spellings)

    def ids(self, *conditions: Condition) -> frozenset[str]:
        """The ids of the tasks that meet all conditions."""
        return frozenset(task.id for task in self.tasks.values() if all(meets(task) for meets in conditions))

    def unit(self, spelling: str, role: str = "") -> Condition:
        """Tasks that a unit has, in a role or in any."""
        meant = self.bearing(self.units, spelling)
        return lambda task: bool(meant & (task.units[role] if role else task.all_units))

    def leader(self, spelling: str, *, lead: bool = False) -> Condition:
        """Tasks that a leader answers for, or leads."""
        meant = self.bearing(self.leaders, spelling)
        return lambda task: bool(meant & (task.lead_leaders if lead else task.leaders))

    def within(self, place: str) -> Condition:
        """Tasks whose paper or owners lie in a place."""
        meant = self.bearing(self.places, place)
        return lambda task: bool(meant & task.inside)

    def concerning(self, places: Iterable[str]) -> Condition:
        """Tasks that concern one of these places (ids)."""
        meant = frozenset(places)
        return lambda task: bool(meant & task.concerns)

    def of_plan(self, title: str) -> Condition:
        """Tasks of the plans whose title holds this."""
        return lambda task: title in self.plans.get(task.plan, "")

    def names(self, things: dict[str, Thing], ids: Iterable[str]) -> frozenset[str]:
        """The names of ids."""
        return frozenset(things[one].name for one in ids)

    def before(self, spelling: str) -> frozenset[str]:
        """The ids of the places that a village came out of, all steps."""
        return self._reached(spelling, lambda ends, one: ends[0] if one in ends[1] else frozenset())

    def after(self, spelling: str) -> frozenset[str]:
        """The ids of the places that a village went into, all steps."""
        return self._reached(spelling, lambda ends, one: ends[1] if one in ends[0] else frozenset())

    def _reached(
        self, spelling: str, step: Callable[[tuple[frozenset[str], frozenset[str]], str], frozenset[str]]
    ) -> frozenset[str]:
        found: set[str] = set()
        open_ = list(self.bearing(self.places, spelling))
        while open_:
            one = open_.pop()
            new = {near for ends in self.changes for near in step(ends, one)} - found
            found |= new
            open_ += new
        return frozenset(found)


def due(first: str, last: str) -> Condition:
    """Tasks with a deadline between two ISO days, both counted."""
    return lambda task: any(first <= one <= last for one in task.due_dates)


def titled(words: str) -> Condition:
    """Tasks whose title or content holds these words."""
    return lambda task: words in task.title or words in task.content
