"""Which plan of one paper goes on in which plan of another, or of another edition: by title, else by their order.

Plans that are left over are paired in their order where there are as many on both sides.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from graph.words.names import title_form

Plan = TypeVar("Plan")


def plan_pairs(old: Sequence[tuple[Plan, str]], new: Sequence[tuple[Plan, str]]) -> list[tuple[Plan, Plan]]:
    """The pairs of plans, old and new, in the order of the new; each plan comes with its title."""
    waiting: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan, title in old:
        waiting[title_form(title)].append(plan)
    found: dict[int, Plan] = {}
    for place, (_, title) in enumerate(new):
        if waiting[title_form(title)]:
            found[place] = waiting[title_form(title)].pop(0)
    open_new = [place for place in range(len(new)) if place not in found]
    open_old = [plan for plan, title in old if any(plan is one for one in waiting[title_form(title)])]
    if len(open_new) == len(open_old):
        found |= dict(zip(open_new, open_old, strict=True))
    return [(found[place], plan) for place, (plan, _) in enumerate(new) if place in found]
