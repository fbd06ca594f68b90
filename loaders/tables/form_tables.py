"""Forms, and tables that stand on their side, as tables with a row for each thing that they say, whatever format their
cells come from (`loaders.tables.forms`, `loaders.tables.transposed`).
"""

from collections.abc import Mapping, Sequence

from loaders.tables.cell_runs import CellRun
from loaders.tables.forms import Form, FormCell, FormPair, form_at, name_of
from loaders.tables.transposed import transposed_at
from loaders.text import BY_LINES, Cell, Locator, Table, TableRow, Words

_ROWS_ABOVE = 6
"""Rows that may stand above a form: its title, its number, the day."""


def forms_at(rows: Sequence[Sequence[FormCell]]) -> Form | None:
    """The form, or the table on its side, that begins with the first row; None where none does."""
    return form_at(rows) or transposed_at(rows)


def form_table(
    laid: Sequence[Mapping[int, Cell]],
    records: Sequence[Sequence[FormPair]],
    title: str,
    *,
    number: int,
    row: int = 1,
    place: Locator = BY_LINES,
) -> Table:
    """The table of a form whose cells are `laid` row by row, by their columns: its names over a row of the values of
    each record.
    """
    names = tuple(name_of(laid[pair.row][pair.name].text) for pair in records[0])
    rows = tuple(
        TableRow(
            tuple(
                laid[pair.row][pair.value] if pair.value is not None else _empty(laid[pair.row][pair.name])
                for pair in pairs
            ),
            at,
        )
        for at, pairs in enumerate(records, start=row)
    )
    first, last = next(iter(laid[0].values())), list(laid[-1].values())[-1]
    return Table(title, names, rows, number, first.start, last.end, (), place)


def form_of_runs(runs: Sequence[CellRun], title: str, *, number: int) -> tuple[list[Words], Table] | None:
    """The words above the form that runs of cells hold, and its table; None where they hold none, or more than it."""
    for first in range(min(len(runs), _ROWS_ABOVE)):
        laid = [{at: cell for at, cell in enumerate(run.cells) if cell.paragraphs} for run in runs[first:]]
        form = forms_at([[FormCell(at, cell.text) for at, cell in row.items()] for row in laid])
        if form is not None:
            above = [words for run in runs[:first] for words in run.words]
            title = above[-1].text if above else title
            table = form_table(laid, form.records, title, number=number)
            return (above, table) if form.rows == len(laid) else None
    return None


def _empty(name: Cell) -> Cell:
    """The value of a name beside which nothing stands: the sign behind it."""
    return Cell((), name.end, name.end + 1, name.locator)
