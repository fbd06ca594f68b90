"""The tree of a page: elements with their attributes, built from the steps of the parser, and what their tags and
styles say of how they are shown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from sys import maxsize
from typing import Union

from loaders.formats.html.parsing import END, Step

_BLOCK_TAGS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p "
    "plaintext pre search section summary table tbody td tfoot th thead tr ul xmp"
)
BLOCKS = frozenset(_BLOCK_TAGS.split())
"""Tags of elements that begin and end a line."""
_STRUCK = frozenset({"del", "s", "strike"})
_PREFORMATTED = frozenset({"pre", "xmp", "listing", "plaintext"})
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:header|footer)\b", re.IGNORECASE
)
_STRUCK_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_LINES_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)

Node = Union["PageElement", str]


@dataclass(slots=True, eq=False)
class PageElement:
    """An element of a page; `body` of the page is the root."""

    tag: str
    attributes: dict[str, str]
    parent: "PageElement | None" = None
    children: list[Node] = field(default_factory=list)

    @property
    def style(self) -> str:
        """The style that stands with it."""
        return self.attributes.get("style", "")

    @property
    def is_block(self) -> bool:
        """Whether it begins and ends a line."""
        return self.tag in BLOCKS or bool(self.style and _BLOCK_STYLE.search(self.style))

    @property
    def is_hidden(self) -> bool:
        """Whether a page does not show it."""
        return "hidden" in self.attributes or bool(self.style and _HIDDEN_STYLE.search(self.style))

    @property
    def is_struck(self) -> bool:
        """Whether its words are struck out."""
        return self.tag in _STRUCK or bool(self.style and _STRUCK_STYLE.search(self.style))

    @property
    def keeps_lines(self) -> bool:
        """Whether ends of lines in its words are ends of lines in the page."""
        return self.tag in _PREFORMATTED or bool(self.style and _LINES_STYLE.search(self.style))

    def elements(self) -> Iterator["PageElement"]:
        """The elements in it, in order of reading."""
        waiting = [one for one in reversed(self.children) if isinstance(one, PageElement)]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += [below for below in reversed(one.children) if isinstance(below, PageElement)]

    def text(self, most: int = maxsize) -> str:
        """All its words as they stand, or at least so many characters of them."""
        pieces: list[str] = []
        waiting: list[Node] = [self]
        while waiting and most > 0:
            one = waiting.pop()
            if isinstance(one, str):
                pieces.append(one)
                most -= len(one.strip())
            else:
                waiting += reversed(one.children)
        return "".join(pieces)


def build_tree(steps: Sequence[Step]) -> PageElement:
    """The tree to which the steps lead."""
    root = current = PageElement("html", {})
    for step in steps:
        if step == END:
            current = current.parent or root
        elif isinstance(step, str):
            current.children.append(step)
        else:
            tag, attributes = step
            below = PageElement(tag, attributes, current)
            current.children.append(below)
            current = below
    return root
