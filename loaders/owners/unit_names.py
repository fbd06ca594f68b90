"""Tells a body (县水利局), a group (各乡镇) and a bare level (镇) from other words (`graph/vocabulary/units.toml`).

The tests are on names as written, of either width; a bracket behind a name does not count.
"""

from functools import cache

from graph.vocabulary.units import unit_words
from graph.words.brackets import pairs
from graph.words.fold import Folded, compact
from graph.words.levels import rank_of
from graph.words.short_cache import short_cache

LONGEST_NAME = 60  # characters of a unit's name, brackets included; the longest of seeds and corpus has 19
LONGEST_CIRCLE = 15  # characters behind 各 or 有关 that may still be a noun of units
KEPT = 16_384  # answers kept: papers name the same units again and again


@cache
def _endings() -> tuple[str, ...]:
    """What ends a unit's name that has words before it: the endings of bodies and of places."""
    return (*unit_words().bodies.words, *unit_words().places.words)


def plain(name: str) -> Folded:
    """The name folded, without white space, and without the brackets that stand at its end."""
    words = compact(name)
    while words.endswith(")"):
        start = _opening_of_last(words)
        if start <= 0:
            break
        words = Folded(words[:start])
    return words


@short_cache(KEPT)
def is_body(name: str) -> bool:
    """Whether the name is that of one body: a body's ending with words before it, or a body that needs none (妇联)."""
    return len(name) <= LONGEST_NAME and (_names_body(plain(name)) or _names_body(compact(name)))


def _names_body(words: str) -> bool:
    units = unit_words()
    if words in units.alone.words:
        return True
    if words in _whole() or _is_circle(words):
        return False
    no_body = words.endswith(units.no_bodies.words) and not words.endswith(units.bodies_after_all.words)
    return words.endswith(_endings()) and not no_body


@cache
def _whole() -> frozenset[str]:
    """Words that name no body by themselves: endings, half a name without words before them, and bare levels."""
    return frozenset((*_endings(), *unit_words().levels.words))


def is_place(name: str) -> bool:
    """Whether the name ends like a village, community or town and not like an office of it (吊脚楼村, 高仁乡)."""
    words = plain(name[:LONGEST_NAME])
    return not words.startswith("各") and words.endswith(unit_words().places.words)


@short_cache(KEPT)
def is_group(name: str) -> bool:
    """Whether the name means several units: each of a kind (各村), a described circle (有关部门), a bare level (村)."""
    if not name or len(name) > LONGEST_NAME:
        return False
    words = compact(name)
    return is_level(words) or _is_circle(words) or _is_circle(plain(words))


def is_level(name: str) -> bool:
    """Whether the name is nothing but a level (镇, 村（社区）), with or without 各 in front."""
    return level_rank(name) is not None


def level_rank(name: str) -> int | None:
    """The rank of a bare level, 0 for a province to 4 for a village, None for other words."""
    row = unit_words().levels.by_word.get(compact(name).removeprefix("各")) if len(name) <= LONGEST_NAME else None
    return rank_of(row.level) if row else None


def level_in_front(name: str) -> str:
    """The longest bare level that the name begins with (县(区)人民政府: 县(区)), folded; "" if none."""
    words = compact(name[:LONGEST_NAME]).removeprefix("各")
    return next((level for level in unit_words().levels.words if words.startswith(level)), "")


def is_unit(name: str) -> bool:
    """Whether the name is that of a body or of a group of them."""
    return is_body(name) or is_group(name)


def _is_circle(words: str) -> bool:
    """Whether the words describe several units: 各 or 有关 with a noun of units, or 部门 with words before it."""
    units = unit_words()
    if words.endswith(units.group_tails.words):
        return words not in units.group_tails.by_word or words in units.circles_alone.by_word
    rest = next((words[len(head) :] for head in units.group_heads.words if words.startswith(head)), "")
    if not rest or len(rest) > LONGEST_CIRCLE:
        return False
    nouns = units.group_nouns.words + _endings() + units.levels.words
    return rest.endswith(nouns) or plain(rest).endswith(nouns)


def _opening_of_last(words: Folded) -> int:
    """Where the bracket opens that closes with the last sign, -1 where none does."""
    return next((start for start, end in pairs(words).items() if end == len(words) - 1), -1)
