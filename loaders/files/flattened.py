"""Tables in a flattened text: each cell is a line that starts with a TAB, an empty cell a line with a TAB alone.

A cell with several paragraphs goes on in lines without a TAB. Blank lines stand behind a row but also inside one, so
rows are counted by the header: `gather` collects groups of cells between blank lines, `loaders.tables.rows` fits the
groups to the header.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.words.fold import compact
from loaders.files.plain import TextLine
from loaders.text import Cell, Words

_ENDS_TABLE = re.compile(
    r"^(附件|附表|附:|附录|(备?注|说明|填表说明):|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章篇部])|(方案|清单|计划表|任务表)$"
)
_OPEN_CELL = 3  # lines looked at for the rest of an open cell
_LONGEST_HEADING = 60  # characters of a line that may end a table


def ends_table(text: str) -> bool:
    """Whether a line without a TAB, behind a full row and a blank line, begins something new (附件, a heading)."""
    return bool(_ENDS_TABLE.search(compact(text))) and len(text) < _LONGEST_HEADING


@dataclass(slots=True)
class CellRun:
    """Cells that follow each other without a blank line before a TAB line. `after_page`: a page ends above."""

    cells: list[Cell] = field(default_factory=list)
    after_page: bool = False


@dataclass(slots=True)
class _Gathering:
    groups: list[CellRun] = field(default_factory=list)
    paragraphs: list[Words] = field(default_factory=list)
    cell_line: TextLine | None = None
    blanks: int = 0
    page: bool = False
    wide: int | None = None  # the index of the first group of several cells

    def open_cell(self, line: TextLine) -> None:
        self.close_cell()
        if not self.groups or self.blanks:
            self.groups.append(CellRun(after_page=self.page))
            self.page = False
        self.cell_line, self.blanks = line, 0
        self.paragraphs = [line.words] if line.words.text else []

    def close_cell(self) -> None:
        if self.cell_line is None:
            return
        start = self.cell_line.words.start
        end = self.paragraphs[-1].end if self.paragraphs else start + 1
        self.groups[-1].cells.append(Cell(tuple(self.paragraphs), start, end))
        if self.wide is None and len(self.groups[-1].cells) > 1:
            self.wide = len(self.groups) - 1
        self.cell_line = None

    def row_is_full(self) -> bool:
        """Whether the row that the open cell ends has as many cells as the first row of several."""
        last = len(self.groups) - 1
        size = len(self.groups[last].cells) + 1
        columns = size if self.wide in {None, last} else len(self.groups[self.wide or 0].cells)
        return last > 0 and columns > 1 and (size % columns == 0 or size == 1)


def gather(lines: Sequence[TextLine], first: int) -> tuple[list[CellRun], int]:
    """The groups of cells that begin at line index `first`, and the index of the line behind them."""
    seen = _Gathering()
    index = end = first
    while index < len(lines):
        line = lines[index]
        if line.cell:
            seen.open_cell(line)
            end = index + 1
        elif line.page:
            seen.page = True
            end = index + 1
        elif line.blank:
            seen.blanks += 1
        elif _leaves(seen, lines, index):
            break
        else:
            seen.paragraphs.append(line.words)
            seen.blanks = 0
            end = index + 1
        index += 1
    seen.close_cell()
    return seen.groups, end


def _leaves(seen: _Gathering, lines: Sequence[TextLine], index: int) -> bool:
    """Whether the line without a TAB at `index` stands outside the table rather than going on with its last cell."""
    if seen.blanks >= 2:  # noqa: PLR2004 - two blank lines end a table
        return True
    if len(seen.groups) == 1 and not seen.groups[0].cells:
        return not _short_first_cell(lines, index)
    return seen.blanks == 1 and ends_table(lines[index].words.text) and seen.row_is_full()


def _short_first_cell(lines: Sequence[TextLine], index: int) -> bool:
    """A first cell may be broken (`序` / `号`), but only over a few short lines before the next TAB."""
    for line in lines[index : index + _OPEN_CELL]:
        if line.cell:
            return True
        if len(line.words.text) > 8:  # noqa: PLR2004 - a column's name, not a sentence
            return False
    return False
