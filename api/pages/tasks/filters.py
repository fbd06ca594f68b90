"""Which tasks of a page are shown: what a reader chose in its form, kept in the address of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from api.ask.questions import Asker
from queries.chosen import ROLES, Choice, chosen, rows_of
from queries.header import Ids
from queries.period import parse
from queries.rows import TaskRow

Day = Annotated[str, Query(max_length=40)]


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """The choices; "" where the reader chose nothing."""

    plan: str = ""
    role: str = ""
    due_after: str = ""
    due_before: str = ""

    @property
    def chosen(self) -> bool:
        """Whether anything is left out."""
        return bool(self.plan or self.role or self.due_after or self.due_before)

    @property
    def chosen_in_plan(self) -> bool:
        """Whether anything of one plan is left out."""
        return bool(self.role or self.due_after or self.due_before)

    def ids(self, asker: Asker, *, leader: Ids = (), unit: Ids = (), plan: Ids = ()) -> Sequence[str]:
        """The ids of the tasks that meet the choices, as `tasks` finds them."""
        choice = Choice(
            leader=leader,
            unit=unit,
            plan=plan or asker.ids("plans", self.plan),
            role=self.role,
            within=asker.inside,
            due_after=parse(self.due_after, "due_after").first if self.due_after else "",
            due_before=parse(self.due_before, "due_before").last if self.due_before else "",
        )
        return chosen(asker.graph, choice)

    def tasks(self, asker: Asker, *, leader: Ids = (), unit: Ids = (), plan: Ids = ()) -> list[TaskRow]:
        """The tasks that meet the choices, of a leader, a unit or a plan. Raises UsageError for a bad day."""
        return rows_of(asker.graph, self.ids(asker, leader=leader, unit=unit, plan=plan))


async def task_filters(
    plan: Annotated[str, Query(max_length=200)] = "",
    role: Annotated[str, Query(max_length=20)] = "",
    due_after: Day = "",
    due_before: Day = "",
) -> TaskFilters:
    """The choices in the address of this page."""
    return TaskFilters(plan, role if role in ROLES else "", due_after.strip(), due_before.strip())


TaskFiltering = Annotated[TaskFilters, Depends(task_filters)]
