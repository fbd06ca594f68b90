"""The names of places: whether words are one, of which level, and which places above it they name as well.

A name is a stem and an ending (吊脚楼 + 村). `大英县蓬莱镇吊脚楼村` is the name 吊脚楼村 below 大英县 and 蓬莱镇. Words
that only look like names (合并村, 各乡镇, 园区) are none; the table of them is `vocabulary/places.toml`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.vocabulary.levels import level_words
from graph.words.any_of import any_of
from graph.words.levels import ending_of, level_of, named_places, ranks
from graph.words.short_cache import short_cache
from graph.words.signs import HAN, is_han
from loaders.places.divisions import division_ends, is_division
from loaders.vocabulary.places import place_words

LONGEST = 48  # characters of a place's name with the places above it; a name alone has 7 at most in seeds and corpus
_LISTED = (2, 3)  # characters of a stem that running text would part, in a list (下乡, 让家溪村)
_DOUBTFUL = 3  # characters of the stem of a name that only its place in a sentence proves (县前村, 中心桥镇)
_SHORT_NAME = 2  # 沙市, which names nothing above another place
_LONGER_NAME = 3  # 石村镇: what ends before its third character (石村) may be the head of a longer name
KEPT = 16_384  # answers kept: papers name the same places again and again


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name, its level (village … province) and the places above it that stand before it, largest first."""

    name: str
    level: str
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _NameRules:
    """What of the tables is tested on each name, as the tests take it."""

    offices: tuple[tuple[str, str], ...]
    inside: re.Pattern[str]
    never_inside: re.Pattern[str]
    listed_inside: re.Pattern[str]
    listed_first: tuple[str, ...]
    listed_last: tuple[str, ...]
    last_sign: re.Pattern[str]
    may_begin: re.Pattern[str]
    may_end: frozenset[str]
    generic_stems: frozenset[str]
    generic_words: frozenset[str]
    real: frozenset[str]


@cache
def _rules() -> _NameRules:
    words, levels = place_words(), level_words()
    stems, generic, offices, signs = words.stems, words.generic, words.offices, frozenset(words.listed.signs)
    of_levels = (("village", offices.village), ("community", offices.community), ("town", offices.town))
    found = [word for row in levels.endings if row.found for word in row.words]
    inside = (*stems.never_inside, *stems.rarely_inside)
    last_signs = {word[-1] for word in (*found, *named_places())}
    others = (*(word for listed in of_levels for word in listed[1]), *generic.below, *generic.real)
    last_sign = f"[{re.escape(''.join(sorted(last_signs)))}]"
    return _NameRules(
        offices=tuple((word, level) for level, listed in of_levels for word in listed),
        inside=re.compile(any_of(inside)),
        never_inside=re.compile(any_of(stems.never_inside)),
        listed_inside=re.compile(any_of(word for word in inside if word not in signs)),
        listed_first=tuple(word for word in stems.never_first if word not in signs),
        listed_last=tuple(word for word in stems.never_last if word not in signs),
        last_sign=re.compile(last_sign),
        may_begin=re.compile(f"[{HAN}]{{1,{stems.longest_ethnic + 2}}}?{last_sign}"),
        may_end=frozenset(last_signs) | {word[-1] for word in others} | division_ends(),
        generic_stems=frozenset(generic.stems),
        generic_words=frozenset(generic.words),
        real=frozenset(generic.real),
    )


def stem_of(name: str) -> str:
    """The name without its ending (吊脚楼 of 吊脚楼村)."""
    ending = ending_of(name, found=True)
    return name.removesuffix(ending[0]) if ending else name


def is_name(words: str) -> bool:
    """Whether the words are a place's own name, with nothing above it and nothing else around it."""
    return len(words) <= LONGEST and _is_name(words, below=False)


def parse_place(words: str, *, listed: bool = False) -> PlaceName | None:
    """The place that these words name and nothing else, or None. An office behind it (村民委员会) is dropped.

    `listed` tells that the words stand alone in a list of places, so that 郊区 and 向阳镇 are names.
    """
    if not 1 < len(words) <= LONGEST or words[-1] not in _rules().may_end:
        return None
    if listed and words in place_words().generic.below:
        return PlaceName(words, level_of(words))
    return _place(words, listed=listed)


@short_cache(KEPT)
def _place(words: str, *, listed: bool) -> PlaceName | None:
    name = _without_office(words)
    found = _parse(name, 0, "", ())
    if found is None and listed and _is_listed_name(name):
        return PlaceName(without_class(name), level_of(name))
    return found


def _is_listed_name(words: str) -> bool:
    """Whether words that running text would part (向 + 阳镇, 下乡) are a name where they stand alone in a list."""
    stems, listed, ending = place_words().stems, place_words().listed, ending_of(words, found=True)
    if ending is None or not is_han(words):
        return False
    stem = words.removesuffix(ending[0])
    if stem.startswith(listed.stems):
        return len(stem) <= _LISTED[1] + 1
    short = _LISTED[0] <= len(stem) <= _LISTED[1] or stems.ethnic in stem
    generic = _is_generic(words, stem) and not words.endswith(listed.endings)
    return short and not generic and not _holds_listed_words(stem)


def _holds_listed_words(stem: str) -> bool:
    """Whether the stem holds words of a sentence, other than the signs that also begin or end names (向阳, 福全)."""
    rules = _rules()
    if stem.endswith(rules.listed_last) or stem.startswith(rules.listed_first):
        return True
    return rules.listed_inside.search(stem) is not None


def could_be_name(words: str) -> bool:
    """Whether words that running text would part end like a place, so that they are a name where a verb of change or
    the names beside them prove it (发展镇 in 将发展镇并入东山镇).
    """
    ending = ending_of(words, found=True)
    stem = words.removesuffix(ending[0]) if ending else ""
    if not 1 <= len(stem) <= _DOUBTFUL or not is_han(stem) or _rules().never_inside.search(stem):
        return False
    return stem not in _rules().generic_stems and words not in _rules().generic_words


def is_generic(words: str, *, given: bool = False) -> bool:
    """Whether the words end like words for a kind of places (示范村); 自强镇 only seems to be a 强镇.

    So does 马街区, where it is `given` by a 县, of which a 区 was a level of its own.
    """
    ending = next((word for word in place_words().generic.endings if words.endswith(word)), "")
    crossing = len(ending) == _SHORT_NAME and len(stem_of(words)) == _SHORT_NAME
    return bool(ending) and not (crossing and (given or not words.endswith("区")))


def is_generic_stem(words: str) -> bool:
    """Whether the words describe places and name none (相邻, 我, 三个)."""
    return words in _rules().generic_stems or words.endswith(place_words().generic.stem_endings)


def holds_phrase(words: str) -> bool:
    """Whether the words hold a phrase of a sentence that no name holds (同意, 以下), more than one sign of it."""
    return any(len(match[0]) > 1 for match in _rules().never_inside.finditer(words))


def may_be_stem(words: str) -> bool:
    """Whether the words may be a name without its ending (西贾 of 西贾、东贾2个村)."""
    return is_han(words) and not _holds_sentence_words(words) and words not in _rules().generic_stems


def is_glued(name: str) -> bool:
    """Whether running text may have glued the name together (统筹城乡)."""
    return name.endswith(place_words().generic.glued)


def may_begin_place(words: str, position: int = 0) -> bool:
    """Whether a sign in which names end stands so near behind `position` that a place's name may begin there."""
    return _rules().may_begin.match(words, position) is not None


def may_hold_name(words: str) -> bool:
    """Whether the words hold a sign in which names end."""
    return _rules().last_sign.search(words) is not None


def leading_places(words: str) -> tuple[str, ...]:
    """The places, largest first, with which the words begin (大英县蓬莱镇党政办 → 大英县, 蓬莱镇); () if none."""
    if not may_begin_place(words):
        return ()
    found: list[str] = []
    position = 0
    while (end := _first_name(words, position, found[-1] if found else "")) is not None:
        name = words[position:end]
        found.append(name)
        position = end
    return tuple(found)


def _parse(words: str, position: int, above: str, chain: tuple[str, ...]) -> PlaceName | None:
    """The rest of the words from `position` as a chain of names of falling rank below `above`."""
    last = min(len(words) - 2, position + place_words().stems.longest_ethnic + 2)
    for sign in _rules().last_sign.finditer(words, position + 1, last):
        end = sign.end()
        name = words[position:end]
        if _may_stand_below(name, above) and _may_be_above(name):
            below = _parse(words, end, name, (*chain, name))
            if below:
                return below
    name = words[position:]
    if _is_name(name, below=bool(chain)) and _may_stand_below(name, above):
        return PlaceName(without_class(name), level_of(name), chain)
    return None


def _first_name(words: str, position: int, above: str) -> int | None:
    """Where the shortest name that begins at `position` ends; None if none does."""
    last = min(len(words), position + place_words().stems.longest_ethnic + 3)
    for sign in _rules().last_sign.finditer(words, position + 1, last):
        end = sign.end()
        name = words[position:end]
        if _is_name(name, below=bool(above)) and not _goes_on(words, position, end) and _may_stand_below(name, above):
            return end
    return None


@cache
def _endings_by_first() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The endings found in running text, with their levels, by their first sign."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for row in level_words().endings:
        for word in row.words if row.found else ():
            groups.setdefault(word[0], []).append((word, row.level))
    return {sign: tuple(found) for sign, found in groups.items()}


def _goes_on(words: str, start: int, end: int) -> bool:
    """Whether the name that seems to end at `end` is the head of a longer one: 石村 of 石村镇, 古县 of 古县镇.

    No city and no province is called so that the list of divisions lacks (景德镇市, but 青石县 of 青石县市容中心), and
    none by an ending that is the beginning of another word (青溪镇 of 青溪镇区划).
    """
    near = _endings_by_first().get(words[end : end + 1])
    if near is None:
        return False
    following = [(ending, level) for ending, level in near if words.startswith(ending, end)]
    if not following:
        return False
    ending, level = following[0]
    own, next_rank = ranks().get(level_of(words[start:end]), 9), ranks()[level]
    if next_rank <= ranks()["city"] and end - start >= _LONGER_NAME:
        return is_division(words[start : end + len(ending)])
    if next_rank < own and end - start >= _LONGER_NAME:  # 青溪镇区划
        return not words.startswith(place_words().stems.never_next, end + len(ending))
    return end - start < _LONGER_NAME or next_rank == own == ranks()["village"]


def _may_stand_below(name: str, above: str) -> bool:
    """Levels fall; only a city may stand below a city or a prefecture (苏州市昆山市, 凉山州西昌市).

    A 区 below a 县 was a level of its own once (青禾县柳湾区).
    """
    own = ranks().get(level_of(name), 9)
    rank = ranks()[level_of(above)] if above else -1
    if own == rank and above.endswith("县"):
        return name.endswith("区")
    return rank < own <= ranks()["village"] or (own == rank == ranks()["city"] and name.endswith("市"))


def _may_be_above(name: str) -> bool:
    """A name in front of another has two characters before 市, 区 or 旗 (沙市区 is one name)."""
    return _is_name(name, below=False) and (len(name) > _SHORT_NAME or name[-1] not in place_words().stems.two_before)


@lru_cache(KEPT)
def _is_name(words: str, *, below: bool) -> bool:
    rules = _rules()
    if words in place_words().generic.below:
        return below
    if words in named_places() or words in rules.real or is_division(words):
        return True
    ending = ending_of(words, found=True)
    if ending is None or not is_han(words):
        return False
    stem, stems = words[: -len(ending[0])], place_words().stems
    if len(stem) > (stems.longest_ethnic if stems.ethnic in stem else stems.longest):
        return False
    return not _is_generic(words, stem) and not _holds_sentence_words(stem)


def _is_generic(words: str, stem: str) -> bool:
    rules = _rules()
    if stem in rules.generic_stems or stem.endswith(place_words().generic.stem_endings):
        return True
    return words in rules.generic_words or words.endswith(place_words().generic.endings)


def _holds_sentence_words(stem: str) -> bool:
    stems = place_words().stems
    if stem.endswith(stems.never_last) or _rules().inside.search(stem):
        return True
    return stem.startswith(stems.never_first) and not stem.startswith(stems.first_exceptions)


def _without_office(words: str) -> str:
    """甲村村民委员会 and 甲村委会 → 甲村; 通仙社区居民委员会 → 通仙社区; 淙城街道办事处 → 淙城街道."""
    for office, level in _rules().offices:
        if words.endswith(office) and len(words) > len(office) + 1:
            rest = words[: -len(office)]
            ending = ending_of(rest, found=True)
            if ending and ending[1].level == level:
                return rest
    return words


def without_class(name: str) -> str:
    """玛璜行政村 → 玛璜村, 严家村行政村 → 严家村."""
    plain = place_words().plain_class
    for word in plain.words:
        if name.endswith(word):
            stem: str = name[: -len(word)]
            return stem if stem.endswith(plain.plain) else f"{stem}{plain.plain}"
    return name
