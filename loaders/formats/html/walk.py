"""The walk over the part of a page that holds the paper: its paragraphs with the numbers of lists, and its tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.formats.grids.model import RawAside, RawContent
from loaders.formats.html.lines import PageLines
from loaders.formats.html.lists import ListNumbers, has_number, number_by_word
from loaders.formats.html.paths import PagePaths
from loaders.formats.html.tables import following_table, grid_of, is_header_alone
from loaders.formats.html.tree import Node, PageElement

_NUMBER = 12
"""Characters in which an item's own number stands."""
_NODES = 100
"""Elements and words before which that number stands."""
_DEEPEST = 20
"""Tables within one another that are read as such; deeper ones lay out the page."""


@dataclass(frozen=True, slots=True)
class _Behind:
    """Stands behind all that an element holds."""

    element: PageElement


@dataclass(slots=True)
class _Within:
    """What stands open around the words that come: the `blocks`, how many elements strike out, how many keep lines."""

    lines: PageLines
    blocks: list[PageElement]
    struck: int = 0
    as_written: int = 0

    def add(self, words: str) -> None:
        """Words follow."""
        if self.struck:
            self.lines.left_out.append(RawAside(" ".join(words.split()), "unread.struck"))
        else:
            self.lines.add(words, as_written=self.as_written > 0)

    def enter(self, element: PageElement) -> bool:
        """An element begins; whether it matters where it ends."""
        if element.is_block:
            self.lines.end_line(self.blocks[-1])
            self.blocks.append(element)
        self.struck += element.is_struck
        self.as_written += element.keeps_lines
        return element.is_block or element.is_struck or element.keeps_lines

    def leave(self, element: PageElement) -> None:
        """An element ends."""
        self.struck -= element.is_struck
        self.as_written -= element.keeps_lines
        if element.is_block:
            self.lines.end_line(element)
            self.blocks.pop()


class PageWalk:
    """A walk that leaves out the elements `without`; `tables` counts the tables met."""

    def __init__(self, without: frozenset[PageElement]) -> None:
        self.without = without
        self.tables = 0
        self.depth = 0
        self.numbers = ListNumbers()
        self.paths = PagePaths()

    def content(self, start: PageElement) -> Iterator[RawContent]:
        """What an element holds, in order of reading."""
        lines = PageLines(self.paths.of)
        for table in self._tables(start, lines):
            yield from lines.paragraphs()
            yield from table
        yield from lines.paragraphs()

    def _cell(self, cell: PageElement) -> tuple[RawContent, ...]:
        """What a cell holds."""
        lines = PageLines(self.paths.of)
        found: list[RawContent] = []
        for table in self._tables(cell, lines):
            found += lines.of_cell()
            found += table
        found += lines.of_cell()
        return tuple(found)

    def _tables(self, start: PageElement, lines: PageLines) -> Iterator[list[RawContent]]:
        """The tables in an element, `lines` holding at each those that stand before it, and at last the others."""
        within = _Within(lines, [start])
        waiting: list[Node | _Behind] = [*reversed(start.children)]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                within.add(node)
            elif isinstance(node, _Behind):
                within.leave(node.element)
                self.depth -= node.element.tag == "table"
            elif node.is_hidden or node in self.without or (number := self._number(node, lines)) is None:
                continue
            elif node.tag == "br":
                lines.break_line()
            elif node.tag == "table" and (grid := self._table(node)) is not None:
                lines.end_line(within.blocks[-1])
                yield grid
            else:
                self.depth += node.tag == "table"
                if within.enter(node):
                    waiting.append(_Behind(node))
                if number and not has_number(node.beginning(_NUMBER, _NODES)):
                    lines.add(number, as_written=False)
                waiting += node.children[::-1]
        lines.end_line(start)

    def _number(self, node: PageElement, lines: PageLines) -> str | None:
        """The number that stands before the words of an element, "" for none; None where it is nothing but a number."""
        if node.tag == "li":
            return self.numbers.of(node)
        by_word = number_by_word(node)
        if by_word is None:
            return ""
        lines.add(by_word, as_written=False)
        return None

    def _table(self, table: PageElement) -> list[RawContent] | None:
        """A table with the caption above it; None where it only lays out the page."""
        if self.depth >= _DEEPEST:
            return None
        self.tables += 1
        number = self.tables
        self.depth += 1
        grid = grid_of([table, *self._body_of(table)], number, self._cell, self.paths.of)
        self.depth -= 1
        if grid is None:
            self.tables = number - 1
            return None
        captions = [one for one in table.children if isinstance(one, PageElement) and one.tag == "caption"]
        return [*(one for caption in captions for one in self.content(caption)), grid]

    def _body_of(self, table: PageElement) -> list[PageElement]:
        """The table behind one that is a header alone, as sites part them to let the rows roll beneath it."""
        below = following_table(table) if is_header_alone(table) else None
        if below is None or below in self.without:
            return []
        self.without |= {below}
        return [below]
