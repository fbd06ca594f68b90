"""Patterns for words of tables: any of them, the longest that fits."""

import re
from collections.abc import Iterable


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words, each once, longer ones before shorter ones."""
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits."""
    return "|".join(map(re.escape, longest_first(words)))
