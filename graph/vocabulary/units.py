"""Names of units, for readers and graph: what a body's name ends in, what only looks like one, groups, levels,
steering groups. Brackets are half width in `bodies`, `alone`, `no_bodies`, `levels` and what circles
are told by, as in folded text; they are full width in `groups` and `steering`, as in normal forms.
"""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.levels import Level
from graph.vocabulary.rows import Listed, WordRows, read_table


class BodyEnding(NamedTuple):
    """What ends a body's name: `words` for the readers, `endings` (else the words) of names known to be units'."""

    words: tuple[str, ...]
    example: str
    endings: tuple[str, ...] = ()

    @property
    def kind(self) -> tuple[str, ...]:
        """What is taken off a name of this kind of body."""
        return self.endings or self.words


class UnitLevel(NamedTuple):
    """Levels that stand for all units of a kind when they stand alone."""

    level: Level
    words: tuple[str, ...]
    example: str


class GroupNames(NamedTuple):
    """Of a known unit: a group stands for many units: a first word, words anywhere, or the whole name."""

    example: str
    first: tuple[str, ...]
    each: str
    anywhere: tuple[str, ...]
    last: tuple[str, ...]
    whole: tuple[str, ...]


class SteeringNames(NamedTuple):
    """A steering group. `bare` names several groups of one place, so that the plan tells them apart."""

    example: str
    last: tuple[str, ...]
    bare: tuple[str, ...]


class SeatsOfPosts(NamedTuple):
    """Seats and ranks behind a body in the words after a leader's name."""

    example: str
    seats: tuple[str, ...]


class UnitWords(NamedTuple):
    """All rows of units.toml."""

    bodies: WordRows[BodyEnding]
    alone: Listed
    places: Listed
    no_bodies: WordRows[Listed]
    bodies_after_all: WordRows[Listed]
    levels: WordRows[UnitLevel]
    group_heads: WordRows[Listed]
    group_tails: WordRows[Listed]
    group_nouns: WordRows[Listed]
    circles_alone: WordRows[Listed]
    groups: GroupNames
    steering: SteeringNames
    posts: SeatsOfPosts


@cache
def unit_words() -> UnitWords:
    """The words of units.toml, read once."""
    return read_table(UnitWords)
