"""Blocks of HTML in Markdown: their words line by line, without tags; comments, scripts and styles are no words."""

import re
from collections.abc import Iterator

from loaders.files.markup import has_tags, without_tags
from loaders.text import Words

_OPENS = re.compile(r"<!--|<(?P<name>script|style)\b", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")


def words_of_html(characters: str, start: int, end: int) -> Iterator[Words]:
    """The words of `characters[start:end]`."""
    for begin, stop in _said(characters, start, end):
        for line in _LINE.finditer(characters, begin, stop):
            words = Words.of(characters, line.start(), line.end()).stripped()
            if words.text:
                yield from without_tags(words) if has_tags(words.text) else [words]


def _said(characters: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches outside comments, scripts and styles; a comment that never ends is none."""
    never: set[str] = set()
    for opens in _OPENS.finditer(characters, start, end):
        closes = f"</{opens['name'].lower()}" if opens["name"] else "-->"
        if opens.start() < start or closes in never:
            continue
        stop = characters.find(closes, opens.end(), end)
        if stop < 0:
            never.add(closes)
            continue
        yield start, opens.start()
        start = stop + len(closes) if not opens["name"] else characters.find(">", stop, end) + 1 or end
    yield start, end
