"""How papers say that they take the place of others (原…同时废止, 以此份为准, 修订稿)."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class ReplacementWords(NamedTuple):
    """All rows of replacements.toml."""

    ended: WordRows[Listed]
    following: WordRows[Listed]
    before: WordRows[Listed]
    own: WordRows[Listed]
    instead: WordRows[Listed]
    called: WordRows[Listed]
    edition: WordRows[Listed]
    stands: WordRows[Listed]


@cache
def replacement_words() -> ReplacementWords:
    """The words of replacements.toml, read once."""
    return read_table(ReplacementWords)
