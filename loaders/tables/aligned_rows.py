"""Rows of fewer cells than their header: each cell is put under the column that it fits by its kind.

Where a row has lost a cell, the places of the others are told by what stands in them: a date under the deadlines, a
person under the leaders. Of all ways to place the cells in order the one that fits best counts, if there is one alone;
else the row stays unread.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from loaders.tables.cell_kinds import NOT, SURE, are_bodies, are_people, fit, is_date
from loaders.tables.column_names import WORK, HeaderColumn
from loaders.text import Cell, TableRow

_Best = tuple[int, int, tuple[int, ...]]
"""The best placing of some cells: how well they fit, in how many ways, and their columns."""


def align(rows: Sequence[TableRow], columns: Sequence[HeaderColumn]) -> list[TableRow]:
    """The rows of several cells whose cells' places are sure, each with a cell for each column."""
    whole = [row for row in rows if len(row.cells) == len(columns)]
    strict = frozenset(one.index for one in columns if _is_strict(one, whole))
    placed = (aligned(row, columns, strict) for row in rows if len(row.cells) > 1)
    return [row for row in placed if row is not None]


def _is_strict(column: HeaderColumn, rows: Sequence[TableRow]) -> bool:
    """Whether a column of owners or dates holds but one cell at most that does not surely stand in it."""
    if column.meaning not in ("owner", "due"):
        return False
    cells = [row.cells[column.index].text for row in rows]
    filled = [fit(cell, column) == SURE for cell in cells if cell]
    return sum(filled) >= max(2, len(filled) - 1)


def aligned(row: TableRow, columns: Sequence[HeaderColumn], strict: AbstractSet[int] = frozenset()) -> TableRow | None:
    """The row with a cell for each column, itself where its cells stand right; None where their places are not sure.

    A column of the `strict` holds only what surely stands in it.
    """
    cells = _own(row.cells)
    filled = len(row.cells) == len(columns)
    if len(cells) > len(columns):
        return None
    if filled and (len(cells) == len(columns) or _is_rest(row, columns)):
        gridless = row.cells[0].locator.column is None  # an empty cell of a grid stands where it does
        moved = gridless and not row.cells[-1].text and not _is_rest(row, columns) and _contradicts(row.cells, columns)
        return None if moved else row
    if filled and _owner_for_work(row.cells, columns, strict):
        return None
    fits = [[_fit(cell.text, column, strict) for column in columns] for cell in cells]
    if filled and all(fits[at][at] for at in range(len(cells))):
        return row
    places = _places(fits, columns)
    if places is not None:
        return _placed(row, cells, places, len(columns))
    return row if filled and not _contradicts(row.cells, columns) else None


def _own(cells: Sequence[Cell]) -> list[Cell]:
    """The cells that the file has: those with which a row of too few was filled up stand inside the last of these."""
    own = list(cells)
    while len(own) > 1 and own[-1].start < own[-2].end:
        own.pop()
    return own


def _is_rest(row: TableRow, columns: Sequence[HeaderColumn]) -> bool:
    """Whether a row may hold the ends of cells that a page cut, whose kinds tell nothing."""
    return row.after_page and not any(row.cells[one.index].text for one in columns if one.meaning == "number")


def _fit(text: str, column: HeaderColumn, strict: AbstractSet[int]) -> int:
    value = fit(text, column)
    return NOT if text and value < SURE and column.index in strict else value


def _owner_for_work(cells: Sequence[Cell], columns: Sequence[HeaderColumn], strict: AbstractSet[int]) -> bool:
    """Whether bodies stand under the work while a column of nothing but owners is empty: one of the two is lost."""
    bodies = any(are_bodies(cells[one.index].text) for one in columns if one.meaning in WORK)
    owners = [one.index for one in columns if one.meaning == "owner" and one.index in strict]
    return bodies and bool(owners) and not any(cells[index].text for index in owners)


def _contradicts(cells: Sequence[Cell], columns: Sequence[HeaderColumn]) -> bool:
    """Whether a date stands under owners or work, or a name under deadlines."""
    for cell, column in zip(cells, columns, strict=True):
        if column.meaning == "due" and cell.text and (are_bodies(cell.text) or are_people(cell.text)):
            return True
        if column.meaning in ("owner", "name", "work", "content") and is_date(cell.text):
            return True
    return False


def _places(fits: Sequence[Sequence[int]], columns: Sequence[HeaderColumn]) -> list[int] | None:
    """The column of each cell; None where not one placing fits best, nothing is sure, or the work is lost."""
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
