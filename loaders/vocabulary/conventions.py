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


class FurtherLead(NamedTuple):
    """What else the one who leads is called, behind that word (牵头或汇总单位)."""

    joins: tuple[str, ...]
    kinds: tuple[str, ...]
    example: str


class RuleExceptions(NamedTuple):
    """Around what the rule does not hold for (除标注“分别牵头”外)."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
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
    also: FurtherLead
    exceptions: RuleExceptions
    names: LeadNames
    openings: WordRows[Listed]
    every_table: Listed
    closing: NoteClosing


@cache
def convention_words() -> ConventionWords:
    """The words of conventions.toml, read once."""
    return read_table(ConventionWords)
