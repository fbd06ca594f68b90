"""Text that holds HTML: tags are no words, what a page does not show is no text, entities are the signs they stand for.

The whole text is read at once, as a tag, a comment or a script may go on over several lines. Tags of blocks end a line,
but not inside a bracket, whose words they only part; all others are dropped. Tables are read as flattened ones
(`html_tables`).
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import NamedTuple

from graph.words.signs import CLOSING, OPENING
from loaders.files.html_tables import CELL, HtmlTable
from loaders.text import Words

_BLOCK = (
    "address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hr|html|legend|li|link|main|meta|ol|option|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_INLINE = (
    "a|abbr|b|bdo|big|cite|code|del|em|font|i|img|input|ins|kbd|label|mark|q|s|small|span|strike|strong|sub|sup|tt|u|"
    "var"
)
_UNSEEN = "button|head|iframe|nav|noscript|object|script|select|style|svg|template|textarea|title"
_MARKUP = re.compile(
    rf"<!--|<(?P<unseen>{_UNSEEN})(?:\s[^<>]{{0,2000}})?/?>"
    rf"|</?(?P<block>{_BLOCK})(?:\s[^<>]{{0,2000}})?/?>"
    rf"|</?(?:{_INLINE}|{_UNSEEN}|[a-z]\w{{0,20}}:\w{{1,30}})(?:\s[^<>]{{0,2000}})?/?>"
    r"|<[a-z][\w-]{0,30}\s+[\w:-]{1,40}\s?=\s?[\"'][^<>]{0,2000}>|</[a-z][\w-]{0,30}>"
    r"|<(?:!doctype|!\[|\?xml)[^<>]{0,1000}>"
    r"|(?P<entity>&(?:amp;){0,3}(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)"
    r"|(?P<end>\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])",
    re.IGNORECASE,
)
_BLANKS = "\u00a0\u2002\u2003\u2009"
_AMPERSANDS = re.compile("&(?:amp;)+(?=[#a-z])", re.IGNORECASE)
_BRACKET = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_NEAR = 200
"""Characters, tags included, within which a bracket closes that goes on over the tag of a block."""


class RawLine(NamedTuple):
    """A line of a text as it stands, without its tags; `ends` is the sign that ends it, "" where a tag does."""

    words: Words
    ends: str
    tagged: bool = False


@dataclass(slots=True)
class _PageLine:
    """The pieces of the line that is being read, whether a tag stood in it, and the table around it."""

    parts: list[Words] = field(default_factory=list)
    tagged: bool = False
    table: HtmlTable = field(default_factory=HtmlTable)

    def add(self, characters: str, start: int, end: int) -> None:
        """The words `characters[start:end]` go on with the line; in a table blanks around them are layout."""
        if start < end:
            words = Words.of(characters, start, end)
            words = words.stripped() if self.table.inside else words
            self.parts += [words] if words.text else []

    def done(self, at: int, ends: str) -> RawLine:
        """The line, which ends at offset `at`; the next one begins."""
        line = RawLine(Words.join(self.parts) if self.parts else Words("", ((0, at),)), ends, self.tagged)
        self.parts, self.tagged = [], False
        return line

    def open_bracket(self) -> bool:
        """Whether the last bracket of the line is not closed."""
        text = "".join(part.text[-_NEAR:] for part in self.parts[-9:])
        brackets = _BRACKET.findall(text)
        return bool(brackets) and brackets[-1] in OPENING

    def block(self, characters: str, tag: re.Match[str]) -> Iterator[RawLine]:
        """The lines that the tag of a block ends: none inside a bracket or before the first words of a cell."""
        at = tag.start()
        written = list(self.table.step(characters, tag))
        if not written and self.open_bracket() and _closes(characters, tag.end()):
            self.parts.append(Words(" ", ((0, at),)))
            return
        in_cell = [part.text for part in self.parts] == [CELL] and not written
        self.tagged = True
        if not in_cell:
            yield self.done(at, "")
            self.tagged = True
        for number, sign in enumerate(written, start=1):
            opened = Words(sign if sign == CELL else "", ((0, at),))
            if sign == CELL and number == len(written):
                self.parts = [opened]
            else:
                yield RawLine(opened, "\n")


def read_markup(characters: str, start: int = 0, end: int | None = None) -> Iterator[RawLine]:
    """The lines of `characters[start:end]`, also of a text without HTML."""
    end = len(characters) if end is None else end
    line = _PageLine()
    never: set[str] = set()
    for found in _MARKUP.finditer(characters, start, end):
        if found.start() < start:
            continue
        line.add(characters, start, found.start())
        start = found.end()
        if found["end"]:
            if not line.table.inside:
                yield line.done(found.start(), found["end"])
        elif found["entity"]:
            line.parts.append(Words(_sign(found["entity"]), ((0, found.start()),)))
        elif found["block"]:
            yield from line.block(characters, found)
        else:
            start = _behind(characters, found, end, never)
            line.tagged = True
    line.add(characters, start, end)
    if line.parts:
        yield line.done(end, "")


def _sign(entity: str) -> str:
    """The sign that an entity stands for, also where its own `&` was written as one; what is none stands as it is."""
    named = _AMPERSANDS.sub("&", entity)
    sign = html.unescape(named) if named[1] == "#" else html5.get(named[1:], entity)
    return " " if sign in _BLANKS else sign


def _closes(characters: str, start: int) -> bool:
    """Whether the first bracket from `start` on is a closing one, and near."""
    bracket = _BRACKET.search(characters, start, start + _NEAR)
    return bracket is not None and bracket[0] in CLOSING


def _behind(characters: str, found: re.Match[str], end: int, never: set[str]) -> int:
    """Where text goes on behind a tag, and behind a comment or what a page does not show. Of what is never closed the
    tag alone is none; a comment without its end is text from its first sign on.
    """
    if found["unseen"]:
        closes = rf"</{found['unseen'].lower()}\s*>"
    elif found[0] == "<!--":
        closes = "-->"
    else:
        return found.end()
    closing = None if closes in never else re.compile(closes, re.IGNORECASE).search(characters, found.end(), end)
    if closing is not None:
        return closing.end()
    never.add(closes)
    return found.end() if found["unseen"] else found.start()
