"""Corrections made of what a person typed: on which passages they hang, what was read there, a deadline's days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from api.ask.corrections.correctable import ReadPassage, of_agents, of_paper, of_passages, of_task
from api.ask.corrections.typed_words import typed_names, typed_text
from graph.corrections.corrections import (
    ANCHORED,
    NAMED_FIELDS,
    TASK_FIELDS,
    Correction,
    PaperField,
    TaskField,
)
from graph.corrections.matching import persons_of, reading, still_read, units_of
from graph.corrections.rows import checked
from graph.errors import UsageError
from graph.papers.passages import kind_of
from graph.papers.tasks import likeness
from graph.statements import Due, Statement, TaskStatement
from graph.stores.protocol import Store
from graph.stores.read_back import read_nodes
from loaders.deadlines.reading import find_year, read_deadlines


@dataclass(frozen=True, slots=True)
class Told:
    """Who corrects, when (ISO 8601) and why."""

    who: str = ""
    made_on: str = ""
    why: str = ""

    def of(self, made: Iterable[Correction]) -> tuple[Correction, ...]:
        """These corrections, signed; of those on the same words of one paper the first, which is enough for all.

        Raises UsageError for one that says nothing.
        """
        first: dict[tuple[object, ...], Correction] = {}
        for one in made:
            at = one.at
            same = one.what, one.field, one.value, at.words, at.number, at.of, at.paper or at.file
            first.setdefault(same, one)
        signed = (replace(one, who=self.who, made_on=self.made_on, why=self.why) for one in first.values())
        return tuple(checked(one) for one in signed)


def task_field(store: Store, task: str, field: TaskField, typed: Sequence[str]) -> Correction:
    """That a field of a task (by id) is what was typed; it hangs on the passage that gives the value in force.

    Raises NotFoundError where there is no such task, UsageError where it cannot be so.
    """
    passages = [one for one in of_task(store, task) if kind_of(one.statement) == "task"]
    if not passages:
        raise UsageError("correction.new_task_again")
    at = next((one for one in passages if reading(one.statement, field)), passages[0])
    value = typed_names(typed) if field in NAMED_FIELDS else (typed_text("".join(typed)),)
    dues = _dues(value[0], at) if field == "due_text" else ()
    return Correction("task", at.anchor, field, value, reading(at.statement, field), dues)


def paper_field(store: Store, document: str, field: PaperField, typed: str) -> tuple[Correction, ...]:
    """That a field of a paper (by id) is what was typed, in each of its files. Raises UsageError for what is no day."""
    value = typed_text(typed)
    if field == "issued_on" and value:
        value = _day(value)
    return tuple(
        Correction("paper", one.anchor, field, (value,), reading(one.statement, field))
        for one in of_paper(store, document)
    )


def no_name(store: Store, what: Literal["not_unit", "not_person"], agent: str, name: str) -> tuple[Correction, ...]:
    """That what was taken for a unit or a person (`agent`, by id) is none, wherever it was read; with a `name` alone
    that spelling. Raises UsageError where no passage names it.
    """
    label, named = ("Unit", units_of) if what == "not_unit" else ("Person", persons_of)
    passages = of_agents(store, [(label, agent)])
    names = {name} if name else spellings(store, label, agent)
    found = [
        made
        for one in passages
        for spelling in dict.fromkeys(named(one.statement))
        if spelling in names and kind_of(one.statement) in ANCHORED[what]
        if still_read(made := Correction(what, one.anchor, "", (spelling,)), one.statement)
    ]
    if not found:
        raise UsageError("correction.names_nobody", name=name or agent)
    return tuple(found)


def spellings(store: Store, label: str, agent: str) -> set[str]:
    """All spellings by which papers name a unit or a person (by id)."""
    found: set[str] = set()
    for node in read_nodes(store, [(label, agent)]):
        aliases = node.properties["aliases"]
        found |= {str(node.properties["name"]), *(aliases if isinstance(aliases, tuple) else ())}
    return found


def no_task(store: Store, task: str) -> Correction:
    """That a task (by id) is none."""
    passages = [one for one in of_task(store, task) if kind_of(one.statement) == "task"]
    if not passages:
        raise UsageError("correction.undo_new_task")
    return Correction("no_task", passages[0].anchor)


def new_task(passage: ReadPassage, typed: Mapping[TaskField, Sequence[str]]) -> Correction:
    """That a passage sets a task with these fields. Raises UsageError without a title, or for a deadline without
    days.
    """
    if kind_of(passage.statement) not in ANCHORED["new_task"]:
        raise UsageError("correction.no_new_task")
    parts: list[tuple[TaskField, tuple[str, ...]]] = []
    dues: tuple[Due, ...] = ()
    for field in TASK_FIELDS:
        value = typed_names(typed.get(field, ()))
        if field not in NAMED_FIELDS:
            value = tuple(filter(None, ["".join(value)]))
        if value:
            parts.append((field, value))
        if field == "due_text" and value:
            dues = _dues(value[0], passage)
    return Correction("new_task", passage.anchor, parts=tuple(parts), dues=dues)


def the_new(passages: Sequence[ReadPassage]) -> ReadPassage:
    """Of the passages at one place the one of which a task can be made: first one that was not read."""
    fitting = [one for one in passages if kind_of(one.statement) in ANCHORED["new_task"]]
    return min(fitting or passages, key=lambda one: kind_of(one.statement) != "unread")


def one_task(store: Store, first: str, second: str) -> Correction:
    """That two tasks (by id) are one. Raises UsageError where they stand in different plans."""
    found = [of_task(store, task)[0] for task in (first, second)]
    if found[0].id == found[1].id or any(kind_of(one.statement) != "task" for one in found):
        raise UsageError("correction.one_already")
    return Correction("one_task", found[0].anchor, other=found[1].anchor)


def two_tasks(store: Store, task: str) -> Correction:
    """That a task (by id) that passages of two kinds state is two. Raises UsageError where only one states it."""
    first, *others = of_task(store, task)
    for other in others:
        if _otherwise(first.statement, other.statement):
            return Correction("two_tasks", first.anchor, other=other.anchor)
    raise UsageError("correction.one_passage")


def passage_of(store: Store, passage: str) -> ReadPassage:
    """A passage by its id. Raises NotFoundError where it is not held."""
    return of_passages(store, [passage])[0]


def _otherwise(one: Statement, other: Statement) -> bool:
    """Whether two statements are of tasks that may be two."""
    if not (isinstance(one, TaskStatement) and isinstance(other, TaskStatement)):
        return False
    return likeness(one) != likeness(other)


def _dues(words: str, passage: ReadPassage) -> tuple[Due, ...]:
    """The days of a deadline; one without a year is in that of the paper. Raises UsageError where it has none."""
    head = passage.document.head_in_file
    year = int(head.issued_on[:4]) if head.issued_on else find_year(head.title)
    dues = read_deadlines(words, year)
    if words and (not dues or any(one.kind in {"unreadable", "masked"} for one in dues)):
        raise UsageError("correction.no_deadline", words=words)
    return dues


def _day(words: str) -> str:
    """An ISO day, typed as one or as 2021年8月19日. Raises UsageError for anything else."""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        dues = read_deadlines(words)
    if len(dues) == 1 and dues[0].precision == "day" and dues[0].on:
        return dues[0].on
    raise UsageError("correction.no_day", words=words)
