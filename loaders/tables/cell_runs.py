"""Cells as a file hands them over, before a header tells how many make a row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.words.fold import squeeze
from loaders.text import Cell, Words


@dataclass(slots=True)
class CellRun:
    """Cells that follow each other without a blank line before a TAB line.

    `after_page`: a page ends above; `row`: the file itself makes them a row, so that no other cells belong to it.
    """

    cells: list[Cell] = field(default_factory=list)
    after_page: bool = False
    row: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The words of the cells without white space, by which rows of names are compared."""
        return tuple(squeeze(cell.text) for cell in self.cells)

    @property
    def words(self) -> list[Words]:
        """The paragraphs of all cells."""
        return [words for cell in self.cells for words in cell.paragraphs]


def without_repeats(run: CellRun) -> CellRun:
    """The run with one cell, where a caption over merged columns arrives in each of them; else the run itself."""
    filled = [cell for cell in run.cells if cell.paragraphs]
    if len(filled) < 2 or len(set(run.names) - {""}) > 1:  # noqa: PLR2004 - said twice at least
        return run
    return CellRun([Cell(filled[0].paragraphs, run.cells[0].start, run.cells[-1].end)], run.after_page, run.row)


def all_without_repeats(runs: Sequence[CellRun]) -> list[CellRun]:
    """The runs, each caption that fills several cells once."""
    return [without_repeats(run) for run in runs]
