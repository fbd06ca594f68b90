"""An entry of the history: who did what, when, and which files and records came, went or were changed by it.

A store keeps each as a record, numbered from 1 without a gap; entries are added, never changed. No fact hangs on them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from graph.facts import Node, Value

LABEL = "HistoryEntry"
DIGITS = 12
"""Digits of the number in an entry's id, so that ids sort as their numbers do."""
Act = Literal[
    "load",
    "unload",
    "upload",
    "trash restore",
    "decide",
    "undo",
    "correct",
    "undo correction",
    "import corrections",
    "report",
    "import reports",
    "upkeep",
    "other",
]
"""What a person (or the program, in `upkeep`) was about when something changed."""
Kind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Deed:
    """Who is about to change a store ("" where nobody is named), and by what."""

    who: str = ""
    act: Act = "other"


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that came, went or changed: its label and id, and what is `told` of it; what `was` told before a change.

    A file is told by its path, and is one thing at each path.
    """

    label: str
    change: Kind
    id: str
    told: Mapping[str, Value] = field(default_factory=dict)
    was: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """The changes of one transaction: their number in the store, the moment (ISO 8601, with its offset), who and by
    what.
    """

    number: int
    at: str
    deed: Deed
    changes: tuple[Change, ...]

    @property
    def node(self) -> Node:
        """The record that a store keeps of it."""
        identity = f"{self.number:0{DIGITS}d}"
        properties: dict[str, Value] = {
            "id": identity,
            "at": self.at,
            "who": self.deed.who,
            "act": self.deed.act,
            "changes": tuple(
                json.dumps(asdict(one), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
                for one in self.changes
            ),
        }
        return Node(LABEL, identity, properties)


def entries_in(rows: Iterable[Mapping[str, Value]]) -> tuple[HistoryEntry, ...]:
    """The entries that stored nodes hold, by their properties, the oldest first. Raises ValueError, KeyError or
    TypeError for what is none.
    """
    return tuple(sorted((_entry(row) for row in rows), key=lambda one: one.number))


def _entry(row: Mapping[str, Any]) -> HistoryEntry:
    changes = tuple(_change(json.loads(text)) for text in row["changes"])
    return HistoryEntry(int(row["id"]), str(row["at"]), Deed(str(row["who"]), row["act"]), changes)


def _change(row: Mapping[str, Any]) -> Change:
    told, was = ({name: _value(value) for name, value in row[key].items()} for key in ("told", "was"))
    return Change(row["label"], row["change"], row["id"], told, was)


def _value(value: Any) -> Value:  # noqa: ANN401 - as JSON gives it
    return tuple(value) if isinstance(value, list) else value
