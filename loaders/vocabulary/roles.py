"""Words of duty that give a role inside an owner's bracket, label or cell, and what they are composed with. Each row
has an example.
"""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class DutyVerb(NamedTuple):
    """Verbs that give a role by themselves."""

    role: Literal["lead", "responsible", "supporting"]
    words: tuple[str, ...]
    example: str


class DutyGrounds(NamedTuple):
    """By what a duty is done: words that open the grounds, and the nouns that follow, any number of them."""

    openings: tuple[str, ...]
    nouns: tuple[str, ...]
    example: str


class DutyBy(NamedTuple):
    """The word before those in whose hands a work is, the signs with which it is another word (理由), and the signs
    behind the duty that make a noun or a report of it (由县水利局牵头制定的方案).
    """

    word: str
    not_behind: tuple[str, ...]
    not_duty: tuple[str, ...]
    example: str


class NamedRole(NamedTuple):
    """Words that give a role inside a cell (主办：县水利局), in brackets behind a name, or as a column's name."""

    role: Literal["lead", "responsible", "supporting"]
    words: tuple[str, ...]
    example: str


class RoleWords(NamedTuple):
    """All rows of roles.toml."""

    verbs: WordRows[DutyVerb]
    sure: Listed
    yielding: Listed
    doing: Listed
    nouns_too: Listed
    helping: Listed
    aside: Listed
    joints: Listed
    objects: Listed
    adverbs: Listed
    grounds: DutyGrounds
    not_before: Listed
    work_behind: Listed
    leading: Listed
    by: DutyBy
    named: WordRows[NamedRole]


@cache
def role_words() -> RoleWords:
    """The words of roles.toml, read once."""
    return read_table(RoleWords)
