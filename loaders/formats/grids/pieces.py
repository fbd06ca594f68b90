"""A grid in its pieces, in order: lines of prose (titles, labels, notes, signatures) and tables.

A table begins at a header and ends at the next one; single cells behind its last full row are notes. A header that is
repeated inside a table is no row; under a caption of its own it begins another table. Tables may stand side by side.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.words.fold import compact
from loaders.formats.grids.grid import GridCell, GridRow
from loaders.formats.grids.headers import GridHeader, as_run, header_at, is_label, is_note, unknown_header_at
from loaders.tables.cell_kinds import is_number
from loaders.tables.cell_runs import CellRun
from loaders.tables.column_names import read_header
from loaders.tables.columns import is_task_table
from loaders.tables.form_tables import forms_at
from loaders.tables.forms import FormCell, FormPair
from loaders.tables.heads import begins_table, goes_on
from loaders.text import Table
from loaders.vocabulary.columns import column_words


@dataclass(frozen=True, slots=True)
class ProsePiece:
    """Filled cells of a row that belong to no table."""

    row: GridRow


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A table: its header, which for one that goes on from another grid stands there (`own` is False), and rows."""

    header: GridHeader
    rows: tuple[GridRow, ...]
    own: bool = True


@dataclass(frozen=True, slots=True)
class FormPiece:
    """A form: its rows, and the pairs of names and values of each thing that it says."""

    rows: tuple[GridRow, ...]
    records: tuple[tuple[FormPair, ...], ...]


_DATE = re.compile(r"\d{2,4}[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?")
_WORK = ("category", "name", "work", "content")
_MOST_ABOVE = 4  # rows with a title and data of its own above a header
_LOOKED_AT = 40
"""Rows by which a table is known that goes on without its header."""

Piece = ProsePiece | TablePiece | FormPiece


def pieces_of(rows: Sequence[GridRow], last: GridHeader | None = None, width: int = 0) -> Iterator[Piece]:
    """The pieces of a grid; `last` is the header of the table with which the grid before ends. `width` tells how many
    columns the grid has, where the file does.
    """
    index = 0
    header: GridHeader | None = None
    while index < len(rows):
        form = _form(rows, index)
        if form is not None:
            yield form
            index += len(form.rows)
            continue
        found = header_at(rows, index)
        if found is None and header is None:
            rest = rows[index:] if last is not None else ()
            if last is not None and (going_on := _going_on(rest[:_LOOKED_AT], last, width)):
                yield from _table(going_on, rest, own=False)
                return
            found = unknown_header_at(rows, index)
        if found is None:
            yield ProsePiece(rows[index])
            index += 1
            continue
        header = found
        first = index + len(header.rows)
        index = _end(rows, first, header)
        yield from _table(header, rows[first:index])


def _form(rows: Sequence[GridRow], index: int) -> FormPiece | None:
    """The form that begins with the row at `index`."""
    looked_at = rows[index : index + _LOOKED_AT]
    found = forms_at([[FormCell(cell.column, cell.text, cell.width) for cell in row.cells] for row in looked_at])
    return FormPiece(tuple(rows[index : index + found.rows]), found.records) if found else None


def _end(rows: Sequence[GridRow], first: int, header: GridHeader) -> int:
    """The index of the row behind a table, where the header of another stands."""
    for index in range(first + 1, len(rows)):
        found = header_at(rows, index)
        if found is None:
            continue
        before = rows[index - 1]
        captioned = len(before.cells) == 1
        repeated = found.first_names == header.first_names
        apart = rows[index].number > before.number + 1 or found.of_known_table
        surely = found.of_known_table or begins_table(found.names) or is_caption(before, header)
        above = _first_above(rows, first, index)
        headed = above < index and rows[first].is_numbered
        if surely and (captioned or headed or (apart and not repeated)):
            return above
    return len(rows)


def _first_above(rows: Sequence[GridRow], first: int, header: int) -> int:
    """The first of the rows behind an empty one that stand above a header (姓名 | 李国栋), or the header."""
    for index in range(header - 1, max(first, header - 1 - _MOST_ABOVE), -1):
        if rows[index].is_numbered:
            break
        if rows[index].number > rows[index - 1].number + 1:
            return index
    return header


def _table(header: GridHeader, rows: Sequence[GridRow], *, own: bool = True) -> Iterator[Piece]:
    """A table with the rows below its header, and the lines behind its last row."""
    repeats = _repeats(header)
    rows = [row for row in rows if row.is_numbered or tuple(compact(c.text) for c in row.cells) not in repeats]
    end = len(rows)
    while end and _stands_apart(rows, end - 1, header):
        end -= 1
    tail = rows[end:]
    while end and _is_only_numbered(rows[end - 1], header):
        end -= 1
    for part in _side_by_side(header):
        own_rows = tuple(row for row in _within(rows[:end], header, part) if row.cells)
        if own or own_rows:
            yield TablePiece(part, own_rows, own)
    yield from map(ProsePiece, tail)


def _repeats(header: GridHeader) -> set[tuple[str, ...]]:
    return {tuple(compact(cell.text) for cell in row.cells) for row in header.rows}


def _stands_apart(rows: Sequence[GridRow], index: int, header: GridHeader) -> bool:
    """Whether the row at `index`, with nothing of the table behind it, is a note or a signature."""
    row = rows[index]
    if not row.above and len(row.cells) > 1:
        labels = [cell for cell in row.cells if is_label(cell)]
        return bool(labels) and all(cell in labels or _is_date(cell) for cell in row.cells)
    if row.above or len(row.cells) != 1 or is_number(row.cells[0].text):
        return False
    [cell] = row.cells
    gap = index > 0 and row.number > rows[index - 1].number + 1
    work = {column for column, meaning in zip(header.columns, _meanings(header.names), strict=True) if meaning in _WORK}
    alone = cell.width > 1 or cell.column == header.columns[0] or cell.column not in work
    return gap or alone or is_label(cell) or is_note(cell, column_words().note.words)


@lru_cache(maxsize=16)
def _meanings(names: tuple[str, ...]) -> tuple[str, ...]:
    """What each column of a header means."""
    return tuple(column.meaning for column in read_header(names))


def _is_date(cell: GridCell) -> bool:
    return bool(_DATE.fullmatch(compact(cell.text)))


def _is_only_numbered(row: GridRow, header: GridHeader) -> bool:
    """Whether a row holds its running number and nothing else, as forms do that are numbered beforehand."""
    return (
        not row.above
        and len(row.cells) == 1
        and row.cells[0].column == header.columns[0]
        and is_number(row.cells[0].text)
    )


def _side_by_side(header: GridHeader) -> list[GridHeader]:
    """The header, or those of the tables that stand side by side under it, parted by columns without a name."""
    runs: list[list[int]] = []
    for at, column in enumerate(header.columns):
        if runs and header.columns[at - 1] == column - 1 and header.names[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    parts = [
        GridHeader(
            tuple(row.within(header.columns[at] for at in run) for row in header.rows),
            tuple(header.columns[at] for at in run),
            tuple(header.names[at] for at in run),
        )
        for run in runs
    ]
    return parts if len(parts) > 1 and all(is_task_table(part.names) for part in parts) else [header]


def _within(rows: Sequence[GridRow], header: GridHeader, part: GridHeader) -> Sequence[GridRow]:
    """The rows of one of several tables side by side: cells from its first column to the first of the next."""
    if part is header:
        return rows
    behind = [column for column in header.columns if column > part.columns[-1]]
    end = behind[0] if behind else max([part.columns[-1], *(cell.last for row in rows for cell in row.cells)]) + 1
    return [row.within(range(part.columns[0], end)) for row in rows]


def _going_on(rows: Sequence[GridRow], last: GridHeader, width: int) -> GridHeader | None:
    """The header `last` over the columns of rows without one that belong to its table; None where they do not.

    There are as many columns as it has, or numbers stand in place.
    """
    first = rows[0].cells
    used = tuple(range(1, width + 1)) if width else tuple(sorted({cell.column for row in rows for cell in row.cells}))
    exact = len(used) == len(last.columns)
    columns = used if exact else last.columns
    if len(first) < 2 or not (exact or (not width and all(cell.column in columns for cell in first))):  # noqa: PLR2004
        return None
    runs = [_run(row, columns) for row in rows]
    if not goes_on(runs, Table("", last.names, (), 0, 0, 0)):
        return None
    numbers = [one.index for one in read_header(last.names) if one.meaning == "number"]
    return replace(last, columns=columns) if exact or any(is_number(runs[0].names[at]) for at in numbers) else None


def _run(row: GridRow, columns: Sequence[int]) -> CellRun:
    """The cells of a row by columns; one that lies over all is alone."""
    if len(row.cells) == 1 and row.cells[0].width > 1:
        columns = (row.cells[0].column,)
    return as_run([next((cell.text for cell in row.cells if cell.column == column), "") for column in columns])


def is_caption(row: GridRow, header: GridHeader) -> bool:
    """Whether a row of a table is a caption: one cell over several columns, or words where the number stands."""
    if len(row.cells) != 1 or row.above:
        return False
    [cell] = row.cells
    numbered = cell.column == header.columns[0] and _meanings(header.names)[0] == "number"
    return cell.width > 1 or (numbered and not is_number(cell.text))


def may_be_title(cell: GridCell) -> bool:
    """Whether a cell above a table could be its title: no label and no date."""
    return not is_label(cell) and not _is_date(cell)
