"""Which columns of a task table name the work, which tell it, and which only sort it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.tables.column_names import WORK, HeaderColumn
from loaders.text import TableRow


@dataclass(frozen=True, slots=True)
class Work:
    """Which column names the work, which tells it, which only sort it."""

    name: int | None
    content: int | None
    categories: tuple[int, ...]


def work_columns(columns: Sequence[HeaderColumn], rows: Sequence[TableRow]) -> Work:
    """The columns of work: the last that tells it is the content, the one before it the name, the others categories."""
    work = [column for column in columns if column.meaning in WORK]
    sorting = [column.index for column in columns if column.meaning == "category"]
    contents = [column for column in work if column.meaning == "content"]
    content = contents[-1].index if contents and len(work) > 1 else None
    named = [column for column in work if column.index != content]
    if len(work) == 1 and contents:
        return Work(None, contents[0].index, tuple(sorting))
    strict = [column for column in named if column.meaning == "name"]
    name = (strict or named)[-1] if named else None
    if name is not None and name.meaning != "name" and content is not None and _spans_rows(name.index, content, rows):
        name = None
    elif name is not None and content is None and not strict and len(named) > 1:
        before = named[-2]
        if _tells_each(before.index, rows):
            name, content = before, name.index
    others = [column.index for column in named if column is not name and column.index != content]
    return Work(name.index if name else None, content, tuple(sorted(sorting + others)))


def _tells_each(name: int, rows: Sequence[TableRow]) -> bool:
    """Whether each row has words of its own in a column: they name its work rather than sort it."""
    words = [row.cells[name].text for row in rows if len(row.cells) > name]
    return len(words) > 1 and all(words) and len(set(words)) == len(words)


def _spans_rows(name: int, content: int, rows: Sequence[TableRow]) -> bool:
    """Whether one cell of the column `name` stands over several rows of different work."""
    for one, row in pairwise(rows):
        same = not row.cells[name].text or row.cells[name].text == one.cells[name].text
        if same and row.cells[content].text and row.cells[content].text != one.cells[content].text:
            return True
    return False
