"""Headings of a page: lines in the tags of headings, and short lines with the number of a chapter or a section, as
most papers have them in tags of paragraphs (一、重点任务).
"""

from graph.words.fold import Folded, fold
from graph.words.numbering import RANK, number_at
from loaders.prose.titles import is_heading_line

_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LOWEST = RANK["chinese_bracket"]
"""The lowest numbers of headings; those below it are of items."""
_NUMBER = 12
"""Characters in which a number stands."""


def is_heading(tag: str, words: str) -> bool:
    """Whether the words of an element of this tag are a heading."""
    if tag in _TAGS:
        return is_heading_line(words)
    number = number_at(Folded(fold(words[:_NUMBER])))
    return number is not None and RANK[number.style] <= _LOWEST and is_heading_line(words)
