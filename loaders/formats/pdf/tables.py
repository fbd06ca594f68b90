"""Grids of ruled cells as tables, put together where one goes on over pages.

A grid goes on with the one before if nothing but furniture stands between them, a page's end does, and their columns
lie at the same places. A header that is repeated stands once. A first row without a number below rows that have one is
the rest of the row that the page's end cut; a cell without words below one that reaches over several rows goes on with
it. Numbers that begin at 1 again below a repeated header are another table.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.words.fold import squeeze
from loaders.formats.grids.model import RawCell, RawRow, RawTable
from loaders.formats.pdf.cell_words import blank_of, paragraphs_in, room_of
from loaders.formats.pdf.pages import PageCell, PageGrid, PageLine
from loaders.tables.cell_kinds import is_number

_SAME = 4.0  # points between edges of two pages that are one
_DEEPEST_HEAD = 4  # rows of a header that may be repeated
_FIRST_COLUMNS = 2  # columns among which that of the numbers is


@dataclass(slots=True)
class OpenCell:
    """A cell of a table as it grows: its edges, its lines with the room that they have, and how many rows it has."""

    left: float
    right: float
    lines: list[PageLine]
    room: float
    rows: int
    goes_on: bool = False

    @property
    def text(self) -> str:
        """Its words without blanks."""
        return squeeze("".join(line.text for line in self.lines))


@dataclass(slots=True)
class OpenRow:
    """A row of a table as it grows; `on_page` counts the rows of the table on its page from 1."""

    cells: list[OpenCell]
    page: int
    on_page: int
    after_page: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of its cells, by which rows are compared."""
        return tuple(cell.text for cell in self.cells)


@dataclass(slots=True)
class OpenTable:
    """A table as it grows, from the edges of its columns."""

    xs: list[float]
    rows: list[OpenRow] = field(default_factory=list)

    def raw(self, number: int) -> RawTable:
        """The table as a reader of any format gives it."""
        rows = []
        for at, row in enumerate(self.rows, start=1):
            cells = [
                RawCell(
                    paragraphs_in(cell.lines, cell.room), self._edge(cell.left), self._edge(cell.right), cell.goes_on
                )
                for cell in row.cells
            ]
            rows.append(RawRow(cells, at, page=row.page, after_page=row.after_page, on_page=row.on_page))
        return RawTable(rows, number, tuple(self.xs))

    def _edge(self, x: float) -> int:
        """The number of the edge at a place."""
        at = bisect_left(self.xs, x)
        near = [one for one in (at - 1, at) if 0 <= one < len(self.xs)]
        return min(near, key=lambda one: abs(self.xs[one] - x))


def open_table(grid: PageGrid) -> OpenTable:
    """The table that a grid begins."""
    return OpenTable(list(grid.xs), list(_rows(grid)))


def _rows(grid: PageGrid) -> Iterator[OpenRow]:
    blank = blank_of(grid)
    rows: list[list[tuple[PageCell, bool]]] = [[] for _ in grid.ys[1:]]
    for cell in grid.cells:
        for row in range(cell.top, cell.bottom):
            rows[row].append((cell, row > cell.top))
    for at, cells in enumerate(rows):
        yield OpenRow(
            [
                OpenCell(
                    grid.xs[cell.left],
                    grid.xs[cell.right],
                    [] if below else list(cell.lines),
                    room_of(grid, cell, blank),
                    cell.bottom - at,
                    below,
                )
                for cell, below in sorted(cells, key=lambda one: one[0].left)
            ],
            grid.page,
            at + 1,
        )


def go_on(table: OpenTable, grid: PageGrid) -> bool:
    """Take a grid on the next page for more rows of a table; False where it is another."""
    shift = grid.xs[0] - table.xs[0]
    edges = [x - shift for x in grid.xs]
    if not _same_columns(table.xs, edges):
        return False
    rows = list(_rows(grid))
    for row in rows:
        for cell in row.cells:
            cell.left, cell.right = cell.left - shift, cell.right - shift
    repeated = _repeated(table.rows, rows)
    below = rows[repeated:]
    if not below:
        return True
    if repeated and _begins_again(table.rows[repeated:], below):
        return False
    for x in edges:
        if not any(abs(x - one) < _SAME for one in table.xs):
            table.xs.insert(bisect_left(table.xs, x), x)
    if _is_rest(table.rows, below[0]):
        _append(table.rows[-1], below[0])
        _settle(table.rows[-1], below[0], below[1:2])
        below = below[1:]
    elif below:
        _merge_down(table.rows[-1], below[0])
        below[0].after_page = True
    table.rows += below
    return True


def _same_columns(xs: Sequence[float], others: Sequence[float]) -> bool:
    """Whether the edges of one are those of the other, or some of them, the outer ones included."""
    if abs(xs[-1] - others[-1]) >= _SAME:
        return False
    few, many = sorted((xs, others), key=len)
    return all(any(abs(x - one) < _SAME for one in many) for x in few) and len(few) * 2 >= len(many)


def _repeated(rows: Sequence[OpenRow], others: Sequence[OpenRow]) -> int:
    """How many first rows of both are alike, up to the first that has a number."""
    count = 0
    for row, other in zip(rows[:_DEEPEST_HEAD], others, strict=False):
        if row.texts != other.texts or _number(row) or not any(row.texts):
            break
        count += 1
    return count


def _number(row: OpenRow) -> str:
    """The running number of a row, "" for none."""
    return next((cell.text for cell in row.cells[:_FIRST_COLUMNS] if is_number(cell.text)), "")


def _begins_again(rows: Sequence[OpenRow], others: Sequence[OpenRow]) -> bool:
    """Whether rows begin to count anew."""
    first = next((number for row in others[:2] if (number := _number(row))), "")
    return first.strip(".、") == "1" and any(_number(row) for row in rows)


def _is_rest(rows: Sequence[OpenRow], first: OpenRow) -> bool:
    """Whether the first row of a page is the rest of the last one before it: cells at the same places, and none where
    the rows above have their numbers.
    """
    above = rows[-1]
    if [(cell.left, cell.right) for cell in _joint_cells(above, first)] != [
        (cell.left, cell.right) for cell in first.cells
    ]:
        return False
    numbered = [row for row in rows if _number(row)]
    if len(numbered) < 2 or not _number(above) or not any(first.texts):  # noqa: PLR2004 - rows that show a column
        return False
    at = next(index for index, cell in enumerate(above.cells[:_FIRST_COLUMNS]) if is_number(cell.text))
    return not first.cells[at].text and first.cells[at].rows == 1 and above.cells[at].rows == 1


def _joint_cells(above: OpenRow, below: OpenRow) -> list[OpenCell]:
    """The cells below whose edges are those of the cell above them."""
    if len(above.cells) != len(below.cells):
        return []
    pairs = zip(above.cells, below.cells, strict=True)
    return [low for up, low in pairs if abs(up.left - low.left) < _SAME and abs(up.right - low.right) < _SAME]


def _append(above: OpenRow, rest: OpenRow) -> None:
    """Put the words of the rest of a row behind those above the page's end."""
    for up, low in zip(above.cells, rest.cells, strict=True):
        up.lines += low.lines


def _settle(above: OpenRow, rest: OpenRow, following: Sequence[OpenRow]) -> None:
    """Let the cells that reach below the rest of a row go on with those above the page's end."""
    for row in following:
        for low in row.cells:
            if low.goes_on and not any(abs(low.left - up.left) < _SAME for up in above.cells):
                low.goes_on = False
    for up, low in zip(above.cells, rest.cells, strict=True):
        up.rows = max(up.rows, low.rows)


def _merge_down(above: OpenRow, first: OpenRow) -> None:
    """Let a cell without words go on with the one above the page's end, where either reaches over several rows."""
    for low in first.cells:
        up = next((c for c in above.cells if abs(c.left - low.left) < _SAME and abs(c.right - low.right) < _SAME), None)
        if up is not None and not low.lines and not low.goes_on and (low.rows > 1 or up.rows > 1 or up.goes_on):
            low.goes_on = True
