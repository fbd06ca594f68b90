"""The data that a government site sets above a paper: labels and values (标题, 发文字号, 成文日期), in cells, in lines
parted by bars or blanks, or glued one behind another.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from graph.words.any_of import longest_first
from graph.words.fold import fold, squeeze
from graph.words.numbering import number_at
from graph.words.signs import HAN
from loaders.papers.days import day_at_start
from loaders.text import Block, Paragraph, Table
from loaders.vocabulary.heads import FieldOfPage, head_words

_REACH = 40  # blocks at the beginning among which the data stand
_LONGEST = 600  # characters of a block that is looked at
_LEAST = 2
"""Labels that make data of a page: one alone may be a label of the paper, if it gives no day."""
_CELLS = re.compile(r"[|\t\n]")

PageFields = Mapping[FieldOfPage, str]
"""What the labels give, each by the first value that is filled, as written but for white space at its ends."""


def read_fields(blocks: Sequence[Block]) -> PageFields:
    """The data of the page, empty where the paper has none."""
    found: dict[FieldOfPage, str] = {}
    labels = 0
    waiting: FieldOfPage | None = None
    for cell in _cells(blocks):
        spans = list(_labels().finditer(fold(cell)))
        if not spans:
            if waiting and cell.strip():
                found.setdefault(waiting, cell.strip())
                waiting = None
            continue
        for index, span in enumerate(spans):
            end = spans[index + 1].start() if index + 1 < len(spans) else len(cell)
            value = cell[span.end() : end].strip()
            gives = _gives()[squeeze(span["label"] or span["framed"] or span["cell"])]
            labels += 1
            waiting = None if value else gives
            if value:
                found.setdefault(gives, value)
    return found if labels >= _LEAST or _is_dated(found) or "reporter" in found else {}


def _is_dated(found: PageFields) -> bool:
    """Whether a label that stands alone gives a day (发布日期：2023-04-10)."""
    return any(day_at_start(found.get(name, "")) for name in ("written", "published", "reported"))


def _cells(blocks: Sequence[Block]) -> Iterator[str]:
    """The cells of the first lines and tables, one by one, up to the first numbered heading.

    A cell between bars that is a label and nothing else gets its colon.
    """
    for block in blocks[:_REACH]:
        if isinstance(block, Paragraph) and number_at(block.words.compact):
            return
        if isinstance(block, Paragraph):
            words = block.words.text[:_LONGEST]
            cells = _CELLS.split(words)
            yield from (f"{cell}:" if "|" in words and squeeze(cell) in _gives() else cell for cell in cells)
        elif isinstance(block, Table):
            for row in (*block.header_rows, *block.rows[:_REACH]):
                yield from (cell.text for cell in row.cells)


@cache
def _gives() -> Mapping[str, FieldOfPage]:
    return {word: row.gives for row in head_words().fields for word in row.words}


@cache
def _labels() -> re.Pattern[str]:
    """A label with its colon, its signs set apart or not, or between blanks; a common word is none as the tail of a
    longer one (完成日期：). Libraries of laws frame it (【发文机关】).
    """
    own, common = (
        "|".join(
            r"\s*".join(map(re.escape, word)) for word in longest_first(word for row in rows for word in row.words)
        )
        for rows in ([row for row in head_words().fields if row.colon is colon] for colon in (False, True))
    )
    label = rf"(?P<label>{own}|(?<![{HAN}])(?:{common}))\s*:|\((?P<framed>{own})\)|(?<!\S)(?P<cell>{own})(?!\S)"
    return re.compile(label)
