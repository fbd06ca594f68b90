"""How documents say who leads: a place in the list (逗号前, 第一), a linking word, and 牵头."""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class ListPlace(NamedTuple):
    """ListPlace."""

    rule: Literal["before_comma", "first"]
    words: tuple[str, ...]
    example: str


class LeadWords(NamedTuple):
    """What the one who leads is called, and whose rule that makes it."""

    party: Literal["units", "leaders"]
    words: tuple[str, ...]
    example: str


class LeadNames(NamedTuple):
    """In every word for the one who leads, and in those of leaders rather than units."""

    lead: str
    leaders: tuple[str, ...]
    example: str


class NoteClosing(NamedTuple):
    """What may follow: who the others are, and how far the rule holds."""

    others: tuple[str, ...]
    supporting: tuple[str, ...]
    lasting: tuple[str, ...]
    example: str


class ConventionWords(NamedTuple):
    """All rows of conventions.toml."""

    places: WordRows[ListPlace]
    standing: WordRows[Listed]
    filling: WordRows[Listed]
    links: WordRows[Listed]
    leads: WordRows[LeadWords]
    names: LeadNames
    openings: WordRows[Listed]
    every_table: Listed
    closing: NoteClosing


@cache
def convention_words() -> ConventionWords:
    """The words of conventions.toml, read once."""
    return read_table(ConventionWords)
