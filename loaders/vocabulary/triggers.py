"""Words that state an owner or a deadline: a paragraph or a row that holds one and became nothing is told as unread."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, read_table


class Patterns(NamedTuple):
    """Regular expressions of what must be told."""

    patterns: tuple[str, ...]
    example: str


class TriggerWords(NamedTuple):
    """All rows of triggers.toml."""

    trigger: Listed
    for_all_tasks: Patterns
    of_places: Patterns
    without_result: Patterns


@cache
def trigger_words() -> TriggerWords:
    """The words of triggers.toml, read once."""
    return read_table(TriggerWords)
