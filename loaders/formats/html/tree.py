"""The tree of a page: elements with their attributes, built from the steps of the parser, and what their tags and
styles say of how they are shown.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
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
    """An element of a page; `body` of the page is the root. One that is not `own` stands for what the page holds
    otherwise: it has no place of its own in it.

    `is_block` tells whether it begins and ends a line, `is_hidden` that a page does not show it, `is_struck` that its
    words are struck out, `keeps_lines` that ends of lines in its words are ends of lines in the page.
    """

    tag: str
    attributes: dict[str, str]
    parent: "PageElement | None" = None
    children: list[Node] = field(default_factory=list)
    own: bool = True
    is_block: bool = field(init=False)
    is_hidden: bool = field(init=False)
    is_struck: bool = field(init=False)
    keeps_lines: bool = field(init=False)

    def __post_init__(self) -> None:
        tag, attributes = self.tag, self.attributes
        self.is_block, self.is_struck, self.keeps_lines = tag in BLOCKS, tag in _STRUCK, tag in _PREFORMATTED
        self.is_hidden = "hidden" in attributes
        if style := attributes.get("style"):
            block, hidden, struck, lines = _looks(style)
            self.is_block |= block
            self.is_hidden |= hidden
            self.is_struck |= struck
            self.keeps_lines |= lines

    @property
    def style(self) -> str:
        """The style that stands with it."""
        return self.attributes.get("style", "")

    def reveal(self) -> None:
        """Take it as it would be without any attributes."""
        self.attributes = {}
        self.__post_init__()

    def elements(self) -> Iterator["PageElement"]:
        """The elements in it, in order of reading."""
        waiting = self.children[::-1]
        while waiting:
            one = waiting.pop()
            if not isinstance(one, str):
                yield one
                waiting += one.children[::-1]

    def text(self) -> str:
        """All its words as they stand."""
        pieces: list[str] = []
        waiting = self.children[::-1]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                pieces.append(one)
            else:
                waiting += one.children[::-1]
        return "".join(pieces)

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


@lru_cache(maxsize=4096)
def _looks(style: str) -> tuple[bool, bool, bool, bool]:
    """Whether a style makes a block, hides, strikes out, keeps ends of lines."""
    patterns = (_BLOCK_STYLE, _HIDDEN_STYLE, _STRUCK_STYLE, _LINES_STYLE)
    block, hidden, struck, lines = (pattern.search(style) is not None for pattern in patterns)
    return block, hidden, struck, lines


def build_tree(steps: Iterable[Step]) -> PageElement:
    """The tree to which the steps lead. What lies deeper than a page may be stands in the deepest element there may be:
    its words in order and in their lines, what is hidden or struck out as such.
    """
    root = PageElement("html", {})
    within = [root]
    for step in steps:
        current = within[-1]
        if len(within) >= _DEEPEST:
            _add_deep(within, step)
        elif isinstance(step, str):
            current.children.append(step)
        elif step == END:
            if len(within) > 1:
                within.pop()
        else:
            below = PageElement(step[0], step[1], current)
            current.children.append(below)
            within.append(below)
    return root


def _add_deep(within: list[PageElement], step: Step) -> None:
    """A step in the deepest element there may be, or below it."""
    current, deepest = within[-1], within[_DEEPEST - 1]
    is_deep = current is not deepest
    if isinstance(step, str):
        if not is_deep:
            current.children.append(step)
        elif not current.is_hidden:
            deepest.children.append(PageElement("s" if current.is_struck else "span", {}, deepest, [step], own=False))
    elif step == END:
        within.pop()
        if is_deep and current.is_block:
            deepest.children.append(PageElement("div", {}, deepest, own=False))
    else:
        tag, attributes = step
        below = PageElement(tag, attributes, current)
        deepest.children.append(PageElement("div" if below.is_block else tag, {}, deepest, own=False))
        within.append(PageElement(tag, _shown_as(below, current), current) if is_deep else below)


def _shown_as(below: PageElement, above: PageElement) -> dict[str, str]:
    """The attributes of an element with what hides it or strikes it out above."""
    struck = {"style": f"{below.style};text-decoration:line-through"} if above.is_struck else {}
    return {**below.attributes, **struck, **({"hidden": ""} if above.is_hidden else {})}
