"""Answers as tables for people, wrapped to the width of the terminal, as records where that is too narrow; in a pipe a
cell is wrapped where it is long. Nothing is cut but the head of a long path (…), never the line that it cites.
"""

import io
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import Literal

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from api.answers.columns import COLUMNS as ANSWER_COLUMNS
from api.cli import output
from api.cli.records import records
from api.ledger.rows import LedgerRow
from api.local_time import minute
from api.settings import Language
from api.visible import visible
from api.words import words
from graph.messages.sentences import say
from queries.rows import TaskRow

UNBOUNDED = 10_000
LONG_CELL = 60
"""Characters of a cell's line in a pipe, a Chinese one being two."""
NARROW = 120
"""The width below which the paths of citations are shortened to their part of it."""
UNBROKEN = frozenset(
    {"sources", "files", "path", "number", "issued_on", "stated_on", "since", "until", "due_text", "peak_month", "id"}
)
"""Columns of dates, numbers of papers (文号) and places in files, which are no use in pieces."""
LONGEST_UNBROKEN = 24
BREAKABLE = 12
"""Characters below which no cell is wrapped: where that cannot be, the rows are shown as records."""
CITATIONS = frozenset({"sources", "files", "path"})
DATES = frozenset({"stated_on", "since", "until", "issued_on"})
MOMENTS = frozenset({"when", "decided_on", "made_on", "recorded_on", "at"})
"""Columns of moments, told by the clock here; `decided_on` of an imported decision may be a mere day."""
LAYOUT: dict[str, tuple[str, ...]] = {
    "tasks": ("task", "units_by_role", "leaders", "due_text", "place", "sources"),
    "units": ("name", "place", "id", "kind", "tasks", "leads", "responsible", "supports", "aliases"),
    "leaders": ("name", "place", "id", "tasks", "lead_tasks", "posts"),
    "places": ("name", "code", "level", "place", "since", "until", "existed", "tasks"),
    "places_between": ("what", "name", "code", "level", "place", "old_name", "old_code", "old_place"),
    "listed_villages": ("what", "name", "code", "old_name", "old_code", "town", "first", "last", "explained"),
    "plans": ("ordinal", "title", "document", "place", "tasks", "body"),
    "documents": ("title", "number", "issuer", "issued_on", "place", "plans", "tasks", "files"),
    "revisions": ("title", "number", "other_title", "other_number", "same", "of", "due_changes"),
    "diff": ("what", "title", "field", "before", "after", "plan_title", "sources"),
    "changes": ("kind", "before", "after", "place", "stated_on", "status", "sources"),
    "conflicts": ("title", "field", "values", "place", "sources"),
    "corrections": ("id", "state", "what", "field", "value", "read", "path", "quote", "who", "made_on", "why"),
    "audit": ("problem", "title", "reason", "place", "sources"),
    "proposals": ("name", "other", "place", "grade", "rule"),
    "answer": ANSWER_COLUMNS,
    "count": ("count",),
    "lineage": (
        "direction",
        "depth",
        "name",
        "code",
        "level",
        "place",
        "how",
        "kind",
        "role",
        "share",
        "stated_on",
        "existed",
        "document",
        "sources",
        "note",
    ),
    "legs": (
        "kind",
        "from_name",
        "from_code",
        "from_place",
        "from_role",
        "share",
        "part",
        "to_name",
        "to_code",
        "to_place",
        "to_role",
        "stated_on",
        "status",
        "sources",
    ),
    "names": ("name", "code", "scheme", "level", "place", "since", "until"),
    "loaded": ("outcome", "count", "names", "reason"),
    "check": ("fault", "what", "stored", "expected", "mend"),
    "verify": ("path", "where", "fault", "facts", "quote", "now", "reason"),
    "ledger": (
        "standing",
        "task",
        "units_by_role",
        "leaders",
        "due_text",
        "state",
        "day",
        "reporter",
        "note",
        "due_then",
        "sources",
    ),
    "week": ("part", "standing", "task", "units_by_role", "due_text", "state", "day", "reporter", "sources"),
    "proposed": ("report_id", "state", "day", "note", "title", "proof"),
    "reports": ("state", "day", "reporter", "note", "proof", "title", "due_text", "due_now", "recorded_on"),
    "trash": ("id", "name", "when", "action", "title", "number"),
    "history": ("at", "who", "act", "changes"),
    "fits": ("first_day", "last_day", "found", "clear", "asked"),
    "workload": ("name", "load", "leads", "responsible", "supports", "share", "peak_month", "verdict", "place"),
}


def show(lang: Language, rows: Iterable[Mapping[str, object]], columns: Iterable[str] | None = None) -> None:
    """Write rows as a table of these columns (all columns of the first row where None)."""
    listed = list(rows)
    names = [name for name in columns or (listed[0] if listed else ()) if not columns or _tells(name, listed)]
    width = _width()
    headings = [visible(words.header(lang, name)) for name in names]
    cells = [[_fitted(name, visible(cell(lang, name, row.get(name, ""))), width) for name in names] for row in listed]
    widths = [max(map(cell_len, "\n".join(column).split("\n"))) for column in zip(headings, *cells, strict=True)]
    whole = [_is_whole(name, longest) for name, longest in zip(names, widths, strict=True)]
    if sum(w if kept else min(w, BREAKABLE) for w, kept in zip(widths, whole, strict=True)) + 3 * len(names) > width:
        output.emit(records(headings, cells, width))
        return
    table = Table(box=box.HORIZONTALS, pad_edge=False, show_lines=any("\n" in text for row in cells for text in row))
    for name, heading, kept in zip(names, headings, whole, strict=True):
        number = bool(listed) and all(_is_number(row.get(name)) for row in listed)
        longest = LONG_CELL if width == UNBOUNDED and not kept else None
        justify: Literal["right", "left"] = "right" if number else "left"
        table.add_column(heading, justify=justify, overflow="fold", no_wrap=kept, max_width=longest)
    for row in cells:
        table.add_row(*row)
    emit(table, width)


def _is_whole(name: str, longest: int) -> bool:
    """Whether the cells of a column are never wrapped: places in files, short dates and numbers, short words."""
    most = LONGEST_UNBROKEN if name in UNBROKEN else BREAKABLE
    return name in CITATIONS or longest <= most


def _width() -> int:
    """The characters of a line: those of the terminal, else those of COLUMNS, else as many as are needed."""
    known = sys.stdout.isatty() or os.environ.get("COLUMNS")
    return shutil.get_terminal_size().columns if known else UNBOUNDED


def _fitted(column: str, text: str, width: int) -> str:
    """The text of a cell; on a narrow screen places in files are shortened to a quarter of it."""
    if column not in CITATIONS or width >= NARROW:
        return text
    return "\n".join(shortened(place, max(width // 4, 16)) for place in text.split("\n"))


def shortened(place: str, width: int) -> str:
    """A place in a file (`path:line`) in at most so many characters: … stands for the head of a longer path."""
    if cell_len(place) <= width:
        return place
    tail = place
    while tail and cell_len(tail) > width - 1:
        tail = tail[1:]
    return f"…{tail}"


def emit(table: Table, width: int) -> None:
    """Write one table to stdout, in colour only to a terminal."""
    terminal = sys.stdout.isatty()
    buffer = io.StringIO()
    console = Console(file=buffer, width=width, force_terminal=terminal, highlight=False, markup=False, emoji=False)
    console.print(table)
    output.emit_table("".join(f"{line.rstrip()}\n" for line in buffer.getvalue().rstrip("\n").split("\n")))


def cell(lang: Language, column: str, value: object) -> str:
    """The words in a cell: lists joined by 、 (sources a line each), figures without needless zeros."""
    if isinstance(value, bool):
        return words.value(lang, "bool", str(value).lower())
    if isinstance(value, float):
        return f"{value:.0%}" if column == "share" else f"{value:g}"
    if column == "line" and not value:
        return ""
    if isinstance(value, str):
        return _text(lang, column, value)
    if isinstance(value, Iterable):
        parts = [words.value(lang, column, str(part)) for part in value]
        return ("\n" if column in {"sources", "files", "document", "values"} else "、").join(parts)
    return "" if value is None else str(value)


def _text(lang: Language, column: str, value: str) -> str:
    """The words of a cell that holds a text: days and moments as people write them, else the word for the value."""
    if column in MOMENTS:
        return minute(value)
    return _date(lang, value) if column in DATES else words.value(lang, column, value)


def _date(lang: Language, edtf: str) -> str:
    """A date in words: ../2021-04-12 is not later than that day, XXXX is not stated, 2021-XX is 2021."""
    known = edtf.replace("-XX", "")
    if known == "XXXX":
        return say(lang, "date.unknown")
    if known.startswith("../"):
        return say(lang, "date.by", day=known.removeprefix("../"))
    return say(lang, "date.from", day=known.removesuffix("/..")) if known.endswith("/..") else known


def task_row(lang: Language, row: TaskRow | LedgerRow, *, full: bool) -> dict[str, object]:
    """A task's row for the table: its name (or its words), its units by role, its leaders, deadline and sources."""
    names = [name for name in (row["title"], words.further(row["content"], row["title"])) if name]
    units = [
        f"{words.role_mark(lang, role)}{cell(lang, f'{role}_units', named)}"
        for role, named in (
            ("lead", row["lead_units"]),
            ("responsible", row["responsible_units"]),
            ("supporting", row["supporting_units"]),
        )
        if named
    ]
    people = [
        cell(lang, column, named)
        for column, named in (("leaders", row["leaders"]), ("leader_roles", row["leader_roles"]))
        if named
    ]
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
