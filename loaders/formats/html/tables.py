"""Tables of a page as grids: what their rows and cells span. A table that only lays out the page is none: one of a single
row or column, one without a header that holds other tables or whole texts.
"""

from collections.abc import Callable, Iterator, Sequence

from graph.errors import FileRefusedError
from loaders.formats.grids.headers import find_head
from loaders.formats.grids.model import RawCell, RawContent, RawParagraph, RawRow, RawTable
from loaders.formats.html.tree import Element
from loaders.limits import MOST_CELLS

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_MOST_COLUMNS = 1_000
_MOST_ROWS = 65_534
"""The widest and tallest cell that browsers know."""
_LEAST = 2
"""Rows, and columns, of the smallest table."""
_TEXT = 200
"""Characters of a cell that holds a text rather than a value."""

_Row = tuple[list[Element], bool]
"""The cells of a row, and whether the page marks it as a header."""
CellContent = Callable[[Element], tuple[RawContent, ...]]


def grid_of(table: Element, number: int, content: CellContent) -> RawTable | None:
    """The grid of a table, `content` giving that of its cells; None where it only lays out the page."""
    rows = _rows_of(table)
    if not rows:
        return None
    nested = any(one.tag == "table" for one in table.elements())
    if nested and find_head(_grid(rows, number, _shallow), None) is None:
        return None
    grid = _grid(rows, number, content)
    return None if not nested and _is_layout(grid) else grid


def shallow_grid(table: Element) -> RawTable | None:
    """The grid of a table with its words alone; None where it has a single row or column."""
    rows = _rows_of(table)
    return _grid(rows, 0, _shallow) if rows else None


def _rows_of(table: Element) -> list[_Row]:
    """The rows of a table, none where it has a single row or column."""
    rows = list(_rows(table))
    if table.attributes.get("role") in ("presentation", "none") or len(rows) < _LEAST:
        return []
    return rows if max(len(cells) for cells, _ in rows) >= _LEAST else []


def _rows(table: Element) -> Iterator[_Row]:
    """The rows that have cells."""
    groups = [(one, one.tag == "thead") for one in _below(table, _GROUPS | {"tr"})]
    for group, heads in groups:
        for row in [group] if group.tag == "tr" else _below(group, frozenset({"tr"})):
            cells = [] if row.is_hidden else [one for one in _below(row, _CELLS) if not one.is_hidden]
            if cells:
                yield cells, heads or all(one.tag == "th" for one in cells)


def _below(element: Element, tags: frozenset[str]) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element) and child.tag in tags:
            yield child


def _grid(rows: Sequence[_Row], number: int, content: CellContent) -> RawTable:
    """The rows as a grid; a cell that reaches down over rows goes on in each. Raises FileRefusedError for too many."""
    waiting: dict[int, tuple[int, int]] = {}  # by left edge: the right edge, and in how many further rows
    found: list[RawRow] = []
    total = 0
    for index, (cells, heads) in enumerate(rows, start=1):
        made = [RawCell((), left, right, goes_on=True) for left, (right, _) in waiting.items()]
        taken = {column for cell in made for column in range(cell.left, cell.right)}
        waiting = {left: (right, more - 1) for left, (right, more) in waiting.items() if more > 1}
        at = 0
        for one in cells:
            while at in taken:
                at += 1
            right = at + _span(one, "colspan", _MOST_COLUMNS)
            down = _span(one, "rowspan", _MOST_ROWS, of_all=len(rows) - index + 1)
            if down > 1:
                waiting[at] = (right, min(down, len(rows)) - 1)
            made.append(RawCell(content(one), at, right))
            at = right
        total += sum(cell.right - cell.left for cell in made)
        if total > MOST_CELLS:
            raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)
        found.append(RawRow(sorted(made, key=lambda cell: cell.left), index, heads))
    return RawTable(found, number)


def _span(cell: Element, name: str, most: int, *, of_all: int = 1) -> int:
    """How many columns or rows a cell takes; 0 means all that are left."""
    value = cell.attributes.get(name, "").strip()
    if not (value.isascii() and value.isdigit() and len(value) < 6):  # noqa: PLR2004 - digits
        return 1
    return min(int(value), most) or of_all


def _shallow(cell: Element) -> tuple[RawContent, ...]:
    """The words of a cell, without looking how they are laid out."""
    return (RawParagraph((" ".join(cell.text().split()),)),)


def _is_layout(grid: RawTable) -> bool:
    """Whether a table without a header holds texts rather than values."""
    texts = (line for row in grid.rows for cell in row.cells for line in cell.lines)
    return any(len(line) > _TEXT or "。" in line for line in texts) and find_head(grid, None) is None
