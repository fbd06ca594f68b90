"""What a steering group is called: from the heading above its list, else from the sentence that sets it up."""

import re
from collections.abc import Sequence
from functools import cache

from graph.words.any_of import any_of, longest_first
from graph.words.fold import Folded, fold, squeeze
from graph.words.numbering import IN_FRONT
from graph.words.signs import HAN
from loaders.vocabulary.groups import group_words

_REACH = 8  # lines looked at above a list
_SHORT_HEADING, _LONGEST_LINE, _LONGEST_PART = 8, 60, 20
"""Characters: of half a heading, of a line, of the name of a group's part."""
_STOPS = "。;:!?"
_NUMBER = re.compile(f"^(?:{IN_FRONT})+")


def name_above(lines: Sequence[Folded], index: int, reach: int = _REACH) -> str:
    """The name of the group whose list begins in line `index`, without blanks; "" where no line above names it.

    `reach` is the number of lines looked at above it.

    A heading broken over two lines (…调整工作 / 推进小组) is joined.
    """
    own = _set_up(lines[index])
    if own:
        return own
    for above in range(index - 1, max(-1, index - 1 - reach), -1):
        heading = _heading(lines[above])
        if heading:
            first_half = _first_half(lines[above - 1]) if above and len(heading) <= _SHORT_HEADING else ""
            return first_half + heading
        name = _set_up(lines[above])
        if name:
            return name
    return ""


def name_on_line(line: Folded) -> str:
    """The part of a group that stands before a colon on the line of its seats (宣传组：组长郑洁), "" if none."""
    head, colon, _ = _NUMBER.sub("", squeeze(line)).partition(":")
    parts = group_words().parts.words
    plain = not any(stop in head for stop in f"{_STOPS},、")
    return head if colon and plain and len(head) <= _LONGEST_PART and head.endswith(parts) else ""


def name_in_title(title: str) -> str:
    """The name of the group that a title or a heading bears, "" if none."""
    folded = fold(title)
    return _heading(folded) or _set_up(folded)


def _heading(line: Folded) -> str:
    """The line as a group's name: short, without a stop, and ending in a kind of group."""
    words = _NUMBER.sub("", squeeze(line)).rstrip(":")
    if not words or len(words) > _LONGEST_LINE or any(stop in words for stop in _STOPS):
        return ""
    words = _clean(words)
    return words if words.endswith(group_words().kinds.words) and not _set_up(Folded(words)) else ""


def _first_half(line: Folded) -> str:
    """The line above a short heading, where it is the first half of the name."""
    words = squeeze(line)
    if not words or len(words) > _LONGEST_LINE or any(stop in words for stop in _STOPS) or _NUMBER.match(words):
        return ""
    return "" if words.startswith(group_words().attachment.words) else words


def _set_up(line: Folded) -> str:
    """成立…领导小组: the name behind the verb."""
    match = _sentence().search(squeeze(line))
    return _clean(_without_heads(match[1])) if match else ""


def _without_heads(name: str) -> str:
    """由县长任组长的领导小组, 以张三为组长的领导小组: what stands before 的 says who leads it."""
    heads, _, own = name.rpartition("的")
    words = group_words().takes
    return own if any(word in heads for word in (*words.words, words.becomes)) else name


def _clean(words: str) -> str:
    changed = True
    while changed:
        changed = False
        for behind in longest_first(group_words().kinds_behind.words):
            if words.endswith(behind) and len(words) > len(behind):
                words, changed = words[: -len(behind)].rstrip("("), True
                break
    return words


@cache
def _sentence() -> re.Pattern[str]:
    table = group_words()
    kinds, verbs, adjusts = any_of(table.kinds.words), any_of(table.sets_up.words), any_of(table.sets_up.adjusts)
    office, named = table.offices.word, any_of(table.sets_up.part_of_name)
    words = rf"(?:(?!{verbs})[^,。;:!?\n])"
    return re.compile(
        rf"(?:(?:{verbs})了?|(?<![{HAN}])(?:{words}{{0,10}}?(?:{adjusts})(?!{named})了?))"
        rf"({words}{{0,60}}?(?:{kinds}))(?![{HAN}]{{0,{_LONGEST_LINE}}}{office})"
    )
