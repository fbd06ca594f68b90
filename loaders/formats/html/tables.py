"""Tables of a page as grids: what their rows and cells span. A table that only lays out the page is none: one of a
single row or column, one without a header that holds other tables or whole texts.
"""

from collections.abc import Callable, Iterator, Sequence

from graph.errors import FileRefusedError
from loaders.formats.grids.headers import header_at
from loaders.formats.grids.merging import GridRows
from loaders.formats.grids.model import RawCell, RawContent, RawParagraph, RawRow, RawTable
from loaders.formats.html.tree import Node, PageElement
from loaders.limits import MOST_CELLS
from loaders.tables.column_names import read_header

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_MOST_COLUMNS = 1_000
_MOST_ROWS = 65_534
"""The widest and tallest cell that browsers know."""
_LEAST = 2
"""Rows, and columns, of the smallest table."""
_ROWS_ABOVE, _LOOKED_AT = 6, 12
"""Rows among which a header begins (a title, a unit of measure may stand above it), and by which it is known."""
_TEXT = 200
"""Characters of a cell that holds a text rather than a value."""

_Row = tuple[list[PageElement], bool]
"""The cells of a row, and whether the page marks it as a header."""
CellContent = Callable[[PageElement], tuple[RawContent, ...]]
ElementPath = Callable[[PageElement], str]


def grid_of(tables: Sequence[PageElement], number: int, content: CellContent, path: ElementPath) -> RawTable | None:
    """The grid of a table (of two, where one is the header of the other), `content` giving that of its cells, `path`
    where rows and cells stand; None where it only lays out the page.
    """
    rows = _rows_of(*tables)
    if not rows:
        return None
    nested = any(one.tag == "table" for table in tables for one in table.elements())
    if nested and not _has_header(_grid(rows[:_LOOKED_AT], number, _shallow)):
        return None
    grid = _grid(rows, number, content, path)
    return None if not nested and _is_layout(grid) else grid


def is_of_known_columns(table: PageElement) -> bool:
    """Whether a table has a header of columns that are known."""
    rows = _rows_of(table)[:_LOOKED_AT]
    return bool(rows) and _has_header(_grid(rows, 0, _shallow))


def is_header_alone(table: PageElement) -> bool:
    """Whether a table has a single row, of names of columns."""
    rows = list(_rows(table))
    names = ["".join(cell.text().split()) for cell in rows[0][0]] if len(rows) == 1 else []
    return len(names) > _LEAST and sum(column.meaning != "unknown" for column in read_header(names)) > _LEAST


def following_table(table: PageElement) -> PageElement | None:
    """The table behind one, of as many columns, if no words stand between."""
    current: PageElement | None = table
    while current is not None and current.parent is not None:
        siblings = current.parent.children
        at = next(index for index, one in enumerate(siblings) if one is current)
        for one in siblings[at + 1 :]:
            found = _first_table(one)
            if found is not None:
                return found if _columns(found) == _columns(table) else None
            if (one if isinstance(one, str) else one.text()).strip():
                return None
        current = current.parent
    return None


def _first_table(node: Node) -> PageElement | None:
    """The table with which an element begins."""
    while isinstance(node, PageElement) and node.tag != "table":
        filled = (one for one in node.children if (one if isinstance(one, str) else one.text()).strip())
        node = next(filled, "")
    return node if isinstance(node, PageElement) else None


def _columns(table: PageElement) -> int:
    return max((len(cells) for cells, _ in _rows(table)), default=0)


def _rows_of(*tables: PageElement) -> list[_Row]:
    """The rows of a table, none where it has a single row or column."""
    rows = [row for table in tables for row in _rows(table)]
    if tables[0].attributes.get("role") in ("presentation", "none") or len(rows) < _LEAST:
        return []
    return rows if max(len(cells) for cells, _ in rows) >= _LEAST else []


def _rows(table: PageElement) -> Iterator[_Row]:
    """The rows that have cells."""
    groups = [(one, one.tag == "thead") for one in _below(table, _GROUPS | {"tr"})]
    for group, heads in groups:
        for row in [group] if group.tag == "tr" else _below(group, frozenset({"tr"})):
            cells = [] if row.is_hidden else [one for one in _below(row, _CELLS) if not one.is_hidden]
            if cells:
                yield cells, heads or all(one.tag == "th" for one in cells)


def _below(element: PageElement, tags: frozenset[str]) -> Iterator[PageElement]:
    for child in element.children:
        if isinstance(child, PageElement) and child.tag in tags:
            yield child


def _nowhere(_: PageElement) -> str:
    """No path, where none is needed."""
    return ""


def _grid(rows: Sequence[_Row], number: int, content: CellContent, path: ElementPath = _nowhere) -> RawTable:
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
            made.append(RawCell(content(one), at, right, element=path(one)))
            at = right
        total += sum([cell.right - cell.left for cell in made])
        if total > MOST_CELLS:
            raise FileRefusedError("file.too_many_cells", limit=MOST_CELLS)
        if len(made) > len(cells):
            made.sort(key=_left)
        found.append(RawRow(made, index, heads, element=path(parent) if (parent := cells[0].parent) else ""))
    return RawTable(found, number)


def _left(cell: RawCell) -> int:
    return cell.left


def _span(cell: PageElement, name: str, most: int, *, of_all: int = 1) -> int:
    """How many columns or rows a cell takes; 0 means all that are left."""
    value = cell.attributes.get(name, "").strip()
    if not value:
        return 1
    if not (value.isascii() and value.isdigit() and len(value) < 6):  # noqa: PLR2004 - digits
        return 1
    return min(int(value), most) or of_all


def _shallow(cell: PageElement) -> tuple[RawContent, ...]:
    """The words of a cell, without looking how they are laid out."""
    return (RawParagraph((" ".join(cell.text().split()),)),)


def _is_layout(grid: RawTable) -> bool:
    """Whether a table without a header holds texts rather than values."""
    texts = (line for row in grid.rows for cell in row.cells for line in cell.lines)
    return any(len(line) > _TEXT or "。" in line for line in texts) and not _has_header(grid)


def _has_header(grid: RawTable) -> bool:
    """Whether a grid has a header of known columns among its first rows."""
    rows = GridRows().of(RawTable(grid.rows[:_LOOKED_AT], grid.number), follows=False)
    return any(header_at(rows, index) for index in range(min(len(rows), _ROWS_ABOVE)))
