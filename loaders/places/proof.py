"""Whether what looks like a place's name in running text is one.

Ordinary words end like places (隔离观察区, 智能网联示范省), so a name is proved by more than its ending:

- it is a province, a city or a county of today;
- or it is short, as names are, and of a level whose ending few words share (县, 镇, 乡);
- or it is short and the paper has bodies of its level that need no name (区教育局, 我区 in a paper of 栖凤区), or the
  place's own government or party committee.
"""

import re
from functools import cache

from graph.words.any_of import any_of
from graph.words.levels import ending_of, level_of, named_places, ranks
from graph.words.signs import HAN
from loaders.places.divisions import is_division
from loaders.places.names import stem_of
from loaders.vocabulary.places import place_words


def is_proved(name: str, paper: str = "") -> bool:
    """Whether a name with nothing above it is a place's for certain, or by what the text `paper` speaks of."""
    if is_division(name) or name in named_places():
        return True
    if _is_long(name):
        return False
    return not _is_doubtful(name) or speaks_of_own(name, paper) or _governs(name, paper)


def proved_chain(chain: tuple[str, ...], paper: str = "") -> tuple[str, ...]:
    """The places of a chain, largest first, without what only looks like one at its end (青石市 of 青石市封控区)."""
    while chain and not is_proved(chain[-1], paper):
        chain = chain[:-1]
    return chain


def speaks_of_own(name: str, paper: str) -> bool:
    """Whether a paper has bodies of the level of this name that need no name themselves (区教育局, 我区)."""
    ending = ending_of(name)
    return bool(paper) and ending is not None and bool(_own(ending[0]).search(paper))


def _governs(name: str, paper: str) -> bool:
    return any(f"{name}{body}" in paper for body in place_words().jurisdiction.governing)


def is_dated_place(name: str) -> bool:
    """Whether a name before a year (栖凤区2025年) is a place's: short, of a level that no list holds whole."""
    ending = ending_of(name)
    return ending is not None and len(ending[0]) == 1 and not _is_long(name)


def _is_long(name: str) -> bool:
    stems = place_words().stems
    stem = stem_of(name)
    return len(stem) > stems.longest_unknown and stems.ethnic not in stem


def _is_doubtful(name: str) -> bool:
    """Whether the name ends in what many words end in that name no place."""
    return name.endswith(place_words().stems.doubtful) and ranks().get(level_of(name), 9) <= ranks()["county"]


@cache
def _own(level: str) -> re.Pattern[str]:
    own = place_words().jurisdiction
    bodies = any_of(own.own_bodies)
    return re.compile(rf"(?:{any_of(own.own_heads)}){level}|(?<![{HAN}]){level}(?=[{HAN}]{{0,8}}?(?:{bodies}))")
