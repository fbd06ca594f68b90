"""The columns of event tables and unit tables, and rows of them; docs/registers.md describes each."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.places.changes import ChangeSaid

EVENT_COLUMNS = (
    "event",
    "date",
    "decided_on",
    "number",
    "kind",
    "status",
    "old_id",
    "old_code",
    "old_name",
    "old_parent",
    "old_level",
    "old_role",
    "share",
    "part",
    "new_id",
    "new_code",
    "new_name",
    "new_parent",
    "new_level",
    "new_role",
    "scheme",
    "source",
    "note",
)
UNIT_COLUMNS = ("id", "code", "scheme", "name", "level", "parent_id", "valid_from", "valid_to")

Cells = Mapping[str, str]
"""The cells of a row by column; a column that is not there is empty."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """A leg of a change; `told` are the statements of papers that say so, whose places fill its `source`."""

    cells: Cells
    told: tuple[ChangeSaid, ...] = ()


def in_columns(cells: Cells, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a row in the order of its columns."""
    return tuple(cells.get(column, "") for column in columns)
