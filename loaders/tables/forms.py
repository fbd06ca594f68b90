"""Forms: names on the left and what is meant on their right (责任单位 | 县水利局), in one or several pairs a row.

One form says one thing, as a row of a table under these names does. It is known by its columns of names, of which most
are those of a plan's table, and by values beside them: in a table with a header the first row has none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from graph.words.fold import squeeze
from graph.words.short_cache import short_cache
from loaders.tables.cell_kinds import is_number
from loaders.tables.column_names import WORK, is_header_word, read_header
from loaders.vocabulary.columns import column_words

FormCell = tuple[int, str]
"""A filled cell: its column and its words."""

_TELLING = frozenset({"name", "work", "content", "owner", "due"})
_KNOWN = _TELLING | {"number", "category"}
_NO_NAMES = frozenset({"", "unknown"})
_LONGEST_NAME = 14
_MOST_ROWS = 40
_PAIR = 2  # cells of a name with its value
_LEAST_NAMES = 3  # names that tell something of the work


@dataclass(frozen=True, slots=True)
class FormPair:
    """A name and its value: the row by its index and their columns; None where no value stands beside the name."""

    row: int
    name: int
    value: int | None


@dataclass(frozen=True, slots=True)
class Form:
    """A form: how many rows it has, and its pairs in order of reading."""

    rows: int
    pairs: tuple[FormPair, ...]


def form_at(rows: Sequence[Sequence[FormCell]]) -> Form | None:
    """The form that begins with the first row, or behind one of names over both (项目 | 内容); None where none does."""
    if not rows:
        return None
    if _begins(rows[0]):
        return _form(rows)
    heads = len(rows) > 1 and len(rows[0]) > 1 and all(is_header_word(name_of(words)) for _, words in rows[0])
    form = _form(rows[1:]) if heads and _begins(rows[1]) else None
    return Form(form.rows + 1, tuple(replace(pair, row=pair.row + 1) for pair in form.pairs)) if form else None


def _form(rows: Sequence[Sequence[FormCell]]) -> Form | None:
    rows = list(takewhile(_could_belong, rows[:_MOST_ROWS]))
    columns = _columns_of_names(rows)
    pairs: list[FormPair] = []
    told: set[str] = set()
    count = 0
    for at, row in enumerate(rows):
        found = list(_pairs(at, row, columns))
        work = {words for column, words in row if column in columns and _meaning(words) in WORK}
        if not found or not told.isdisjoint(work):
            break
        told |= work
        pairs += found
        count = at + 1
    return Form(count, tuple(pairs)) if count > 1 and _says_a_task(rows, pairs) else None


def _could_belong(row: Sequence[FormCell]) -> bool:
    """Whether a row is neither one of a table nor its header."""
    header = len(row) > _PAIR and all(_meaning(words) in _KNOWN for _, words in row)
    return bool(row) and not header and not is_number(row[0][1])


def _begins(row: Sequence[FormCell]) -> bool:
    """Whether a row could be the first of a form: the name of a column, and then a value."""
    return len(row) > 1 and _meaning(row[0][1]) in _KNOWN and _meaning(row[1][1]) not in _KNOWN


def _columns_of_names(rows: Sequence[Sequence[FormCell]]) -> frozenset[int]:
    """The columns of which half of the cells at least are names of columns, and one of what a plan tells."""
    found: dict[int, list[str]] = {}
    for row in rows:
        for column, words in row:
            found.setdefault(column, []).append(_meaning(words))
    return frozenset(
        column
        for column, meanings in found.items()
        if not _KNOWN.isdisjoint(meanings) and sum(one not in _NO_NAMES for one in meanings) * 2 >= len(meanings)
    )


def _pairs(at: int, row: Sequence[FormCell], columns: frozenset[int]) -> Iterator[FormPair]:
    """The pairs of a row, none where it is no row of a form: it begins with a name, and has one value for each."""
    found: list[FormPair] = []
    for column, words in row:
        if column in columns and _could_name(words):
            found.append(FormPair(at, column, None))
        elif found and found[-1].value is None:
            found[-1] = FormPair(at, found[-1].name, column)
        else:
            return
    waiting = all(_waits_for_value(words) for _, words in row)  # names alone, to be filled in by hand
    if any(pair.value is not None for pair in found) or (waiting and len(found) == len(row)):
        yield from found


def _waits_for_value(words: str) -> bool:
    """Whether a cell is a name beside which nothing was written yet."""
    return _meaning(words) not in _NO_NAMES or name_of(words).endswith(column_words().report.endings)


def _could_name(words: str) -> bool:
    return len(squeeze(words)) <= _LONGEST_NAME and "。" not in words


def _says_a_task(rows: Sequence[Sequence[FormCell]], pairs: Sequence[FormPair]) -> bool:
    """Whether pairs tell work, and who does it or until when."""
    told: set[str] = set()
    names: set[str] = set()
    for pair in pairs:
        words = dict(rows[pair.row])
        meaning = _meaning(words[pair.name])
        if meaning in _TELLING and pair.value is not None:
            told.add("work" if meaning in WORK else meaning)
            names.add(squeeze(words[pair.name]))
    return len(names) >= _LEAST_NAMES and "work" in told and len(told) > 1


def name_of(words: str) -> str:
    """The name that a cell of a form holds, without the colon behind it."""
    return squeeze(words).rstrip(":：")


@short_cache(4096)
def _meaning(words: str) -> str:
    name = name_of(words)
    return read_header([name])[0].meaning if 0 < len(name) <= _LONGEST_NAME and "。" not in name else ""
