"""Which tasks of a page are shown: what a reader chose in its form, kept in the address of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query
from starlette.requests import Request

from graph.stores.protocol import Store
from queries.ask import Row
from queries.chosen import ROLES, Choice, chosen, rows_of
from queries.period import parse

Day = Annotated[str, Query(max_length=40)]


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """The choices; "" where the reader chose nothing."""

    plan: str = ""
    role: str = ""
    due_after: str = ""
    due_before: str = ""
    within: str = ""

    @property
    def chosen(self) -> bool:
        """Whether anything is left out."""
        return bool(self.plan or self.role or self.due_after or self.due_before)

    @property
    def chosen_in_plan(self) -> bool:
        """Whether anything of one plan is left out."""
        return bool(self.role or self.due_after or self.due_before)

    def ids(self, store: Store, **of: str) -> Sequence[str]:
        """The ids of the tasks that meet the choices, as `tasks` finds them."""
        choice = Choice(
            **{"plan": self.plan, "role": self.role, **of},
            within=self.within,
            due_after=parse(self.due_after, "due_after").first if self.due_after else "",
            due_before=parse(self.due_before, "due_before").last if self.due_before else "",
        )
        return chosen(store, choice)

    def tasks(self, store: Store, **of: str) -> list[Row]:
        """The tasks that meet the choices, of a leader, a unit or a place. Raises UsageError for a bad day."""
        return rows_of(store, self.ids(store, **of))


async def task_filters(
    request: Request,
    plan: Annotated[str, Query(max_length=200)] = "",
    role: Annotated[str, Query(max_length=20)] = "",
    due_after: Day = "",
    due_before: Day = "",
) -> TaskFilters:
    """The choices in the address of this page."""
    within = request.query_params.get("in", "")[:200]
    return TaskFilters(plan, role if role in ROLES else "", due_after.strip(), due_before.strip(), within)


TaskFiltering = Annotated[TaskFilters, Depends(task_filters)]
