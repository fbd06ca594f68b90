"""A grid: rows of filled cells with their columns, the cells that are merged, and what is to be said of a sheet."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.errors import FileRefusedError
from loaders.limits import MOST_CELLS


@dataclass(frozen=True, slots=True)
class GridCell:
    """A filled cell: the column of its left edge, from 1, its lines, and how many columns and rows it spans.

    `day` has the words of the day that its number stands for, where it is one of a column of dates ("" for no day).
    `element` is its path in a format of markup. `number` is the number that its words show, None where they show none.
    """

    column: int
    lines: tuple[str, ...]
    width: int = 1
    height: int = 1
    day: str = ""
    element: str = ""
    number: float | None = None

    @property
    def text(self) -> str:
        """The cell's words, one line a paragraph."""
        return "\n".join(self.lines)

    @property
    def last(self) -> int:
        """The last column that it spans."""
        return self.column + self.width - 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its number in the sheet or the table, its filled cells in order, and by column the cells that reach into
    it from above. `heads` tells that the file marks it as a header, `page` on which page it stands, `after_page` that
    it is the first of a table that goes on there, `element` its path in a format of markup.
    """

    number: int
    cells: tuple[GridCell, ...]
    above: Mapping[int, GridCell] = field(default_factory=dict)
    heads: bool = False
    page: int | None = None
    after_page: bool = False
    element: str = ""
    on_page: int = 0

    @property
    def counted(self) -> int:
        """Its number as it is said to people: that among the rows that its table has on its page."""
        return self.on_page or self.number

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with a number and nothing else, as headers never do."""
        return bool(self.cells) and self.cells[0].lines[0].isdigit()

    def within(self, columns: Iterable[int]) -> "GridRow":
        """The row with the cells of these columns alone."""
        wanted = frozenset(columns)
        cells = tuple(cell for cell in self.cells if cell.column in wanted)
        return replace(self, cells=cells, above={at: cell for at, cell in self.above.items() if at in wanted})


@dataclass(frozen=True, slots=True)
class MergedRange:
    """Cells merged into one, by their first and last rows and columns, from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class GridRemark:
    """What is to be said of a place in a sheet: the key of the sentence and its values, and the words that stand there
    (those struck out, a formula). `row` and `column` are None for what has no such place.
    """

    key: str
    row: int | None
    column: int | None
    words: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet by its name: the rows that hold words, in order, and what is to be said of it; `hidden` where a reader
    of the file does not see it.
    """

    name: str
    rows: tuple[GridRow, ...]
    remarks: tuple[GridRemark, ...] = ()
    hidden: bool = False


def _shorter(spanned: range, filled: Mapping[int, GridCell]) -> Sequence[int]:
    """The columns of a range that may be filled, found over whichever is shorter."""
    return spanned if len(spanned) < len(filled) else [column for column in filled if column in spanned]


def merged(rows: Sequence[GridRow], ranges: Sequence[MergedRange]) -> tuple[GridRow, ...]:
    """The rows with their merged cells: what one holds stands in its first row and reaches into those below.

    Only the first cell of a range counts; words that a program left in the others are not shown by any. Raises
    FileRefusedError where merged cells reach over more cells than a file may have.
    """
    numbers = [row.number for row in rows]
    cells = [{cell.column: cell for cell in row.cells} for row in rows]
    above: list[dict[int, GridCell]] = [{} for _ in rows]
    covered = 0
    for one in ranges:
        first, behind = bisect_right(numbers, one.top - 1), bisect_right(numbers, one.bottom)
        covered += sum(1 + min(one.right - one.left, len(cells[at])) for at in range(first, behind))
        if covered > MOST_CELLS:
            raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)
        if first == behind:
            continue
        owner = cells[first].get(one.left) if numbers[first] == one.top else None
        if owner:
            owner = replace(owner, width=one.right - one.left + 1, height=one.bottom - one.top + 1)
        for at in range(first, behind):
            for column in _shorter(range(one.left, one.right + 1), cells[at]):
                cells[at].pop(column, None)
            if owner and numbers[at] > one.top:
                above[at][one.left] = owner
        if owner:
            cells[first][one.left] = owner
    return tuple(
        GridRow(row.number, tuple(filled[column] for column in sorted(filled)), reach)
        for row, filled, reach in zip(rows, cells, above, strict=True)
        if filled
    )
