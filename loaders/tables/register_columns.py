"""The columns of the tables of registers by their names; the names are in register_columns.toml beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from graph.errors import FileRefusedError
from graph.vocabulary.rows import WordRows, read_table

_FORMULA = tuple("=+-@＝＋－＠")
_CODES = ("old_id", "old_code", "new_id", "new_code", "id", "code")
_SIDES = tuple(tuple(f"{side}_{name}" for name in ("id", "code", "name")) for side in ("old", "new"))
_IN_WORDS = {"date", "old_code", "old_name", "new_code", "new_name"}
"""What a header in Chinese must have to be one of a register: tables of papers name places without codes."""


class ColumnRow(NamedTuple):
    """What a column holds, and the names that it goes by."""

    holds: str
    words: tuple[str, ...]
    example: str


class ColumnRows(NamedTuple):
    """All rows of register_columns.toml."""

    events: WordRows[ColumnRow]
    units: WordRows[ColumnRow]
    lists: WordRows[ColumnRow]


@cache
def column_rows() -> ColumnRows:
    """The rows of register_columns.toml, read once."""
    return read_table(ColumnRows)


@dataclass(frozen=True, slots=True)
class RegisterColumns:
    """Which table the header of a register announces, and in which column (from 0) each of its fields stands."""

    table: Literal["events", "units"]
    at: Mapping[str, int]

    def by_name(self, fields: Mapping[str, str]) -> bool:
        """Whether a row tells of places by name: without codes, and without a scheme where the table has a column for
        it; in one with codes but without schemes a code is missing.
        """
        if any(fields.get(name) for name in (*_CODES, "scheme")):
            return False
        return "scheme" in self.at or not any(name in self.at for name in _CODES)

    def of(self, row: Sequence[str]) -> dict[str, str]:
        """The fields of a row, "" where it is too short or the table has no such column."""
        return {name: _plain(row[at]) if at < len(row) else "" for name, at in self.at.items()}


def columns_of(header: Sequence[str]) -> RegisterColumns | None:
    """What a header announces, None for no table of a register. Raises FileRefusedError for an event table without
    a date.
    """
    found = _announced(header)
    if found and found.table == "events" and "date" not in found.at:
        raise FileRefusedError("file.register_no_date")
    return found


def is_register_header(header: Sequence[str]) -> bool:
    """Whether a header announces a table of a register, also one that lacks a column."""
    return _announced(header) is not None


def list_columns(header: Sequence[str], *, found: bool = True) -> tuple[int, int]:
    """In which columns (from 0) of a list of places its codes and names stand; -1 for none, which raises
    FileRefusedError where both must be `found`.
    """
    at = _found([_named(cell) for cell in header], column_rows().lists)
    if at.keys() >= {"code", "name"}:
        return at["code"], at["name"]
    if found:
        raise FileRefusedError("gazetteer.no_columns")
    return -1, -1


def _named(cell: str) -> str:
    return cell.strip().strip("\ufeff").lower()


def _announced(header: Sequence[str]) -> RegisterColumns | None:
    names = [_named(cell) for cell in header]
    rows = column_rows()
    events, units = _found(names, rows.events), _found(names, rows.units)
    if all(any(name in names for name in side) for side in _SIDES) or events.keys() >= _IN_WORDS:
        return RegisterColumns("events", events)
    if {"code", "id", "name"} & units.keys() and "valid_from" in units:
        return RegisterColumns("units", units)
    return None


def _found(names: Sequence[str], rows: WordRows[ColumnRow]) -> dict[str, int]:
    return {row.holds: names.index(word) for row in rows for word in row.words if word in names}


def _plain(cell: str) -> str:
    """The words of a cell, without the apostrophe that keeps a spreadsheet from taking them for a formula."""
    words = cell.strip()
    return words[1:] if words[:1] == "'" and words[1:2] in _FORMULA else words
