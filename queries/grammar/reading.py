"""What a question was read as: what it asks for, under which conditions, in parts that a reader can check."""

from dataclasses import dataclass, field
from typing import Literal

from queries.grammar.names import Name
from queries.period import Period

Asked = Literal[
    "tasks",
    "count",
    "difference",
    "leaders",
    "units",
    "villages",
    "towns",
    "documents",
    "plans",
    "months",
    "conflicts",
    "lineage",
    "merged",
]
"""What is asked for: rows of tasks, a number of them, or names of what bears, holds or became something."""
Role = Literal["", "lead", "responsible", "supporting"]
Way = Literal["before", "after", "both"]
Lacking = Literal["lead_units", "responsible_units", "supporting_units", "leaders", "due_text"]


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A part of a reading: what it is about, what it says, and the words of the question that say so."""

    name: str
    value: str
    words: str

    @property
    def sentence(self) -> str:
        """Both in one: 责任领导=冉泰休."""
        return f"{self.name}{self.value}" if self.value[:1] in {"≤", "≥"} else f"{self.name}={self.value}"


@dataclass(frozen=True, slots=True)
class Owner:
    """A leader or a unit whose tasks are meant, in a role."""

    name: Name
    role: Role = ""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Which tasks are meant; all conditions are met by each."""

    owners: tuple[Owner, ...] = ()
    role: Role = ""
    within: tuple[str, ...] = ()
    place: Name | None = None
    around: Way | None = None
    plan: Name | None = None
    document: Name | None = None
    period: Period | None = None
    lacking: tuple[Lacking, ...] = ()
    ongoing: bool = False
    holding: str = ""

    @property
    def any(self) -> bool:
        """Whether there is one besides the place of the paper."""
        return self != Conditions(within=self.within)


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """A question as it was read. `of` is what is counted; `ranked` says by what and from which end, `most` how many
    are wanted (0 for all), `among` of whom, and `ended` that only places that are no more are meant.
    """

    asked: Asked = "tasks"
    conditions: Conditions = field(default_factory=Conditions)
    of: Asked = "tasks"
    ranked: Literal["", "most", "least", "overloaded"] = ""
    by_load: bool = False
    most: int = 0
    among: tuple[Name, ...] = ()
    role: Role = ""
    way: Way = "both"
    ended: bool = False
    other: Conditions | None = None
    conflict: Lacking | None = None
    parts: tuple[ReadPart, ...] = ()
    not_understood: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The reading in one line, its parts parted by commas."""
        return "，".join(part.sentence for part in self.parts)
