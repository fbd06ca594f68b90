"""Counted runs of a list: names that a count with a class word of places proves, whatever they end in or hold.

    run = [giver] name { joint name } count

瓦厂、五里店、前院和后院4个村 names four villages: the number says how many names stand before it, and so also where 和
parts two of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph.words.any_of import any_of
from graph.words.levels import level_of, ranks
from graph.words.signs import is_han
from loaders.changes.lists.around import OF, without_prefixes, without_tails
from loaders.changes.lists.counts import Count, find_count
from loaders.changes.lists.party import ListedPlace, give, split_giver
from loaders.places.names import holds_phrase, leading_places
from loaders.vocabulary.changes import change_words

_LONGEST_NAME = 8  # characters of a counted name
_MOST = 300  # names looked back at before a count
_MOST_SHORT = 10  # before one without 个 (甲、乙两村)
_SHORT_PLACE = 2  # 古县, which gives nothing behind it in a counted name (古县店)


class Part(NamedTuple):
    """The words between two joints of a list; `held` tells that 及其所辖 stands before them."""

    words: str
    held: bool = False


@dataclass(frozen=True, slots=True)
class CountedRun:
    """The words of the names that a count proves, from part `first` of the list on, and the count."""

    first: int
    names: tuple[str, ...]
    count: Count


def count_of(part: Part) -> tuple[str, Count] | None:
    """The words of a part before the count at its end, and the count; None without one."""
    core = without_tails(part.words)
    count = find_count(core)
    return (core[: count.start], count) if count else None


def counted_run(parts: Sequence[Part], last: int, behind: int, counted: tuple[str, Count]) -> CountedRun | None:
    """The run that the count at the end of part `last` closes; `behind` is the part after the run before."""
    rest, count = counted
    if not rest or rest.endswith(OF):
        return None
    behind = max(behind, last - _MOST) if count.plain else max(behind, last - _MOST_SHORT)
    words = [*(part.words for part in parts[behind:last]), rest]
    start = len(words) - 1
    while start and len(words) - start < count.number and not _begins(parts[behind + start]):
        if _of_another_class(words[start - 1], count):
            break
        start -= 1
    names = _as_many(words[start:], count)
    if names is None and start:
        start = max(0, len(words) - count.number)
        names = (
            None if any(part.held for part in parts[behind + start + 1 : last + 1]) else _as_many(words[start:], count)
        )
    if names is None or (not count.plain and not _may_be_short(names, count)):
        return None
    return CountedRun(behind + start, names, count)


def read_run(run: CountedRun, before: ListedPlace | None) -> list[ListedPlace] | None:
    """The places of a run; None where what stands there cannot be names."""
    found: list[ListedPlace] = []
    for words in run.names:
        place = _read_name(words, run.count, found[-1] if found else before)
        if place is None:
            return None
        found.append(place)
    return found


def _begins(part: Part) -> bool:
    return part.held or OF in part.words


def _of_another_class(words: str, count: Count) -> bool:
    """Whether a name before ends like a place of another level (柳湾镇、石桥、北坡2个乡)."""
    level = level_of(words)
    return level != "unknown" and ranks()[level] != ranks()[count.level]


def _as_many(words: list[str], count: Count) -> tuple[str, ...] | None:
    """The words as just so many names as are counted, parted at 和 where that needs it; 等 allows for fewer."""
    missing = count.number - len(words)
    if missing <= 0:
        return tuple(words) if not missing else None
    joints = [(index, joint) for index in reversed(range(len(words))) if (joint := _joint(words[index])) is not None]
    if len(joints) < missing:
        return tuple(words) if count.open_ else None
    for index, (start, end) in joints[:missing]:
        words = [*words[:index], words[index][:start], words[index][end:], *words[index + 1 :]]
    return tuple(words)


def _joint(words: str) -> tuple[int, int] | None:
    """Where a conjunction stands inside the words: the first that leaves two signs on both sides, else any."""
    found = [
        (match.start(1), match.end(1)) for match in _conjunctions().finditer(words, 1) if match.end(1) < len(words)
    ]
    return next(((start, end) for start, end in found if start > 1 and end < len(words) - 1), next(iter(found), None))


@cache
def _conjunctions() -> re.Pattern[str]:
    return re.compile(f"(?=({any_of(change_words().lists.conjunctions)}))")


def _may_be_short(names: tuple[str, ...], count: Count) -> bool:
    """甲、乙两村: without 个 a count stands behind names of one kind, all without their ending or all with it.

    东一村、东二村 are two names.
    """
    return len(names) > 1 and len({ranks().get(level_of(name)) == ranks()[count.level] for name in names}) == 1


def _read_name(words: str, count: Count, previous: ListedPlace | None) -> ListedPlace | None:
    words, former, _ = without_prefixes(words)
    givers, own = split_giver(words)
    if own is None:
        return None
    above = () if givers else _above(own, count)
    own = own[sum(map(len, above)) :]
    own, also_former, _ = without_prefixes(own)
    if not 1 <= len(own) <= _LONGEST_NAME or not is_han(own) or holds_phrase(own):
        return None
    level = level_of(own)
    level = level if ranks().get(level) == ranks()[count.level] else count.level
    place = ListedPlace(own, level, above, former=former or also_former)
    return give(place, givers or above, previous)


def _above(words: str, count: Count) -> tuple[str, ...]:
    """The places above in front of a counted name (大英县蓬莱镇瓦厂); 古县 of 古县店 is none."""
    chain = leading_places(words)
    while chain and (
        ranks()[level_of(chain[-1])] >= ranks()[count.level]
        or len(chain[-1]) <= _SHORT_PLACE
        or len("".join(chain)) > len(words) - 2
    ):
        chain = chain[:-1]
    return chain
