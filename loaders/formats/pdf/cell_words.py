"""The words of a cell: its lines put together where they were only broken at the cell's edge.

How much room a line has, the cell tells, less the blank at its edges that all cells of the table leave.
"""

from collections.abc import Sequence

from loaders.formats.grids.model import RawAside, RawParagraph
from loaders.formats.pdf.pages import PageCell, PageGrid, PageLine, placed
from loaders.formats.pdf.wraps import ends_and_begins, is_full, must_go_on

_MOST_BLANK = 5.6  # points that a cell leaves blank at an edge; Word leaves 5.4
_WIDEST_BLANK = 15.0  # points that it leaves where several cells begin all their lines so far from the edge
_SURE = 3  # such cells
_SAME = 0.6  # points between places of lines that begin at one edge
_OVER = 2.0  # points from the edge of a cell at which a sign hangs over the room of its line
_HANGING = tuple("、，。；：")


def blank_of(grid: PageGrid) -> float:
    """How many points the cells of a table leave blank at both edges together."""
    gaps = [gap for cell in grid.cells for line in cell.lines for gap in _gaps(grid, cell, line) if gap >= 0]
    least = min(gaps, default=0.0)
    begun = sum(_begins_at(grid, cell, least) for cell in grid.cells)
    return 2 * max(min(least, _WIDEST_BLANK if begun >= _SURE else _MOST_BLANK), 0.0)


def _gaps(grid: PageGrid, cell: PageCell, line: PageLine) -> tuple[float, float]:
    """How far the words of a line lie from the edges of their cell; a sign that hangs over its room is none of them."""
    behind = grid.xs[cell.right] - line.right
    if behind < _OVER and line.text.endswith(_HANGING):
        behind += line.em
    return line.left - grid.xs[cell.left], behind


def _begins_at(grid: PageGrid, cell: PageCell, gap: float) -> bool:
    """Whether lines of a cell that are not equally long all begin so far from its edge."""
    widths = [line.right - line.left for line in cell.lines]
    at = grid.xs[cell.left] + gap
    return (
        bool(widths)
        and max(widths) - min(widths) > cell.lines[0].em
        and all(abs(line.left - at) < _SAME for line in cell.lines)
    )


def paragraphs_in(lines: Sequence[PageLine], room: float) -> tuple[RawParagraph, ...]:
    """The paragraphs of a cell whose lines have so much room."""
    kept = [line for line in lines if line.text.strip()]
    struck = "".join(line.struck for line in lines)
    aside = (RawAside(struck, "unread.struck", lines[0].page.number),) if struck else ()
    parts: list[list[PageLine]] = []
    upright = len(kept) > 1 and all(len(line.text) == 1 for line in kept)
    for line in kept:
        if parts and (upright or _goes_on(parts[-1][-1], line, room)):
            parts[-1].append(line)
        else:
            parts.append([line])
    return (RawParagraph(tuple(placed(part) for part in parts), aside),) if parts or aside else ()


def _goes_on(last: PageLine, line: PageLine, room: float) -> bool:
    if must_go_on(last.text, line.text):
        return True
    free = room - (last.right - last.left)
    return is_full(free, line.text, last.em) and not ends_and_begins(last.text, line.text)


def room_of(grid: PageGrid, cell: PageCell, blank: float) -> float:
    """The room that a line of a cell has."""
    if grid.rooms:
        return sum(grid.rooms[cell.left : cell.right])
    return grid.xs[cell.right] - grid.xs[cell.left] - blank
