"""What changed from one version of a paper to another: tasks added, dropped, and the fields in which others differ.

Values are in the words of the files, each with the statement that gives it. A task that several passages state has
changed where any of them says something else, though another goes before it. What agrees in normal form
(`graph.papers.forms`) is no change, and neither is another order or number of tasks.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from graph.papers.forms import FACTS, form_of
from graph.papers.matching import matched
from graph.papers.plan_pairs import plan_pairs
from graph.papers.tasks import Task, TaskPassage
from graph.statements import TaskStatement

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
        # An item that several rows share is a statement of each of their tasks, and changes once.
        found += dict.fromkeys(_of_plan(title, old.tasks.get(pairs.get(plan, ""), ()), new.tasks.get(plan, ())))
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
    standing = {field for field in FACTS if form_of(old.merged, field) != form_of(new.merged, field)}
    fields = {field: _sides(old, new, field, standing=field in standing) for field in FACTS}
    if "title" in standing and "content" in standing and all(_says_title_alone(task.merged) for task in (old, new)):
        del fields["content"]
    if fields["leaders"]:
        del fields["lead_leaders"]
    for field, sides in fields.items():
        yield from (Difference("changed", plan, title_of(new), field, *pair) for pair in sides)


def _sides(old: Task, new: Task, field: str, *, standing: bool) -> list[tuple[Side, Side]]:
    """What a field was and is: by the statements that stand where these differ, else by all others of the task."""
    if standing:
        return [(_side(old, field), _side(new, field))]
    was, now = _forms(old, field), _forms(new, field)
    gone, come = (
        [one for form, one in some.items() if form not in others] for some, others in ((was, now), (now, was))
    )
    return [
        (before or _beside(old, field, after), after or _beside(new, field, before))
        for before, after in zip_longest(gone, come)
    ]


def _beside(task: Task, field: str, other: Side) -> Side:
    """What a task says where another version says something else: in an item beside an item, in a row beside a row."""
    form = other.said.statement.form if other.said else ""
    alike = [one for one in _own(task) if one.statement.form == form and getattr(one.statement, field)]
    return _side_of(alike[0], field) if alike else _side(task, field)


def _forms(task: Task, field: str) -> dict[Hashable, Side]:
    """All that the passages of a task's edition say in a field, by its normal form."""
    found: dict[Hashable, Side] = {}
    for one in _own(task):
        repeats = field == "content" and _says_title_alone(one.statement)
        if getattr(one.statement, field) and not repeats:
            found.setdefault(form_of(one.statement, field), _side_of(one, field))
    return found


def _says_title_alone(said: TaskStatement) -> bool:
    return form_of(said, "title") == form_of(said, "content")


def _whole(task: Task) -> Side:
    return Side(task.merged.content or task.merged.title, task.said[0])


def _side(task: Task, field: str) -> Side:
    """What a task says in a field, by the first statement of its edition that says it; else where the task stands."""
    own = _own(task)
    said = next((one for one in own if getattr(one.statement, field)), own[0])
    return Side(_words(getattr(task.merged, field)), said)


def _side_of(said: TaskPassage, field: str) -> Side:
    return Side(_words(getattr(said.statement, field)), said)


def _words(value: str | tuple[str, ...]) -> str:
    return "、".join(value) if isinstance(value, tuple) else value


def _own(task: Task) -> list[TaskPassage]:
    """The passages of the edition by which a task stands."""
    return [one for one in task.said if one.edition == task.said[0].edition]
