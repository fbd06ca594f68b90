"""What a page holds in order of reading: lines, each with its column, and tables; and where the lines of pages of one
size have their edges.
"""

from collections.abc import Iterator, Sequence

from loaders.formats.grids.model import RawAside
from loaders.formats.pdf.aligned import aligned_tables, in_columns_unread
from loaders.formats.pdf.columns import Columned, in_columns
from loaders.formats.pdf.edges import Edges, edges_of
from loaders.formats.pdf.pages import PageGrid, PageLine, PdfPage

Item = Columned | PageGrid | RawAside
Place = tuple[float, float, int]
"""The size of a page and a column on it: what has edges of its own."""


def items_of(page: PdfPage, lines: Sequence[PageLine]) -> list[Item]:
    """The lines and tables of a page, `lines` being those that are read."""
    found: list[tuple[float, PageGrid]] = [(grid.ys[0], grid) for grid in page.grids]
    kept: list[PageLine] = []
    index = 0
    for table in aligned_tables(page, lines):
        kept += lines[index : table.first]
        found.append((lines[table.first].top, table.grid))
        index = table.behind
    kept += lines[index:]
    return list(_parted(kept, sorted(found, key=lambda one: one[0])))


def _parted(lines: Sequence[PageLine], grids: Sequence[tuple[float, PageGrid]]) -> Iterator[Item]:
    """The lines above each table, the table, and those below the last."""
    index = 0
    for top, grid in grids:
        above = next((at for at in range(index, len(lines)) if lines[at].base > top), len(lines))
        yield from _prose(lines[index:above])
        yield grid
        index = above
    yield from _prose(lines[index:])


def _prose(lines: Sequence[PageLine]) -> Iterator[Item]:
    columned = in_columns(lines)
    yield from columned
    unread = in_columns_unread(lines) if all(column == 0 for _, column in columned) else None
    if unread is not None:
        yield RawAside(unread.text, "unread.unruled", unread.page.number)


def place_of(columned: Columned) -> Place:
    """The place whose edges hold for a line."""
    line, column = columned
    return (line.page.width, line.page.height, column)


def edges_by_place(shown: Sequence[Sequence[Item]]) -> dict[Place, Edges]:
    """The edges of the text on pages of each size, and of the columns on them."""
    lines: dict[Place, list[PageLine]] = {}
    for items in shown:
        for item in items:
            if isinstance(item, tuple):
                lines.setdefault(place_of(item), []).append(item[0])
    return {place: edges_of(own, place[0], column=place[2] > 0) for place, own in lines.items()}
