"""Tables that stand on their side: names of columns one under the other, and a task in each column beside them.

    项目名称 | 第二水厂建设     | 农贸市场改造
    牵头单位 | 县水利局         | 县市场监管局
    完成时限 | 2024年9月底前    | 2024年6月底前

They are known as forms are: the names are those of a plan's table, and what stands beside them are none.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from loaders.tables.cell_kinds import is_number
from loaders.tables.column_names import WORK
from loaders.tables.forms import KNOWN, Form, FormCell, FormPair, could_name, meaning_of, says_a_task

_LEAST_TASKS = 2
_MOST_ROWS = 40


def transposed_at(rows: Sequence[Sequence[FormCell]]) -> Form | None:
    """The table on its side that begins with the first row; None where none does."""
    if not rows or len(rows[0]) <= _LEAST_TASKS:
        return None
    first, *beside = rows[0]
    columns = dict.fromkeys(cell.column for cell in beside)

    def belongs(row: Sequence[FormCell]) -> bool:
        if not row:
            return False
        name, *values = row
        named = name.column == first.column and could_name(name.words) and not is_number(name.words)
        return named and all(_is_value(cell) and cell.column in columns for cell in values)

    own = list(takewhile(belongs, rows[:_MOST_ROWS]))
    names = [meaning_of(row[0].words) for row in own]
    if sum(one in KNOWN for one in names) * 2 <= len(names) or not _has_work(own, names):
        return None
    records = tuple(tuple(_pairs(own, column)) for column in columns)
    return Form(len(own), records) if all(says_a_task(own, pairs) for pairs in records) else None


def _is_value(cell: FormCell) -> bool:
    return meaning_of(cell.words) not in KNOWN


def _has_work(rows: Sequence[Sequence[FormCell]], names: Sequence[str]) -> bool:
    """Whether a row tells of each task in words what it is."""
    work = [row for row, name in zip(rows, names, strict=True) if name in WORK]
    return any(len(row) > _LEAST_TASKS and not any(is_number(cell.words) for cell in row[1:]) for row in work)


def _pairs(rows: Sequence[Sequence[FormCell]], column: int) -> Iterator[FormPair]:
    """The names with what stands beside them in a column; what is merged over several is said in each."""
    for at, (name, *values) in enumerate(rows):
        held = next((cell for cell in values if cell.column <= column < cell.column + cell.width), None)
        yield FormPair(at, name.column, held.column if held else None)
