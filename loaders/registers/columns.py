"""The columns of the tables of registers by their names; the names are in columns.toml beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from graph.errors import FileRefusedError
from graph.vocabulary.rows import WordRows, read_table


class ColumnRow(NamedTuple):
    """What a column holds, and the names that it goes by."""

    holds: str
    words: tuple[str, ...]
    example: str


class ColumnRows(NamedTuple):
    """All rows of columns.toml."""

    events: WordRows[ColumnRow]
    units: WordRows[ColumnRow]


@cache
def column_rows() -> ColumnRows:
    """The rows of columns.toml, read once."""
    return read_table(ColumnRows)


@dataclass(frozen=True, slots=True)
class RegisterColumns:
    """Which table the header of a register announces, and in which column (from 0) each of its fields stands."""

    table: Literal["events", "units"]
    at: Mapping[str, int]

    def of(self, row: Sequence[str]) -> dict[str, str]:
        """The fields of a row, "" where it is too short or the table has no such column."""
        return {name: row[at].strip() if at < len(row) else "" for name, at in self.at.items()}


def columns_of(header: Sequence[str]) -> RegisterColumns | None:
    """What a header announces, None for no table of a register. Raises FileRefusedError for an event table without
    a date.
    """
    names = [cell.strip().strip("\ufeff").lower() for cell in header]
    rows = column_rows()
    events, units = _found(names, rows.events), _found(names, rows.units)
    if _side("old", events) and _side("new", events):
        if "date" not in events:
            raise FileRefusedError("file.register_no_date")
        return RegisterColumns("events", events)
    if {"code", "id"} & units.keys() and "valid_from" in units:
        return RegisterColumns("units", units)
    return None


def _found(names: Sequence[str], rows: WordRows[ColumnRow]) -> dict[str, int]:
    return {row.holds: names.index(word) for row in rows for word in row.words if word in names}


def _side(side: str, found: Mapping[str, int]) -> bool:
    return bool({f"{side}_id", f"{side}_code"} & found.keys())
