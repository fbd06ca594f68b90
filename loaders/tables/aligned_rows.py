"""Rows of fewer cells than their header: each cell is put under the column that it fits by its kind.

Where a row has lost a cell, the places of the others are told by what stands in them: a date under the deadlines, a
person under the leaders. Of all ways to place the cells in order the one that fits best counts, if there is one alone;
else the row stays unread.
"""

from collections.abc import Sequence

from loaders.tables.cell_kinds import NOT, SURE, are_bodies, are_people, fit, is_date
from loaders.tables.column_names import WORK, HeaderColumn
from loaders.text import Cell, TableRow

_Best = tuple[int, int, tuple[int, ...]]
"""The best placing of some cells: how well they fit, in how many ways, and their columns."""


def aligned(row: TableRow, columns: Sequence[HeaderColumn]) -> TableRow | None:
    """The row with a cell for each column, itself where its cells stand right; None where their places are not sure."""
    cells = list(row.cells)
    if len(cells) > len(columns):
        return None
    whole = len(cells) == len(columns)
    if whole and (cells[-1].text or _is_rest(row, columns) or _fits(cells, columns)):
        return row
    while cells and not cells[-1].text:
        cells.pop()
    places = _places(cells, columns)
    if places is not None:
        return _placed(row, cells, places, len(columns))
    return row if whole and not _contradicts(row.cells, columns) else None


def _is_rest(row: TableRow, columns: Sequence[HeaderColumn]) -> bool:
    """Whether a row may hold the ends of cells that a page cut, whose kinds tell nothing."""
    return row.after_page and not any(row.cells[one.index].text for one in columns if one.meaning == "number")


def _fits(cells: Sequence[Cell], columns: Sequence[HeaderColumn]) -> bool:
    return all(fit(cell.text, column) for cell, column in zip(cells, columns, strict=True))


def _contradicts(cells: Sequence[Cell], columns: Sequence[HeaderColumn]) -> bool:
    """Whether a date stands under owners or work, or a name under deadlines."""
    for cell, column in zip(cells, columns, strict=True):
        if column.meaning == "due" and cell.text and (are_bodies(cell.text) or are_people(cell.text)):
            return True
        if column.meaning in ("owner", "name", "work", "content") and is_date(cell.text):
            return True
    return False


def _places(cells: Sequence[Cell], columns: Sequence[HeaderColumn]) -> list[int] | None:
    """The column of each cell; None where not one placing fits best, nothing is sure, or the work is lost."""
    fits = [[fit(cell.text, column) for column in columns] for cell in cells]
    if sum(SURE in row for row in fits) < 2:  # noqa: PLR2004 - two cells at least that tell their place
        return None
    # best[column] is the best placing of the cells so far whose last stands before `column`
    best: list[_Best | None] = [(0, 1, ())] * (len(columns) + 1)
    for row in fits:
        after: list[_Best | None] = [None]
        for index, value in enumerate(row):
            before = best[index]
            placed = None if value == NOT or before is None else (before[0] + value, before[1], (*before[2], index))
            after.append(_better(after[-1], placed))
        best = after
    found = best[-1]
    if found is None or found[1] > 1 or not any(columns[index].meaning in WORK for index in found[2]):
        return None
    return list(found[2])


def _better(one: _Best | None, other: _Best | None) -> _Best | None:
    if one is None or other is None:
        return one or other
    if one[0] != other[0]:
        return max(one, other)
    return (one[0], one[1] + other[1], one[2])


def _placed(row: TableRow, cells: Sequence[Cell], places: Sequence[int], columns: int) -> TableRow:
    """The row with its cells in their columns and empty ones between."""
    by_column = dict(zip(places, cells, strict=True))
    placed: list[Cell] = []
    for column in range(columns):
        at = placed[-1].end - 1 if placed else row.start
        placed.append(by_column.get(column) or Cell((), at, at + 1))
    return TableRow(tuple(placed), row.number, row.after_page)
