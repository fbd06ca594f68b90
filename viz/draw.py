"""Pictures of what a store holds: each asks its catalogued queries and returns its page."""

from collections.abc import Iterable, Mapping

from graph.facts import Value
from graph.store import Store
from queries.ask import ask
from viz import lineage
from viz.changes import changes


def draw_lineage(store: Store, place: str = "") -> str:
    """The page of all changes of places inside a place (name or id), of all places without one."""
    rows = ask(store, "changes/list", within=place)
    return lineage.draw(place or _only(rows), changes(rows))


def _only(rows: Iterable[Mapping[str, Value]]) -> str:
    """The place that all rows speak of, "" where there are several."""
    homes = {str(row["place"]) for row in rows}
    return homes.pop() if len(homes) == 1 else ""
