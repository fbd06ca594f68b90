"""Which of two files of one paper stands over the other, and why: a decision, a later day of issue, its own words.

A file that says of itself that it replaces what was issued before (以此份为准, 修订稿) cannot mean one that was issued
later. Where nothing tells, nobody decides by itself: neither stands over the other.
"""

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

from graph.decisions.decisions import Decisions
from graph.statements import PlanDocument
from graph.words.names import number_form

Ground = Literal["decided", "later", "stated", ""]
"""Why one stands over another; "" where it does not."""

Thing = TypeVar("Thing")


def ground(one: PlanDocument, other: PlanDocument, decisions: Decisions) -> Ground:
    """Why a file stands over another one of the same paper, "" where it does not."""
    verdict = decisions.standing(one.sha256, other.sha256)
    if verdict:
        return "decided" if verdict == one.sha256 else ""
    days = one.head.issued_on, other.head.issued_on
    if all(days) and days[0] != days[1]:
        return "later" if days[0] > days[1] else ""
    return "stated" if says_it_stands(one) and not says_it_stands(other) else ""


def says_it_stands(document: PlanDocument) -> bool:
    """Whether a file says that it takes the place of what was issued as the same paper."""
    own = number_form(document.head.number)
    return any(
        (own and own in map(number_form, one.numbers)) or not (one.numbers or one.titles)
        for one in document.replacements
    )


def in_precedence(things: Sequence[Thing], stands_over: Callable[[Thing, Thing], bool]) -> list[Thing]:
    """The things, none before one that stands over it; else in the order in which they come.

    Where decisions lead in a circle, the first of it comes first.
    """
    left = list(things)
    placed: list[Thing] = []
    while left:
        free = next((one for one in left if not any(stands_over(other, one) for other in left)), left[0])
        placed.append(free)
        left.remove(free)
    return placed
