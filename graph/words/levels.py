"""Levels of places by their names: which one a name says, how they rank, which of them are villages."""

from collections.abc import Mapping
from functools import cache

from graph.vocabulary.levels import PlaceEnding, level_words
from graph.words.short_cache import short_cache

UNKNOWN = "unknown"
VILLAGES = frozenset({"village", "community"})
"""The lowest levels: a village and a community of a town are places of one kind."""


@short_cache(65536)
def level_of(name: str) -> str:
    """The level that a place's name says (蓬莱镇 is a town), "unknown" if none."""
    if name in named_places():
        return named_places()[name]
    ending = ending_of(name)
    return ending[1].level if ending else UNKNOWN


def ending_of(name: str, *, found: bool = False) -> tuple[str, PlaceEnding] | None:
    """The ending of a place's name with its row; None without one, or for one not `found` in running text."""
    for word, row in _endings().get(name[-1:], ()):
        if name.endswith(word) and len(name) - len(word) >= row.stem and (row.found or not found):
            return word, row
    return None


@cache
def named_places() -> Mapping[str, str]:
    """Names that do not end in what their level says (重庆市 is a province)."""
    names = level_words().names
    return dict.fromkeys(names.city, "city") | dict.fromkeys(names.province, "province")


@cache
def endings_of(level: str) -> tuple[str, ...]:
    """What names of places of a level end in; nothing for an unknown one."""
    return tuple(word for row in level_words().endings if row.level == level for word in row.words)


@cache
def ranks() -> Mapping[str, int]:
    """The rank of each level: 0 is the largest; village and community share the lowest."""
    names = [level.name for level in level_words().level]
    return {name: min(number, names.index("community")) for number, name in enumerate(names)}


def rank_of(level: str) -> int:
    """The rank of a level; an unknown one has the lowest."""
    return ranks().get(level, max(ranks().values()))


@cache
def _endings() -> Mapping[str, tuple[tuple[str, PlaceEnding], ...]]:
    """The endings with their rows by their last sign, in the order of the table."""
    groups: dict[str, list[tuple[str, PlaceEnding]]] = {}
    for row in level_words().endings:
        for word in row.words:
            groups.setdefault(word[-1], []).append((word, row))
    return {sign: tuple(found) for sign, found in groups.items()}
