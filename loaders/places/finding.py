"""The places that words name: villages and towns in a task, the place that a paper speaks for, a name's level.

Running Chinese has no blanks, so a name is taken only where both its ends are certain: a whole word between signs, a
name behind another (蓬莱镇吊脚楼村), behind 在 or 包括, or in a list. A name that cannot be told is left out.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.words.any_of import any_of
from graph.words.levels import level_of
from graph.words.signs import HAN
from loaders.places.jurisdiction import read_jurisdiction
from loaders.places.names import is_glued, leading_places, may_hold_name, parse_place
from loaders.places.proof import is_proved, proved_chain
from loaders.vocabulary.places import place_words

__all__ = ["find_places", "level_of", "read_jurisdiction"]

_RUN = re.compile(f"[{HAN}]+")
_REACH = 60  # characters looked at for one chain of names


@cache
def _before() -> re.Pattern[str]:
    return re.compile(any_of(place_words().tasks.before))


def find_places(words: str) -> tuple[str, ...]:
    """The villages, communities, towns … that these words name for certain, each once, without the place above.

    `蓬莱镇吊脚楼村、红林村` gives 吊脚楼村, 红林村; general words (合并村, 各乡镇) give none.
    """
    found: list[str] = []
    runs = list(_RUN.finditer(words))
    whole = words.strip()
    listed = False
    for index, run in enumerate(runs):
        if not may_hold_name(run[0]):
            listed = False
            continue
        following = runs[index + 1] if index + 1 < len(runs) else None
        goes_on = following is not None and words[run.end() : following.start()] == "、"
        alone = run[0] == whole
        heads_list = goes_on and following is not None and _name_at(following[0], 0) is not None
        names = list(_names_in(run[0], certain=listed or alone or heads_list))
        found.extend(names)
        listed = bool(names) and goes_on
    return tuple(dict.fromkeys(found))


def _names_in(run: str, *, certain: bool) -> Iterator[str]:
    """The names in a run of 汉字; `certain` tells that one begins with it (in a list, or the words are the run)."""
    position = 0
    for start, sure in [(0, certain), *((match.end(), True) for match in _before().finditer(run))]:
        if start < position:
            continue
        for name, end in _names_from(run, start, certain=sure):
            yield name
            position = end


def _names_from(run: str, start: int, *, certain: bool) -> Iterator[tuple[str, int]]:
    """The names one behind another from `start` (福寿村至忠荣村), each with its end."""
    while (found := _name_at(run, start)) is not None:
        name, end, chained = found
        link = next((word for word in place_words().tasks.between if run.startswith(word, end)), "")
        follows = _name_at(run, end + len(link)) if link else None
        if not (certain or chained or follows):
            return
        yield name, end
        if follows is None:
            return
        start, certain = end + len(link), True


def _name_at(run: str, start: int) -> tuple[str, int, bool] | None:
    """The name that begins at `start`, its end, and whether places above stand before it."""
    rest = run[start : start + _REACH]
    whole = parse_place(rest) if start + len(rest) == len(run) else None
    if whole and is_proved(whole.name) and (whole.above or not is_glued(whole.name)):
        return whole.name, len(run), bool(whole.above)
    chain = proved_chain(leading_places(rest))
    end = start + sum(map(len, chain))
    if not chain or run.startswith(place_words().stems.never_next, end) or (len(chain) == 1 and is_glued(chain[0])):
        return None
    return chain[-1], end, len(chain) > 1
