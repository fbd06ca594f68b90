"""How lists of units are written: what joins two names, what is one mention, which words name nobody. Each row
has an example.
"""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class SharedHalf(NamedTuple):
    """The bare second half that belongs to the part before it: 各市党委、政府."""

    words: tuple[str, ...]
    after: tuple[str, ...]
    example: str


class InnerDepartment(NamedTuple):
    """A department named without its party committee or government: 县委 组织部 is one name broken by a blank."""

    after: tuple[str, ...]
    words: tuple[str, ...]
    example: str


class EtCetera(NamedTuple):
    """等 behind a name, the circles that end the words behind it, what begins them plainly, and the signs beside a 等
    of a name.
    """

    word: str
    circles: tuple[str, ...]
    plain: tuple[str, ...]
    not_behind: str
    not_before: str
    example: str


class UnitListWords(NamedTuple):
    """All rows of unit_lists.toml."""

    shared_tails: WordRows[Listed]
    shared_halves: WordRows[SharedHalf]
    inner: WordRows[InnerDepartment]
    group_marks: WordRows[Listed]
    slogans: WordRows[Listed]
    sentence: WordRows[Listed]
    sentence_signs_in_names: Listed
    facilities: Listed
    deeds: WordRows[Listed]
    things: WordRows[Listed]
    joiners: WordRows[Listed]
    et_cetera: EtCetera
    nobody: WordRows[Listed]
    explanations: WordRows[Listed]


@cache
def unit_list_words() -> UnitListWords:
    """The words of unit_lists.toml, read once."""
    return read_table(UnitListWords)
