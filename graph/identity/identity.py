"""Identity: which mentions are one unit, one person, one place.

Joined for certain: white space, width, brackets, 和 and 与, and the own place's name or level in front (镇社事办,
蓬莱镇社事办 and 社事办 in a plan of 蓬莱镇). Everything else is joined only by a stored decision.
"""

from typing import Literal

from graph.identity.scope import Scope
from graph.vocabulary.levels import PlaceLevel, level_words
from graph.vocabulary.units import unit_words
from graph.words.levels import VILLAGES, ending_of, level_of
from graph.words.names import name_form
from graph.words.short_cache import short_cache

UnitKind = Literal["body", "group", "steering"]


@short_cache(65536)
def unit_name(mention: str, scope: Scope) -> str:
    """The normal form of a unit's name as mentioned in a scope."""
    name = name_form(mention)
    if not scope.chain or unit_kind(name) == "group" or is_village(name):
        return name
    own = scope.chain[-1]
    found = ending_of(own)
    ending = found[0] if found else ""
    for start in range(len(scope.chain)):
        whole = "".join(scope.chain[start:])
        if name.startswith(whole) and name != whole:
            return _without_level(ending + name[len(whole) :], own)
    stem = own.removesuffix(ending)
    if len(stem) > 1 and name.startswith(stem) and body_ending(name[len(stem) :])[0]:
        return _without_level(name[len(stem) :], own)
    return _without_level(name, own)


@short_cache(65536)
def unit_kind(name: str) -> UnitKind:
    """Whether a unit's name (in normal form) is that of a body, of a group (各村) or of a steering group (领导小组)."""
    words = unit_words()
    groups = words.groups
    if name.endswith(words.steering.last) and not name.startswith(groups.first):
        return "steering"
    if (
        name in groups.whole
        or name.startswith(groups.first)
        or name.endswith(groups.last)
        or any(word in name for word in groups.anywhere)
    ):
        return "group"
    return "body"


@short_cache(65536)
def unit_level(name: str, scope: Scope) -> str:
    """The level of a unit: of the place that its name is (吊脚楼村) or begins with (县财政局), else of its scope."""
    own = level_of(name)
    if own in VILLAGES or own == "town":
        return own
    bare = name.lstrip(unit_words().groups.each)
    group = unit_kind(name) == "group"
    for level in level_words().level:
        for word in level.words:
            rest = bare[len(word) :]
            if bare.startswith(word) and (group or not rest or _speaks_of(rest, level)):
                return level.name
    return scope.level


@short_cache(65536)
def body_ending(name: str) -> tuple[str, str]:
    """What a body's name ends in, and the first ending of its kind (办 for 办公室 and 办); ("", "") if in none."""
    fitting = [
        (len(ending), ending, body.kind[-1])
        for body in unit_words().bodies
        for ending in body.kind
        if name.endswith(ending)
    ]
    return max(fitting)[1:] if fitting else ("", "")


def is_village(name: str) -> bool:
    """Whether a unit's name (in normal form) is that of one village or community, which is a place too."""
    return level_of(name) in VILLAGES and unit_kind(name) == "body"


def is_bare_group(name: str) -> bool:
    """Whether a steering group's name (in normal form) fits several of one place, so that its plan must tell it."""
    return name in unit_words().steering.bare


def _without_level(name: str, place: str) -> str:
    """The name without the word for the own place's level in front, where a name remains (镇社事办 is 社事办)."""
    own = ending_of(place)
    for level in level_words().level:
        if own is None or level.name != own[1].level:
            continue
        for word in level.words:
            rest = name[len(word) :]
            if place.endswith(word) and name.startswith(word) and len(rest) > 1 and _stands_alone(rest, level):
                return rest
    return name


def _speaks_of(rest: str, level: PlaceLevel) -> bool:
    """Whether a level word with this behind it is of the level: 县财政局 and 县委办 are, 市场监管局 is not."""
    return _stands_alone(rest, level) or rest.startswith(level_words().of_level)


def _stands_alone(rest: str, level: PlaceLevel) -> bool:
    """Whether what is behind a level word is a name by itself (乡村振兴办), and no part of a longer word (镇级)."""
    if rest.startswith(level.stands):
        return True
    return not rest.startswith(level.goes_on)
