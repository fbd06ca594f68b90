"""The outline of a plan in prose: what a number or the end of a line is no end of, how a sentence behind a
label's value begins, which headings name no work. Every row carries an example.
"""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, read_table


class NoNumber(NamedTuple):
    """Before a number inside a line, part of its word: 统一 begins no item 一."""

    behind: tuple[str, ...]
    example: str


class NoWork(NamedTuple):
    """Headings composed of these words name no work; labels of `holders` under them say who holds an event."""

    words: tuple[str, ...]
    holders: tuple[str, ...]
    example: str


class OutlineWords(NamedTuple):
    """All rows of prose.toml."""

    no_number: NoNumber
    refers: Listed
    goes_on: Listed
    lacking: Listed
    seats: Listed
    seals: Listed
    bullets: Listed
    sentence: Listed
    modals: Listed
    no_work: NoWork


@cache
def outline_words() -> OutlineWords:
    """The words of prose.toml, read once."""
    return read_table(OutlineWords)
