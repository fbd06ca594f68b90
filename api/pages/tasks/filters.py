"""Which tasks of a page are shown: what a reader chose in its form, kept in the address of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from api.lists.conditions import Conditions
from api.lists.counts import COUNTED, Options, all_options
from api.lists.sentence import Namesakes, namesakes, parts, sentence
from api.pages.view import View
from graph.stores.protocol import Store

Name = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(max_length=40)]
Word = Annotated[str, Query(max_length=20)]
OFFERED = ("unit", "leader", "role", "due", "due_state", "document", "plan", "place")
"""The conditions that a list offers, in the order in which they stand in its form."""
NAMED = ("unit", "leader", "plan", "document", "place")
"""Those of them that are typed by name where there are too many tasks to count choices."""


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """What the reader chose, and what the page is about (`fixed`), which cannot be taken away."""

    chosen: Conditions
    fixed: Conditions

    def on_page_of(self, **fixed: str) -> "TaskFilters":
        """The same on the page of one thing: only its tasks are listed."""
        return TaskFilters(self.chosen, Conditions(**fixed))

    @property
    def all(self) -> Conditions:
        """Both together; what the page is about goes before what its address says of the same."""
        return Conditions(**{**self.chosen.given, **self.fixed.given})

    @property
    def any(self) -> bool:
        """Whether the reader left anything out."""
        return bool(self.chosen.given)

    def ids(self, view: View, store: Store) -> Sequence[str]:
        """The ids of the tasks that meet all, in the order of their list. Raises UsageError, NotFoundError."""
        return view.asker(store).chosen(**self.all.given, today=view.day)


@dataclass(frozen=True, slots=True)
class Chip:
    """A part of the sentence that can be taken away, and the address of the page without it."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class TaskList:
    """What stands above a list of tasks: the sentence, its parts to be taken away, the choices that are offered, the
    conditions that are typed instead, names that several bear, whether all are
    `undated`; `address` has the conditions as files of the list take
    them.
    """

    sentence: str
    chips: tuple[Chip, ...]
    options: tuple[Options, ...]
    typed: tuple[str, ...]
    namesakes: tuple[Namesakes, ...]
    undated: bool
    filters: TaskFilters
    address: dict[str, str]


def task_list(view: View, store: Store, filters: TaskFilters, number: int) -> TaskList:
    """What stands above a list of so many tasks."""
    asker = view.asker(store)
    fixed = filters.fixed.given
    chips = [
        Chip(part.words, view.links.here(page="", **dict.fromkeys(part.names, "")))
        for part in parts(asker, filters.all)
        if not set(part.names) & set(fixed)
    ]
    offered = [name for name in OFFERED if name not in fixed]
    options = all_options(asker, filters.all, view.day, offered)
    kept = {"in": view.within, "as_of": view.typed_day}
    return TaskList(
        sentence(asker, filters.all, number),
        tuple(chips),
        tuple(options),
        tuple(name for name in NAMED if name not in {*fixed, *(one.name for one in options)} and number > COUNTED),
        tuple(one for one in namesakes(asker, filters.all) if one.name not in fixed),
        filters.all.due_state == "none" and number > 0,
        filters,
        {name: value for name, value in (kept | filters.all.given).items() if value},
    )


async def task_filters(  # noqa: PLR0913 - each is a condition of its own
    *,
    due: Day = "",
    due_after: Day = "",
    due_before: Day = "",
    due_state: Word = "",
    role: Word = "",
    unit: Name = "",
    leader: Name = "",
    place: Name = "",
    plan: Name = "",
    document: Name = "",
) -> TaskFilters:
    """The choices in the address of this page."""
    given = {
        "due": due,
        "due_after": due_after,
        "due_before": due_before,
        "due_state": due_state,
        "role": role,
        "unit": unit,
        "leader": leader,
        "place": place,
        "plan": plan,
        "document": document,
    }
    return TaskFilters(Conditions(**{name: value.strip() for name, value in given.items()}), Conditions())


TaskFiltering = Annotated[TaskFilters, Depends(task_filters)]
