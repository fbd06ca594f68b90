"""Words that state an owner or a deadline: a paragraph or a row that holds one and became nothing is told as unread."""

from dataclasses import dataclass
from functools import cache

from graph.vocabulary.rows import Listed, read_table


@dataclass(frozen=True, slots=True)
class Patterns:
    """Regular expressions of what must be told."""

    patterns: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """All rows of triggers.toml."""

    trigger: Listed
    for_all_tasks: Patterns
    of_places: Patterns
    without_result: Patterns
    promises: Patterns


@cache
def trigger_words() -> TriggerWords:
    """The words of triggers.toml, read once."""
    return read_table(TriggerWords)
