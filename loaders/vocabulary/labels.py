"""Labels and columns that name owners and deadlines. A unit's label is a prefix and a noun (牵头 + 单位), one of a
deadline too (完成 + 时限); `words` are whole. Each row: the role it gives, the words, an example as offices write it.
"""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class UnitLabel(NamedTuple):
    """Labels of units: a prefix before a noun, or whole words; a member supports where a lead unit stands beside it."""

    role: Literal["lead", "responsible", "supporting", "member"]
    prefixes: tuple[str, ...]
    example: str
    words: tuple[str, ...] = ()


class LeaderLabel(NamedTuple):
    """Labels of leaders (责任领导, 牵头领导)."""

    role: Literal["lead_leaders", "leaders"]
    words: tuple[str, ...]
    example: str


class DueLabel(NamedTuple):
    """Labels of deadlines: a prefix before a noun, or whole words; a `weak` one heads reports too: it counts only where
    its value is a date, and no column.
    """

    words: tuple[str, ...]
    example: str
    prefixes: tuple[str, ...] = ()
    weak: bool = False


class BareLabel(NamedTuple):
    """Labels without a noun: they count only at a boundary and before a colon."""

    role: Literal["lead", "responsible", "supporting"]
    words: tuple[str, ...]
    example: str


class WeakLabel(NamedTuple):
    """Labels that head other things too: they count only where their value is names, or names and verbs of duty."""

    role: Literal["lead", "responsible", "supporting"]
    words: tuple[str, ...]
    alone: tuple[str, ...]
    example: str


class SecondLabel(NamedTuple):
    """Two things in one label: what joins them, and the second where it is no label word by itself."""

    joins: tuple[str, ...]
    person: str
    role: Literal["lead_leaders", "leaders"]
    example: str


class LabelWords(NamedTuple):
    """All rows of labels.toml."""

    unit_nouns: tuple[str, ...]
    due_nouns: tuple[str, ...]
    own_nouns: tuple[str, ...]
    unit: WordRows[UnitLabel]
    leader: WordRows[LeaderLabel]
    due: WordRows[DueLabel]
    bare: WordRows[BareLabel]
    weak: WeakLabel
    second: SecondLabel
    other: WordRows[Listed]
    work: Listed
    glued: Listed
    not_after: Listed


@cache
def label_words() -> LabelWords:
    """The words of labels.toml, read once."""
    return read_table(LabelWords)
