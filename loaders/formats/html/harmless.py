"""Whether a page can be parsed at once: the parser takes time and memory by the square of the depth of tags, of those
of letters that are never closed, and of some others. Others are parsed in a worker process that may be ended.

Tags are counted as the parser would at worst: a closing tag ends nothing outside the table in which it stands.
"""

import re

_NAMES_ENDING = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead tfoot "
    "option optgroup colgroup rt rp html head body"
)
"""Tags of elements that hold nothing, or that end where the next begins."""
_OTHERS = rf"(?!(?:{'|'.join(_NAMES_ENDING.split())})(?![\w:-]))"
_TAG = re.compile(rf"<(/?){_OTHERS}([a-z][\w:-]{{0,40}})", re.IGNORECASE)
_OPTION = re.compile(r"</?option(?![\w:-])", re.IGNORECASE)
_LETTERS = frozenset(
    "a b big code em font i nobr s small strike strong tt u".split()  # noqa: SIM905 - a list of tags
)
_DEEPEST = 300
_MOST_LETTERS = 40
_MOST_OPTIONS = 1_000
_LONG_TAG = re.compile(r"<[/a-z][^>]{4000}", re.IGNORECASE)
"""A tag that may hold so many attributes that they take long."""

_Open = dict[str, int]
"""How many elements of each tag stand open, in a table or outside of all."""


def is_harmless(characters: str) -> bool:
    """Whether parsing takes no longer than in proportion to the length of the page."""
    if _LONG_TAG.search(characters) or _are_more(_OPTION, characters, _MOST_OPTIONS):
        return False
    levels: list[_Open] = [{}]
    within = levels[0]
    depth = letters = 0
    for tag in _TAG.finditer(characters):
        closes, name = tag.groups()
        name = name.lower()
        if name == "table":
            depth += _step_of_table(levels, closes=bool(closes))
            within = levels[-1]
        elif not closes:
            within[name] = within.get(name, 0) + 1
            depth += 1
            letters += name in _LETTERS
        elif within.get(name):
            within[name] -= 1
            depth -= 1
            letters -= name in _LETTERS
        if depth > _DEEPEST or letters > _MOST_LETTERS:
            return False
    return True


def _are_more(pattern: re.Pattern[str], characters: str, most: int) -> bool:
    """Whether a pattern stands more often in a page than it may."""
    return any(number > most for number, _ in enumerate(pattern.finditer(characters), start=1))


def _step_of_table(levels: list[_Open], *, closes: bool) -> int:
    """A table begins or ends: how much deeper it is then. What is open in one that ends may stand open behind it."""
    if not closes:
        levels.append({})
        return 1
    if len(levels) == 1:
        return 0
    for name, number in levels.pop().items():
        levels[-1][name] = levels[-1].get(name, 0) + number
    return -1
