"""Which columns of a task table name the work, which tell it, and which only sort it.

The first column of work with words of its own in each row names it: what stands before it sorts, what stands between
it and the owners tells more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from graph.words.fold import fold
from graph.words.numbering import number_at
from loaders.tables.column_names import WORK, HeaderColumn
from loaders.text import TableRow


@dataclass(frozen=True, slots=True)
class Work:
    """Which column names the work, which tell it in order, which only sort it.

    `counted` says that the words that tell it begin with numbers that count on from row to row.
    """

    name: int | None
    contents: tuple[int, ...]
    categories: tuple[int, ...]
    counted: bool


def work_columns(columns: Sequence[HeaderColumn], rows: Sequence[TableRow]) -> Work:
    """The columns of work: the last that tells it is the content, the one before it the name, the others categories."""
    work = [column for column in columns if column.meaning in WORK]
    sorting = [column.index for column in columns if column.meaning == "category"]
    contents = [column for column in work if column.meaning == "content"]
    content = contents[-1].index if contents and len(work) > 1 else None
    named = [column for column in work if column.index != content]
    if len(work) == 1 and contents:
        return Work(None, (contents[0].index,), tuple(sorting), _count_on(contents[0].index, rows))
    strict = [column for column in named if column.meaning == "name"]
    name = (strict or named)[-1] if named else None
    further: list[int] = []
    if strict and name is not None:
        further = _behind(name, columns, named)
    elif name is not None and content is not None:
        own = [column for column in named if _tells_each(column.index, rows)]
        name = own[0] if own else None if _spans_rows(name.index, content, rows) else name
        further = _behind(name, columns, named) if name is not None else []
    elif name is not None and len(named) > 1 and _tells_each(named[-2].index, rows):
        name, content = named[-2], name.index
    telling = sorted({*further, *(() if content is None else (content,))})
    others = [column.index for column in named if column is not name and column.index not in telling]
    counted = bool(telling) and _count_on(telling[0], rows)
    return Work(name.index if name else None, tuple(telling), tuple(sorted(sorting + others)), counted)


def _behind(name: HeaderColumn, columns: Sequence[HeaderColumn], named: Sequence[HeaderColumn]) -> list[int]:
    """The columns of work that stand behind the name with neither an owner nor a deadline between."""
    near = list(takewhile(lambda one: one.meaning not in ("owner", "due", "postponed"), columns[name.index + 1 :]))
    return [column.index for column in near if column in named]


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


def _count_on(content: int, rows: Sequence[TableRow]) -> bool:
    """Whether each cell begins with the number behind that of the cell above (1.…, 2.…): no word of it."""
    numbers = [number_at(fold(row.cells[content].text)) for row in rows if len(row.cells) > content]
    values = [0 if number is None or number.style == "enumeration" else number.value for number in numbers]
    return len(values) > 1 and values[0] > 0 and all(two == one + 1 for one, two in pairwise(values))
