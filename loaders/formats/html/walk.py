"""The walk over the part of a page that holds the paper: its paragraphs with the numbers of lists, and its tables."""

from collections.abc import Iterator

from loaders.formats.grids.model import RawAside, RawContent
from loaders.formats.html.lines import PageLines
from loaders.formats.html.lists import ListNumbers, has_number, number_by_word
from loaders.formats.html.tables import following_table, grid_of, is_header_alone
from loaders.formats.html.tree import Node, PageElement

_NUMBER = 12
"""Characters in which an item's own number stands."""
_NODES = 100
"""Elements and words before which that number stands."""
_DEEPEST = 20
"""Tables within one another that are read as such; deeper ones lay out the page."""


class PageWalk:
    """A walk that leaves out the elements `without`; `tables` counts the tables met."""

    def __init__(self, without: frozenset[PageElement]) -> None:
        self.without = without
        self.tables = 0
        self.depth = 0
        self.numbers = ListNumbers()

    def content(self, start: PageElement, *, in_cell: bool = False) -> Iterator[RawContent]:
        """What an element holds, in order of reading."""
        lines = PageLines()
        struck: list[PageElement] = []
        as_written: list[PageElement] = []
        waiting: list[tuple[Node, bool]] = [(one, True) for one in reversed(start.children)]
        while waiting:
            node, begins = waiting.pop()
            if isinstance(node, str):
                if struck:
                    lines.left_out.append(RawAside(" ".join(node.split()), "unread.struck"))
                else:
                    lines.add(node, as_written=bool(as_written))
                continue
            if not begins:
                _leave(node, lines, struck, as_written)
                self.depth -= node.tag == "table"
                continue
            if node in self.without or node.is_hidden or (number := self._number(node, lines)) is None:
                continue
            if node.tag == "br":
                lines.break_line()
                continue
            if node.tag == "table" and (grid := self._table(node)) is not None:
                yield from lines.paragraphs(in_cell=in_cell)
                yield from grid
                continue
            if node.is_block:
                lines.end_line()
                self.depth += node.tag == "table"
            if number and not has_number(node.beginning(_NUMBER, _NODES)):
                lines.add(number, as_written=False)
            struck += [node] if node.is_struck else []
            as_written += [node] if node.keeps_lines else []
            waiting.append((node, False))
            waiting += [(one, True) for one in reversed(node.children)]
        yield from lines.paragraphs(in_cell=in_cell)

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
        grid = grid_of([table, *self._body_of(table)], number, self._cell)
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

    def _cell(self, cell: PageElement) -> tuple[RawContent, ...]:
        return tuple(self.content(cell, in_cell=True))


def _leave(node: PageElement, lines: PageLines, struck: list[PageElement], as_written: list[PageElement]) -> None:
    for within in (struck, as_written):
        if within and within[-1] is node:
            within.pop()
    if node.is_block:
        lines.end_line()
