"""What one file may hold, and what may be made of it. A file beyond it is refused, and nothing of it is taken in.

The limits count what is read, never time, so that a file is refused on every machine or on none. They were tried on
five real papers (85,669 characters, 2,531 lines, 937 cells, 279 statements in the longest) and on the corpus. Those on
lines, cells and statements grow with a text that is longer than any of these: a file of any length that memory holds is
read, where it is written as papers are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from graph.errors import FileRefusedError
from graph.statements import Statement, to_says

MIB = 1024 * 1024
"""Bytes of the unit in which limits of bytes are told."""
MOST_BYTES = 256 * MIB
"""Bytes of a text: a thousand times the longest plan seen. To read a megabyte takes 15 to 35 MB of memory."""
MOST_LINES = 200_000
"""Lines of a file: eighty times those of the longest real paper."""
SHORTEST_LINE = 8
"""Characters of a line, on the whole, of a text that has more lines: real papers have 34, lists of cells 13."""
MOST_CELLS = 400_000
"""TABs and bars of a file, each of which may open a cell: four hundred times the cells of the longest real paper."""
SHORTEST_CELL = 4
"""Characters for each cell, on the whole, of a text that has more cells."""
MOST_MERGES = 100_000
"""Merged cells of a sheet."""
MOST_MARKS = 2_500_000
"""Signs < of a part of an office file, each of which opens or ends an element: a workbook of 400,000 cells that hold
their texts has as many, the longest real paper 12,000. A Word document at the limit takes 350 MB and 20 seconds."""
MOST_WORKBOOK = 4 * 1024 * 1024
"""Characters of all words of a workbook."""
MOST_CHARACTERS = 1_500_000
"""Characters that are laid out of a file whose words are packed: a package may hold far more than it weighs."""
MOST_STATEMENTS = 50_000
"""Tasks, changes, seats and unread passages of a file: 180 times those of the longest real paper."""
SHORTEST_TASK = 20
"""Characters for each statement, on the whole, of a text that makes more of them: real papers have 300, the shortest
tasks in a row 22."""
MOST_TOLD = 8
"""Characters that are told, quotes included, for each character of a file, beside `SHORT` for each statement: real
papers need less than `SHORT` alone, short ones of the corpus are quoted four times over."""
SHORT = 1_000
"""Characters of a statement that are not counted: one of a real paper has 700, of which its names of fields are 300."""
LEAST_LENGTH = 250_000
"""Characters from which the length of a file counts: a shorter one may tell as much as one of this length, so that a
clause on four hundred villages passes."""

WIDEST_TABLE = 64
"""Columns of the widest table that is read as one, and to which shorter rows are filled up; real ones have twelve."""

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_CELL_SIGNS = "\t|"

AnyStatement = TypeVar("AnyStatement", bound=Statement)


def check_size(characters: str) -> None:
    """Raises FileRefusedError for a text of more lines or cells than a file may have."""
    most_lines = max(MOST_LINES, len(characters) // SHORTEST_LINE)
    if sum(map(characters.count, _LINE_ENDS)) > most_lines:
        raise FileRefusedError("file.too_many_lines", limit=most_lines)
    if sum(map(characters.count, _CELL_SIGNS)) > most_cells(characters):
        raise FileRefusedError("file.too_many_cells", limit=most_cells(characters))


def most_cells(characters: str) -> int:
    """The cells that a text may have."""
    return max(MOST_CELLS, len(characters) // SHORTEST_CELL)


@dataclass(slots=True)
class Allowance:
    """What may still be made of a file of so many `characters`; each statement takes of it as it is made."""

    characters: int
    statements: int = 0
    told: int = 0

    def take(self, made: Iterable[AnyStatement]) -> Iterator[AnyStatement]:
        """The statements as they are made. Raises FileRefusedError at the first that is too many or tells too much."""
        most = max(MOST_STATEMENTS, self.characters // SHORTEST_TASK)
        for statement in made:
            self.statements += 1
            self.told += max(0, len(to_says(statement)) - SHORT)
            if self.statements > most:
                raise FileRefusedError("file.too_many_statements", limit=most)
            if self.told > MOST_TOLD * max(self.characters, LEAST_LENGTH):
                raise FileRefusedError("file.tells_too_much", limit=MOST_TOLD)
            yield statement
