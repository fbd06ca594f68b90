"""Where passages stand on the pages of a paper, in a format of pages: the boxes of their words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.pages.papers.marking import PassageMark
from graph.facts import Node
from loaders.text import Box, Text


@dataclass(frozen=True, slots=True)
class BoxedPassage:
    """A passage with the boxes of its words on one page, a box for each line or cell; in points."""

    mark: PassageMark
    boxes: tuple[Box, ...]


def first_pages(text: Text, passages: Iterable[Node]) -> dict[str, int]:
    """The page on which each passage begins, by its id; of a text whose pages have no pictures nothing."""
    marks = map(PassageMark.of, passages) if text.page_sizes else ()
    found = ((mark.passage, text.stretches_in(mark.start, mark.end)) for mark in marks)
    return {passage: stretches[0].page for passage, stretches in found if stretches}


def boxed_on(text: Text, passages: Iterable[Node], page: int) -> Iterator[tuple[Node, BoxedPassage]]:
    """The passages that have words on a page, each with their boxes."""
    for passage in passages:
        mark = PassageMark.of(passage)
        stretches = text.stretches_in(mark.start, mark.end)
        boxes = tuple(one.between(mark.start, mark.end) for one in stretches if one.page == page)
        if boxes:
            yield passage, BoxedPassage(mark, boxes)
