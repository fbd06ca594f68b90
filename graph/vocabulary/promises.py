"""Dates in running words by which something is promised."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import read_table


class PromisePatterns(NamedTuple):
    """Regular expressions of such dates."""

    patterns: tuple[str, ...]
    example: str


class PromiseWords(NamedTuple):
    """All rows of promises.toml."""

    promises: PromisePatterns


@cache
def promise_words() -> PromiseWords:
    """The words of promises.toml, read once."""
    return read_table(PromiseWords)
