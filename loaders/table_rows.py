"""Groups of cells → a table: the header gives the number of columns, and the rows are counted by it.

A single filled cell with a blank line behind it is a caption or a note, a row of its own; a row with a blank line
inside is put together again; cells that fit no row stay a row of the wrong length, for the reader to report.
"""

import re
from collections.abc import Sequence

from loaders.columns import is_header_word, is_task_table, plain_name
from loaders.flattened import Group
from loaders.fold import fold, squeeze
from loaders.header_rows import is_sub_header, join_header
from loaders.text import Cell, Row, Table
from loaders.vocabulary import table

_NUMBER = re.compile(
    r"^(\(?\d{1,4}([-.]\d{1,3})?\)?|[一二三四五六七八九十]{1,3}|\(?[一二三四五六七八九十]{1,3}\)?)[、.]?$"
)
_LONGEST_NAME = 24
_COLUMNS = 3
_MOST_COLUMNS = 64
_HAN = re.compile("[\u4e00-\u9fff]")


def is_number(text: str) -> bool:
    """Whether a cell holds a running number (`3`, `24-1`, `三`, `（三）`)."""
    return bool(_NUMBER.match(squeeze(fold(text))))


def find_header(groups: Sequence[Group]) -> int | None:
    """The index of the group that is the header, None where the cells are no table but indented text.

    Cells above it that hold a title (附件 …) or a label (填报单位：…) are skipped.
    """
    for index, group in enumerate(groups):
        if len(group.cells) < 2 or any(map(_stands_above, group.cells)):  # noqa: PLR2004 - two columns at least
            continue
        head, _ = split_header(group, alone=len(groups) == 1)
        names = [cell.text for cell in head]
        return index if looks_like_header(names) or _heads_rows(names, groups[index + 1 :]) else None
    return None


def looks_like_header(names: Sequence[str]) -> bool:
    """Whether these cells are short names without a full stop, one of them a column's name."""
    return (
        len(names) <= _MOST_COLUMNS
        and all(map(_is_short, names))
        and any(is_header_word(squeeze(name)) for name in names)
    )


def _heads_rows(names: Sequence[str], following: Sequence[Group]) -> bool:
    """Whether short Chinese names that are no column's of a plan stand over rows of as many cells (乡镇, 总产量)."""
    named = len(names) >= _COLUMNS and all(name and _is_short(name) and _HAN.search(name) for name in names)
    return named and bool(following) and all(len(group.cells) in {1, len(names)} for group in following)


def _is_short(name: str) -> bool:
    """Whether a cell could stand in a header: short without its bracket and no sentence."""
    text = plain_name(name)
    return len(text) <= _LONGEST_NAME and "。" not in text


def _stands_above(cell: Cell) -> bool:
    """Whether a cell holds what stands above a header: 附件2, or a label with its value (填报单位：望川县)."""
    text = plain_name(cell.text)
    return text.startswith(tuple(table("plans")["attachment"]["words"])) or ":" in text[:-1]


def split_header(group: Group, *, alone: bool) -> tuple[list[Cell], list[Cell]]:
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


def build_table(header: Group, groups: Sequence[Group], *, number: int, title: str) -> Table:
    """The table whose header is `header` and whose cells stand in `groups`."""
    head, rest = split_header(header, alone=not groups)
    columns = len(head)
    following = [Group(rest[at : at + columns]) for at in range(0, len(rest), columns)] + list(groups)
    header_rows = [Row(tuple(head), 0)]
    if following and columns <= len(following[0].cells) and is_sub_header([cell.text for cell in following[0].cells]):
        header_rows.append(Row(tuple(following.pop(0).cells), 0))
    names = join_header(header_rows[0], header_rows[1] if len(header_rows) > 1 else None)
    rows = _counted(following, len(names), header_rows)
    end = rows[-1].end if rows else header_rows[-1].end
    return Table(title, names, rows, number, header_rows[0].start, end, tuple(header_rows))


def continue_table(last: Table, groups: Sequence[Group], *, number: int) -> Table:
    """The table that goes on with the columns of `last`, further down and without its header."""
    rows = _counted(groups, len(last.header), last.header_rows)
    start = groups[0].cells[0].start
    return Table(last.title, last.header, rows, number, start, rows[-1].end if rows else start + 1, last.header_rows)


def _counted(groups: Sequence[Group], columns: int, header_rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows in `groups` with their numbers; a header that is repeated behind a page is no row."""
    headers = {_words(row) for row in header_rows}
    rows: list[Row] = []
    page = False
    for row in fit_rows(groups, columns):
        if _words(row) in headers:
            page = page or row.after_page
        else:
            rows.append(Row(row.cells, len(rows) + 1, row.after_page or page))
            page = False
    return tuple(rows)


def _words(row: Row) -> tuple[str, ...]:
    return tuple(squeeze(cell.text) for cell in row.cells)


def fit_rows(groups: Sequence[Group], columns: int) -> list[Row]:
    """The rows that `groups` hold, each of `columns` cells, a caption of one, or of whatever does not fit."""
    rows: list[Row] = []
    index = 0
    while index < len(groups):
        cells, used = _next_row(groups, index, columns)
        page = groups[index].after_page
        if len(cells) > columns and len(cells) % columns == 0:
            rows += [Row(tuple(cells[at : at + columns]), 0, page and at == 0) for at in range(0, len(cells), columns)]
        else:
            rows.append(Row(tuple(cells), 0, page))
        index += used
    return rows


def _next_row(groups: Sequence[Group], index: int, columns: int) -> tuple[list[Cell], int]:
    """The cells of the row at `index` and how many groups they fill."""
    cells = list(groups[index].cells)
    if len(cells) >= columns or _is_caption(groups, index, columns):
        return cells, 1
    together, used = list(cells), 1
    while len(together) < columns and index + used < len(groups):
        together += groups[index + used].cells
        used += 1
    return (together, used) if len(together) == columns else (cells, 1)


def _is_caption(groups: Sequence[Group], index: int, columns: int) -> bool:
    first = groups[index].cells
    if len(first) != 1 or not first[0].text or is_number(first[0].text):
        return False
    following = [len(group.cells) for group in groups[index + 1 :]]
    return not following or following[0] % columns == 0 or following[0] == 1
