"""How the deadlines of a task stand to a day: the one that counts, and in which of four states (到期情况) it is.

A deadline that lies behind is due (已到期), never overdue: the graph knows what was to be done, not what was done.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, get_args

SOON = 31
"""Days before a deadline from which it is called near."""

DueState = Literal["past", "soon", "later", "none"]
"""All deadlines lie behind; the next is near; the next is further off; no day is stated."""

DUE_STATES: tuple[DueState, ...] = get_args(DueState)


def counting_deadline(dates: Sequence[str], day: str) -> str:
    """Of the deadlines of a task (ISO days) the next one from a day on, behind the last one that; "" without one."""
    return min((one for one in dates if one >= day), default=max(dates, default=""))


def due_state(dates: Sequence[str], day: str) -> DueState:
    """The state of the deadlines of a task on a day."""
    if not dates:
        return "none"
    counting = counting_deadline(dates, day)
    if counting < day:
        return "past"
    return "soon" if counting <= days_after(day, SOON) else "later"


def days_after(day: str, days: int) -> str:
    """The day so many days after another, ISO; the last day there is beyond it."""
    last = date.max - date.fromisoformat(day)
    return (date.fromisoformat(day) + min(timedelta(days=days), last)).isoformat()


def days_before(day: str, days: int) -> str:
    """The day so many days before another, ISO; the first day there is beyond it."""
    first = date.fromisoformat(day) - date.min
    return (date.fromisoformat(day) - min(timedelta(days=days), first)).isoformat()
