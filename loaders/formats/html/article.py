"""The part of a page that holds the paper.

What proves it is structure: numbered items and labels that are no links, tables with a header of known columns, the
title that the page gives itself, the data above a paper (发文字号：…), and sentences. The smallest element around all
of those, a few sentences aside, is the paper's; elements of links alone (menus, lists of other papers) are left out
wherever they stand, and so are parts whose names tell of the page where they prove nothing. What stands before and
behind it belongs to it up to the first of those: a title may stand apart, the day of a paper may have fallen out by a
tag closed too early.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.words.fold import compact
from loaders.formats.html.measure import ElementMeasure, is_of_the_page, measure
from loaders.formats.html.tree import Node, PageElement
from loaders.vocabulary.furniture import furniture_words

_LINKS = 3
"""Links that make a menu."""
_TEXT_TAGS = "p span font b strong a h1 h2 h3 h4 h5 h6 li ol ul table tbody thead tr th pre dl dd dt blockquote center"
_INSIDE_TEXT = frozenset(_TEXT_TAGS.split())
"""Tags of what is a part of a paper and seldom holds all of it."""
_WORD_EDGE = re.compile(r"(?<=[a-z\d])(?=[A-Z])|[^A-Za-z]+")


@dataclass(frozen=True, slots=True)
class PageArticle:
    """The `parts` of a page that hold a paper, in order, and the elements in them that do not belong to it."""

    parts: tuple[PageElement, ...]
    without: frozenset[PageElement]


def find_article(root: PageElement, titles: Sequence[str]) -> PageArticle:
    """The part of a page that holds the paper; the whole page where nothing proves one."""
    measures = measure(root, titles)
    hides = any(one.is_hidden for one in root.elements())
    whole = measure(root, titles, hidden=True) if hides else measures
    if whole[root].told > 2 * measures[root].told:
        _reveal(root)  # the page is shown by a script
        measures = whole
    if not measures[root].told:
        measures = measure(root, titles, links=False)  # a link that is never closed makes one of all behind it
    page = _Page(root, measures, _without(root, measures))
    if not measures[root].told:
        return PageArticle((root,), frozenset(page.without))
    region = page.region()
    parts = [
        PageElement("div", {}, None, page.before(region)),
        region,
        PageElement("div", {}, None, page.behind(region)),
    ]
    return PageArticle(tuple(part for part in parts if part.children), frozenset(page.without))


def _reveal(root: PageElement) -> None:
    for one in root.elements():
        if one.is_hidden:
            one.reveal()


def _without(root: PageElement, measures: dict[PageElement, ElementMeasure]) -> set[PageElement]:
    """The highest elements that hold links alone, or that tell by their names that they are of the page."""
    found: set[PageElement] = set()
    waiting = [root]
    while waiting:
        one = waiting.pop()
        for child in one.children:
            if isinstance(child, str) or (held := measures.get(child)) is None:
                continue
            if not held.told and (_is_menu(held) or _is_named(child)):
                found.add(child)
            elif child.children:
                waiting.append(child)
    return found


def _is_menu(held: ElementMeasure) -> bool:
    return held.links >= _LINKS and held.linked * 2 >= held.letters


def _is_named(element: PageElement) -> bool:
    """Whether the tag, id or class of an element says that it is of the page."""
    words = furniture_words().parts.words
    if element.tag in words:
        return True
    named, classes = element.attributes.get("id"), element.attributes.get("class")
    return bool(named or classes) and _tells_of_the_page(f"{named or ''} {classes or ''}")


@lru_cache(maxsize=1024)
def _tells_of_the_page(names: str) -> bool:
    words = furniture_words().parts.words
    return any(word.lower() in words for word in _WORD_EDGE.split(names))


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with what its elements hold, and those that are left out."""

    root: PageElement
    measures: dict[PageElement, ElementMeasure]
    without: set[PageElement]

    def region(self) -> PageElement:
        """The smallest element around all that proves a paper, but for a third of the words that sentences alone do."""
        region = self.root
        whole = self.measures[self.root]
        while True:
            below = [one for one in region.children if isinstance(one, PageElement) and one in self.measures]
            inner = next((one for one in below if self._holds(self.measures[one], whole)), None)
            if inner is None:
                break
            region = inner
        while region.parent is not None and region.tag in _INSIDE_TEXT:
            region = region.parent
        return region

    @staticmethod
    def _holds(inner: ElementMeasure, whole: ElementMeasure) -> bool:
        return inner.proofs == whole.proofs and inner.told * 3 >= whole.told * 2

    def before(self, region: PageElement) -> list[Node]:
        """What stands before the region, up to the last thing of the page, or to other sentences."""
        return self._beside(region, -1)[::-1]

    def behind(self, region: PageElement) -> list[Node]:
        """What stands behind the region, up to the next thing of the page."""
        return self._beside(region, 1)

    def _beside(self, region: PageElement, step: int) -> list[Node]:
        found: list[Node] = []
        current = region
        while current.parent is not None:
            siblings = current.parent.children
            at = next(index for index, one in enumerate(siblings) if one is current) + step
            while 0 <= at < len(siblings):
                if self._is_of_the_page(siblings[at], told=step < 0):
                    return found
                found.append(siblings[at])
                at += step
            if current.parent.is_block:
                found.append(PageElement("br", {}))
            current = current.parent
        return found

    def _is_of_the_page(self, node: Node, *, told: bool) -> bool:
        """Whether something of the page stands here; where `told`, sentences are."""
        if isinstance(node, str):
            return is_of_the_page(compact(node))
        if told and node in self.measures and self.measures[node].told:
            return True
        if any(one in self.without and self._leads_away(one) for one in (node, *node.elements())):
            return True
        return is_of_the_page(compact(node.text()))

    def _leads_away(self, element: PageElement) -> bool:
        """Whether what is left out is no row of buttons that act on the page."""
        return element not in self.measures or self.measures[element].away > 0 or not self.measures[element].links
