"""Steering groups (领导小组): what they are called, the seats in them, and the words that fill a seat."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class Seat(NamedTuple):
    """Seats that also are offices of other bodies: they count only below the name of a group."""

    words: tuple[str, ...]
    example: str
    of_a_named_group: bool = False


class GroupOffice(NamedTuple):
    """Behind the name in a sentence: it sets up the group's office."""

    word: str
    example: str


class SetsUp(NamedTuple):
    """In front of the name in a sentence."""

    words: tuple[str, ...]
    adjusts: tuple[str, ...]
    part_of_name: tuple[str, ...]
    example: str


class TakesSeat(NamedTuple):
    """Verbs that put someone into a seat."""

    words: tuple[str, ...]
    polite: tuple[str, ...]
    by: str
    before: tuple[str, ...]
    becomes: str
    example: str


class ClauseWords(NamedTuple):
    """A clause behind a member that says what is done: no post of anybody, unless it is a post (分管副县长) or a unit
    (统筹办).
    """

    holds: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    example: str


class GroupColumns(NamedTuple):
    """Columns of a table of a group."""

    name: tuple[str, ...]
    post: tuple[str, ...]
    never: tuple[str, ...]
    example: str


class GroupWords(NamedTuple):
    """All rows of groups.toml."""

    seats: WordRows[Seat]
    kinds: Listed
    offices: GroupOffice
    kinds_behind: Listed
    sets_up: SetsUp
    attachment: Listed
    takes: TakesSeat
    clauses: ClauseWords
    ends: Listed
    parts: Listed
    columns: GroupColumns
    no_names: Listed


@cache
def group_words() -> GroupWords:
    """The words of groups.toml, read once."""
    return read_table(GroupWords)
