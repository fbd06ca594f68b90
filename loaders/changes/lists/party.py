"""One place of a list in words about changes: `原东河县的甲乡（不含丙村）` is 甲乡, given by 东河县, without a piece.

What stands around the name is taken off first: brackets, 原 and 新的, 等 and 的行政区域, the place that gives it, and
the words for a piece of it. Words are folded (half-width signs) and hold no blanks.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.statements import Share
from graph.words.any_of import any_of
from graph.words.levels import level_of, ranks
from graph.words.numerals import COUNTING_SIGNS
from graph.words.signs import HAN
from loaders.changes.lists.around import (
    OF,
    DescribedSign,
    of_a_piece,
    read_described,
    without_brackets,
    without_prefixes,
    without_tails,
)
from loaders.places.names import (
    PlaceName,
    could_be_name,
    is_generic_stem,
    leading_places,
    may_be_stem,
    parse_place,
    stem_of,
)
from loaders.vocabulary.changes import change_words

NEW = "新"
_LONGEST_BARE = 6  # characters of a name without its ending (西贾 of 西贾、东贾2个村)


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """One place of a list.

    Its name is without the places `above`; `giver` is the nearest place that it is said to be of and `giver_above`
    those above that one; `former` tells that it was called 原, `part` holds the words for a piece of it; `rank_said`
    tells that words in front (县级, 地级) say its level; one that is not `sure` holds words that running text would
    part.
    """

    name: str
    level: str
    above: tuple[str, ...] = ()
    giver: str = ""
    former: bool = False
    share: Share = "whole"
    part: str = ""
    giver_above: tuple[str, ...] = ()
    rank_said: bool = False
    sure: bool = True

    def piece(self, part: str) -> "ListedPlace":
        """A piece of this place, called so."""
        return replace(self, share="part", part=part)


@cache
def _piece() -> re.Pattern[str]:
    """A place and the words behind it for a piece of it: 甲镇部分区域, 甲村1组, 甲村上湾自然村."""
    lists, behind = change_words().lists, any_of(change_words().parts.behind_name)
    groups = groups_of_a_village().pattern
    return re.compile(rf"(.+?[{lists.piece_signs}]){OF}?((?:{behind}).*|{groups}.*|[{HAN}]{{1,8}}{lists.hamlet})")


@cache
def groups_of_a_village() -> re.Pattern[str]:
    """The pattern of numbered groups below a village (第3、4村民小组, 五组、六组)."""
    group = any_of(change_words().parts.groups)
    return re.compile(rf"第?[\d{COUNTING_SIGNS}](?:[\d{COUNTING_SIGNS}第、,和及与至到\-]|{group})*(?:{group})")


def read_party(chunk: str, previous: ListedPlace | None) -> ListedPlace | None:
    """The place that a part of a list names, None if none; `previous` is the one before it in the list."""
    described = read_described(chunk)
    if described:
        return _described(described, previous)
    words, part = without_brackets(chunk)
    core = without_tails(words)
    words, former, level = without_prefixes(core)
    if core.startswith(NEW) and core != words:
        previous = None  # 和新设立的甲区: nobody gave it
    came = _came_from().match(words)
    if came:
        words, former = f"{came[1]}{OF}{words[came.end() :]}", True
    giver, own = split_giver(words)
    if own is None:
        return None
    piece = _piece().fullmatch(own)
    if piece and not parse_place(own):
        own, part = piece[1], piece[2]
    own, also_former, own_level = without_prefixes(own)
    above = leading_places(own)
    last = own[sum(map(len, above)) :]
    place = _chained(above, last) or parse_place(own, listed=True) or _bare(above, last) or _doubtful(own, above, last)
    if place is None:
        return None
    said = (own_level or level) if level_of(place.name) == "city" else ""
    listed = ListedPlace(
        name=place.name,
        level=said or place.level,
        above=place.above,
        former=former or also_former,
        share="part" if part else "whole",
        part=part,
        rank_said=bool(said),
        sure=not place.level or parse_place(own, listed=True) is not None,
    )
    return give(listed, giver or place.above, previous)


@cache
def _came_from() -> re.Pattern[str]:
    """从乙市划入的, before what came from there."""
    givers = change_words().givers
    return re.compile(f"(?:{any_of(givers.words)})([^{OF}]+?)(?:{any_of(givers.came)}){OF}")


def _described(described: DescribedSign, previous: ListedPlace | None) -> ListedPlace | None:
    """小（氵奚）村: read with the first part in the place of the sign."""
    stand_in = described.parts[0] + described.behind
    place = read_party(described.before + stand_in, previous)
    if place is None or not place.name.endswith(stand_in):
        return None
    return replace(place, name=f"{place.name.removesuffix(stand_in)}（{described.parts}）{described.behind}")


def give(place: ListedPlace, givers: tuple[str, ...], previous: ListedPlace | None) -> ListedPlace:
    """The place with who gives it: its own `givers`, else those of the place before it that stand above it."""
    givers = givers or _givers_before(previous, place)
    return replace(
        place,
        above=place.above or _above_of(previous, place),
        giver=givers[-1] if givers else "",
        giver_above=givers[:-1],
    )


def _givers_before(previous: ListedPlace | None, place: ListedPlace) -> tuple[str, ...]:
    """青石县白水镇的甲村和红岩镇: what gave the place before may give this one only where it stands above it."""
    if previous is None or not previous.giver:
        return ()
    return tuple(name for name in (*previous.giver_above, previous.giver) if _stands_above(name, place))


def _above_of(previous: ListedPlace | None, place: ListedPlace) -> tuple[str, ...]:
    """东河县甲乡、乙乡: the places above the one before, where they may stand above this one too."""
    if previous is None or not previous.above:
        return ()
    return previous.above if _stands_above(previous.above[-1], place) else ()


def _stands_above(name: str, place: ListedPlace) -> bool:
    """Whether a place of this name may be above another: of a higher level, or a 县 above a 区."""
    return ranks().get(level_of(name), 9) < ranks().get(place.level, 9) or is_above_district(name, place.name)


def is_above_district(name: str, below: str) -> bool:
    """Whether the names are those of a 县 and a 区, which was a level of its own below it once."""
    return name.endswith("县") and below.endswith("区") and level_of(below) == "county"


def split_giver(words: str) -> tuple[tuple[str, ...], str | None]:
    """`东河县的甲乡` → (东河县), 甲乡; `甲县的行政区域` → (), 甲县; None for the second where the words fit neither."""
    left, found, right = words.rpartition(OF)
    if not found or groups_of_a_village().match(right):
        return (), words
    if not right or right in change_words().territory.regions:
        return split_giver(left)
    whole, _, _ = without_prefixes(without_tails(left).replace(OF, ""))
    if is_generic_stem(whole):  # 相邻的甲村
        return (), right
    place = parse_place(whole, listed=True) or _doubtful_giver(whole)
    if place is None:
        return (), None
    if of_a_piece(right) and not parse_place(right):
        return (), f"{left}{right}"
    return (*place.above, place.name), right


def _chained(above: tuple[str, ...], own: str) -> PlaceName | None:
    """A name behind places above that running text would part (东山县平安镇), which alone seems to be one long name."""
    place = parse_place(own, listed=True) if above and len(stem_of(own)) > 1 else None
    return PlaceName(place.name, place.level, above) if place and not place.above else None


def _doubtful_giver(words: str) -> PlaceName | None:
    above = leading_places(words)
    return _doubtful(words, above, words[sum(map(len, above)) :])


def _doubtful(words: str, above: tuple[str, ...], own: str) -> PlaceName | None:
    """A name that only the names beside it or the verb prove (发展镇), perhaps behind places above."""
    if words.endswith(change_words().lists.offices) and may_be_stem(words):
        return PlaceName(words, "town")
    return PlaceName(own, level_of(own), above) if could_be_name(own) else None


def _bare(above: tuple[str, ...], own: str) -> PlaceName | None:
    """A name without an ending (西贾 of 西贾、东贾2个村), perhaps behind places above; what follows tells its level."""
    if (
        not 1 <= len(own) <= _LONGEST_BARE
        or own.endswith(change_words().lists.institutions)
        or level_of(own) != "unknown"
    ):
        return None
    return PlaceName(own, "", above) if may_be_stem(own) else None
