"""A ledger that came back as an Excel workbook: which of its columns say what, found by their headings, wherever
clerks moved them; rows may be sorted, filtered, deleted and added.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import FileRefusedError, reason_of
from graph.messages.message import message
from graph.messages.tables import row as words_of_key
from loaders.files.kinds import kind_of
from loaders.formats.grids.grid import Grid, GridCell, GridRow
from loaders.formats.xlsx.file import MOST_BYTES
from loaders.limits import MIB
from viz.files.ledger_sheet import AFTER, HEADINGS

_TASK, _NOTE, _DONE, _DAY, _WHO = "filled.task", "filled.note", "filled.done", "filled.day", "filled.who"
_REASON, _TITLE, _CONTENT = "filled.reason", HEADINGS["title"], HEADINGS["content"]
_COLUMNS = {
    "".join(words.split()): key
    for key in (_TASK, _NOTE, _DONE, _DAY, _WHO, _REASON, _TITLE, _CONTENT)
    for words in words_of_key(key).values()
}
"""The columns that are read, by their headings in every language, without blanks."""
MOST_ROWS = 20_000
"""Rows of a sheet: ten times the tasks of a town. Sixty thousand would keep a processor for some ten seconds."""
_HEADER_ROWS = 20
"""Rows at the beginning of a sheet among which its headings are sought."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A row of a sheet by its number: the task that it names, its title and content there, and what the filled columns
    say. `after` is the report (by id) that was the last one of the task when the sheet was written, "" for none;
    `place` numbers the sheets, whose names may be alike.
    """

    sheet: str
    number: int
    task: str
    title: str
    note: str
    done: str
    day: str
    who: str
    content: str = ""
    after: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """A sheet by its place with the row of its headings, the column that names the task, its cells and its lines."""

    name: str
    place: int
    header: int
    task_column: int
    cells: Mapping[tuple[int, int], str]
    lines: tuple[LedgerLine, ...]


def read_ledger(path: Path) -> tuple[LedgerSheet, ...]:
    """The sheets of a ledger in a file. Raises FileRefusedError, in one sentence, for what is none."""
    try:
        return ledger_in(path.read_bytes())
    except FileNotFoundError as error:
        raise FileRefusedError("ledger.missing", path=path) from error
    except OSError as error:
        raise FileRefusedError.at(path, reason_of(error)) from error
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error


def ledger_in(data: bytes) -> tuple[LedgerSheet, ...]:
    """The sheets of a ledger in the bytes of a workbook; others in it are passed over.

    Raises FileRefusedError for what is no workbook, and where no sheet has the headings of a ledger.
    """
    if len(data) > MOST_BYTES:
        raise FileRefusedError("file.too_large", limit=MOST_BYTES // MIB)
    if kind_of(data) != "xlsx":
        raise FileRefusedError("ledger.no_workbook")
    from loaders.formats.xlsx.workbook import read_workbook  # noqa: PLC0415 - loaded where a sheet comes back

    grids = enumerate(read_workbook(data))
    found = tuple(sheet for place, grid in grids if (sheet := _sheet(grid, place)) is not None)
    if not found:
        raise FileRefusedError("ledger.no_sheet", headings=(message(_TASK), message(_DONE)))
    return found


def _sheet(grid: Grid, place: int) -> LedgerSheet | None:
    for row in grid.rows[:_HEADER_ROWS]:
        columns = _columns(row)
        if _TASK in columns and (_DONE in columns or _NOTE in columns):
            below = [one for one in grid.rows if one.number > row.number]
            lines = tuple(_lines(grid.name, place, below, columns))
            if len(lines) > MOST_ROWS:
                raise FileRefusedError("ledger.too_long", rows=len(lines), most=MOST_ROWS)
            cells = dict(_cells(grid, columns.get(_REASON)))
            return LedgerSheet(grid.name, place, row.number, columns[_TASK], cells, lines)
    return None


def _columns(row: GridRow) -> dict[str, int]:
    """The columns of a row of headings by what they hold; of two with one heading the first."""
    found: dict[str, int] = {}
    for cell in row.cells:
        if key := _COLUMNS.get("".join(cell.text.split())):
            found.setdefault(key, cell.column)
    return found


def _lines(sheet: str, place: int, rows: list[GridRow], columns: Mapping[str, int]) -> Iterator[LedgerLine]:
    for row in rows:
        filled = {cell.column: cell for cell in (*row.above.values(), *row.cells)}

        def said(key: str, filled: Mapping[int, GridCell] = filled) -> str:
            cell = filled.get(columns.get(key, 0))
            if cell is None:
                return ""
            return ((cell.day if key == _DAY else "") or cell.text).strip()

        filled_in = said(_NOTE), said(_DONE), said(_DAY), said(_WHO)
        task, _, after = said(_TASK).partition(AFTER)
        yield LedgerLine(
            sheet, row.number, task.strip(), said(_TITLE), *filled_in, said(_CONTENT), after.strip(), place
        )


def _cells(grid: Grid, left_out: int | None) -> Iterator[tuple[tuple[int, int], str]]:
    """The cells of a sheet by row and column, but for those of a column of reasons, which a copy gets anew."""
    for row in grid.rows:
        yield from (((row.number, cell.column), cell.text) for cell in row.cells if cell.column != left_out)
