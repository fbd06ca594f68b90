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
        """The paragraphs of all cells, those of a caption over merged columns once."""
        return [words for cell in without_repeats(self.cells) for words in cell.paragraphs]

    @property
    def is_caption(self) -> bool:
        """Whether one cell is filled, or several from the first on with the same words."""
        return len(without_repeats(self.cells)) == 1 and bool(self.cells[0].paragraphs)


def same_words(one: Cell, other: Cell) -> bool:
    """Whether two cells hold the same words."""
    return squeeze(one.text) == squeeze(other.text)


def without_repeats(cells: Sequence[Cell]) -> list[Cell]:
    """One cell, where a caption over merged columns arrives in each of them from the first on; else the cells."""
    filled = [cell for cell in cells if cell.paragraphs]
    if len(filled) > 1 and cells[0].paragraphs and len({squeeze(cell.text) for cell in filled}) == 1:
        return [Cell(cells[0].paragraphs, cells[0].start, cells[-1].end)]
    return list(cells)
