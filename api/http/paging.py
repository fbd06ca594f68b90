"""Long lists in pages: a cursor remembers the row that a page ended with, so that the next begins behind it even where
documents have come or gone meanwhile.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.errors import UsageError

Rows = Sequence[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list, the cursor of the next page (None behind the last), and how many rows the list has."""

    items: Rows
    next: str | None
    total: int


def page(rows: Rows, key: Sequence[str], question: str, limit: int, cursor: str) -> Page:
    """The page of `rows` that a cursor leads to, the first one for "".

    `key` are the columns that together name a row, `question` tells which list this is: a cursor leads on only in its
    own. Raises UsageError for a cursor that is none or belongs to another list.
    """
    start = _start(rows, key, question, cursor) if cursor else 0
    items = rows[start : start + limit]
    end = start + len(items)
    following = _cursor(question, _name(items[-1], key), end) if items and end < len(rows) else None
    return Page(items, following, len(rows))


def _start(rows: Rows, key: Sequence[str], question: str, cursor: str) -> int:
    """Where a page begins: behind the row that the last one ended with, at the same number where that row is gone."""
    name, end = _read(question, cursor)
    if 0 < end <= len(rows) and _name(rows[end - 1], key) == name:
        return end
    return next((number for number, row in enumerate(rows, start=1) if _name(row, key) == name), end - 1)


def _name(row: Mapping[str, object], key: Sequence[str]) -> str:
    """A short name of a row."""
    return _short([row[column] for column in key])


def _short(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=True).encode()).hexdigest()[:16]


def _cursor(question: str, name: str, end: int) -> str:
    return base64.urlsafe_b64encode(f"{_short(question)}.{name}.{end}".encode()).decode().rstrip("=")


def _read(question: str, cursor: str) -> tuple[str, int]:
    try:
        words = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars="-_", validate=True).decode("ascii")
        of, name, end = words.split(".")
        number = int(end)
    except (binascii.Error, ValueError) as error:
        raise UsageError("The cursor is none that a page gave: begin with the first page.") from error
    if of != _short(question) or number < 1:
        raise UsageError("The cursor belongs to another list: begin with the first page.")
    return name, number
