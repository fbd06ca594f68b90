"""Leaders' cells and labels: posts, words for offices instead of names, masked names, surnames. Each row has an
example.
"""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class CellLabel(NamedTuple):
    """Labels inside a cell of leaders, before a colon, beside those of labels.toml."""

    gives: Literal["leader", "nobody"]
    words: tuple[str, ...]
    example: str


class MaskedNames(NamedTuple):
    """Signs and words that mask a name."""

    signs: str
    example: str


class JoinedNames(NamedTuple):
    """Signs between the parts of a name in another language."""

    signs: str
    example: str


class Surnames(NamedTuple):
    """Single surnames, a line of the old list a row."""

    signs: str
    example: str


class LeaderWords(NamedTuple):
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
