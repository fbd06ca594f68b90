"""Tables that lost their TABs: each cell a line, the header 序号 first, each row from its running number on.

Without TABs an empty cell leaves no line, so only the numbers tell where rows begin; a row of too few or too many
lines stays a row of the wrong length, for the reader to report.
"""

from collections.abc import Sequence
from itertools import islice

from graph.words.fold import compact, squeeze
from loaders.files.plain import TextLine
from loaders.tables.cell_runs import CellRun
from loaders.tables.column_names import is_header_word, is_number_name
from loaders.tables.columns import is_task_table
from loaders.tables.table_ends import ends_table
from loaders.text import Cell

_LONGEST_NAME = 12  # characters of a line that may be a column's name
_MOST_COLUMNS = 12  # columns of a table without TABs; thrice as many lines are looked at for its header


def bare_columns(lines: Sequence[TextLine], first: int) -> int:
    """How many columns a table without TABs has whose header begins at line `first`, 0 if none begins there."""
    name = lines[first].words.text
    if not _is_cell(lines[first]) or len(name) > _LONGEST_NAME or not is_number_name(name):
        return 0
    names: list[str] = []
    for line in lines[first : first + 3 * _MOST_COLUMNS]:
        text = line.words.text
        if line.cell or len(text) > _LONGEST_NAME:
            return 0
        if _runs(text, 1):
            return len(names) if is_task_table(names) else 0
        if text and not is_header_word(squeeze(text)):
            return 0
        names += [text] if text else []
    return 0


def gather_bare(lines: Sequence[TextLine], first: int, columns: int) -> tuple[list[CellRun], int]:
    """The header and the rows, one group each, and the index of the line behind the table."""
    groups = [CellRun()]
    index = end = first
    spaced = first + 1 < len(lines) and lines[first + 1].blank  # each cell has a blank line behind it
    while index < len(lines) and not lines[index].cell:
        line = lines[index]
        full = len(groups[-1].cells) >= columns
        if _is_cell(line):
            if _runs(line.words.text, len(groups)):
                groups.append(CellRun())
            elif (
                (full or (lines[index - 1].blank and not spaced))
                and len(groups) > 1
                and not _goes_on(lines, index, len(groups), columns)
            ):
                break
            groups[-1].cells.append(Cell((line.words,), line.words.start, line.words.end))
            end = index + 1
        index += 1
    return groups, end


def _goes_on(lines: Sequence[TextLine], index: int, number: int, columns: int) -> bool:
    """Whether a further row begins within reach of a line that its row has no place for."""
    if ends_table(lines[index].words.text):
        return False
    filled = (line for line in lines[index:] if line.words.text or line.cell)
    return any(_is_cell(line) and _runs(line.words.text, number) for line in islice(filled, columns))


def _is_cell(line: TextLine) -> bool:
    return not line.cell and bool(line.words.text)


def _runs(text: str, number: int) -> bool:
    """Whether a line is the running number `number` and nothing else."""
    return compact(text).rstrip(".、") == str(number)
