"""Fields: what Word computes and writes as a result (a date, a cross reference, a list of contents).

Their results are words of the paper, but for numbers of pages. A field may be open over several paragraphs, and hold
others.
"""

from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.docx.names import FIELD, FIELD_TYPE, INSTRUCTION

_OF_PAGES = ("PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES")
"""Fields whose result is the number of a page."""
_OF_THE_DAY = ("DATE", "TIME")
"""Fields that a program which opens the file sets to the present day."""
_LONGEST = 1_000
"""Characters of an instruction that are kept: its first word is asked for."""
_MOST = 100
"""Fields that may be open in one another."""


@dataclass(slots=True)
class _OpenField:
    """A field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False

    @property
    def name(self) -> str:
        """The first word of the instruction."""
        return next(iter(self.instruction.split(maxsplit=1)), "").upper()


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place of the document, the outermost first. `unread` are the names of those whose
    result is no text.
    """

    opened: list[_OpenField] = field(default_factory=list)
    unread: tuple[str, ...] = _OF_PAGES

    def step(self, part: etree._Element) -> None:
        """Go over a part of a run that begins, parts or ends a field, or is of its instruction."""
        if part.tag == INSTRUCTION:
            self._instruct(part.text or "")
            return
        if part.tag != FIELD:
            return
        kind = part.get(FIELD_TYPE, "")
        if kind == "begin" and len(self.opened) < _MOST:
            self.opened.append(_OpenField())
        elif self.opened and kind == "separate":
            self.opened[-1].shown = True
        elif self.opened and kind == "end":
            self.opened.pop()

    @property
    def silent(self) -> bool:
        """Whether what stands here is no text."""
        return any(not one.shown or one.name in self.unread for one in self.opened)

    def skips(self, instruction: str) -> bool:
        """Whether the result of a field with this instruction is no text."""
        return _OpenField(instruction).name in self.unread

    def skip_present_days(self) -> None:
        """Take no date for text that a field sets to the present day."""
        self.unread = (*_OF_PAGES, *_OF_THE_DAY)

    @property
    def contents(self) -> bool:
        """Whether this is a list of contents."""
        return any(one.name == "TOC" for one in self.opened)

    def _instruct(self, words: str) -> None:
        if self.opened and not self.opened[-1].shown and len(self.opened[-1].instruction) < _LONGEST:
            self.opened[-1].instruction += words
