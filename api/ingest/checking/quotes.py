"""Whether the words of a passage stand in a text: at their place first (sheet and cell, table and row, paragraph, page,
line, or the element of a page that held them), then anywhere in it.

So one changed cell is one finding, however long its words are now: what stands behind it keeps its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.facts import Node
from graph.papers.passages import place_columns
from loaders.text import Locator, Text
from queries.citations import where

QuoteFault = Literal["changed", "moved", "vanished"]
_LONGEST = 200
"""Characters that are shown of what stands at a place now."""
_COLUMNS = ("page", "paragraph", "table_no", "row_no", "column_no")
Place = tuple[int, str, int, int, int, int]
"""Page, sheet, paragraph, table, row and column, 0 or "" where a format or a passage has none."""


@dataclass(frozen=True, slots=True)
class QuoteFinding:
    """What became of a quote: its words are `changed` at its place, where `now` stands; they have `moved` to the place
    `now`; or they and their place are gone.
    """

    fault: QuoteFault
    now: str = ""


class PlacedQuotes:
    """Looks up passages in the text of a file as it lies there now."""

    def __init__(self, text: Text, sha256: str) -> None:
        """Passages were read from bytes with the hash `sha256`."""
        self._text = text
        self._same = text.sha256 == sha256

    def finding(self, passage: Node) -> QuoteFinding | None:
        """What became of the words of a passage; None where they stand at its place."""
        words, start = str(passage.properties["quote"]), _number(passage, "start_char")
        if self._same and self._text.characters.startswith(words, start):
            return None
        stretches = self._at(passage)
        if any(self._begins(words, *stretch) for stretch in stretches):
            return None
        found = self._text.characters.find(words)
        if found >= 0:
            return QuoteFinding("moved", self._place(found, len(words)))
        now = self._shown(stretches)
        return QuoteFinding("changed", now) if now else QuoteFinding("vanished")

    @cached_property
    def _stretches(self) -> dict[Place, list[tuple[int, int]]]:
        """The stretches of the text by their places: those of cells, rows and tables, and of what is only quoted."""
        text = self._text
        found: dict[Place, list[tuple[int, int]]] = {}
        ends = (*text.place_starts[1:], len(text.characters))
        for start, end, locator in zip(text.place_starts, ends[: len(text.places)], text.places, strict=True):
            cell = _of_locator(locator)
            for one in dict.fromkeys((cell, (*cell[:5], 0), (*cell[:4], 0, 0))):
                _note(found, one, start, end)
        for source in (one.source for one in text.unread):
            locator = Locator(source.page, source.sheet, source.paragraph, source.table, source.row, source.column)
            _note(found, _of_locator(locator), source.start or 0, source.end or 0)
        return found

    @cached_property
    def _elements(self) -> dict[str, list[tuple[int, int]]]:
        """The stretches of the text by the paths of the elements that hold them: blocks, rows and cells."""
        text = self._text
        found: dict[str, list[tuple[int, int]]] = {}
        ends = (*text.place_starts[1:], len(text.characters))
        for start, end, locator in zip(text.place_starts, ends[: len(text.places)], text.places, strict=True):
            for path in {locator.element, locator.cell} - {""}:
                found.setdefault(path, []).append((start, end))
        for source in (one.source for one in text.unread if one.source.element):
            found.setdefault(source.element or "", []).append((source.start or 0, source.end or 0))
        return found

    def _at(self, passage: Node) -> list[tuple[int, int]]:
        """The stretches of the text that are a passage's place now, none where there is no such place."""
        line = _number(passage, "line")
        if line:
            starts = self._text.line_starts
            behind = max(_number(passage, "end_line"), line)
            if line > len(starts):
                return []
            return [(starts[line - 1], starts[behind] if behind < len(starts) else len(self._text.characters))]
        return self._stretches.get(_of_passage(passage), []) + self._elements.get(
            str(passage.properties["element"]), []
        )

    def _begins(self, words: str, start: int, end: int) -> bool:
        """Whether words begin within a stretch; they may go on behind it."""
        return self._text.characters.find(words, start, end + len(words) - 1) >= 0

    def _shown(self, stretches: Iterable[tuple[int, int]]) -> str:
        """The words at the first of the stretches, "" where there is none or it is empty."""
        start, end = next(iter(stretches), (0, 0))
        return self._text.characters[start : min(end, start + _LONGEST)].strip()

    def _place(self, start: int, length: int) -> str:
        return where(place_columns(self._text.source(start, start + length)))


def _note(found: dict[Place, list[tuple[int, int]]], place: Place, start: int, end: int) -> None:
    """Note a stretch that is at a place; one that goes on from the stretch before is one with it."""
    held = found.setdefault(place, [])
    if held and held[-1][1] == start:
        held[-1] = (held[-1][0], end)
    else:
        held.append((start, end))


def _of_locator(one: Locator) -> Place:
    return _named(one.page or 0, one.sheet or "", one.paragraph or 0, one.table or 0, one.row or 0, one.column or 0)


def _named(*place: *Place) -> Place:
    """A place by what names it: in a sheet a row is known by its number, whatever table it belongs to."""
    page, sheet, paragraph, table, row, column = place
    return page, sheet, paragraph, 0 if sheet and row else table, row, column


def _of_passage(passage: Node) -> Place:
    page, paragraph, table, row, column = (_number(passage, name) for name in _COLUMNS)
    return _named(page, str(passage.properties["sheet"]), paragraph, table, row, column)


def _number(passage: Node, name: str) -> int:
    value = passage.properties[name]
    return value if isinstance(value, int) else 0
