"""The readable text of a file: from the file itself, where it still lies there unchanged, else from its passages.

A text comes as blocks, paragraphs and rows of tables, and every stretch of it knows its place in the file's characters,
so that facts can be shown where they stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from graph.facts import Node
from loaders.formats.readers import PartRow
from loaders.text import Paragraph, Table, Text


@dataclass(frozen=True, slots=True)
class OffsetWords:
    """Words of a file and the offset of the first of them."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph (one row of one cell) or a table; `gap` says that words between it and the block before are missing.
    `header` is the number of rows at the top that head the others, `sheet` the sheet of a workbook on which it stands.
    """

    rows: tuple[tuple[OffsetWords, ...], ...]
    table: bool = False
    header: int = 0
    gap: bool = False
    sheet: str = ""

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.rows[-1][-1].end


def blocks_of_file(text: Text) -> list[TextBlock]:
    """The blocks of a file as its readers see them, and behind them the words that are no part of its text."""
    blocks = [_paragraph(text, one) if isinstance(one, Paragraph) else _table(text, one) for one in text.blocks]
    end = max((block.end for block in blocks), default=0)
    beside = [(one.source.start or 0, one.source.end or 0) for one in text.unread]
    return blocks + [TextBlock(((_stretch(text, *span),),)) for span in sorted(set(beside)) if span[0] >= end]


def _paragraph(text: Text, one: Paragraph) -> TextBlock:
    return TextBlock(((_stretch(text, one.words.start, one.words.end),),), sheet=one.locator.sheet or "")


def _table(text: Text, one: Table) -> TextBlock:
    """A table; one that goes on from another has the other's header, which stands there and not here."""
    heading = [row for row in one.header_rows if row.start >= one.start]
    rows = tuple(tuple(_stretch(text, c.start, c.end) for c in row.cells) for row in (*heading, *one.rows))
    return TextBlock(rows, table=True, header=len(heading), sheet=one.locator.sheet or "")


def _lines(start: int, lines: Iterable[str]) -> Iterator[OffsetWords]:
    """The lines that hold words, each with its offset."""
    for line in lines:
        if line.strip():
            yield OffsetWords(start + len(line) - len(line.lstrip()), line.strip())
        start += len(line) + 1


def _stretch(text: Text, start: int, end: int) -> OffsetWords:
    return OffsetWords(start, text.characters[start:end])


def blocks_of_passages(passages: Sequence[Node], part_row: PartRow) -> list[TextBlock]:
    """The blocks that passages in the order of the file hold; between them words are missing.

    `part_row` parts the quote of a row into its cells, as the reader of the file's format does.
    """
    widest: list[Node] = []
    for passage in passages:
        if not widest or _number(passage, "start_char") >= _number(widest[-1], "end_char"):
            widest.append(passage)
    blocks: list[TextBlock] = []
    for table, together in groupby(widest, key=lambda one: _number(one, "table_no")):
        group = list(together)
        blocks += [_rows(group, part_row)] if table else [block for one in group for block in _paragraphs(one)]
    return blocks[:1] + [_behind(one, other) for one, other in pairwise(blocks)]


def _behind(one: TextBlock, other: TextBlock) -> TextBlock:
    """The second block, with a gap where more than an empty line lies between."""
    return replace(other, gap=other.start > one.end + 2)


def _rows(passages: Sequence[Node], part_row: PartRow) -> TextBlock:
    rows = tuple(tuple(_cells(passage, part_row)) for passage in passages)
    return TextBlock(rows, table=True, sheet=str(passages[0].properties["sheet"]))


def _cells(passage: Node, part_row: PartRow) -> Iterator[OffsetWords]:
    """The cells of a row."""
    start = _number(passage, "start_char")
    for offset, cell in part_row(str(passage.properties["quote"])):
        yield OffsetWords(start + offset, cell)


def _paragraphs(passage: Node) -> list[TextBlock]:
    lines = _lines(_number(passage, "start_char"), str(passage.properties["quote"]).split("\n"))
    return [TextBlock(((line,),), sheet=str(passage.properties["sheet"])) for line in lines]


def _number(node: Node, name: str) -> int:
    value = node.properties[name]
    return value if isinstance(value, int) else 0
