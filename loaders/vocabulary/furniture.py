"""The web page around a copied paper. Each row has an example."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, read_table


class PageNumber(NamedTuple):
    """A line of digits is no page number where words break off before it (not at one of the first signs) and go on
    behind it with what it counts.
    """

    not_behind: str
    not_before: str
    example: str


class FurnitureWords(NamedTuple):
    """All rows of furniture.toml."""

    sure: Listed
    beside: Listed
    counters: Listed
    papers: Listed
    way: Listed
    foot: Listed
    controls: Listed
    parts: Listed
    page_number: PageNumber


@cache
def furniture_words() -> FurnitureWords:
    """The words of furniture.toml, read once."""
    return read_table(FurnitureWords)
