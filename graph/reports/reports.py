"""Reports of tasks: a person says how far a task is. Appended and never changed; the one recorded last counts.

A report keeps the title, paper and deadline under which it was made, so that it can be told where the task is no longer
held, and says so where the deadline has changed since.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from graph.errors import UsageError
from graph.ids import digest
from graph.words.plain import plain

ReportState = Literal["not started", "under way", "reported done"]
"""未开始, 推进中, 已报办结."""
STATES: tuple[ReportState, ...] = get_args(ReportState)
LONGEST = {"who": 100, "note": 4000, "proof": 300}
"""Characters that a report may have of each."""


@dataclass(frozen=True, slots=True)
class TaskTerms:
    """What a report is made of: a task by id with its title, its paper, its deadline in words and its last day."""

    task: str
    title: str = ""
    paper: str = ""
    due_text: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What is reported of a task under some terms; make it by `report`.

    `day` (ISO) is the one that it is told for, "" where it names none; `who` reports, `note` is said of it, `proof`
    names a paper. Of reports that say the same of a task the first has `turn` 0, one that says it again later the next
    number. `recorded_on` is the moment at which it was recorded (ISO 8601 in UTC), "" before that.
    """

    terms: TaskTerms
    state: ReportState
    day: str = ""
    who: str = ""
    note: str = ""
    proof: str = ""
    turn: int = 0
    recorded_on: str = ""

    @property
    def id(self) -> str:
        """Names what is said of which task, whenever it was recorded."""
        return digest("report", *self.said, self.turn)

    @property
    def said(self) -> tuple[str, ...]:
        """What is said, of which task."""
        return self.terms.task, self.state, self.day, self.who, self.note, self.proof

    @property
    def shown_day(self) -> str:
        """The day that it is told for, else the one on which it was recorded, by the clock here."""
        return self.day or self.recorded_day

    @property
    def recorded_day(self) -> str:
        """The day on which it was recorded, by the clock here; "" before that."""
        if not self.recorded_on:
            return ""
        return datetime.fromisoformat(self.recorded_on).astimezone().date().isoformat()


def report(
    terms: TaskTerms, state: str, *, today: str, day: str = "", who: str = "", note: str = "", proof: str = ""
) -> Report:
    """A report as a person makes it, white space at the ends aside.

    Raises UsageError for a state that is none, for a day that is none or lies behind `today`, and for what is too long.
    """
    known = next((one for one in STATES if one == state), None)
    if known is None:
        raise UsageError("report.state", typed=state)
    if day:
        _check_day(day, today)
    made = Report(terms, known, day, plain(who), plain(note), plain(proof))
    for name, most in LONGEST.items():
        if len(getattr(made, name)) > most:
            raise UsageError("report.too_long", field=name, most=most)
    return made


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Reports as they were recorded, the last first."""
    return tuple(sorted(reports, key=lambda one: (one.recorded_on, one.turn, one.id), reverse=True))


def _check_day(day: str, today: str) -> None:
    try:
        known = date.fromisoformat(day).isoformat() == day
    except ValueError:
        known = False
    if not known:
        raise UsageError("report.day", typed=day)
    if day > today:
        raise UsageError("report.later", day=day, today=today)
