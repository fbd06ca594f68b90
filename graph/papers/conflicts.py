"""Conflicts: two statements of one task that both give a value and differ after reading.

`2021年11月` and `2021年11月底前` agree, since both end on one day; silence is no conflict. Where an item stands for
several rows, its units and leaders are compared with those of the rows together.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.papers.forms import due_reading
from graph.papers.tasks import Task, TaskPassage

NameForm = Callable[[str], str]
"""The normal form of a unit's name in the scope of the task."""

FIELDS = ("lead_units", "responsible_units", "supporting_units", "leaders", "lead_leaders")
DUE = "due_text"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a task in which a statement differs from the one that stands; `values` are as written."""

    task: str
    field: str
    standing: TaskPassage
    other: TaskPassage
    values: tuple[str, str]


def conflicts_of(task: Task, name_form: NameForm) -> tuple[Conflict, ...]:
    """The conflicts of a task, by field and in the order of its passages."""
    return (*_owners(task, name_form), *_dues(task)) if len(task.said) > 1 else ()


def _owners(task: Task, name_form: NameForm) -> Iterator[Conflict]:
    for field in FIELDS:
        standing = next((one for one in task.said if getattr(one.statement, field)), task.said[0])
        for other in task.said:
            theirs = getattr(other.statement, field)
            rows = _compared(task, standing, other)
            ours = _together(field, rows)
            if not theirs or not ours or _agree(field, rows, other, name_form):
                continue
            values = ("、".join(getattr(standing.statement, field)), "、".join(theirs))
            yield Conflict(task.id, field, standing, other, values)


def _compared(task: Task, standing: TaskPassage, other: TaskPassage) -> Sequence[TaskPassage]:
    """The statements with which another is compared: the standing one, or all rows of an item of several."""
    several = other.statement.form == "item" and standing.statement.form == "row" and task.shared
    return task.shared if several else (standing,)


def _together(field: str, said: Sequence[TaskPassage]) -> list[str]:
    return [name for one in said for name in getattr(one.statement, field)]


def _agree(field: str, rows: Sequence[TaskPassage], other: TaskPassage, name_form: NameForm) -> bool:
    ours = {name_form(name) for name in _together(field, rows)}
    theirs = {name_form(name) for name in getattr(other.statement, field)}
    if ours == theirs:
        return True
    if field == "responsible_units":
        # One that is silent on who leads may count the lead units among the responsible, and a unit that leads in one
        # of several rows may be responsible in another.
        leading = {name_form(name) for name in _together("lead_units", rows)}
        led = {name_form(name) for name in other.statement.lead_units}
        if len(rows) > 1 and ours | leading == theirs | led:
            return True
        return (not led and theirs == ours | leading) or (not leading and ours == theirs | led)
    return False


def _dues(task: Task) -> Iterator[Conflict]:
    standing = next((one for one in task.said if one.statement.due_text), task.said[0])
    ours = due_reading(standing.statement)
    for other in task.said:
        if other.statement.due_text and due_reading(other.statement) != ours:
            values = (standing.statement.due_text, other.statement.due_text)
            yield Conflict(task.id, DUE, standing, other, values)
