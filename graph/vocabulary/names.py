"""What makes two spellings one name, and what makes words no name at all."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, read_table


class HeadingNumbers(NamedTuple):
    """The number in front of a heading: its digits, what ends it, and the word behind a number in running text."""

    digits: str
    before: str
    stops: str
    behind: str
    example: str


class NameMasks(NamedTuple):
    """Marks in the place of a name or a figure: `anywhere`, or in front of a level or a unit of time (`before`)."""

    anywhere: str
    before: str
    letters: str
    words: tuple[str, ...]
    example: str


class NameWords(NamedTuple):
    """All rows of names.toml."""

    joiners: Listed
    numbers: HeadingNumbers
    masks: NameMasks


@cache
def name_words() -> NameWords:
    """The words of names.toml, read once."""
    return read_table(NameWords)
