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

_DEEPEST = 256
"""Elements within one another; pages of offices have 60, browsers allow 512."""

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

    def text(self) -> str:
        """All its words as they stand."""
        return "".join(self._words(maxsize))

    def beginning(self, most: int, nodes: int) -> str:
        """So many characters of its words at least, as far as its first `nodes` elements and words have them."""
        pieces: list[str] = []
        for piece in self._words(nodes):
            pieces.append(piece)
            most -= len(piece.strip())
            if most <= 0:
                break
        return "".join(pieces)

    def _words(self, nodes: int) -> Iterator[str]:
        """Its words in order, as far as its first `nodes` elements and words go."""
        above: list[Iterator[Node]] = [iter(self.children)]
        while above and nodes > 0:
            one = next(above[-1], None)
            nodes -= 1
            if one is None:
                above.pop()
            elif isinstance(one, str):
                yield one
            else:
                above.append(iter(one.children))


def build_tree(steps: Sequence[Step]) -> PageElement:
    """The tree to which the steps lead. What lies deeper than a page may be stands in the deepest element there may be:
    its words in order and in their lines, what is hidden or struck out as such.
    """
    root = PageElement("html", {})
    within = [root]
    for step in steps:
        current = within[-1]
        deepest = within[min(len(within), _DEEPEST) - 1]
        is_deep = current is not deepest
        if step == END:
            if len(within) > 1:
                within.pop()
            if is_deep and current.is_block:
                deepest.children.append(PageElement("div", {}, deepest))
        elif isinstance(step, str):
            if not is_deep:
                current.children.append(step)
            elif not current.is_hidden:
                deepest.children.append(PageElement("s" if current.is_struck else "span", {}, deepest, [step]))
        else:
            tag, attributes = step
            below = PageElement(tag, attributes, current)
            if len(within) < _DEEPEST:
                current.children.append(below)
            else:
                deepest.children += [PageElement("div" if below.is_block else below.tag, {}, deepest)]
                below.attributes = _shown_as(below, current) if is_deep else below.attributes
            within.append(below)
    return root


def _shown_as(below: PageElement, above: PageElement) -> dict[str, str]:
    """The attributes of an element with what hides it or strikes it out above."""
    struck = {"style": f"{below.style};text-decoration:line-through"} if above.is_struck else {}
    return {**below.attributes, **struck, **({"hidden": ""} if above.is_hidden else {})}
