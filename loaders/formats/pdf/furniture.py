"""Running heads, feet and numbers of pages: lines near a page's upper or lower edge that other pages have at the same
height, and numbers of pages. They belong to no paper.

A running head says the same on each page, but for a number that counts with the pages. What begins with the number of
an item or with a label, holds a sentence or heads a table is never one. A mere number is that of a page where no words
of the paper lie beyond it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.words.fold import fold
from loaders.files.plain import is_page_number
from loaders.formats.pdf.pages import PageLine, PdfPage
from loaders.formats.pdf.wraps import begins_item
from loaders.prose.labels import label_at
from loaders.tables.heads import begins_table
from loaders.vocabulary.plans import plan_words

_ZONE = 0.13  # share of a page's height at either edge in which they stand
_HEIGHT = 3.0  # points between heights that are one
_NUMBER = re.compile(r"(?<![^\s\-—·|/第])\d{1,4}(?![^\s\-—·|/页])")  # of a page, beside other words
_MOST_NUMBERS = 4  # in a running head
_STOP = re.compile("[。；！？]")
_LEAST = 2  # pages that a line must stand on
_SHARE = 2  # one page in so many must have it
_SPACE = re.compile(r"\s+")

_Key = tuple[str, bool, int]


def without_furniture(pages: Sequence[PdfPage]) -> list[tuple[PageLine, ...]]:
    """The lines of each page that are none of a running head or foot, and no number of a page."""
    seen: Counter[_Key] = Counter()
    for page in pages:
        seen.update(
            {near for line in page.lines if _may_run(page, line) for key in _keys(page, line) for near in _near(key)}
        )
    least = max(_LEAST, -(-len(pages) // _SHARE))
    running = {key for key, count in seen.items() if count >= least}
    return [tuple(_own_lines(page, running)) for page in pages]


def _own_lines(page: PdfPage, running: set[_Key]) -> Iterator[PageLine]:
    """The lines of a page that belong to the paper."""
    kept = [
        line for line in page.lines if not (_may_run(page, line) and any(key in running for key in _keys(page, line)))
    ]
    papers = [line.base for line in kept if not is_page_number(_bare(line))]
    first, last = min(papers, default=page.size.height), max(papers, default=0.0)
    for line in kept:
        text = _bare(line)
        beyond = not text.isdecimal() or not first < line.base < last
        if not (is_page_number(text) and _at_an_edge(page, line) and beyond):
            yield line


def _may_run(page: PdfPage, line: PageLine) -> bool:
    """Whether a line stands near an edge, and its words are none that only the paper has."""
    text = _bare(line)
    if not _at_an_edge(page, line) or is_page_number(text) or text.startswith(plan_words().attachment.words):
        return False
    if _STOP.search(text) or begins_item(line.text) or _is_label(line):
        return False
    return not begins_table([piece.text for piece in line.pieces])


def _is_label(line: PageLine) -> bool:
    """Whether a line begins with a label that only a blank parts from its value."""
    first = fold(line.pieces[0].text)
    label = label_at(first, 0)
    return label is not None and label.end == len(first) and len(line.pieces) > 1


def _at_an_edge(page: PdfPage, line: PageLine) -> bool:
    """Whether a line stands near the upper or the lower edge of its page."""
    zone = page.size.height * _ZONE
    return line.base < zone or line.base > page.size.height - zone


def _keys(page: PdfPage, line: PageLine) -> Iterator[_Key]:
    """A line by its words and its height from the nearer edge: as it is, and with one number after the other told by
    how far it lies from that of the page.
    """
    upper = line.base < page.size.height / 2
    height = line.base if upper else page.size.height - line.base
    told = [line.text]
    numbers = list(_NUMBER.finditer(line.text))[:_MOST_NUMBERS]
    told += [
        f"{line.text[: one.start()]}{int(one[0]) - page.size.number:+}\0{line.text[one.end() :]}" for one in numbers
    ]
    for words in told:
        yield (_SPACE.sub("", words), upper, round(height / _HEIGHT))


def _near(key: _Key) -> list[_Key]:
    text, upper, height = key
    return [(text, upper, height + aside) for aside in (-1, 0, 1)]


def _bare(line: PageLine) -> str:
    return _SPACE.sub("", line.text)
