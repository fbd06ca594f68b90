"""The words of a page, line by line: what stands between the tags of blocks and breaks, as a browser shows it.

An end of a line in the source is none in the page; between 汉字 it is nothing at all. A bracket that goes on over a
break stays one; behind a stop, blanks as wide as an indent begin a paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.words.signs import CLOSING, OPENING
from loaders.files.plain import TextLine, is_page_number
from loaders.formats.grids.model import RawAside, RawParagraph
from loaders.formats.html.headings import is_heading
from loaders.formats.html.tree import PageElement
from loaders.formats.paragraphs import join_lines
from loaders.formats.wrapping import find_wrapping
from loaders.text import Words

_SOURCE_END = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*")
_SPACES = re.compile(r"[ \t\r\f]+")
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009"), " ")
_INDENT = re.compile("(?<=[。；：！？])[\u3000\u00a0\u2003]{2,}")
_BRACKET = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_NEAR = 200
"""Characters within which a bracket closes that goes on over the end of a line."""
_BREAK = "\v"
"""Stands for a break between the words of a line."""


@dataclass(slots=True)
class PageLines:
    """The lines between two tables, each with the element in which it stands: `current` are the pieces of the one that
    is being read. `path` tells where an element stands in the page.
    """

    path: Callable[[PageElement], str]
    lines: list[tuple[str, PageElement]] = field(default_factory=list)
    current: list[str] = field(default_factory=list)
    left_out: list[RawAside] = field(default_factory=list)

    def add(self, text: str, *, as_written: bool) -> None:
        """Words go on with the line; `as_written` with the ends of lines in them."""
        self.current.append(text.replace("\r\n", "\n").replace("\n", _BREAK) if as_written else text)

    def break_line(self) -> None:
        """A break within a paragraph."""
        self.current.append(_BREAK)

    def end_line(self, element: PageElement) -> None:
        """The line in an element ends, if it has begun; one of blanks alone parts paragraphs."""
        if self.current:
            for line in "".join(self.current).split(_BREAK):
                self.lines += [(part, element) for part in _INDENT.split(_tidy(line))]
            self.current.clear()

    def paragraphs(self) -> Iterator[RawParagraph]:
        """The paragraphs of all lines so far, which are forgotten."""
        lines = list(_bracketed(self.lines))
        starts = [0]
        for line, _ in lines:
            starts.append(starts[-1] + len(line))
        for words in join_lines([_text_line(one[0], start) for one, start in zip(lines, starts, strict=False)]):
            element = lines[bisect_right(starts, words.start) - 1][1]
            yield RawParagraph(
                (words.text,), element=self.path(element), is_heading=is_heading(element.tag, words.text)
            )
        yield from self._end()

    def of_cell(self) -> Iterator[RawParagraph]:
        """The same in a cell, where lines are not joined."""
        for line, element in _bracketed(self.lines):
            if text := line.strip():
                yield RawParagraph((text,), element=self.path(element))
        yield from self._end()

    def _end(self) -> Iterator[RawParagraph]:
        if self.left_out:
            yield RawParagraph((), tuple(self.left_out))
        self.lines, self.left_out = [], []


def _tidy(line: str) -> str:
    """A line with one blank for several, none for an end of a line in the source between 汉字."""
    line = _SPACES.sub(" ", _SOURCE_END.sub(_joint, line))
    return line.strip(" \t\n\r\f").translate(_BLANKS)


def _joint(end: re.Match[str]) -> str:
    signs = end.string[end.start() - 1 : end.start()] + end.string[end.end() : end.end() + 1]
    return " " if all(sign.isascii() for sign in signs) else ""


def _bracketed(placed: Sequence[tuple[str, PageElement]]) -> Iterator[tuple[str, PageElement]]:
    """The lines, those joined over whose ends a bracket goes on that closes near: with a blank, but for full lines."""
    lines = [line for line, _ in placed]
    if not any(map(_is_open, lines)):
        yield from placed
        return
    wrapping = find_wrapping([line for line in lines if line.strip()])
    at = 0
    while at < len(lines):
        line, element = placed[at]
        at += 1
        while at < len(lines) and _is_open(line) and (last := _closes(lines, at)) is not None:
            for one in filter(str.strip, lines[at : last + 1]):
                joint = "" if wrapping.is_full(line) else " "
                line = line.rstrip() + joint + one.strip()
            at = last + 1
        yield line, element


def _is_open(line: str) -> bool:
    brackets = _BRACKET.findall(line[-_NEAR:])
    return bool(brackets) and brackets[-1] in OPENING


def _closes(lines: Sequence[str], at: int) -> int | None:
    """The line from `at` on that holds the next bracket, if that is a closing one and near."""
    length = 0
    for index in range(at, min(len(lines), at + _NEAR)):
        bracket = _BRACKET.search(lines[index])
        if bracket is not None:
            near = length + bracket.start() <= _NEAR
            return index if near and bracket[0] in CLOSING else None
        length += len(lines[index])
        if length > _NEAR:
            return None
    return None


def _text_line(line: str, start: int) -> TextLine:
    """A line of words whose characters are counted from `start` on."""
    words = line.strip()
    indent = line[: len(line) - len(line.lstrip())]
    return TextLine(Words(words, ((0, start),)), indent=indent, page=is_page_number(words))
