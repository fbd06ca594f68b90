"""A form of questions: a function that makes questions of it with their right answers, from what a graph holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tests.questions.expected import Expected
from tests.questions.oracle import Oracle, Task, Thing

TODAY = date(2021, 5, 20)
"""The day from which the questions are asked: a Thursday."""
Questions = Iterator[tuple[str, Expected]]
Making = Callable[["Graph"], Questions]


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name."""

    name: str
    make: Making


class Forms(list[Form]):
    """The forms of a subject, in their order."""

    def add(self, making: Making) -> Making:
        """Add a form; its docstring is its name."""
        self.append(Form(making.__doc__ or making.__name__, making))
        return making


@dataclass(frozen=True, slots=True)
class Graph:
    """An oracle with the names that questions are made of: those with most tasks first."""

    oracle: Oracle

    def leaders(self) -> list[str]:
        """Names of leaders with tasks."""
        return self._by_tasks(self.oracle.leaders, lambda task, one: one in task.leaders)

    def units(self, role: str = "") -> list[str]:
        """Names of units that are one body, with tasks in a role."""
        bodies = {
            key: one
            for key, one in self.oracle.units.items()
            if one.kind == "body" and "村" not in one.name and "社区" not in one.name
        }
        return self._by_tasks(bodies, lambda task, one: one in (task.units[role] if role else task.all_units))

    def towns(self) -> list[str]:
        """Names of towns in which tasks are."""
        towns = {key: one for key, one in self.oracle.places.items() if one.kind in {"town", "city", "county"}}
        return self._by_tasks(towns, lambda task, one: one in task.inside)

    def villages(self) -> list[str]:
        """Names of villages that tasks concern."""
        villages = {key: one for key, one in self.oracle.places.items() if one.kind in {"village", "community"}}
        units = {spelling for one in self.oracle.units.values() for spelling in one.spellings}
        return [one for one in self._by_tasks(villages, lambda task, one: one in task.concerns) if one not in units]

    def made(self) -> list[str]:
        """Names of villages that came out of a change."""
        return sorted({self.oracle.places[one].name for _, after in self.oracle.changes for one in after})

    def gone(self) -> list[str]:
        """Names of villages that went into a change and are no more."""
        went = {self.oracle.places[one].name for before, _ in self.oracle.changes for one in before}
        return sorted(went - set(self.made()))

    def plans(self) -> list[str]:
        """Titles of plans with tasks, that none other holds."""
        titles = self.oracle.plans.values()
        tasked = {task.plan for task in self.oracle.tasks.values()}
        return sorted(
            title
            for identity, title in self.oracle.plans.items()
            if title and identity in tasked and sum(title in other for other in titles) == 1
        )

    def months(self) -> list[tuple[int, int]]:
        """Years and months with deadlines, those with most first."""
        found: dict[str, int] = {}
        for task in self.oracle.tasks.values():
            for month in {one[:7] for one in task.due_dates}:
                found[month] = found.get(month, 0) + 1
        ordered = sorted(found, key=lambda month: (-found[month], month))
        return [(int(month[:4]), int(month[5:])) for month in ordered]

    def _by_tasks(self, things: dict[str, Thing], has: Callable[[Task, str], bool]) -> list[str]:
        found: dict[str, int] = {}
        for identity, thing in things.items():
            number = sum(has(task, identity) for task in self.oracle.tasks.values())
            found[thing.name] = found.get(thing.name, 0) + number
        return sorted((one for one in found if found[one]), key=lambda one: (-found[one], one))


def in_turn(wordings: tuple[str, ...], *fillers: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Wordings filled with one filler after the other, `{0}`, `{1}` …; as many as there are fillers, each wording once
    at least where there is a filler.
    """
    if not fillers:
        return
    for at in range(max(len(wordings), len(fillers))):
        filler = fillers[at % len(fillers)]
        yield wordings[at % len(wordings)].format(*filler), filler
