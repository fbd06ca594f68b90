"""How papers are headed: titles of plans and of notices, attachments, collections."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import Listed, read_table


class PlanTitle(NamedTuple):
    """A line that ends so is the title of a plan. The first list counts wherever it stands, the second only where
    no title of the first does.
    """

    endings: tuple[str, ...]
    other_endings: tuple[str, ...]
    example: str


class TitleLines(NamedTuple):
    """How an earlier line of a title broken over lines begins, and what no line of a title holds: regular
    expressions.
    """

    begin: tuple[str, ...]
    never: tuple[str, ...]
    example: str


class PlanWords(NamedTuple):
    """All rows of plans.toml."""

    title: PlanTitle
    lines: TitleLines
    tail: Listed
    state: Listed
    attachment: Listed


@cache
def plan_words() -> PlanWords:
    """The words of plans.toml, read once."""
    return read_table(PlanWords)
