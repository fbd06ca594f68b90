"""The cells that ruled lines make: lines that cross are a grid, and cells of it that no line parts are one.

A grid whose outer lines are missing on a side, as printers leave them out, is closed where its other lines end.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.formats.pdf.rules import Rule, Rules

_TOUCH = 5.0  # points by which lines may miss each other where they cross
_SAME = 3.0  # points between edges that are one
_OPEN = 10.0  # points by which lines reach beyond the last that crosses them, where a side is open
_COVERED = 0.6  # share of an edge that lines must cover
_MOST_CELLS = 40_000
"""Cells of a grid; more are a drawing."""


@dataclass(slots=True)
class RuledCell:
    """A cell: it reaches over rows and columns from the first numbers up to the second."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(slots=True)
class RuledGrid:
    """A grid: the edges of its columns and rows, and its cells; `cell_at` holds the number of the one at each place."""

    xs: list[float]
    ys: list[float]
    cells: list[RuledCell] = field(default_factory=list)
    cell_at: list[list[int]] = field(default_factory=list)

    def find(self, x: float, y: float) -> int | None:
        """The number of the cell in which a place lies, None outside the grid."""
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]):
            return None
        return self.cell_at[bisect_right(self.ys, y) - 1][bisect_right(self.xs, x) - 1]


def grids_of(rules: Rules) -> list[RuledGrid]:
    """The grids of a page from top to bottom, each of two cells at least."""
    found = [grid for across, down in _crossing(rules) if (grid := _grid(across, down)) is not None]
    found = [grid for grid in found if not any(_inside(grid, other) for other in found if other is not grid)]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _inside(grid: RuledGrid, other: RuledGrid) -> bool:
    """Whether a grid lies in a cell of another."""
    return other.find(grid.xs[0], grid.ys[0]) is not None and other.find(grid.xs[-1], grid.ys[-1]) is not None


def _crossing(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together, those across and those down."""
    groups = list(range(len(rules.across) + len(rules.down)))

    def root(one: int) -> int:
        while groups[one] != one:
            groups[one] = groups[groups[one]]
            one = groups[one]
        return one

    places = [rule.at for rule in rules.across]
    for number, down in enumerate(rules.down, start=len(rules.across)):
        first = bisect_right(places, down.start - _TOUCH)
        for index in range(first, bisect_right(places, down.end + _TOUCH)):
            across = rules.across[index]
            if across.start - _TOUCH <= down.at <= across.end + _TOUCH:
                groups[root(number)] = root(index)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number in range(len(groups)):
        across_part, down_part = parts.setdefault(root(number), ([], []))
        if number < len(rules.across):
            across_part.append(rules.across[number])
        else:
            down_part.append(rules.down[number - len(rules.across)])
    for across_part, down_part in parts.values():
        if across_part and down_part:
            yield across_part, down_part


def _grid(across: list[Rule], down: list[Rule]) -> RuledGrid | None:
    """The grid of lines that hang together, closed on all sides; None for one of a single cell."""
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    top, bottom = min(rule.start for rule in down), max(rule.end for rule in down)
    first, last = min(rule.at for rule in across), max(rule.at for rule in across)
    across = [
        *across,
        *([Rule(top, left, right)] if first - top > _OPEN else ()),
        *([Rule(bottom, left, right)] if bottom - last > _OPEN else ()),
    ]
    first, last = min(rule.at for rule in down), max(rule.at for rule in down)
    top, bottom = min(rule.at for rule in across), max(rule.at for rule in across)
    down = [
        *down,
        *([Rule(left, top, bottom)] if first - left > _OPEN else ()),
        *([Rule(right, top, bottom)] if right - last > _OPEN else ()),
    ]
    xs, ys = _edges(down), _edges(across)
    places = (len(xs) - 1) * (len(ys) - 1)
    if not 1 < places <= _MOST_CELLS:
        return None
    grid = RuledGrid(xs, ys)
    _merge(grid, _walls(down, xs, ys), _walls(across, ys, xs))
    return grid if len(grid.cells) > 1 else None


def _edges(rules: Sequence[Rule]) -> list[float]:
    """The places of lines, each once."""
    found: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not found or at - found[-1] > _SAME:
            found.append(at)
    return found


def _walls(rules: Sequence[Rule], edges: Sequence[float], others: Sequence[float]) -> list[list[bool]]:
    """Whether lines cover each piece of each edge between the edges of the other direction."""
    covered = [[0.0] * (len(others) - 1) for _ in edges]
    for rule in rules:
        edge = max(bisect_right(edges, rule.at + _SAME) - 1, 0)
        first = max(bisect_right(others, rule.start) - 1, 0)
        for piece in range(first, len(others) - 1):
            if others[piece] >= rule.end:
                break
            covered[edge][piece] += min(rule.end, others[piece + 1]) - max(rule.start, others[piece])
    return [
        [length >= _COVERED * (others[piece + 1] - others[piece]) for piece, length in enumerate(row)]
        for row in covered
    ]


def _merge(grid: RuledGrid, down: list[list[bool]], across: list[list[bool]]) -> None:
    """Make one cell of places that no line parts: as far to the right as it is open, then as far down."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    grid.cell_at = [[-1] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if grid.cell_at[row][column] >= 0:
                continue
            right = column + 1
            while right < columns and not down[right][row] and grid.cell_at[row][right] < 0:
                right += 1
            bottom = row + 1
            while bottom < rows and _open_below(grid, down, across, bottom, column, right):
                bottom += 1
            for at in range(row, bottom):
                grid.cell_at[at][column:right] = [len(grid.cells)] * (right - column)
            grid.cells.append(RuledCell(row, bottom, column, right))


def _open_below(
    grid: RuledGrid, down: list[list[bool]], across: list[list[bool]], row: int, column: int, right: int
) -> bool:
    """Whether a cell of these columns reaches on into a row: no line above it, none within it."""
    return (
        not any(across[row][column:right])
        and not any(down[at][row] for at in range(column + 1, right))
        and all(number < 0 for number in grid.cell_at[row][column:right])
    )
