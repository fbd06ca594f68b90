"""Pictures of what a store holds: each asks its catalogued queries and returns its page."""

from collections.abc import Iterable, Mapping, Sequence

from graph.facts import Value
from graph.store import Store
from queries.ask import ask
from queries.duties import Weights
from queries.workload import Pair
from queries.workload import workload as reckon
from viz import lineage, workload
from viz.changes import changes


def draw_workload(
    store: Store,
    place: str = "",
    *,
    period: str = "",
    weights: Weights | None = None,
    proposals: Sequence[Pair] = (),
) -> str:
    """The page of the workload of a place (name or id), of all places without one; the rest as in `queries.workload`.

    Raises UsageError for a period that is none.
    """
    units = reckon(store, by="unit", within=place, period=period, weights=weights, proposals=proposals)
    leaders = reckon(store, by="leader", within=place, period=period)
    tasks = ask(store, "tasks/list", within=place)
    return workload.draw(place or _only([*units, *leaders]), units, leaders, tasks)


def draw_lineage(store: Store, place: str = "") -> str:
    """The page of all changes of places inside a place (name or id), of all places without one."""
    rows = ask(store, "changes/list", within=place)
    return lineage.draw(place or _only(rows), changes(rows))


def _only(rows: Iterable[Mapping[str, Value]]) -> str:
    """The place that all rows speak of, "" where there are several."""
    homes = {str(row["place"]) for row in rows}
    return homes.pop() if len(homes) == 1 else ""
