"""Names and words of a paper as it writes them, where it was read in simplified characters (`loaders.files.script`)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from graph.statements import PlanDocument, Source
from graph.words.fold import squeeze
from graph.words.signs import HAN
from loaders.files.script import is_simplified, simplified
from loaders.text import Block, Paragraph, Text, Words

_READ_ONLY = frozenset({"jurisdiction", "level", "parent", "role"})
"""Fields that hold what was read rather than words: the place of a scope, a level, a seat."""
_HAN = re.compile(f"[{HAN}]+")

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
        self.read = "".join(squeeze(one.text) for one in words)
        self.written = "".join(squeeze(_written(one, text.characters)) for one in words)
        self.known: dict[str, str] = {}

    def tell(self, told: Told) -> Told:
        """A statement, a part of one or several, with all words in it."""
        if isinstance(told, str):
            return _HAN.sub(self._word, told)  # type: ignore[return-value]
        if isinstance(told, tuple):
            return tuple(map(self.tell, told))  # type: ignore[return-value]
        if isinstance(told, Source) or not is_dataclass(told) or isinstance(told, type):
            return told
        named = {one.name: getattr(told, one.name) for one in fields(told) if one.name not in _READ_ONLY}
        return replace(told, **{name: self.tell(value) for name, value in named.items()})

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        if word not in self.known:
            at = self.read.find(word)
            self.known[word] = self.written[at : at + len(word)] if at >= 0 else word
        return self.known[word]


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
