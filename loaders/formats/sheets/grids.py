"""The rows of a sheet as cells say them → its grid, with what is to be said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.errors import FileRefusedError
from graph.words.sheet_columns import column_letters
from loaders.formats.grids.grid import Grid, GridCell, GridRemark, GridRow, MergedRange, merged
from loaders.formats.sheets.addresses import ranges_of
from loaders.formats.sheets.cells import CellWords
from loaders.limits import MOST_LINES


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as it stands: its number, whether it is hidden, and its filled cells by their columns."""

    number: int
    hidden: bool
    cells: tuple[tuple[int, CellWords], ...]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows of a sheet, and the first and last of the columns that are hidden together."""

    rows: tuple[SheetRow, ...]
    hidden_columns: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A sheet beside its rows: its name, whether it is hidden, its merged cells, the addresses of those with comments,
    and the formulas that no program calculated yet, by row and column.
    """

    name: str
    hidden: bool
    merges: Sequence[MergedRange] = ()
    comments: Sequence[str] = ()
    uncalculated: Sequence[tuple[int, int, str]] = ()


def grid_of(sheet: SheetRows, facts: SheetFacts) -> Grid:
    """The grid of a sheet. Raises FileRefusedError for one of too many rows."""
    if len(sheet.rows) > MOST_LINES:
        raise FileRefusedError("file.too_many_lines", limit=MOST_LINES)
    left_out: dict[tuple[str, int], list[tuple[int, str]]] = {}
    rows: list[GridRow] = []
    for row in sheet.rows:
        filled = tuple(
            GridCell(column, said.lines, day=said.day, number=said.number) for column, said in row.cells if said.lines
        )
        if filled:
            rows.append(GridRow(row.number, filled))
        for column, said in row.cells:
            if said.struck:
                left_out.setdefault(("unread.struck", row.number), []).append((column, said.struck))
            if said.odd:
                left_out.setdefault(("unread.odd_value", row.number), []).append((column, said.odd))
            if said.error:
                left_out.setdefault(("unread.formula_error", row.number), []).append((column, said.error))
    for number, column, formula in facts.uncalculated:
        left_out.setdefault(("unread.not_calculated", number), []).append((column, formula))
    remarks = [_left_out(key, number, cells) for (key, number), cells in left_out.items()]
    shown = merged(rows, facts.merges)
    remarks += _hidden(sheet, facts.name, shown)
    if facts.comments:
        remarks.append(GridRemark("unread.comments", None, None, "", {"cells": "、".join(facts.comments)}))
    return Grid(facts.name, shown, tuple(remarks), facts.hidden)


def _left_out(key: str, row: int, cells: Sequence[tuple[int, str]]) -> GridRemark:
    """What was left out of a row: one remark for all of its cells."""
    return GridRemark(key, row, cells[0][0] if len(cells) == 1 else None, "\t".join(words for _, words in cells))


def _hidden(sheet: SheetRows, name: str, rows: Sequence[GridRow]) -> Iterator[GridRemark]:
    """What of a sheet is hidden and holds words."""
    away = {row.number for row in sheet.rows if row.hidden}
    hidden = [row.number for row in rows if row.number in away]
    if hidden:
        yield GridRemark("unread.hidden_rows", hidden[0], None, "", {"sheet": name, "rows": ranges_of(hidden)})
    used = {cell.column for row in rows for cell in row.cells}
    columns = sorted(column for column in used if any(first <= column <= last for first, last in sheet.hidden_columns))
    if columns:
        words = ranges_of(columns, column_letters)
        yield GridRemark("unread.hidden_columns", None, columns[0], "", {"sheet": name, "columns": words})
