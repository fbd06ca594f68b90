"""Finds the header of a table among its groups of cells: short names, some of them known, before the first row."""

import re
from collections.abc import Sequence

from graph.words.fold import squeeze
from graph.words.signs import HAN
from loaders.limits import WIDEST_TABLE
from loaders.owners.person_names import is_post, parted
from loaders.owners.unit_names import is_level, is_unit
from loaders.tables.cell_kinds import are_bodies, is_date, is_number
from loaders.tables.cell_runs import CellRun
from loaders.tables.column_names import is_header_word, plain_name, read_header
from loaders.tables.columns import is_task_table
from loaders.text import Cell, Table
from loaders.vocabulary.plans import plan_words

_LONGEST_NAME = 24  # characters of a column's name, without brackets
_COLUMNS = 3  # columns: with more, two names must be known; as many make a table of unknown names
_HAN = re.compile(f"[{HAN}]")


def find_header(groups: Sequence[CellRun], last: Table | None = None) -> int | None:
    """The index of the group that is the header, None where the cells are no table, or rows that go on with `last`.

    Cells above it that hold a title (附件 …) or a label (填报单位：…) are skipped.
    """
    for index, group in enumerate(groups):
        if len(group.cells) < 2 or group.is_caption or any(map(_stands_above, group.cells)):  # noqa: PLR2004 - columns
            continue
        head, _ = split_header(group, alone=len(groups) == 1)
        names = [cell.text for cell in head]
        if looks_like_header(names):
            return index
        heads_rows = _heads_rows(names, groups[index + 1 :]) and not (last is not None and goes_on(groups, last))
        return index if heads_rows else None
    return None


def looks_like_header(names: Sequence[str]) -> bool:
    """Whether these cells are short names without a full stop or a number, some of them names of columns."""
    if len(names) > WIDEST_TABLE or any(is_number(name) or not _is_short(name) for name in names):
        return False
    known = sum(is_header_word(squeeze(name)) for name in names)
    return known > (len(names) > _COLUMNS)


def begins_table(names: Sequence[str]) -> bool:
    """Whether cells further down are the header of another table: they look like one, and none holds what rows do."""
    filled = [name for name in names if name]
    if len(filled) < 2 or not looks_like_header(names):  # noqa: PLR2004 - two columns at least
        return False
    if len(filled) == 2 and not all(is_header_word(squeeze(name)) for name in filled):  # noqa: PLR2004 - a name, a value
        return False
    columns = read_header(names)
    telling = [one for one in columns if one.meaning in ("number", "owner", "due") and not is_post(one.name)]
    others = [(name, column) for name, column in zip(names, columns, strict=True) if column not in telling]
    return bool(telling) and not any(
        (are_bodies(name) and not is_level(name)) or (is_date(name) and column.meaning != "other")
        for name, column in others
    )


def goes_on(groups: Sequence[CellRun], last: Table) -> bool:
    """Whether rows without a header belong to the table `last`: as many cells, numbers, owners or dates in place."""
    rows = [[cell.text for cell in group.cells] for group in groups if len(group.cells) == len(last.header)]
    first = next((group for group in groups if len(group.cells) > 1), None)
    if first is None or len(first.cells) != len(last.header) or looks_like_header(rows[0]):
        return False
    columns = read_header(last.header)
    numbers = [column.index for column in columns if column.meaning == "number"]
    if numbers:
        return all(not rows[0][index] or is_number(rows[0][index]) for index in numbers)
    places = [column for column in columns if column.meaning in {"owner", "due"}]
    return not places or any(_fits(row[column.index], column.meaning) for row in rows for column in places)


def _fits(words: str, meaning: str) -> bool:
    """Whether a cell could stand in a column of owners (names) or of deadlines (digits)."""
    if meaning == "due":
        return any(map(str.isdigit, words))
    return any(is_unit(name) or bool(parted(name)) for name in re.split(r"[、，,；;\s]", words) if name)


def _heads_rows(names: Sequence[str], following: Sequence[CellRun]) -> bool:
    """Whether short Chinese names that are no column's of a plan stand over rows of as many cells (乡镇, 总产量)."""
    named = WIDEST_TABLE >= len(names) >= _COLUMNS and all(
        name and _is_short(name) and _HAN.search(name) for name in names
    )
    return named and bool(following) and all(len(group.cells) in {1, len(names)} for group in following)


def _is_short(name: str) -> bool:
    """Whether a cell could stand in a header: short without its bracket and no sentence."""
    text = plain_name(name)
    return len(text) <= _LONGEST_NAME and "。" not in text


def _stands_above(cell: Cell) -> bool:
    """Whether a cell holds what stands above a header: 附件2, or a label with its value (填报单位：望川县)."""
    text = plain_name(cell.text)
    return text.startswith(plan_words().attachment.words) or ":" in text[:-1]


def split_header(group: CellRun, *, alone: bool) -> tuple[list[Cell], list[Cell]]:
    """Header cells and, where no blank line parts them, the cells of the rows that follow in the same group.

    Rows begin at the first running number; without numbers, where all the table is one group (`alone`), behind the
    last cell that is a column's name.
    """
    cells = group.cells
    for index, cell in enumerate(cells):
        if index > 1 and is_number(cell.text) and (len(cells) - index) % index == 0:
            return cells[:index], cells[index:]
    names = next((index for index, cell in enumerate(cells) if not is_header_word(squeeze(cell.text))), len(cells))
    if alone and 1 < names < len(cells) and len(cells) % names == 0 and is_task_table([c.text for c in cells[:names]]):
        return cells[:names], cells[names:]
    return cells, []
