"""Which tasks meet several conditions, and what they say: a page of a long list costs no more than a short list.

A condition is asked of the store by itself, from its narrow end (the tasks of one leader, of one month), and answers
with ids alone. Those that meet all conditions are put in the order of lists; columns are asked for a few hundred ids at
a time (`rows_of`).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.stores.protocol import Store
from queries.ask import ask
from queries.caching import kept, uncached
from queries.header import Ids
from queries.listing.due import DUE_STATES, SOON, days_after, days_before
from queries.rows import TaskDueRow, TaskIdRow, TaskRow
from queries.values import check_choice

AT_ONCE = 1000
"""Tasks whose columns are asked for at once."""
MANY = 20_000
"""Ids above which it is quicker to leave those out of the whole list that are not chosen."""
ROLES = ("lead", "responsible", "supporting")
LAST_DAY = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Choice:
    """The conditions of a list of tasks, "" or no ids where there is none, as `tasks/list` declares them.

    `document` are ids of papers, `due_state` is one of `queries.listing.due.DUE_STATES` on the day `seen_from` (ISO).
    `holding` are words of a title or content, white space aside. Tasks of what was replaced are left out, unless all
    are wanted (`replaced`) or those of what stood on a day (`as_of`).
    """

    leader: Ids = ()
    unit: Ids = ()
    role: str = ""
    place: Ids = ()
    plan: Ids = ()
    document: Ids = ()
    due_after: str = ""
    due_before: str = ""
    open_on: str = ""
    due_state: str = ""
    seen_from: str = ""
    within: Ids = ()
    holding: str = ""
    replaced: bool = False
    as_of: str = ""

    @property
    def all_too(self) -> bool:
        """Whether tasks of what was replaced are asked for too, all of them or those that stood on a day."""
        return self.replaced or bool(self.as_of)


def chosen(store: Store, choice: Choice) -> Sequence[str]:
    """The ids of the tasks that meet every condition, by paper and plan, in the order of the plan.

    Raises UsageError for a role or day that is none, StoreError where the store fails.
    """
    return kept(store, ("chosen", choice), lambda: _in_order(store, choice))


def rows_of(store: Store, ids: Sequence[str]) -> list[TaskRow]:
    """The rows of `tasks/list` for tasks whose ids are given in its order."""
    return [row for rows in parts_of(store, ids) for row in rows]


def parts_of(store: Store, ids: Sequence[str]) -> Iterator[list[TaskRow]]:
    """The same, some hundred rows at a time."""
    asked = store if len(ids) <= AT_ONCE else uncached(store)
    for start in range(0, len(ids), AT_ONCE):
        yield ask(asked, "tasks/of_ids", tasks=ids[start : start + AT_ONCE])


Asking = Callable[[Store], list[TaskIdRow]]
"""Asks a store for the ids of the tasks that meet one condition."""


def _in_order(store: Store, choice: Choice) -> Sequence[str]:
    if choice == Choice(replaced=choice.replaced):
        return _ids(ask(uncached(store), "ids/all", replaced=choice.replaced))
    found = met(store, choice)
    if found is None or len(found) > MANY:
        return [one for one in chosen(store, Choice(replaced=choice.all_too)) if found is None or one in found]
    return _ids(ask(store, "ids/in_order", tasks=sorted(found), replaced=True)) if found else []


def met(store: Store, choice: Choice) -> set[str] | None:
    """The ids of the tasks that meet every condition, in no order; None where there is no condition. Raises as
    `chosen`.
    """
    sets = [set(_ids(asking(store))) for asking in _conditions(choice)]
    if choice.within:
        papers = ask(store, "ids/by_paper", within=choice.within, replaced=choice.all_too)
        owners = ask(store, "ids/by_owner", within=choice.within, replaced=choice.all_too)
        sets.append({*_ids(papers), *_ids(owners)})
    if choice.due_state:
        sets.append(_in_state(store, choice))
    return set.intersection(*sets) if sets else None


def _in_state(store: Store, choice: Choice) -> set[str]:
    """The ids of the tasks whose deadlines stand so on the day that is looked from."""
    check_choice("due_state", DUE_STATES, choice.due_state)
    too = choice.all_too
    if choice.due_state == "none":
        return set(_ids(ask(store, "ids/undated", replaced=too)))

    def due(first: str = "", last: str = LAST_DAY) -> set[str]:
        return set(_ids(ask(store, "ids/due", due_after=first, due_before=last, replaced=too)))

    day, near = choice.seen_from, days_after(choice.seen_from, SOON)
    match choice.due_state:
        case "past":
            return due(last=days_before(day, 1)) - due(day)
        case "soon":
            return due(day, near)
        case _:
            return due(days_after(day, SOON + 1)) - due(day, near)


def _conditions(choice: Choice) -> Iterator[Asking]:
    """The question whose answer meets each condition, but for `within` and `due_state`."""
    yield from _of_owners(choice)
    too = choice.all_too
    if choice.place:
        yield lambda store: ask(store, "ids/by_place", place=choice.place, replaced=too)
    if choice.plan:
        yield lambda store: ask(store, "ids/by_plan", plan=choice.plan, replaced=too)
    if choice.document:
        yield lambda store: ask(store, "ids/by_document", documents=choice.document, replaced=too)
    if choice.due_after or choice.due_before not in {"", LAST_DAY}:
        days = choice.due_after, choice.due_before
        yield lambda store: ask(store, "ids/due", due_after=days[0], due_before=days[1], replaced=too)
    if choice.open_on:
        yield lambda store: ask(store, "ids/open", open_on=choice.open_on, replaced=too)
    if choice.holding:
        yield lambda store: ask(store, "ids/holding", text=choice.holding, replaced=too)
    if choice.as_of:
        yield lambda store: ask(store, "ids/as_of", as_of=choice.as_of, replaced=too)


def _of_owners(choice: Choice) -> Iterator[Asking]:
    """The questions for a leader and a unit. The role is the unit's, without one the leader's, without both any unit's;
    of a leader there is but one role, to lead.
    """
    if choice.role:
        check_choice("role", ROLES, choice.role)
    if choice.leader:
        lead = choice.role == "lead" and not choice.unit
        yield lambda store: ask(store, "ids/by_leader", leader=choice.leader, lead=lead, replaced=choice.all_too)
    if choice.role and (choice.unit or not choice.leader):
        yield lambda store: _in_role(store, choice)
    elif choice.unit:
        yield lambda store: ask(store, "ids/by_unit", unit=choice.unit, replaced=choice.all_too)


def _in_role(store: Store, choice: Choice) -> list[TaskIdRow]:
    match choice.role:
        case "lead":
            return ask(store, "ids/lead", unit=choice.unit, replaced=choice.all_too)
        case "responsible":
            return ask(store, "ids/responsible", unit=choice.unit, replaced=choice.all_too)
        case _:
            return ask(store, "ids/supporting", unit=choice.unit, replaced=choice.all_too)


def _ids(rows: Sequence[TaskDueRow] | Sequence[TaskIdRow]) -> list[str]:
    return [row["task_id"] for row in rows]
