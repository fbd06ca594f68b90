"""What is chosen of the tasks, as it was typed or stands in an address, in the order in which it is said."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from api.ask.questions import Asker
from queries.chosen import Choice


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of a list of tasks, "" where there is none; see `api.ask.questions.Asker.choice`."""

    due: str = ""
    due_after: str = ""
    due_before: str = ""
    open_on: str = ""
    due_state: str = ""
    role: str = ""
    unit: str = ""
    leader: str = ""
    place: str = ""
    plan: str = ""
    document: str = ""
    replaced: str = ""
    as_of: str = ""

    @property
    def given(self) -> dict[str, str]:
        """Those that are given, by name."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name))}

    def without(self, *names: str) -> "Conditions":
        """The same without some of them."""
        return Conditions(**{name: value for name, value in self.given.items() if name not in names})

    def choice(self, asker: Asker, day: str) -> Choice:
        """The conditions with names as ids, seen from a day (ISO). Raises as `Asker.choice`."""
        return asker.choice(**self.given, today=day)


def conditions_of(given: Mapping[str, str]) -> Conditions:
    """The conditions in a mapping that may hold others."""
    names = {one.name for one in fields(Conditions)}
    return Conditions(**{name: value.strip() for name, value in given.items() if name in names})
