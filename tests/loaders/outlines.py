"""Reads plain text handed over as a string, for tests of the readers of prose."""

from graph.statements import TaskStatement
from loaders.extract import read_document
from loaders.files.plain import read_lines
from loaders.prose.outline import Item, build_outline
from loaders.read import read_bytes


def tasks_of(text: str) -> tuple[TaskStatement, ...]:
    """The tasks of a text."""
    return read_document(read_bytes(text.encode(), "text.txt")).tasks


def outline_of(text: str) -> Item:
    """The outline of a text without tables."""
    return build_outline([line.words for line in read_lines(text) if not line.blank])


def owners_of(text: str) -> list[tuple[str, str, str]]:
    """The lead, responsible and supporting units of each task, names joined by a blank."""
    return [
        (" ".join(task.lead_units), " ".join(task.responsible_units), " ".join(task.supporting_units))
        for task in tasks_of(text)
    ]
