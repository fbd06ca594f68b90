"""Forms: names on the left and what is meant on their right (责任单位 | 县水利局), in one or several pairs a row.

One form says one thing, as a row of a table under these names does. It is known by its columns of names, of which most
are those of a plan's table, and by values beside them: in a table with a header the first row has none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from graph.words.fold import squeeze
from graph.words.short_cache import short_cache
from loaders.tables.cell_kinds import is_number
from loaders.tables.column_names import WORK, is_header_word, read_header
from loaders.vocabulary.columns import column_words

TELLING = frozenset({"name", "work", "content", "owner", "due"})
"""Meanings of the names that tell something of a task."""
KNOWN = TELLING | {"number", "category"}
"""Meanings of the names of columns of a plan's table."""
_NO_NAMES = frozenset({"", "unknown"})
_LONGEST_NAME = 14
_MOST_ROWS = 40
_PAIR = 2  # cells of a name with its value
_LEAST_NAMES = 3  # names that tell something of the work


class FormCell(NamedTuple):
    """A filled cell: its column, its words, and how many columns it spans."""

    column: int
    words: str
    width: int = 1


@dataclass(frozen=True, slots=True)
class FormPair:
    """A name and its value: the row by its index and their columns; None where no value stands beside the name."""

    row: int
    name: int
    value: int | None


@dataclass(frozen=True, slots=True)
class Form:
    """A form: how many rows it has, and the pairs of each thing that it says, in order of reading."""

    rows: int
    records: tuple[tuple[FormPair, ...], ...]


def form_at(rows: Sequence[Sequence[FormCell]]) -> Form | None:
    """The form that begins with the first row, or behind one of names over both (项目 | 内容); None where none does."""
    if not rows:
        return None
    if _begins(rows[0]):
        return _form(rows)
    heads = len(rows) > 1 and len(rows[0]) > 1 and all(is_header_word(name_of(cell.words)) for cell in rows[0])
    form = _form(rows[1:]) if heads and _begins(rows[1]) else None
    if form is None:
        return None
    return Form(form.rows + 1, tuple(tuple(replace(pair, row=pair.row + 1) for pair in one) for one in form.records))


def _form(rows: Sequence[Sequence[FormCell]]) -> Form | None:
    rows = list(takewhile(_could_belong, rows[:_MOST_ROWS]))
    columns = _columns_of_names(rows)
    pairs: list[FormPair] = []
    told: set[str] = set()
    count = 0
    for at, row in enumerate(rows):
        found = list(_alternating(at, row) or _pairs(at, row, columns))
        words = {cell.column: cell.words for cell in row}
        work = {words[pair.name] for pair in found if meaning_of(words[pair.name]) in WORK}
        if not found or not told.isdisjoint(work):
            break
        told |= work
        pairs += found
        count = at + 1
    return Form(count, (tuple(pairs),)) if count > 1 and says_a_task(rows, pairs) else None


def _could_belong(row: Sequence[FormCell]) -> bool:
    """Whether a row is neither one of a table nor its header."""
    header = len(row) > _PAIR and all(meaning_of(cell.words) in KNOWN for cell in row)
    return bool(row) and not header and not is_number(row[0].words)


def _begins(row: Sequence[FormCell]) -> bool:
    """Whether a row could be the first of a form: the name of a column, and then a value."""
    return len(row) > 1 and meaning_of(row[0].words) in KNOWN and meaning_of(row[1].words) not in KNOWN


def _columns_of_names(rows: Sequence[Sequence[FormCell]]) -> frozenset[int]:
    """The columns of which half of the cells at least are names of columns, and one of what a plan tells."""
    found: dict[int, list[str]] = {}
    for row in rows:
        for cell in row:
            found.setdefault(cell.column, []).append(meaning_of(cell.words))
    return frozenset(
        column
        for column, meanings in found.items()
        if not KNOWN.isdisjoint(meanings) and sum(one not in _NO_NAMES for one in meanings) * 2 >= len(meanings)
    )


def _alternating(at: int, row: Sequence[FormCell]) -> list[FormPair]:
    """The pairs of a row in which each value stands behind a name that is known for what it says; none in others.

    Rows of one form may be parted differently: three pairs in one, two in the next, wherever their columns lie.
    """
    names, values = row[::_PAIR], row[1::_PAIR]
    named = [meaning_of(cell.words) for cell in names]
    told = all(one not in _NO_NAMES for one in named) and not KNOWN.isdisjoint(named)
    if len(names) != len(values) or not told or any(_may_be_named(cell.words) for cell in values):
        return []
    return [FormPair(at, name.column, value.column) for name, value in zip(names, values, strict=True)]


def _may_be_named(words: str) -> bool:
    """Whether what stands behind a name may be one itself."""
    return meaning_of(words) in KNOWN or words.rstrip().endswith((":", "："))


def alternates(row: Sequence[FormCell]) -> bool:
    """Whether a row is pairs of a name and its value, more than one."""
    return len(row) > _PAIR and bool(_alternating(0, row))


def _pairs(at: int, row: Sequence[FormCell], columns: frozenset[int]) -> Iterator[FormPair]:
    """The pairs of a row, none where it is no row of a form: it begins with a name, and has one value for each."""
    found: list[FormPair] = []
    for cell in row:
        if cell.column in columns and could_name(cell.words):
            found.append(FormPair(at, cell.column, None))
        elif found and found[-1].value is None:
            found[-1] = FormPair(at, found[-1].name, cell.column)
        else:
            return
    waiting = all(_waits_for_value(cell.words) for cell in row)  # names alone, to be filled in by hand
    if any(pair.value is not None for pair in found) or (waiting and len(found) == len(row)):
        yield from found


def _waits_for_value(words: str) -> bool:
    """Whether a cell is a name beside which nothing was written yet."""
    return meaning_of(words) not in _NO_NAMES or name_of(words).endswith(column_words().report.endings)


def could_name(words: str) -> bool:
    """Whether a cell is short enough for a name."""
    return len(squeeze(words)) <= _LONGEST_NAME and "。" not in words


def says_a_task(rows: Sequence[Sequence[FormCell]], pairs: Sequence[FormPair]) -> bool:
    """Whether pairs tell work, and who does it or until when."""
    told: set[str] = set()
    names: set[str] = set()
    for pair in pairs:
        name = next(cell.words for cell in rows[pair.row] if cell.column == pair.name)
        meaning = meaning_of(name)
        if meaning in TELLING and pair.value is not None:
            told.add("work" if meaning in WORK else meaning)
            names.add(squeeze(name))
    return len(names) >= _LEAST_NAMES and "work" in told and len(told) > 1


def name_of(words: str) -> str:
    """The name that a cell of a form holds, without the colon behind it."""
    return squeeze(words).rstrip(":：")


@short_cache(4096)
def meaning_of(words: str) -> str:
    """What a name means as a column of a plan's table; "" for a cell that is none."""
    name = name_of(words)
    return read_header([name])[0].meaning if 0 < len(name) <= _LONGEST_NAME and "。" not in name else ""
