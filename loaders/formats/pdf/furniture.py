"""Running heads, feet and numbers of pages: lines near a page's upper or lower edge that other pages have at the same
height, and numbers of pages. They belong to no paper.
"""

import re
from collections import Counter
from collections.abc import Sequence

from loaders.files.plain import is_page_number
from loaders.formats.pdf.pages import PageLine, PdfPage
from loaders.vocabulary.plans import plan_words

_ZONE = 0.13  # share of a page's height at either edge in which they stand
_HEIGHT = 3.0  # points between heights that are one
_DIGITS = re.compile(r"\d+")
_LEAST = 2  # pages that a line must stand on
_SHARE = 2  # one page in so many must have it
_SPACE = re.compile(r"\s+")

_Key = tuple[str, bool, int]


def without_furniture(pages: Sequence[PdfPage]) -> list[tuple[PageLine, ...]]:
    """The lines of each page that are none of a running head or foot, and no number of a page."""
    seen: Counter[_Key] = Counter()
    for page in pages:
        seen.update({near for line in page.lines if _at_an_edge(page, line) for near in _near(_key(page, line))})
    return [tuple(line for line in page.lines if not _is_furniture(page, line, seen, len(pages))) for page in pages]


def _is_furniture(page: PdfPage, line: PageLine, seen: Counter[_Key], pages: int) -> bool:
    if not _at_an_edge(page, line):
        return False
    text = _bare(line)
    if is_page_number(text):
        return True
    if text.startswith(plan_words().attachment.words):
        return False
    return seen[_key(page, line)] >= max(_LEAST, -(-pages // _SHARE))


def _at_an_edge(page: PdfPage, line: PageLine) -> bool:
    """Whether a line stands near the upper or the lower edge of its page."""
    zone = page.size.height * _ZONE
    return line.base < zone or line.base > page.size.height - zone


def _key(page: PdfPage, line: PageLine) -> _Key:
    """A line by its words, digits masked, and its height from the nearer edge."""
    upper = line.base < page.size.height / 2
    height = line.base if upper else page.size.height - line.base
    return (_DIGITS.sub("0", _bare(line)), upper, round(height / _HEIGHT))


def _near(key: _Key) -> list[_Key]:
    text, upper, height = key
    return [(text, upper, height + aside) for aside in (-1, 0, 1)]


def _bare(line: PageLine) -> str:
    return _SPACE.sub("", line.text)
