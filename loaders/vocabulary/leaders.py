"""Leaders' cells and labels: posts, words for offices instead of names, masked names, surnames. Each row has an
example.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.vocabulary.rows import Listed, WordRows, read_table


@dataclass(frozen=True, slots=True)
class CellLabel:
    """Labels inside a cell of leaders, before a colon, beside those of labels.toml."""

    gives: Literal["leader", "nobody"]
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class MaskedNames:
    """Signs and words that mask a name."""

    signs: str
    example: str


@dataclass(frozen=True, slots=True)
class JoinedNames:
    """Signs between the parts of a name in another language."""

    signs: str
    example: str


@dataclass(frozen=True, slots=True)
class Surnames:
    """Single surnames, a line of the old list a row."""

    signs: str
    example: str


@dataclass(frozen=True, slots=True)
class LeaderWords:
    """All rows of leaders.toml."""

    posts: WordRows[Listed]
    offices: WordRows[Listed]
    circles: WordRows[Listed]
    labels: WordRows[CellLabel]
    masked: MaskedNames
    joined: JoinedNames
    names: WordRows[Listed]
    compound: WordRows[Listed]
    single: tuple[Surnames, ...]


@cache
def leader_words() -> LeaderWords:
    """The words of leaders.toml, read once."""
    return read_table(LeaderWords)
