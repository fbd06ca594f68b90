"""Tells a body (县水利局), a group (各乡镇) and a bare level (镇) from other words, by the endings in `units.toml`.

The tests are on names as written, of either width; a bracket behind a name does not count.
"""

from functools import cache, lru_cache

from graph.words.fold import fold, squeeze
from loaders.vocabulary import table

LONGEST_NAME = 60
LONGEST_CIRCLE = 15
KEPT = 16_384  # answers kept: papers name the same units again and again


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(word for row in table("units")[section] for word in row["words"])


@cache
def _endings() -> tuple[tuple[str, ...], frozenset[str]]:
    rows = table("units")["bodies"]
    alone = frozenset(word for row in rows if row.get("alone") for word in row["words"])
    return tuple({word for row in rows for word in row["words"]}), alone


@cache
def _ranks() -> dict[str, int]:
    return {word: row["rank"] for row in table("units")["levels"] for word in row["words"]}


def plain(name: str) -> str:
    """The name folded, without white space, and without the brackets that stand at its end."""
    words = squeeze(fold(name))
    while words.endswith(")"):
        start = _opening_of_last(words)
        if start <= 0:
            break
        words = words[:start]
    return words


@lru_cache(maxsize=KEPT)
def is_body(name: str) -> bool:
    """Whether the name is that of one body: a body's ending with words before it, or a body that needs none (妇联)."""
    return len(name) <= LONGEST_NAME and (_names_body(plain(name)) or _names_body(squeeze(fold(name))))


def _names_body(words: str) -> bool:
    endings, alone = _endings()
    if words in alone:
        return True
    if words in endings or words in _words("half") or words in _ranks() or _is_circle(words):
        return False
    no_body = words.endswith(tuple(_words("no_bodies"))) and not words.endswith(tuple(_words("bodies_after_all")))
    return words.endswith(endings) and not no_body


def is_place(name: str) -> bool:
    """Whether the name ends like a village, community or town and not like an office of it (吊脚楼村, 高仁乡)."""
    words = plain(name[:LONGEST_NAME])
    row = next(row for row in table("units")["bodies"] if row.get("places"))
    return not words.startswith("各") and words.endswith(tuple(row["words"]))


@lru_cache(maxsize=KEPT)
def is_group(name: str) -> bool:
    """Whether the name means several units: each of a kind (各村), a described circle (有关部门), a bare level (村)."""
    if not name or len(name) > LONGEST_NAME:
        return False
    words = squeeze(fold(name))
    return is_level(words) or _is_circle(words) or _is_circle(plain(words))


def is_level(name: str) -> bool:
    """Whether the name is nothing but a level (镇, 村（社区）), with or without 各 in front."""
    return level_rank(name) is not None


def level_rank(name: str) -> int | None:
    """The rank of a bare level, 1 for a province to 5 for a village, None for other words."""
    return _ranks().get(squeeze(fold(name)).removeprefix("各")) if len(name) <= LONGEST_NAME else None


def level_in_front(name: str) -> str:
    """The longest bare level that the name begins with (县(区)人民政府: 县(区)), folded; "" if none."""
    words = squeeze(fold(name[:LONGEST_NAME])).removeprefix("各")
    return max((level for level in _ranks() if words.startswith(level)), key=len, default="")


def is_complete(name: str) -> bool:
    """Whether the name can stand by itself in a list that is parted by blanks."""
    return is_body(name) or is_group(name)


def _is_circle(words: str) -> bool:
    """Whether the words describe several units: 各 or 有关 with a noun of units, or 部门 with words before it."""
    tails = tuple(_words("group_tails"))
    if words.endswith(tails):
        return words not in tails or words in _words("circles_alone")
    rest = next((words[len(head) :] for head in _words("group_heads") if words.startswith(head)), "")
    if not rest or len(rest) > LONGEST_CIRCLE:
        return False
    nouns = tuple(_words("group_nouns")) + _endings()[0] + tuple(_ranks())
    return rest.endswith(nouns) or plain(rest).endswith(nouns)


def _opening_of_last(words: str) -> int:
    depth = 0
    for position in range(len(words) - 1, -1, -1):
        if words[position] == ")":
            depth += 1
        elif words[position] == "(":
            depth -= 1
            if depth == 0:
                return position
    return -1
