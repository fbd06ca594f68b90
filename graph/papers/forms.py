"""What a task says, spelling aside, field by field: by it statements of two files agree or differ.

Names are compared in normal form and in any order, words without punctuation and width, deadlines by the days that they
come to. The number of an item is no fact, nor is its category: they change with every item put in or left out before.
"""

from collections.abc import Hashable

from graph.statements import TaskStatement
from graph.words.names import name_form, title_form, words_form

NAMED = ("lead_units", "responsible_units", "supporting_units", "leaders", "lead_leaders", "leader_roles")
"""Fields that list names."""
FACTS = ("title", "content", *NAMED, "due_text")
"""Fields in which files that say the same agree, and in which a task may have changed."""


def form_of(task: TaskStatement, field: str) -> Hashable:
    """What a task says in a field, in normal form; alike where nothing is said."""
    value = getattr(task, field)
    if field in NAMED:
        return frozenset(map(name_form, value))
    if field == "due_text":
        return due_reading(task) if value else ""
    return words_form(value) if field == "content" else title_form(value)


def facts_form(task: TaskStatement) -> tuple[Hashable, ...]:
    """All that a task says, in normal form."""
    return tuple(form_of(task, field) for field in FACTS)


def due_reading(task: TaskStatement) -> frozenset[tuple[str, str, str]]:
    """What the words of a deadline come to: days and whether it goes on; the words where they give no day."""
    dated = {"point", "interval"}
    read = {
        (due.start, due.on, "") if due.kind in dated else ("", "", due.kind if due.kind == "ongoing" else due.text)
        for due in task.dues
    }
    return frozenset(read or {("", "", words_form(task.due_text))})
