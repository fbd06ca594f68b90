"""Tasks as people corrected them: a layer over what the passages of a plan say, which stay as they are.

First two tasks are made of what was joined wrongly, and one of what was not joined; then refused names and corrected
fields take the place of what was read, tasks that are none go, and tasks that were not read come.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.corrections.corrections import TASK_FIELDS, Correction, TaskField
from graph.corrections.matching import Hung, in_force, reading
from graph.ids import digest
from graph.papers.tasks import CorrectionMark, Task, TaskPassage, likeness, merged
from graph.statements import TaskStatement
from graph.words.names import name_form

_UNITS: tuple[TaskField, ...] = ("lead_units", "responsible_units", "supporting_units")
_PERSONS: tuple[TaskField, ...] = ("leaders", "lead_leaders")


@dataclass(frozen=True, slots=True)
class CorrectedTasks:
    """The tasks of a plan, and the corrections that made them so: passage and correction, by their ids."""

    tasks: tuple[Task, ...]
    applied: frozenset[tuple[str, str]] = frozenset()


def corrected(
    plan: str,
    tasks: Sequence[Task],
    new: Mapping[str, Sequence[TaskPassage]],
    hung: Mapping[str, tuple[Hung, ...]],
) -> CorrectedTasks:
    """The tasks of one plan (by id), those that people say are `new` among them (by correction)."""
    if not hung:
        return CorrectedTasks(tuple(tasks))
    applied: set[tuple[str, str]] = set()
    known = list(tasks)
    for pair in _pairs(known, hung):
        known = _apart(plan, known, pair) if pair.correction.what == "two_tasks" else _together(known, pair)
    made = []
    for task in known:
        applied |= {(mark.passage, mark.correction) for mark in task.marks}
        after = _overlaid(task, hung, applied)
        if after is not None:
            made.append(after)
    for identity, said in new.items():
        mark = CorrectionMark("task", "", identity, said[0].passage)
        statement = said[0].statement
        made.append(Task(digest("task", plan, "added", identity), plan, tuple(said), statement, marks=(mark,)))
        applied |= {(one.passage, identity) for one in said}
    return CorrectedTasks(tuple(sorted(made, key=lambda task: task.said[0].place)), frozenset(applied))


@dataclass(frozen=True, slots=True)
class _Pair:
    """A correction on two passages (by id) of the plan, one of each of its words."""

    correction: Correction
    one: str
    other: str


def _pairs(tasks: Iterable[Task], hung: Mapping[str, tuple[Hung, ...]]) -> list[_Pair]:
    """The corrections of which both passages are in the plan; what is two before what is one."""
    found: dict[str, dict[bool, str]] = {}
    corrections: dict[str, Correction] = {}
    for passage in dict.fromkeys(said.passage for task in tasks for said in task.said):
        for one in hung.get(passage, ()):
            if one.correction.other is not None:
                corrections[one.correction.id] = one.correction
                found.setdefault(one.correction.id, {}).setdefault(one.second, passage)
    whole = [identity for identity, sides in found.items() if len(sides) == len((True, False))]
    ordered = sorted(whole, key=lambda identity: (corrections[identity].what != "two_tasks", identity))
    return [_Pair(corrections[one], found[one][False], found[one][True]) for one in ordered]


def _apart(plan: str, tasks: list[Task], pair: _Pair) -> list[Task]:
    """The tasks with one that holds both passages taken apart; the words of the standing one keep its name."""
    made: list[Task] = []
    for task in tasks:
        said = {one.passage: one for one in task.said}
        if pair.one not in said or pair.other not in said:
            made.append(task)
            continue
        first = likeness(task.said[0].statement)
        leaving = pair.other if likeness(said[pair.other].statement) != first else pair.one
        words = likeness(said[leaving].statement)
        going = tuple(one for one in task.said if likeness(one.statement) == words)
        staying = tuple(one for one in task.said if one not in going)
        if not staying:
            made.append(task)
            continue
        mark = CorrectionMark("two_tasks", task.merged.title, pair.correction.id, pair.one)
        made.append(replace(task, said=staying, merged=_merged(staying), marks=(*task.marks, mark)))
        elsewhere = any(other is not task and going[0] in other.said for other in tasks)
        if not elsewhere:
            identity = digest("task", plan, "apart", pair.correction.id)
            made.append(Task(identity, plan, going, _merged(going), marks=(mark,)))
    return made


def _together(tasks: list[Task], pair: _Pair) -> list[Task]:
    """The tasks with the two that hold the passages made one, under the name of the first."""
    holders = [
        next((task for task in tasks if any(one.passage == passage for one in task.said)), None)
        for passage in (pair.one, pair.other)
    ]
    one, other = sorted((task for task in holders if task), key=tasks.index)
    if one is other:
        return tasks
    said = (*one.said, *(passage for passage in other.said if passage not in one.said))
    mark = CorrectionMark("one_task", other.merged.title or other.merged.content, pair.correction.id, pair.one)
    whole = replace(
        one,
        said=said,
        merged=_merged(said),
        shared=(*one.shared, *(passage for passage in other.shared if passage not in one.shared)),
        marks=(*one.marks, *other.marks, mark),
    )
    return [whole if task is one else task for task in tasks if task is not other]


def _overlaid(task: Task, hung: Mapping[str, tuple[Hung, ...]], applied: set[tuple[str, str]]) -> Task | None:
    """A task with what people say of its names and fields; None for what is no task. Notes what was applied."""
    held = [
        (passage.passage, one)
        for passage in task.said
        for one in in_force(passage.statement, hung.get(passage.passage, ()))
        if one.what in {"no_task", "not_unit", "not_person", "task"}
    ]
    if not held:
        return task
    none = [(passage, one.id) for passage, one in held if one.what == "no_task"]
    if none:
        applied |= set(none)
        return None
    now, marks = task.merged, list(task.marks)
    last = _last_of_fields(held)
    names = [(passage, one) for passage, one in held if one.what in {"not_unit", "not_person"}]
    for passage, one in sorted(names, key=lambda pair: (pair[1].order, pair[0])):
        applied.add((passage, one.id))
        for field in _UNITS if one.what == "not_unit" else _PERSONS:
            after = _without(now, field, one.value[0])
            if after != now and field not in last:
                marks.append(CorrectionMark(field, "、".join(reading(task.merged, field)), one.id, passage))
                now = after
    for field, (passage, one) in sorted(last.items()):
        applied.add((passage, one.id))
        marks.append(CorrectionMark(field, "、".join(reading(task.merged, field)), one.id, passage))
        now = _with(now, field, one)
    return replace(task, merged=now, marks=tuple(marks))


def _last_of_fields(held: Iterable[tuple[str, Correction]]) -> dict[TaskField, tuple[str, Correction]]:
    """Of several corrections of one field the one that was made last, with the passage on which it hangs."""
    made = [(passage, one) for passage, one in held if one.what == "task"]
    ordered = sorted(made, key=lambda pair: (pair[1].made_on, pair[1].id, pair[0]))
    return {field: pair for pair in ordered for field in TASK_FIELDS if field == pair[1].field}


def _without(now: TaskStatement, field: TaskField, refused: str) -> TaskStatement:
    names = getattr(now, field)
    return _set(now, field, tuple(name for name in names if name_form(name) != name_form(refused)))


def _with(now: TaskStatement, field: TaskField, one: Correction) -> TaskStatement:
    if field == "due_text":
        return replace(now, due_text="".join(one.value), dues=one.dues)
    if field == "title":
        return replace(now, title="".join(one.value))
    return _set(now, field, one.value)


def _set(now: TaskStatement, field: TaskField, names: tuple[str, ...]) -> TaskStatement:
    """A statement with other names in a field; who leads is one of the leaders."""
    match field:
        case "lead_units":
            return replace(now, lead_units=names)
        case "responsible_units":
            return replace(now, responsible_units=names)
        case "supporting_units":
            return replace(now, supporting_units=names)
        case "leaders":
            return replace(now, leaders=names, lead_leaders=tuple(one for one in now.lead_leaders if one in names))
        case _:
            return replace(now, lead_leaders=names, leaders=tuple(dict.fromkeys((*now.leaders, *names))))


def _merged(said: Sequence[TaskPassage]) -> TaskStatement:
    return merged([one.statement for one in said if one.edition == said[0].edition])
