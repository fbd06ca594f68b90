"""OFD documents: stretches of words → lines of pages → paragraphs and tables, as in a text that was wrapped; each knows
its page. Words far apart on a line are cells, as a flattened text has them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.errors import FileRefusedError
from loaders.files.plain import read_lines
from loaders.formats.content import Content
from loaders.formats.ofd.pages import PlacedWords, pages_of
from loaders.formats.plain_text import read_blocks
from loaders.limits import MOST_CHARACTERS, check_size
from loaders.text import Locator

_SAME_LINE = 0.4
"""Heights of a character by which words on one line may differ."""
_INDENT, _APART = 1.2, 1.5
"""Widths of a character from which a line is indented, and from which words are cells of their own."""


def read_ofd(data: bytes) -> Content:
    """The characters and blocks of a document. Raises FileRefusedError for one without words, or that is none."""
    pages: list[str] = []
    starts: list[int] = []
    length = 0
    for page in pages_of(data):
        text = "".join(f"{line}\n" for line in _lines(page)) + "\f"
        starts.append(length)
        pages.append(text)
        length += len(text)
        if length > MOST_CHARACTERS:
            raise FileRefusedError("file.too_many_words", limit=MOST_CHARACTERS)
    characters = "".join(pages)
    if not characters.strip():
        raise FileRefusedError("file.only_pictures")
    check_size(characters)
    blocks = read_blocks(read_lines(characters))
    return Content(
        characters, tuple(replace(one, locator=Locator(page=bisect_right(starts, one.start))) for one in blocks)
    )


def _lines(page: Sequence[PlacedWords]) -> Iterator[str]:
    """The lines of a page from top to bottom, those that are indented with blanks before them."""
    lines: list[list[PlacedWords]] = []
    for one in sorted(page, key=lambda one: (one.base, one.left)):
        if lines and one.base - lines[-1][0].base < _SAME_LINE * max(one.size, lines[-1][0].size):
            lines[-1].append(one)
        else:
            lines.append([one])
    margin = min((one.left for one in page), default=0.0)
    for line in lines:
        line.sort(key=lambda one: one.left)
        indented = line[0].left - margin > _INDENT * line[0].size
        yield ("　　" if indented and len(line) == 1 else "") + _joined(line)


def _joined(line: Sequence[PlacedWords]) -> str:
    text = line[0].text
    for before, one in pairwise(line):
        text += ("\t" if one.left - before.right > _APART * one.size else "") + one.text
    return text
