"""Levels of places, for readers and graph: what a name ends in, and the levels, the largest first."""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import WordRows, read_table

Level = Literal["province", "city", "county", "town", "community", "village"]


class PlaceEnding(NamedTuple):
    """An ending of names of places with its level; `stem` is the least number of characters before it."""

    words: tuple[str, ...]
    level: Level
    stem: int
    example: str
    found: bool = True


class LevelNames(NamedTuple):
    """Names that do not end in what their level says, or bear another level than their ending."""

    example: str
    province: tuple[str, ...]
    city: tuple[str, ...]


class PlaceLevel(NamedTuple):
    """A level: its words before a unit (镇社事办), with `goes_on` behind part of a longer one (市场监管所)."""

    name: Level
    words: tuple[str, ...]
    goes_on: tuple[str, ...]
    example: str
    stands: tuple[str, ...] = ()


class LevelWords(NamedTuple):
    """All rows of levels.toml."""

    of_level: tuple[str, ...]
    not_before: tuple[str, ...]
    endings: WordRows[PlaceEnding]
    names: LevelNames
    level: WordRows[PlaceLevel]


@cache
def level_words() -> LevelWords:
    """The words of levels.toml, read once."""
    return read_table(LevelWords)
