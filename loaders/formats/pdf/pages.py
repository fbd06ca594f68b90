"""The pages of a PDF as the walk found them: lines of words with their places, and grids of ruled cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from loaders.formats.grids.laid_out import clean
from loaders.formats.grids.model import PlacedLine, RawAside
from loaders.text import Box, PageStretch, Size


@dataclass(frozen=True, slots=True)
class PagePiece:
    """Words of a line that stand together; places are points from the upper left corner of the page as it is read.

    `gaps` are the blanks in it: where the words before one end and those behind it begin, as offsets and as places.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    struck: bool
    gaps: tuple[tuple[int, int, float, float], ...] = ()

    def parted(self) -> tuple["PagePiece", ...]:
        """The pieces between its blanks."""
        found, start, left = [], 0, self.left
        for end, following, right, next_left in (*self.gaps, (len(self.text), 0, self.right, 0.0)):
            found.append(PagePiece(self.text[start:end], left, self.top, right, self.bottom, self.struck))
            start, left = following, next_left
        return tuple(found)


@dataclass(frozen=True)
class PageLine:
    """A line: its pieces from left to right, the width of a 汉字 and the height at which its letters stand."""

    pieces: tuple[PagePiece, ...]
    em: float
    base: float
    page: "PageSize"

    @cached_property
    def text(self) -> str:
        """Its words, a blank where pieces stand apart; those struck out are none."""
        if len(self.pieces) == 1:
            return "" if self.pieces[0].struck else self.pieces[0].text
        kept = [piece for piece in self.pieces if not piece.struck]
        spread = len(kept) > 2 and all(len(piece.text) == 1 for piece in kept)  # noqa: PLR2004 - 序  号 may be two words
        apart = [
            not spread and not piece.struck and not before.struck
            for before, piece in zip((PagePiece("", 0, 0, 0, 0, struck=True), *self.pieces), self.pieces, strict=False)
        ]
        return "".join(
            ("  " if gap else "") + piece.text
            for gap, piece in zip(apart, self.pieces, strict=True)
            if not piece.struck
        )

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def top(self) -> float:
        """The upper edge of its highest words."""
        if len(self.pieces) == 1:
            return self.pieces[0].top
        return min(piece.top for piece in self.pieces)

    @cached_property
    def struck(self) -> str:
        """Its words that are struck out."""
        return "".join(piece.text for piece in self.pieces if piece.struck)

    @cached_property
    def box(self) -> Box:
        """Its box on the page as it is shown."""
        pieces = self.pieces
        if len(pieces) == 1:
            return self.page.shown((pieces[0].left, pieces[0].top, pieces[0].right, pieces[0].bottom))
        bottom = max(piece.bottom for piece in pieces)
        return self.page.shown((self.left, self.top, self.right, bottom))


@dataclass(frozen=True, slots=True)
class PageSize:
    """The number of a page, from 1, its size as it is read, and by how many quarters it is turned to be shown."""

    number: int
    width: float
    height: float
    turn: int

    @property
    def as_shown(self) -> Size:
        """The size of the page as it is shown."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def shown(self, box: Box) -> Box:
        """A box on the page as it is shown."""
        left, top, right, bottom = box
        if self.turn == 1:
            left, top, right, bottom = self.height - bottom, left, self.height - top, right
        elif self.turn == 2:  # noqa: PLR2004 - half a turn
            left, top, right, bottom = self.width - right, self.height - bottom, self.width - left, self.height - top
        elif self.turn == 3:  # noqa: PLR2004 - three quarters
            left, top, right, bottom = top, self.width - right, bottom, self.width - left
        return (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell: it reaches over rows and columns from the first numbers up to the second."""

    top: int
    bottom: int
    left: int
    right: int
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class PageGrid:
    """A table, by the edges of its columns and rows; `rooms` are how wide lines are in each column, where the edges do
    not tell.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[PageCell, ...]
    page: int
    rooms: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page. `across` are the heights of lines across it, with where they begin and end; `seen` counts its characters,
    `unknown` those without meaning, `pictures` its images. `asides` are what the walk did not take for its words.
    """

    size: PageSize
    lines: tuple[PageLine, ...]
    grids: tuple[PageGrid, ...]
    across: tuple[tuple[float, float, float], ...]
    seen: int
    unknown: int
    pictures: int
    asides: tuple[RawAside, ...] = ()


def page_of(told: Sequence[Any]) -> PdfPage:
    """The page that the walk tells of."""
    number, (width, height, turn), lines, grids, across, (seen, unknown, pictures), asides = told
    size = PageSize(number, width, height, turn)
    rules = tuple((at, start, end) for at, start, end in across)
    grids_of_page = tuple(_grid(grid, size) for grid in grids)
    left_out = tuple(RawAside(words or f"第{number}页", reason, number) for reason, words in asides)
    return PdfPage(size, _lines(lines, size), grids_of_page, rules, seen, unknown, pictures, left_out)


def _grid(told: Sequence[Any], size: PageSize) -> PageGrid:
    xs, ys, cells = told
    own = (PageCell(top, bottom, left, right, _lines(lines, size)) for top, bottom, left, right, lines in cells)
    return PageGrid(tuple(xs), tuple(ys), tuple(own), size.number)


def _lines(told: Sequence[Any], size: PageSize) -> tuple[PageLine, ...]:
    return tuple(PageLine(tuple(map(_piece, pieces)), em, base, size) for em, base, pieces in told)


def _piece(told: Sequence[Any]) -> PagePiece:
    text, left, top, right, bottom, struck, gaps = told
    return PagePiece(text, left, top, right, bottom, bool(struck), tuple(map(tuple, gaps)))


def placed(lines: Sequence[PageLine]) -> PlacedLine:
    """The words of lines that go on one after the other, as one that knows where each stands."""
    text = ""
    stretches: list[PageStretch] = []
    for line in lines:
        words = clean(line.text)
        if words:
            text += _joint(text, words)
            stretches.append(PageStretch(len(text), len(words), line.page.number, line.box))
            text += words
    return PlacedLine(text, tuple(stretches))


def _joint(before: str, words: str) -> str:
    """What parts words at the end of a line: a blank where Latin meets Latin, else nothing."""
    latin = before[-1:].isascii() and words[0].isascii() and before[-1:].isalnum() and words[0].isalnum()
    return " " if latin and before else ""
