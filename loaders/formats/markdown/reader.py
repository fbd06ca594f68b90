"""The blocks of a Markdown file, from the tokens of markdown-it-py.

Marks are no words, but a quote is cut from the file as it stands, marks included. Front matter (settings between `---`
at the top) and comments are not read: neither is part of the paper. Nothing else is passed over: lines that the parser
takes for nothing are paragraphs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from graph.errors import FileRefusedError
from graph.words.fold import Folded
from loaders.files.furniture import page_furniture
from loaders.files.plain import decode, is_page_number
from loaders.formats.content import Content
from loaders.formats.markdown.html import words_of_html
from loaders.formats.markdown.lines import Lines, front_matter_end
from loaders.formats.markdown.marks import parser, parted
from loaders.formats.markdown.tables import read_tables
from loaders.text import Block, Paragraph, Table, Words

_LEAVES = frozenset({"inline", "heading_open", "fence", "html_block", "hr", "table_open"})
"""Tokens whose lines are read, or hold nothing to be read."""
_TASK_BOX = re.compile(r"\[[ xX]\]\s+")
"""The box of an item to be ticked off."""
_MARKS_ALONE = re.compile(r"[\s>]*(?:[-*+#]|\d{1,9}[.)])?\s*$")
_DEEP_MARKS = re.compile(r"[\s>]*(?:[-*+]\s+)*")


@dataclass(frozen=True, slots=True)
class _Prose:
    """Paragraphs that begin in line `line`."""

    line: int
    paragraphs: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a pipe table, by their lines; it begins in line `line`."""

    line: int
    rows: tuple[int, ...]


def read_markdown(data: bytes) -> Content:
    """The characters and blocks of a Markdown file. Raises FileRefusedError for bytes without words."""
    characters = decode(data)
    blocks = tuple(_without_furniture(list(_blocks(Lines.of(characters)))))
    if not blocks:
        raise FileRefusedError("file.no_words")
    return Content(characters, blocks)


def _without_furniture(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without paragraphs of the web page around the paper; the others keep their numbers."""
    lines = [block.words.compact if isinstance(block, Paragraph) else Folded("") for block in blocks]
    furniture = page_furniture(lines)
    return (block for at, block in enumerate(blocks) if at not in furniture)


def _blocks(lines: Lines) -> Iterator[Block]:
    paragraphs = tables = 0
    title = ""
    parts: list[tuple[Sequence[Words], Table | None]]
    for piece in sorted(_pieces(lines), key=lambda piece: piece.line):
        if isinstance(piece, _Rows):
            parts = list(read_tables(lines, piece.rows, number=tables + 1, title=title))
        else:
            parts = [(piece.paragraphs, None)]
        for captions, table in parts:
            for words in captions:
                if words.text and not is_page_number(words.text):
                    paragraphs += 1
                    title = words.text
                    yield Paragraph(words, paragraphs)
            if table is not None:
                tables += 1
                yield table


def _pieces(lines: Lines) -> Iterator[_Prose | _Rows]:
    """What the parser finds, and the lines that it takes for nothing."""
    first = front_matter_end(lines)
    taken = bytearray(len(lines))
    taken[:first] = b"\x01" * first
    source = lines.characters[lines.starts[first] :] if first < len(lines) else ""
    walk = _Walk(lines, first)
    for token in parser().parse(source):
        if token.map and token.type in _LEAVES:
            begin, end = first + token.map[0], first + token.map[1]
            taken[begin:end] = b"\x01" * (end - begin)
        yield from walk.step(token)
    for line in range(len(lines)):
        if not taken[line] and not _MARKS_ALONE.match(lines.raw(line)):
            before = _DEEP_MARKS.match(lines.raw(line))
            words = lines.stripped(line, before.end() if before else 0)
            yield _Prose(line, tuple(parted(words)))


class _Walk:
    """Goes over the parser's tokens; `number` is the mark of an item, as written, until its first words come."""

    def __init__(self, lines: Lines, first: int) -> None:
        self.lines = lines
        self.first = first
        self.number = ("", -1)
        self.rows: list[int] | None = None

    def step(self, token: Token) -> Iterator[_Prose | _Rows]:
        """The piece that a token completes."""
        line = self.first + token.map[0] if token.map else -1
        if token.type == "table_open":
            self.rows = []
        elif token.type == "table_close" and self.rows:
            yield _Rows(self.rows[0], tuple(self.rows))
            self.rows = None
        elif token.type == "tr_open" and self.rows is not None:
            self.rows.append(line)
        elif token.type == "list_item_open":
            self.number = (token.info + token.markup if token.info else "", line)
        elif token.type == "inline" and self.rows is None:
            yield _Prose(line, tuple(parted(self._marked(token, line))))
        elif token.type == "fence":
            yield _Prose(line, tuple(self.lines.stripped(at) for at in self._inside_fence(token, line)))
        elif token.type == "html_block" and token.map:
            last = self.first + token.map[1] - 1
            span = self.lines.starts[line], self.lines.ends[last]
            yield _Prose(line, tuple(words_of_html(self.lines.characters, *span)))

    def _inside_fence(self, token: Token, line: int) -> range:
        end = self.first + token.map[1] if token.map else line
        return range(line + 1, min(end, line + 1 + token.content.count("\n")))

    def _marked(self, token: Token, line: int) -> Words:
        """The words of a paragraph or heading with its marks, and with the number of the item that it begins."""
        parts: list[Words] = []
        bodies = token.content.split("\n")
        for at, body in enumerate(bodies):
            inner = body.lstrip() if at < len(bodies) - 1 else body.strip()
            raw = self.lines.raw(line + at)
            start = raw.rfind(inner)
            if start < 0:  # a TAB that the parser made blanks of
                inner, start = raw.strip(), len(raw) - len(raw.lstrip())
            if at == 0:
                parts += self._number(line, start)
                box = _TASK_BOX.match(inner) if self.number[1] == line else None
                self.number = ("", -1)
                start, inner = (start + box.end(), inner[box.end() :]) if box else (start, inner)
            else:
                end = self.lines.ends[line + at - 1]
                parts.append(Words("\n", ((0, end),)))
            if inner:
                parts.append(self.lines.part(line + at, start, start + len(inner)))
        return Words.join(parts) if parts else Words("", ((0, self.lines.starts[line]),))

    def _number(self, line: int, start: int) -> list[Words]:
        """The number of the item that begins in this line, if none was taken yet, with the blank behind it."""
        mark, at = self.number
        found = self.lines.raw(line).rfind(mark, 0, start) if mark and at == line else -1
        return [self.lines.part(line, found, min(start, found + len(mark) + 1))] if found >= 0 else []
