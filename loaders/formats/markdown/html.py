"""Blocks of HTML in Markdown: their words line by line."""

from collections.abc import Iterator

from loaders.files.markup import read_markup
from loaders.files.repairs import repaired
from loaders.text import Words


def words_of_html(characters: str, start: int, end: int) -> Iterator[Words]:
    """The words of `characters[start:end]`."""
    for line in read_markup(characters, start, end):
        words = repaired(line.words).stripped()
        if words.text:
            yield words
