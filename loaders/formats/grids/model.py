"""What a reader of a format with true tables finds in a file, before it is laid out: paragraphs, and grids of cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self, Union

from loaders.text import PageStretch

RawContent = Union["RawParagraph", "RawTable"]


class PlacedLine(str):
    """The words of a line that knows where on pages they stand; `stretches` count from its first character."""

    __slots__ = ("stretches",)
    stretches: tuple[PageStretch, ...]

    def __new__(cls, text: str, stretches: tuple[PageStretch, ...]) -> Self:
        """Words that hold neither blanks at their ends nor signs that part cells or lines."""
        made = super().__new__(cls, text)
        made.stretches = stretches
        return made


@dataclass(frozen=True, slots=True)
class RawAside:
    """Words that are no part of the text, and why: a key of `graph.messages` (unread.…); `page` is where they stand."""

    text: str
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph: its lines, of which breaks within it make several. `left_out` are words that belong to its place.

    `element` is the path of the element of markup that holds it, "" in a format without; `is_heading` that what follows
    stands under it.
    """

    lines: tuple[str, ...]
    left_out: tuple[RawAside, ...] = ()
    element: str = ""
    is_heading: bool = False


@dataclass(slots=True)
class RawCell:
    """A cell: it reaches from the edge `left` of the grid to the edge `right`.

    `goes_on` tells that it is merged with the cell above it, whose words hold here too. `element` is its path where the
    file has such.
    """

    content: tuple[RawContent, ...]
    left: int
    right: int
    goes_on: bool = False
    element: str = ""
    words: tuple[str, ...] = field(init=False)
    left_out: tuple[RawAside, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.words = tuple([line for line in _lines(self.content) if line])
        self.left_out = tuple(_left_out(self.content))

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the cell that hold words; a row of a table within it is one line."""
        return () if self.goes_on else self.words


def _lines(content: Sequence[RawContent]) -> Iterator[str]:
    for one in content:
        if isinstance(one, RawParagraph):
            yield from one.lines
        else:
            for row in one.rows:
                yield " ".join(line for cell in row.cells for line in cell.lines)


def _left_out(content: Sequence[RawContent]) -> Iterator[RawAside]:
    for one in content:
        if isinstance(one, RawParagraph):
            yield from one.left_out
        else:
            for row in one.rows:
                for cell in row.cells:
                    yield from cell.left_out


@dataclass(slots=True)
class RawRow:
    """A row: its cells from left to right. `number` counts the rows of the table from 1, as the file holds them.

    `heads` tells that the file marks it as a header, which is repeated on every page. `page` is that on which it stands
    where the file has pages, `on_page` its number among the rows that the table has there, repeated headers included,
    as people count them, and `after_page` tells that it is the first of a table that goes on there. `element` is its
    path where the file has such.
    """

    cells: list[RawCell]
    number: int
    heads: bool = False
    page: int | None = None
    after_page: bool = False
    element: str = ""
    on_page: int = 0

    @property
    def counted(self) -> int:
        """Its number as it is said to people."""
        return self.on_page or self.number


@dataclass(slots=True)
class RawTable:
    """A table as the file tells it. `number` counts the tables of the document from 1, those inside others too.

    `edges` are the places of the grid's edges from left to right, in any unit; one more than it has columns.
    """

    rows: list[RawRow]
    number: int
    edges: tuple[float, ...] = ()

    def middle(self, cell: RawCell) -> float:
        """The place of a cell's middle."""
        return (self.edge(cell.left) + self.edge(cell.right)) / 2

    def edge(self, index: int) -> float:
        """The place of an edge; beyond those that are known, each column is as wide as the last."""
        if index < len(self.edges):
            return self.edges[index]
        known = len(self.edges) - 1
        if known < 1:
            return float(index)
        return self.edges[known] + (index - known) * max(self.edges[known] - self.edges[known - 1], 1.0)
