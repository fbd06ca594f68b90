"""The words of a paragraph: what its runs show, without what is deleted, hidden, struck out or only asked for.

Insertions, links and content controls are gone through; of what stands in two forms (AlternateContent) one is taken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.docx import names as n
from loaders.formats.docx.fields import Fields
from loaders.formats.docx.graphics import graphic_in
from loaders.formats.docx.styles import PLAIN, Look, Styles, look_of, value_of
from loaders.formats.grids.model import RawAside

_PAGE_OF_CONTENTS = re.compile(r"\t[\s\divxlIVXL-]*$")
_UNSHOWN = (range(0x20), range(0xD800, 0xF900))
"""Codes of characters that show nothing by themselves; the last only their font tells."""
_SPACES = {n.TAB: "\t", n.POSITION_TAB: "\t", n.RETURN: "\n", n.BREAK: "\n", n.HYPHEN: "-"}
_REFERENCES = {n.FOOTNOTE_REFERENCE: "footnotes", n.ENDNOTE_REFERENCE: "endnotes"}


@dataclass(slots=True)
class Gathered:
    """What the runs of a paragraph gave so far: pieces of its text, words struck out, text boxes, comments' ids, and
    what is drawn.

    `contents` tells that it is of a list of contents.
    """

    pieces: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    graphics: list[RawAside] = field(default_factory=list)
    contents: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text; in a list of contents without the numbers of pages."""
        lines = "".join(self.pieces).split("\n")
        return tuple(_PAGE_OF_CONTENTS.sub("", line) for line in lines) if self.contents else tuple(lines)

    def left_out(self, comments: dict[str, str]) -> tuple[RawAside, ...]:
        """The words struck out, those of the comments that are known, and what is drawn."""
        struck = "".join(self.struck).strip()
        found = [RawAside(struck, "unread.struck")] if struck else []
        found += [RawAside(comments[one], "unread.margin") for one in self.comments if comments.get(one)]
        return (*found, *self.graphics)


@dataclass(slots=True)
class RunReader:
    """Reads runs in order of the document. `notes` are the footnotes and endnotes that the text refers to: of which of
    the two, and its id.
    """

    styles: Styles
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    marked: set[etree._Element] = field(default_factory=set)

    def look_over(self, root: etree._Element) -> None:
        """Find the properties in a part that say how words look: few do, and the others are never opened."""
        stated = list(root.iter(n.VANISH, n.STRIKE, n.DOUBLE_STRIKE))
        stated += [one for one in root.iter(n.RUN_STYLE) if self.styles.look(value_of(one)) is not PLAIN]
        self.marked |= {above for one in stated if (above := one.getparent()) is not None}

    def read(self, paragraph: etree._Element, look: Look, into: Gathered) -> None:
        """The words of a paragraph whose style has this look, or of an element in it."""
        for child in paragraph:
            tag = child.tag
            if tag == n.RUN:
                self._run(child, look, into)
            elif tag in n.WRAPPERS:
                if tag != n.SIMPLE_FIELD or not self.fields.skips(child.get(n.SIMPLE_INSTRUCTION, "")):
                    self.read(child, look, into)
            elif tag == n.SDT:
                for content in shown_content(child):
                    self.read(content, look, into)
            elif tag == n.ALTERNATE:
                for content in chosen(child):
                    self.read(content, look, into)
            elif tag in n.MATH:
                into.pieces += [one.text or "" for one in child.iter(n.MATH_TEXT)]

    def _run(self, run: etree._Element, look: Look, into: Gathered) -> None:
        for child in run:
            tag = child.tag
            if tag == n.R_PR:
                if child in self.marked:
                    look = self._look(child, look)
            elif look.hidden:
                self.fields.step(child)  # a hidden run may begin or end a field all the same
            elif tag == n.TEXT:
                self._add(child.text or "", look, into)
            else:
                self._part(child, look, into)

    def _look(self, properties: etree._Element, look: Look) -> Look:
        """The look of a run with these properties in a paragraph of this look."""
        style = properties.find(n.RUN_STYLE)
        if style is not None:
            look = look.with_run(self.styles.look(value_of(style)))
        return look_of(properties).over(look)

    def _part(self, part: etree._Element, look: Look, into: Gathered) -> None:
        """A part of a run that is no plain text."""
        tag = part.tag
        if tag in _SPACES:
            self._add(_SPACES[tag], look, into)
        elif tag == n.SYMBOL:
            self._add(_symbol(part), look, into)
        elif tag in n.DRAWINGS:
            into.boxes += text_boxes(part)
            graphic = graphic_in(part)
            into.graphics += [graphic] if graphic is not None else []
        elif tag in _REFERENCES:
            self.notes.append((_REFERENCES[tag], part.get(n.ID, "")))
        elif tag == n.COMMENT_REFERENCE:
            into.comments.append(part.get(n.ID, ""))
        elif tag == n.RUBY:
            for base in part.iterchildren(n.RUBY_BASE):
                self.read(base, look, into)
        elif tag == n.ALTERNATE:
            for content in chosen(part):
                self._run(content, look, into)
        else:
            self.fields.step(part)

    def _add(self, text: str, look: Look, into: Gathered) -> None:
        if self.fields.opened:
            if self.fields.silent:
                return
            into.contents = into.contents or self.fields.contents
        (into.struck if look.struck else into.pieces).append(text)


def _symbol(part: etree._Element) -> str:
    """The character of a symbol, "" where only its font tells what it shows."""
    code = part.get(n.w("char"), "")
    value = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else 0
    return "" if any(value in unshown for unshown in _UNSHOWN) else chr(value)


def shown_content(control: etree._Element) -> Iterator[etree._Element]:
    """The content of a content control, unless it only asks for words (单击此处输入文字)."""
    if not asks_for_words(control):
        yield from control.iterchildren(n.SDT_CONTENT)


def asks_for_words(control: etree._Element) -> bool:
    """Whether a content control shows its placeholder, and no words of the paper."""
    properties = control.find(n.SDT_PR)
    return properties is not None and properties.find(n.PLACEHOLDER) is not None


def chosen(alternate: etree._Element) -> Iterable[etree._Element]:
    """The form that is read of content in two: the one with a text box, else the one for older programs, unless only
    the other holds words.
    """
    choices = list(alternate.iterchildren(n.CHOICE))
    fallbacks = list(alternate.iterchildren(n.FALLBACK))
    with_box = next((one for one in choices if next(one.iter(n.TEXT_BOX), None) is not None), None)
    if with_box is not None:
        return [with_box]
    worded = [one for one in (*fallbacks, *choices) if next(one.iter(n.TEXT, n.MATH_TEXT), None) is not None]
    return worded[:1] or fallbacks[:1] or choices[:1]


def text_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes of a drawing, but for those inside others."""
    if next(drawing.iter(n.TEXT_BOX), None) is None:
        return
    for child in drawing:
        if child.tag == n.TEXT_BOX:
            yield child
        elif child.tag == n.ALTERNATE:
            for content in chosen(child):
                yield from text_boxes(content)
        else:
            yield from text_boxes(child)
