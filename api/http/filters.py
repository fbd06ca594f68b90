"""What a reader may say beside a question: the options of the command line as query parameters.

An unknown parameter is refused: a filter with a slip of the pen must not answer with everything.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.settings import Language
from queries.duties import By

Name = Annotated[str, Field(max_length=200)]
Day = Annotated[str, Field(max_length=40, examples=["2021-12-31"])]


class Spoken(BaseModel):
    """The language of the program's own words."""

    model_config = ConfigDict(extra="forbid")

    lang: Language | None = Field(None, description="Language of errors; else that of the reader.")


class Filters(Spoken):
    """What every list takes: a page of it."""

    limit: int = Field(100, ge=1, le=1000, description="Rows on a page.")
    cursor: str = Field("", max_length=200, description="`next` of the page before.")


class Narrowed(Spoken):
    """An answer that can be narrowed to a place."""

    within: Name = Field("", alias="in", description="Only what belongs to this place.", examples=["蓬莱镇"])


class Within(Filters, Narrowed):
    """A list that can be narrowed to a place."""


class PlaceFilters(Within):
    """Filters of places."""

    as_of: Day = Field("", description="Only places that stood on this day, or may have.")


class Between(Within):
    """Two days between which places are compared."""

    first: Day = Field(alias="from", description="The earlier day; of a month or a year the last.")
    last: Day = Field(alias="to", description="The later day.")


class CorrectionFilters(Filters):
    """Filters of corrections."""

    stale: bool = Field(default=False, description="Only those that do not hold.")


class HistoryFilters(Filters):
    """Filters of the history."""

    since: Day = Field("", description="Only what changed on this day or later; a month or a year counts too.")
    who: Annotated[str, Field(max_length=100)] = Field("", description="Only what this person changed.")


class TaskCounts(Within):
    """A list that counts tasks: which editions and papers count."""

    replaced: bool = Field(
        default=False, description="Also tasks of papers and editions whose place another has taken."
    )
    as_of: Day = Field("", description="Tasks of what was issued by this day and not yet replaced then.")


class UnitFilters(TaskCounts):
    """Filters of units."""

    kind: Literal["", "body", "group", "steering"] = Field("", description="Only units of this kind.")


class TaskChoice(Narrowed):
    """Which tasks are meant; a month or a year for a day counts as a whole."""

    leader: Name = Field("", description="Tasks that this leader answers for.", examples=["冉泰休"])
    unit: Name = Field("", description="Tasks of this unit.", examples=["司法所"])
    place: Name = Field("", description="Tasks that concern this place.")
    plan: Name = Field("", description="Tasks of this plan: its title, a part of it, or its id.")
    document: Name = Field("", description="Tasks of this paper: its number, its title, or its id.")
    due: Annotated[str, Field(max_length=40, examples=["2021-12"])] = Field(
        "", description="Due in this period: 2021, 2021-12, 2021-12-31 or two of them, 2021-01..2021-06."
    )
    due_before: Day = Field("", description="Due on or before this day.")
    due_after: Day = Field("", description="Due on or after this day.")
    open_on: Day = Field("", description="Begun by this day and not yet due then.")
    role: Literal["", "lead", "responsible", "supporting"] = Field("", description="Only in this role.")
    due_state: Literal["", "past", "soon", "later", "none"] = Field(
        "", description="Whose deadlines all lie behind, whose next is within 31 days, or later, or that state no day."
    )
    today: Day = Field("", description="The day that is looked from, else the very day.")

    replaced: bool = Field(
        default=False, description="Also tasks of papers and editions whose place another has taken."
    )
    as_of: Day = Field("", description="Tasks of what was issued by this day and not yet replaced then.")

    @property
    def chosen(self) -> dict[str, str]:
        """The conditions, as `api.ask.questions.Asker.tasks` takes them."""
        given = {name: getattr(self, name) for name in TaskChoice.model_fields if name not in Narrowed.model_fields}
        return {name: str(value) if value else "" for name, value in given.items()}

    @property
    def title(self) -> str:
        """What the tasks may be called: by the ones they are chosen by."""
        return "·".join(name for name in (self.within, self.plan, self.leader, self.unit, self.place) if name)


class Tasks(Within, TaskChoice):
    """Filters of a list of tasks."""


class Workload(TaskCounts):
    """How loads are reckoned."""

    by: By = Field("unit", description="Whose load.")
    period: Annotated[str, Field(max_length=40)] = Field(
        "", description="2021, 2021-06 or 2021-01..2021-06; else the year of the latest paper.", examples=["2021"]
    )
    weights: Annotated[str, Field(max_length=60)] = Field(
        "", description="What a task counts for who leads, is responsible, supports.", examples=["1,0.5,0.25"]
    )
    overloaded: bool = Field(default=False, description="Only those who are overloaded.")


class SideBySide(Filters):
    """Which places are laid side by side."""

    places: list[Name] = Field(
        alias="in", min_length=2, max_length=8, description="Names or ids of places.", examples=[["蓬莱镇", "大英县"]]
    )
    today: Day = Field("", description="The day that is looked from, else the very day.")


class Lineage(Within):
    """Which part of a lineage is told."""

    as_of: Day = Field("", description="Say of each place whether it existed on this day.")
    at: Day = Field("", description="The places of this day that hold what it was on the day of as_of.")
    first: Day = Field("", alias="from", description="Leave out changes before this day.")
    last: Day = Field("", alias="to", description="Leave out changes after this day.")
    forward: bool = Field(default=False, description="Only what became of it.")
    back: bool = Field(default=False, description="Only where it comes from.")
    parts: bool = Field(default=False, description="Follow also what only a part went into.")
    roots: bool = Field(default=False, description="Only the places with which the lineage begins.")


class SearchFilter(Filters):
    """Words to look for."""

    q: str = Field(min_length=1, max_length=200, description="A part of a name, its pinyin or its initials.")


class WordsFilter(Narrowed):
    """A question in words."""

    q: str = Field(min_length=1, max_length=200, description="A question in Chinese.", examples=["司法所牵头的任务"])
    today: Day = Field("", description="The day from which times count; else today.")
