"""How lists of units are written: what joins two names, what is one mention, which words name nobody. Each row
has an example.
"""

from dataclasses import dataclass
from functools import cache

from graph.vocabulary.rows import Listed, Rows, read_table


@dataclass(frozen=True, slots=True)
class SharedHalf:
    """The bare second half that belongs to the part before it: 各市党委、政府."""

    words: tuple[str, ...]
    after: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class InnerDepartment:
    """A department named without its party committee or government: 县委 组织部 is one name broken by a blank."""

    after: tuple[str, ...]
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class EtCetera:
    """等 behind a name, with what may follow it; none of it names anybody."""

    word: str
    qualifiers: tuple[str, ...]
    circles: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class UnitListWords:
    """All rows of unit_lists.toml."""

    shared_tails: Rows[Listed]
    shared_halves: Rows[SharedHalf]
    inner: Rows[InnerDepartment]
    group_marks: Rows[Listed]
    slogans: Rows[Listed]
    sentence: Rows[Listed]
    joiners: Rows[Listed]
    et_cetera: EtCetera
    nobody: Rows[Listed]
    explanations: Rows[Listed]


@cache
def unit_list_words() -> UnitListWords:
    """The words of unit_lists.toml, read once."""
    return read_table(UnitListWords)
