"""Answers as tables for people: in a terminal wrapped to its width, in a pipe as wide as the words need, so that
nothing is ever cut.
"""

import io
import os
import shutil
import sys
from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Console
from rich.table import Table

from api import output, words
from api.settings import Language

UNBOUNDED = 10_000
LAYOUT: dict[str, tuple[str, ...]] = {
    "tasks": ("task", "units_by_role", "leaders", "due_text", "sources"),
    "units": ("name", "place", "kind", "tasks", "leads", "responsible", "supports", "aliases"),
    "leaders": ("name", "place", "tasks", "lead_tasks", "posts"),
    "places": ("name", "level", "place", "since", "until", "tasks"),
    "plans": ("ordinal", "title", "document", "place", "tasks", "body"),
    "documents": ("title", "number", "issuer", "issued_on", "plans", "tasks", "files"),
    "changes": ("kind", "before", "after", "place", "stated_on", "status", "sources"),
    "conflicts": ("title", "field", "values", "sources"),
    "audit": ("problem", "title", "reason", "place", "sources"),
    "proposals": ("name", "other", "place", "grade", "rule"),
    "lineage": (
        "direction",
        "depth",
        "name",
        "level",
        "kind",
        "role",
        "share",
        "stated_on",
        "existed",
        "sources",
        "note",
    ),
    "verify": ("path", "line", "fault", "facts", "quote", "reason"),
    "workload": ("name", "load", "leads", "responsible", "supports", "share", "peak_month", "verdict", "place"),
}


def show(lang: Language, rows: Iterable[Mapping[str, object]], columns: Iterable[str] | None = None) -> None:
    """Write rows as a table of these columns (all columns of the first row where None)."""
    listed = list(rows)
    names = [name for name in columns or (listed[0] if listed else ()) if not columns or _tells(name, listed)]
    cells = [[cell(lang, name, row.get(name, "")) for name in names] for row in listed]
    table = Table(box=box.HORIZONTALS, pad_edge=False, show_lines=any("\n" in text for row in cells for text in row))
    for name in names:
        number = bool(listed) and all(_is_number(row.get(name)) for row in listed)
        table.add_column(words.header(lang, name), justify="right" if number else "left", overflow="fold")
    for row in cells:
        table.add_row(*row)
    emit(table)


def emit(table: Table) -> None:
    """Write one table to stdout, in colour only to a terminal."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal or os.environ.get("COLUMNS") else UNBOUNDED
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False)
    console.print(table)
    output.emit("".join(f"{line.rstrip()}\n" for line in buffer.getvalue().rstrip("\n").split("\n")))


def cell(lang: Language, column: str, value: object) -> str:
    """The words in a cell: lists joined by 、 (sources a line each), figures without needless zeros."""
    if isinstance(value, bool):
        return words.value(lang, "bool", str(value).lower())
    if isinstance(value, float):
        return f"{value:.0%}" if column == "share" else f"{value:g}"
    if isinstance(value, str):
        return words.value(lang, column, value)
    if isinstance(value, Iterable):
        parts = [words.value(lang, column, str(part)) for part in value]
        return ("\n" if column in {"sources", "reason"} else "、").join(parts)
    return "" if value is None else str(value)


def task_row(lang: Language, row: Mapping[str, object], *, full: bool) -> dict[str, object]:
    """A task's row for the table: its name (or its words), its units by role, its leaders, deadline and sources."""
    names = [str(row[name]) for name in ("title", "content") if row.get(name)]
    units = [
        f"{words.value(lang, 'role_mark', role)}{cell(lang, column, row[column])}"
        for role, column in (
            ("lead", "lead_units"),
            ("responsible", "responsible_units"),
            ("supporting", "supporting_units"),
        )
        if row.get(column)
    ]
    people = [cell(lang, column, row[column]) for column in ("leaders", "leader_roles") if row.get(column)]
    return {
        **row,
        "task": "\n".join(names if full else names[:1]),
        "units_by_role": "\n".join(units),
        "leaders": "\n".join(people),
    }


def _tells(name: str, rows: Iterable[Mapping[str, object]]) -> bool:
    """Whether a column tells the reader anything: it is filled somewhere, and a place is not the same in all rows."""
    values = {str(row.get(name, "")) for row in rows if row.get(name) not in {"", None, ()}}
    return len(values) > (name == "place")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
