"""What changed from one version of a paper to another: tasks added, dropped, and the fields in which others differ.

Values are in the words of the files, each with the statement that gives it. What agrees in normal form
(`graph.papers.forms`) is no change, and neither is another order or number of tasks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.papers.forms import FACTS, form_of
from graph.papers.matching import matched
from graph.papers.plan_pairs import plan_pairs
from graph.papers.tasks import Task, TaskPassage

What = Literal["added", "dropped", "changed"]


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """What a file, or an edition, sets: its plans in order, each by id with its title, and their tasks by plan."""

    plans: tuple[tuple[str, str], ...]
    tasks: Mapping[str, Sequence[Task]]


@dataclass(frozen=True, slots=True)
class Side:
    """What one version says: the words, and the passage that says them; both empty where it says nothing."""

    words: str = ""
    said: TaskPassage | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A change of a task of a plan (by its title); `field` is "" where the whole task came or went."""

    what: What
    plan: str
    title: str
    field: str
    before: Side
    after: Side


def differences(old: PaperVersion, new: PaperVersion) -> list[Difference]:
    """The changes from one version to another: plan by plan, in the order of the new, then what was dropped there."""
    titles = dict(old.plans) | dict(new.plans)
    found: list[Difference] = []
    pairs = {other: one for one, other in plan_pairs(old.plans, new.plans)}
    for plan, title in new.plans:
        found += _of_plan(title, old.tasks.get(pairs.get(plan, ""), ()), new.tasks.get(plan, ()))
    for plan, _ in old.plans:
        if plan not in pairs.values():
            found += _of_plan(titles[plan], old.tasks.get(plan, ()), ())
    return found


def title_of(task: Task) -> str:
    """What a task is called: its title, or its content where it has none."""
    return task.merged.title or task.merged.content


def _of_plan(plan: str, old: Sequence[Task], new: Sequence[Task]) -> Iterator[Difference]:
    before = {now.id: was for was, now, _ in matched(old, new)}
    for task in new:
        if task.id in before:
            yield from _changed(plan, before[task.id], task)
        else:
            yield Difference("added", plan, title_of(task), "", Side(), _whole(task))
    kept = {task.id for task in before.values()}
    for task in old:
        if task.id not in kept:
            yield Difference("dropped", plan, title_of(task), "", _whole(task), Side())


def _changed(plan: str, old: Task, new: Task) -> Iterator[Difference]:
    fields = [field for field in FACTS if form_of(old.merged, field) != form_of(new.merged, field)]
    if "title" in fields and "content" in fields and all(_says_title_alone(task) for task in (old, new)):
        fields.remove("content")
    if "leaders" in fields and "lead_leaders" in fields:
        fields.remove("lead_leaders")
    for field in fields:
        yield Difference("changed", plan, title_of(new), field, _side(old, field), _side(new, field))


def _says_title_alone(task: Task) -> bool:
    return form_of(task.merged, "title") == form_of(task.merged, "content")


def _whole(task: Task) -> Side:
    return Side(task.merged.content or task.merged.title, task.said[0])


def _side(task: Task, field: str) -> Side:
    """What a task says in a field, by the first statement of its edition that says it; else where the task stands."""
    value = getattr(task.merged, field)
    own = [one for one in task.said if one.edition == task.said[0].edition]
    said = next((one for one in own if getattr(one.statement, field)), own[0])
    return Side("、".join(value) if isinstance(value, tuple) else value, said)
