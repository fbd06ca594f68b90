"""Whether a page can be parsed at once: the parser takes time and memory by the square of the depth of tags, of those
of letters that are never closed, and of some others. Others are parsed in a worker process that may be ended.

Tags are counted as the parser would at worst: a closing tag ends nothing outside the table in which it stands.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)([a-z][\w:-]{0,40})", re.IGNORECASE)
_NAMES_ENDING = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot "
    "option optgroup colgroup rt rp html head body"
)
_ENDS_BY_ITSELF = frozenset(_NAMES_ENDING.split())
"""Tags of elements that hold nothing, or that end where the next begins."""
_LETTERS = frozenset(
    "a b big code em font i nobr s small strike strong tt u".split()  # noqa: SIM905 - a list of tags
)
_DEEPEST = 300
_MOST_LETTERS = 40
_MOST_OPTIONS = 1_000
_LONGEST_TAG = 4_000
"""Characters of a tag that may hold so many attributes that they take long."""


@dataclass(slots=True)
class _Open:
    """The elements that stand open, by their tags, in a table or outside of all."""

    tags: Counter[str] = field(default_factory=Counter)
    depth: int = 0
    letters: int = 0

    def add(self, tag: str, number: int = 1) -> None:
        """Elements of a tag begin, or as many end."""
        self.tags[tag] += number
        self.depth += number
        self.letters += number if tag in _LETTERS else 0


def is_harmless(characters: str) -> bool:
    """Whether parsing takes no longer than in proportion to the length of the page."""
    levels = [_Open()]
    options = depth = letters = last = 0
    for tag in _TAG.finditer(characters):
        name = tag[2].lower()
        if tag.start() - last > _LONGEST_TAG and characters.find(">", last, last + _LONGEST_TAG) < 0:
            return False
        last = tag.start()
        options += name == "option"
        before = levels[-1].depth, levels[-1].letters
        if name == "table":
            depth += _step_of_table(levels, closes=bool(tag[1]))
        elif name not in _ENDS_BY_ITSELF and not tag[1]:
            levels[-1].add(name)
        elif name not in _ENDS_BY_ITSELF and levels[-1].tags[name]:
            levels[-1].add(name, -1)
        if name != "table":
            depth += levels[-1].depth - before[0]
            letters += levels[-1].letters - before[1]
        if depth > _DEEPEST or letters > _MOST_LETTERS or options > _MOST_OPTIONS:
            return False
    return len(characters) - last <= _LONGEST_TAG or characters.find(">", last, last + _LONGEST_TAG) >= 0


def _step_of_table(levels: list[_Open], *, closes: bool) -> int:
    """A table begins or ends: how much deeper it is then. What is open in one that ends may stand open behind it."""
    if not closes:
        levels.append(_Open())
        return 1
    if len(levels) == 1:
        return 0
    ended = levels.pop()
    for name, number in ended.tags.items():
        levels[-1].add(name, number)
    return -1
