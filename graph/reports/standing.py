"""How a task stands on a day, by its deadlines and what was reported of it: plain rules, no score and no blame.

The graph knows what was to be done, and a report is what somebody says: so a task is never called overdue, only due
with no report seen, and never done, only reported so.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, get_args

from graph.reports.reports import Report

TaskStanding = Literal["reported done", "due unreported", "due still open", "due soon", "not due", "no deadline"]
"""已报办结, 已到期未见填报, 已到期未报办结 (something else was reported), 七日内到期, 未到期, 无时限."""
STANDINGS: tuple[TaskStanding, ...] = get_args(TaskStanding)
SOON = 7
"""Days before a deadline, the day itself too, in which it is called soon."""


def standing_on(day: str, due_dates: Sequence[str], last: Report | None) -> TaskStanding:
    """How a task with these deadlines (ISO) stands on a day (ISO), where `last` is the report that counts.

    Of several deadlines the next one counts, and the task is due when the last has passed.
    """
    if last is not None and last.state == "reported done":
        return "reported done"
    if not due_dates:
        return "no deadline"
    ahead = next_due(day, due_dates)
    if ahead < day:
        return "due unreported" if last is None else "due still open"
    return "due soon" if ahead <= days_after(day, SOON) else "not due"


def next_due(day: str, due_dates: Sequence[str]) -> str:
    """The next of some deadlines on or after a day, else the last of them."""
    return min((one for one in due_dates if one >= day), default=max(due_dates))


def days_after(day: str, number: int) -> str:
    """The day that is so many days after another."""
    return (date.fromisoformat(day) + timedelta(days=number)).isoformat()
