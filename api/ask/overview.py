"""What a place is at a glance: its papers, tasks and months, who is overloaded, what lacks a lead unit, its villages.

Each figure is asked as the list behind it asks, so that it is the number of rows that its list has.
"""

from collections.abc import Sequence
from typing import Annotated, Literal, TypedDict, get_args

from api.ask.questions import OVERLOADED, Asker
from api.ask.resolve import the_one
from graph.errors import UsageError
from graph.stores.protocol import Store
from graph.words.levels import VILLAGES
from queries.ask import ask
from queries.period import month_of

Figure = Literal[
    "documents",
    "plans",
    "tasks",
    "due_now",
    "due_next",
    "soon",
    "past",
    "undated",
    "no_lead",
    "leaders",
    "overloaded_leaders",
    "units",
    "overloaded_units",
    "villages_before",
    "villages_now",
    "changes",
]
FIGURES: tuple[Figure, ...] = get_args(Figure)
"""The figures in the order in which they are shown."""
MOST = 8
"""Places that are compared at most: more do not stand beside one another."""
NO_LEAD = "no lead unit"
"""The problem of the audit that is counted."""


class OverviewRow(TypedDict):
    """The figures of a place, seen from a day."""

    place_id: str
    place: str
    documents: Annotated[int, "Papers of the place that no other replaced."]
    plans: int
    tasks: Annotated[int, "Tasks of its papers, units and leaders."]
    leaders: int
    units: int
    due_now: Annotated[int, "Due in the month of the day."]
    due_next: Annotated[int, "Due in the month after it."]
    soon: Annotated[int, "Whose next deadline is within 31 days."]
    past: Annotated[int, "Whose deadlines all lie behind."]
    undated: Annotated[int, "Whose papers state no day."]
    no_lead: Annotated[int, "Without a lead unit in a table that names lead units elsewhere."]
    overloaded_units: int
    overloaded_leaders: int
    villages_before: Annotated[int, "Villages that no change known here brought about."]
    villages_now: Annotated[int, "Villages that no change known here ended."]
    changes: Annotated[int, "Changes of its places."]


def overview(asker: Asker, day: str) -> OverviewRow:
    """The figures of the place that an asker is narrowed to, by its id, seen from a day (ISO)."""
    store, inside = asker.graph, asker.inside
    [row] = ask(store, "places/list", places=inside)
    [counts] = ask(store, "counts/of_all", within=inside)
    villages = [one for one in ask(store, "places/list", within=inside) if one["level"] in VILLAGES]

    def number(**conditions: str) -> int:
        return len(asker.chosen(**conditions, today=day))

    return {
        "place_id": row["place_id"],
        "place": row["name"],
        "documents": counts["documents"],
        "plans": len(ask(store, "plans/titles", within=inside)),
        "tasks": number(),
        "leaders": counts["leaders"],
        "units": counts["units"],
        "due_now": number(due=month_of(day)),
        "due_next": number(due=month_of(day, 1)),
        "soon": number(due_state="soon"),
        "past": number(due_state="past"),
        "undated": number(due_state="none"),
        "no_lead": sum(one.problem == NO_LEAD for one in asker.findings()),
        "overloaded_units": sum(one["verdict"] in OVERLOADED for one in asker.workload(by="unit")),
        "overloaded_leaders": sum(one["verdict"] in OVERLOADED for one in asker.workload(by="leader")),
        "villages_before": sum(not one["since"] for one in villages),
        "villages_now": sum(not one["until"] and one["since_status"] != "proposed" for one in villages),
        "changes": len(ask(store, "changes/list", within=inside)),
    }


def side_by_side(asker: Asker, names: Sequence[str], day: str) -> list[OverviewRow]:
    """The figures of places by their names or ids, side by side, in the order in which they are named.

    Raises UsageError for fewer than two or more than `MOST`, for one that is named twice or names several,
    NotFoundError for one that is not there.
    """
    if not 2 <= len(names) <= MOST:  # noqa: PLR2004 - one place is compared with another
        raise UsageError("compare.number", most=MOST, number=len(names))
    found = [_of(asker.graph, name) for name in names]
    if len(set(found)) < len(found):
        raise UsageError("compare.twice", names=tuple(names))
    return [overview(Asker(asker.graph, one, asker.lang), day) for one in found]


def _of(store: Store, name: str) -> str:
    return the_one(store, "places", name).id
