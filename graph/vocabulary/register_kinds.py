"""What the words of registers for changes say of the units on both sides (register_kinds.toml beside it)."""

from functools import cache
from typing import NamedTuple

from graph.statements import ChangeKind
from graph.vocabulary.rows import WordRows, read_table


class KindRow(NamedTuple):
    """A row: words of registers, what they say (`event` is the kind of change), and an example.

    The unit before `gives` and goes on, of a `part` of itself; the one behind stood before and `joins` others to
    itself; both are the `same`; it is `unsure` into which of several the one before went.
    """

    words: tuple[str, ...]
    event: str
    example: str
    gives: bool = False
    part: bool = False
    joins: bool = False
    same: bool = False
    unsure: bool = False


class KindRows(NamedTuple):
    """All rows of register_kinds.toml."""

    kinds: WordRows[KindRow]


class KindWord(NamedTuple):
    """What one word says: all of its rows together."""

    event: ChangeKind | None = None
    gives: bool = False
    part: bool = False
    joins: bool = False
    same: bool = False
    unsure: bool = False


_EVENTS: dict[str, ChangeKind] = {
    "transfer": "transfer",
    "restore": "restore",
    "absorb": "absorb",
    "rename": "rename",
    "recode": "recode",
    "reparent": "reparent",
    "split": "split",
}


@cache
def kind_word(word: str) -> KindWord:
    """What a word of a register says; nothing for one that stands in no row."""
    rows = [row for row in read_table(KindRows).kinds if word.strip().lower() in row.words]
    if not rows:
        return KindWord()
    return KindWord(
        _EVENTS[rows[0].event],
        *(any(getattr(row, name) for row in rows) for name in ("gives", "part", "joins", "same", "unsure")),
    )
