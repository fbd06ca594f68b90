"""Long lists in pages: a cursor remembers the row that a page ended with, so that the next begins behind it even where
documents have come or gone meanwhile.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.errors import UsageError

ListRows = Sequence[Mapping[str, object]]
ListItem = TypeVar("ListItem")
RowKey = Callable[[ListItem], list[object]]
"""What names an item of a list: the values of its key."""


@dataclass(frozen=True, slots=True)
class Page(Generic[ListItem]):
    """Some items of a list, the cursor of the next page (None behind the last), and how many items the list has."""

    items: Sequence[ListItem]
    next: str | None
    total: int


def key_of(columns: Sequence[str]) -> RowKey[Mapping[str, object]]:
    """What names a row of which these columns are the key."""
    return lambda row: [row[column] for column in columns]


def page(items: Sequence[ListItem], key: RowKey[ListItem], question: str, limit: int, cursor: str) -> Page[ListItem]:
    """The page of a list that a cursor leads to, the first one for "".

    `key` names an item, `question` tells which list this is: a cursor leads on only in its own. Raises UsageError for a
    cursor that is none or belongs to another list.
    """
    start = _start(items, key, question, cursor) if cursor else 0
    shown = items[start : start + limit]
    end = start + len(shown)
    following = _cursor(question, _short(key(shown[-1])), end) if shown and end < len(items) else None
    return Page(shown, following, len(items))


def _start(items: Sequence[ListItem], key: RowKey[ListItem], question: str, cursor: str) -> int:
    """Where a page begins: behind the item that the last one ended with, at the same number where that one is gone."""
    name, end = _read(question, cursor)
    if 0 < end <= len(items) and _short(key(items[end - 1])) == name:
        return end
    return next((number for number, item in enumerate(items, start=1) if _short(key(item)) == name), end - 1)


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
        raise UsageError("page_of_list.no_cursor") from error
    if of != _short(question) or number < 1:
        raise UsageError("page_of_list.other_list")
    return name, number
