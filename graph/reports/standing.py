"""How a task stands on a day, by its deadlines and what was reported of it: plain rules, no score and no blame.

The graph knows what was to be done, and a report is what somebody says: so a task is never called overdue, only due
with no report seen, and never done, only reported so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from graph.reports.reports import Report
from graph.words.recurrence_phrases import next_day, next_days

TaskStanding = Literal[
    "reported done", "due unreported", "due still open", "due soon", "not due", "recurring", "no deadline"
]
"""已报办结, 已到期未见填报, 已到期未报办结 (something else was reported), 七日内到期, 未到期, 定期, 无时限."""
STANDINGS: tuple[TaskStanding, ...] = get_args(TaskStanding)
SOON = 7
"""Days before a deadline, the day itself too, in which it is called soon."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadlines of a task: its days (ISO), and the words of one that comes again (每月25日前), "" where none does.

    One that comes again beside days ends with the last of them.
    """

    days: Sequence[str]
    recurring: str = ""

    @classmethod
    def of(cls, due_dates: Sequence[str], due_kind: str, due_text: str) -> "Deadlines":
        """Those of a row of tasks."""
        return cls(due_dates, due_text if "recurring" in due_kind.split("+") else "")

    def next(self, day: str) -> str:
        """The next on or after a day, else the last; "" where the words name no day."""
        days = [one for one in self.days if one >= day]
        again = next_day(self.recurring, day) if self.recurring else ""
        if again and (not self.days or again <= max(self.days)):
            days.append(again)
        return min(days, default=max(self.days, default=""))

    def again_since(self, day: str, told: str) -> bool:
        """Whether one that comes again came between a day on which something was told, itself too, and the day."""
        return bool(told) and bool(next_days(self.recurring, told, days_after(day, -1)))


def standing_on(day: str, due: Deadlines, last: Report | None) -> TaskStanding:
    """How a task with these deadlines stands on a day (ISO), where `last` is the report that counts.

    Of several deadlines the next one counts, and the task is due when the last has passed. One that only comes again is
    never past; what is reported done of it holds until it has come again.
    """
    only_recurs = bool(due.recurring) and not due.days
    done = last is not None and last.state == "reported done"
    if last is not None and done and not (only_recurs and due.again_since(day, last.shown_day)):
        return "reported done"
    if not due.days:
        return "recurring" if only_recurs else "no deadline"
    ahead = due.next(day)
    if ahead < day:
        return "due unreported" if last is None else "due still open"
    return "due soon" if ahead <= days_after(day, SOON) else "not due"


def days_after(day: str, number: int) -> str:
    """The day that is so many days after another."""
    return (date.fromisoformat(day) + timedelta(days=number)).isoformat()
