"""Names and words of a paper as it writes them, where it was read in simplified characters (`loaders.files.script`)."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import accumulate, zip_longest
from typing import TypeVar

from graph.statements import PlanDocument, Source
from graph.words.fold import squeeze
from graph.words.signs import HAN
from loaders.files.script import is_simplified, simplified
from loaders.text import Block, Paragraph, Text, Words

_READ_ONLY = frozenset({"jurisdiction", "level", "parent", "role"})
"""Fields that hold what was read rather than words: the place of a scope, a level, a seat."""
_HAN = re.compile(f"[{HAN}]+")
_AROUND = 20_000
"""Characters around a source, and at a text's beginning, in which a word is sought that its source does not hold."""

Told = TypeVar("Told")


def as_written(document: PlanDocument, text: Text) -> PlanDocument:
    """The document with its words as they stand in the text."""
    if is_simplified(text.characters):
        return document
    return _Writer(text).tell(document)


class _Writer:
    """Puts words as they are written in the place of those that were read."""

    def __init__(self, text: Text) -> None:
        words = list(_words(text.blocks))
        read = [squeeze(one.text) for one in words]
        self.starts = [one.start for one in words]
        self.places = [0, *accumulate(map(len, read))]
        self.read = "".join(read)
        self.written = "".join(squeeze(_written(one, text.characters)) for one in words)
        self.changed = {sign for sign, stands in set(zip_longest(self.read, self.written)) if sign != stands}

    def tell(self, told: Told, near: tuple[int, int] = (0, 0)) -> Told:
        """A statement, a part of one or several, with all words in it; `near` is where its source stands in the words
        that were read.
        """
        if isinstance(told, str):
            if self.changed.isdisjoint(told):
                return told
            return _HAN.sub(lambda word: self._word(word[0], *near), told)  # type: ignore[return-value]
        if isinstance(told, tuple):
            return tuple(self.tell(one, near) for one in told)  # type: ignore[return-value]
        if isinstance(told, Source) or not is_dataclass(told) or isinstance(told, type):
            return told
        source = getattr(told, "source", None)
        near = self._place(source) if isinstance(source, Source) else near
        named = {one.name: getattr(told, one.name) for one in fields(told) if one.name not in _READ_ONLY}
        return replace(told, **{name: self.tell(value, near) for name, value in named.items()})

    def _place(self, source: Source) -> tuple[int, int]:
        first = max(0, bisect_right(self.starts, source.start or 0) - 1)
        start = self.places[first]
        return start, start + len(source.quote) + self.places[first + 1] - start

    def _word(self, word: str, start: int, end: int) -> str:
        """The word as it is written near its source, else in the paper's first words (its title, a group's name)."""
        at = self.read.find(word, start, end)
        at = at if at >= 0 else self.read.find(word, max(0, start - _AROUND), start + _AROUND)
        at = at if at >= 0 else self.read.find(word, 0, _AROUND)
        return self.written[at : at + len(word)] if at >= 0 else word


def _words(blocks: Iterable[Block]) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.words
        else:
            rows = (*block.header_rows, *block.rows)
            yield from (words for row in rows for cell in row.cells for words in cell.paragraphs)


def _written(words: Words, characters: str) -> str:
    """The words as they stand in the text, but for what was repaired."""
    starts = [position for position, _ in words.runs]
    signs: list[str] = []
    for (start, offset), end in zip(words.runs, [*starts[1:], len(words.text)], strict=True):
        read, stands = words.text[start:end], characters[offset : offset + end - start]
        signs += [stands] if simplified(stands) == read else map(_sign, stands.ljust(len(read)), read)
    return "".join(signs)


def _sign(stands: str, read: str) -> str:
    """The sign that stands where one is read: itself, unless it was repaired."""
    return stands if simplified(stands) == read else read
