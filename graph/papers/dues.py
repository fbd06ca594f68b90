"""Deadlines of a task as properties: the days, the same days as exact as the words, the kinds of deadline."""

from collections.abc import Mapping

from graph.facts import Value
from graph.statements import Due, TaskStatement

_EXACT = {"day": 10, "month": 7, "year": 4}
"""Characters of an ISO day that are as exact as the words."""


def due_properties(task: TaskStatement) -> Mapping[str, Value]:
    """The properties of a task that speak of its deadline; `due` is the last day, "" if none is stated."""
    dated = sorted({(due.on, stated(due)) for due in task.dues if due.on})
    days = tuple(dict.fromkeys(day for day, _ in dated))
    exact = {day: max((words for on, words in dated if on == day), key=len) for day in days}
    return {
        "due_text": task.due_text,
        "due_kind": "+".join(dict.fromkeys(due.kind for due in task.dues)),
        "due_dates": days,
        "due_stated": tuple(exact[day] for day in days),
        "due": max(days, default=""),
        "start": first_start(task),
        "ongoing": is_ongoing(task),
    }


def stated(due: Due) -> str:
    """The day of a deadline as exact as its words: 2021, 2021-12 or 2021-12-31."""
    return due.on[: _EXACT.get(due.precision, len(due.on))]


def first_start(task: TaskStatement) -> str:
    """The first day from which a task runs, "" if none is stated."""
    return min((due.start for due in task.dues if due.start), default="")


def is_ongoing(task: TaskStatement) -> bool:
    """Whether a task goes on without an end (持续推进)."""
    return any(due.kind == "ongoing" for due in task.dues)
