"""How papers are headed: titles of plans and of notices, attachments, collections."""

from dataclasses import dataclass
from functools import cache

from graph.vocabulary.rows import Listed, read_table


@dataclass(frozen=True, slots=True)
class PlanTitle:
    """A line that ends so is the title of a plan. The first list counts wherever it stands, the second only where
    no title of the first does.
    """

    endings: tuple[str, ...]
    other_endings: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class TitleLines:
    """How an earlier line of a title broken over lines begins, and what no line of a title holds: regular
    expressions.
    """

    begin: tuple[str, ...]
    never: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class PlanWords:
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
