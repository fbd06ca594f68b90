"""Runs as lines: those on one baseline, from left to right, in a cell or on the page; and marks over and under them.

Words through which a line goes are struck out; a line under words is no line of a table.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.formats.pdf.cells import RuledGrid
from loaders.formats.pdf.rules import Rule, Rules
from loaders.formats.pdf.runs import Run

_SAME_LINE = 0.45  # em between baselines of one line
_MIDDLE = 0.22  # share of a run's height around its middle in which a line strikes it out
_BELOW = 0.4  # em below the baseline in which a line underlines
_ASIDE = 3.0  # points by which a mark may reach beyond its words
_BLANK = 0.4  # em between stretches that a blank parts
_HANGING = frozenset("、，。；：")
"""Signs that printers let hang over the edge of a cell, where no room is left for them."""


@dataclass(slots=True)
class RunLine:
    """A line: its runs from left to right."""

    runs: list[Run]

    @property
    def em(self) -> float:
        """The width of its largest 汉字."""
        return max(run.em for run in self.runs)

    def text(self) -> str:
        """Its words, with a blank where they stand apart."""
        return "".join(self._pieces())

    def gaps(self) -> list[tuple[int, int, float, float]]:
        """Where its runs stand apart: where the words of one end and those of the next begin, as offsets in its text
        and as places on the page.
        """
        found, end = [], len(self.runs[0].text)
        pieces = self._pieces()
        for at in range(1, len(self.runs)):
            start = end + len(pieces[2 * at - 1])
            if start > end:
                found.append((end, start, self.runs[at - 1].right, self.runs[at].left))
            end = start + len(pieces[2 * at])
        return found

    def _pieces(self) -> list[str]:
        """The words of its runs, with the blank between each two."""
        pieces = [self.runs[0].text]
        spaced = len(self.runs) > 2 and all(len(run.text) == 1 for run in self.runs)  # noqa: PLR2004 - 李  群
        for before, run in zip(self.runs, self.runs[1:], strict=False):
            latin = before.text[-1].isascii() and run.text[0].isascii()
            apart = run.left - before.right > (0.15 if latin else _BLANK) * run.em and not spaced
            pieces += ["  " if apart and not latin else " " if apart else "", run.text]
        return pieces

    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        return (
            min(run.left for run in self.runs),
            min(run.top for run in self.runs),
            max(run.right for run in self.runs),
            max(run.bottom for run in self.runs),
        )


def lines_of(runs: Iterable[Run]) -> list[RunLine]:
    """The lines that runs make, from top to bottom."""
    lines: list[RunLine] = []
    for run in sorted(runs, key=lambda run: run.base):
        if lines and abs(run.base - lines[-1].runs[0].base) < _SAME_LINE * max(run.em, lines[-1].runs[0].em):
            lines[-1].runs.append(run)
        else:
            lines.append(RunLine([run]))
    for line in lines:
        line.runs.sort(key=lambda run: run.left)
    return lines


def struck_out(runs: Sequence[Run], rules: Rules) -> list[Run]:
    """The runs, parted where a line begins or ends to strike them out; the lines over and under words are taken out of
    the rules.
    """
    places = [rule.at for rule in rules.across]
    marks: set[int] = set()
    found: list[Run] = []
    for run in runs:
        middle, reach = (run.top + run.bottom) / 2, (run.bottom - run.top) * _MIDDLE
        through = []
        for index in range(bisect_left(places, run.top), bisect_right(places, run.base + _BELOW * run.em)):
            rule = rules.across[index]
            if run.left - _ASIDE <= rule.start and rule.end <= run.right + _ASIDE:
                if abs(rule.at - middle) <= reach:
                    through.append(rule)
                    marks.add(index)
                elif rule.at > run.base - 0.1 * run.em:
                    marks.add(index)
        found += _parted(run, through) if through else [run]
    rules.across = [rule for index, rule in enumerate(rules.across) if index not in marks]
    return found


def strike_by_notes(rules: Rules, runs: Sequence[Run], boxes: Sequence[tuple[float, float, float, float]]) -> None:
    """Add to the rules a line through the words that notes strike out, whose boxes are left, top, right, bottom."""
    added = [
        Rule(middle, max(left, run.left), min(right, run.right))
        for run in runs
        for left, top, right, bottom in boxes
        if top < (middle := (run.top + run.bottom) / 2) < bottom and left < run.right and run.left < right
    ]
    if added:
        rules.across = sorted([*rules.across, *added], key=lambda rule: rule.at)


def _parted(run: Run, through: Sequence[Rule]) -> Iterator[Run]:
    struck = [any(rule.start <= middle <= rule.end for rule in through) for middle in run.middles()]
    start = 0
    for at in range(1, len(struck) + 1):
        if at == len(struck) or struck[at] != struck[start]:
            yield run.part(start, at, struck=struck[start])
            start = at


def into_cells(runs: Iterable[Run], grids: Sequence[RuledGrid]) -> tuple[list[Run], list[dict[int, list[Run]]]]:
    """The runs outside all grids, and for each grid those of its cells; a run that crosses cells is parted."""
    outside: list[Run] = []
    inside: list[dict[int, list[Run]]] = [{} for _ in grids]
    for run in runs:
        grid = next((at for at, one in enumerate(grids) if _lies_in(run, one)), None)
        if grid is None:
            outside.append(run)
            continue
        for part, cell in _by_cell(run, grids[grid]):
            inside[grid].setdefault(cell, []).append(part)
    return outside, inside


def _lies_in(run: Run, grid: RuledGrid) -> bool:
    middle = (run.left + run.right) / 2
    return grid.xs[0] < middle < grid.xs[-1] and grid.ys[0] < _height(run) < grid.ys[-1]


def _height(run: Run) -> float:
    """The height at which the letters of a run have their middle."""
    return run.base - 0.35 * run.em


def _by_cell(run: Run, grid: RuledGrid) -> Iterator[tuple[Run, int]]:
    """The parts of a run that lie in one cell each; a sign that hangs over an edge belongs to the words before it."""
    middles, y = run.middles(), _height(run)
    low, high = grid.xs[0], grid.xs[-1] - 0.01
    cells = [grid.find(min(max(middles[at], low), high), y) for at in (0, -1)]
    if cells[0] == cells[1] and cells[0] is not None:
        yield run, cells[0]
        return
    cells = [grid.find(min(max(middle, low), high), y) for middle in middles]
    for at in range(1, len(cells)):
        if run.text[at] in _HANGING:
            cells[at] = cells[at - 1]
    start = 0
    for at in range(1, len(cells) + 1):
        cell = cells[start]
        if at == len(cells) or cells[at] != cell:
            if cell is not None:
                yield run.part(start, at), cell
            start = at
