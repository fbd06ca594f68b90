"""Groups of cells → a table: the header gives the number of columns, and the rows are counted by it.

A single filled cell with a blank line behind it is a caption or a note, a row of its own; a row with a blank line
inside is put together again; cells that fit no row stay a row of the wrong length, for the reader to report.
"""

from collections.abc import Sequence

from graph.words.fold import compact, squeeze
from loaders.limits import WIDEST_TABLE
from loaders.tables.cell_kinds import is_number
from loaders.tables.cell_runs import CellRun, without_repeats
from loaders.tables.form_tables import form_of_runs
from loaders.tables.header_rows import is_sub_header, join_header
from loaders.tables.heads import begins_table, looks_like_header, split_header
from loaders.text import Cell, Table, TableRow, Words


def parted_by_headers(runs: Sequence[CellRun]) -> list[list[CellRun]]:
    """The rows of each table, where one begins at a header other than the first, or at its own under a caption."""
    parts: list[list[CellRun]] = [[]]
    own: list[tuple[str, ...]] = []
    for run in runs:
        part, names = parts[-1], run.names
        if not own:
            own = [names] if looks_like_header(names) and not run.is_caption else []
        elif part[-1].names == own[0] and is_sub_header(names, own[0]):
            own.append(names)
        elif names in own or begins_table(names):
            captions = next((at for at, one in enumerate(reversed(part)) if not one.is_caption), 0)
            if captions or names not in own:
                parts.append(part[len(part) - captions :])
                del part[len(part) - captions :]
                own = [names]
        parts[-1].append(run)
    return parts


def table_of_rows(runs: Sequence[CellRun], *, number: int, title: str) -> tuple[list[Words], Table | None]:
    """The captions above the header of a table of which each row is known, and the table; None without a header."""
    form = form_of_runs(runs, title, number=number)
    if form is not None:
        return form
    first = next((at for at, run in enumerate(runs) if len(run.cells) > 1 and run.words and not run.is_caption), None)
    if first is None:
        return [words for run in runs for words in run.words], None
    if len(runs[first].words) == 1 and looks_like_header(runs[first + 1].names if first + 1 < len(runs) else ()):
        first += 1
    captions = [words for run in runs[:first] for words in run.words]
    title = captions[-1].text if captions else title
    return captions, _table(runs[first].cells, runs[first + 1 :], number=number, title=title)


def build_table(header: CellRun, groups: Sequence[CellRun], *, number: int, title: str) -> Table:
    """The table whose header is `header` and whose cells stand in `groups`."""
    head, rest = split_header(header, alone=not groups)
    columns = len(head)
    following = [CellRun(rest[at : at + columns]) for at in range(0, len(rest), columns)] + list(groups)
    return _table(head, following, number=number, title=title)


def _table(head: Sequence[Cell], following: Sequence[CellRun], *, number: int, title: str) -> Table:
    """The table whose first header row is `head`, with the second where the groups begin with one, and its rows."""
    following = list(following)
    header_rows = [TableRow(tuple(head), 0)]
    names = CellRun(list(head)).names
    if following and len(head) <= len(following[0].cells) and is_sub_header(following[0].names, names):
        header_rows.append(TableRow(tuple(following.pop(0).cells), 0))
    names = join_header(header_rows[0], header_rows[1] if len(header_rows) > 1 else None)
    rows = _counted(following, len(names), header_rows)
    end = rows[-1].end if rows else header_rows[-1].end
    return Table(title, names, rows, number, header_rows[0].start, end, tuple(header_rows))


def continue_table(last: Table, groups: Sequence[CellRun], *, number: int) -> Table:
    """The table that goes on with the columns of `last`, further down and without its header."""
    rows = _counted(groups, len(last.header), last.header_rows)
    start = groups[0].cells[0].start
    return Table(last.title, last.header, rows, number, start, rows[-1].end if rows else start + 1, last.header_rows)


def _counted(groups: Sequence[CellRun], columns: int, header_rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows in `groups` with their numbers; a header that is repeated behind a page is no row."""
    headers = {_words(row) for row in header_rows}
    rows: list[TableRow] = []
    page = False
    for row in fit_rows(groups, columns):
        if _words(row) in headers:
            page = page or row.after_page
        else:
            rows.append(TableRow(tuple(without_repeats(row.cells)), len(rows) + 1, row.after_page or page))
            page = False
    return tuple(rows)


def _words(row: TableRow) -> tuple[str, ...]:
    return tuple(squeeze(cell.text) for cell in row.cells)


def fit_rows(groups: Sequence[CellRun], columns: int) -> list[TableRow]:
    """The rows that `groups` hold, each of `columns` cells, a caption of one, or of whatever does not fit."""
    rows: list[TableRow] = []
    index = 0
    while index < len(groups):
        cells, used = _next_row(groups, index, columns)
        page = groups[index].after_page
        if len(cells) > columns and len(cells) % columns == 0:
            rows += [
                TableRow(tuple(cells[at : at + columns]), 0, page and at == 0) for at in range(0, len(cells), columns)
            ]
        else:
            rows.append(TableRow(tuple(cells), 0, page))
        index += used
    return rows


def _next_row(groups: Sequence[CellRun], index: int, columns: int) -> tuple[list[Cell], int]:
    """The cells of the row at `index` and how many groups they fill."""
    cells = list(groups[index].cells)
    if groups[index].row:
        return _filled_up(cells, columns), 1
    if len(cells) >= columns or _is_caption(groups, index, columns):
        return cells, 1
    together, used = list(cells), 1
    while len(together) < columns and index + used < len(groups) and not groups[index + used].row:
        if _runs_on(together[0], groups[index + used].cells[0]):
            break
        together += groups[index + used].cells
        used += 1
    return (together, used) if len(together) == columns else (cells, 1)


def _runs_on(first: Cell, following: Cell) -> bool:
    """Whether the cell that follows a row has the next running number, so that it begins a row of its own."""
    one, other = compact(first.text), compact(following.text)
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def _filled_up(cells: list[Cell], columns: int) -> list[Cell]:
    """The cells of a row that lacks its last ones, as formats of rows leave them out, with empty ones behind them."""
    if not 1 < len(cells) < columns <= WIDEST_TABLE:
        return cells
    end = cells[-1].end
    return [*cells, *[Cell((), end - 1, end)] * (columns - len(cells))]


def _is_caption(groups: Sequence[CellRun], index: int, columns: int) -> bool:
    first = groups[index].cells
    if len(first) != 1 or not first[0].text or is_number(first[0].text):
        return False
    following = len(groups[index + 1].cells) if index + 1 < len(groups) else 1
    return following % columns == 0 or following == 1
