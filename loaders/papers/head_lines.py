"""The lines at the beginning of a paper in which its heading stands.

A paper that was saved on one line has lost its breaks: such a line is cut at its blanks, and what is still glued into
letterhead, issue number, title and the rest (`loaders.papers.glued_title`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.words.fold import Folded, squeeze
from graph.words.numbering import number_at
from graph.words.signs import HAN
from loaders.papers.glued_title import glued_parts
from loaders.papers.issue_number import number_in_front
from loaders.text import Block, Paragraph, Words
from loaders.vocabulary.heads import head_words
from loaders.vocabulary.plans import plan_words

REACH = 40  # lines at the beginning in which the heading is looked for; menus of saved pages stand above it
LONGEST_LINE = 70  # characters of a line of the heading; the longest title of seeds and corpus has 31
_LONGEST_BUTTON = 8  # characters of a button or of an entry of a menu
_BULLETS = "•·∙*-"
_PLAIN = re.compile(rf"^[{HAN}\d“《(〈*xX○×A-Z][^{{}}]*$")
_HAN_SIGNS = re.compile(f"[{HAN}]")
_MARKS = re.compile(r"[。;!?=]|//")
_CELL = re.compile(r"[^|]+")
_ANGLES = re.compile(r"<[^<>]*>")
_CRUMBS = re.compile(r"[>»›|_]")


class HeadLine(NamedTuple):
    """A line: its words, the same as written without blanks, and those folded."""

    words: Words
    text: str
    folded: Folded

    @classmethod
    def of(cls, words: Words) -> "HeadLine":
        """The line that these words are."""
        return cls(words, squeeze(words.text), words.compact)

    @property
    def numbered(self) -> bool:
        """Whether the line begins with the number of a heading or an item."""
        return number_at(self.folded) is not None

    @property
    def prose(self) -> bool:
        """Whether the line is of the paper's body: a sentence, or a numbered heading."""
        return self.numbered or "。" in self.folded or len(self.folded) > 2 * LONGEST_LINE

    @property
    def bare(self) -> bool:
        """Whether the line may be a title's: short, without number, label or sentence, and not of the page around."""
        return (
            len(self.folded) <= LONGEST_LINE
            and bool(_PLAIN.match(self.folded))
            and not (
                self.numbered or _MARKS.search(self.folded) or ":" in self.folded or self.folded.endswith((",", "、"))
            )
            and len(_HAN_SIGNS.findall(self.folded)) > 1
            and not self.of_page
        )

    @property
    def of_page(self) -> bool:
        """Whether the line belongs to the page around the paper: a menu, a label of its data."""
        of_page = any(word in self.folded for word in head_words().page.words)
        return self.of_field or (of_page and not self._is_about)

    @property
    def of_field(self) -> bool:
        """Whether the line is a label of the page's data, or the way to the page (首页 > 文件)."""
        words = self.folded.lstrip(_BULLETS)
        name = self.folded if words == self.folded else words.partition(":")[0]  # • 发布机构:县人民政府
        label = any(name in row.words for row in head_words().fields)
        return label or _CRUMBS.search(_ANGLES.sub("", self.folded)) is not None

    @property
    def _is_about(self) -> bool:
        """Whether the line says what a paper is about (关于规范政府网站管理的), other than a menu does (关于我们)."""
        chunks = [chunk for chunk in self.words.text.split() if len(chunk) > _LONGEST_BUTTON]
        return any(word in chunk for chunk in chunks for word in head_words().notice.about)

    @property
    def attached(self) -> bool:
        """Whether the line names an attachment (附件2)."""
        return self.folded.startswith(tuple(word.replace("：", ":") for word in plan_words().attachment.words))


def head_lines(blocks: Sequence[Block]) -> list[HeadLine]:
    """The first lines of a paper outside tables."""
    found: list[HeadLine] = []
    body = False
    for block in blocks:
        if len(found) >= REACH:
            break
        if isinstance(block, Paragraph):
            parts = [block.words] if body else _lines_of(_without_bars(block.words))
            found.extend(HeadLine.of(words) for words in parts if words.text.strip())
            body = body or (found[-1:] != [] and found[-1].prose)
    return found[:REACH]


def _without_bars(words: Words) -> Words:
    """The only filled cell of a row whose other cells are empty (关于修渠的通知 | | |), else the words as they are."""
    filled = [cell for cell in _CELL.finditer(words.text) if cell[0].strip()]
    return words.part(*filled[0].span()).stripped() if "|" in words.text and len(filled) == 1 else words


def _lines_of(words: Words) -> Iterator[Words]:
    """The lines that a paragraph was before it lost its breaks; a paragraph of the body stays whole."""
    if len(words.text) > LONGEST_LINE or "。" in words.text:
        yield from _unglued(words)
    elif (number := number_in_front(words)) is not None and 0 < number < len(words.text.rstrip()):
        yield words.part(0, number)
        yield words.part(number, len(words.text)).stripped()
    else:
        yield words


def _unglued(words: Words) -> Iterator[Words]:
    start = 0
    for blank in re.finditer(r"\s+", words.text[: 4 * LONGEST_LINE]):
        part = words.part(start, blank.start())
        if len(part.text) > LONGEST_LINE or _MARKS.search(part.compact) or number_at(part.compact):
            break
        yield part
        start = blank.end()
    yield from glued_parts(words.part(start, len(words.text)) if start else words)
