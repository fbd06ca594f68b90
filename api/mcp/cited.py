"""Rows with the places that say so: a program that retells an answer must be able to cite it."""

from collections.abc import Iterable, Mapping, Sequence

from graph.stores.protocol import Store
from queries.chosen import Choice, chosen, rows_of

MOST = 5
"""Tasks whose places are told of a row that has none of its own (a leader, a unit, a village)."""
Told = dict[str, object]


def cited(graph: Store, rows: Iterable[Mapping[str, object]]) -> list[Told]:
    """The rows, each with `sources` (path:line): its own, its files, else those of its first tasks."""
    return [dict(row) if row.get("sources") else {**row, "sources": _sources(graph, row)} for row in rows]


def _sources(graph: Store, row: Mapping[str, object]) -> list[str]:
    files = row.get("files")
    if isinstance(files, list | tuple):
        return [str(one) for one in files]
    tasks = rows_of(graph, _tasks(graph, row)[:MOST])
    return list(dict.fromkeys(place for task in tasks for place in task["sources"][:1]))


def _tasks(graph: Store, row: Mapping[str, object]) -> Sequence[str]:
    """The ids of the tasks of a row."""
    named = row.get("task_ids")
    if isinstance(named, list | tuple):
        return [str(one) for one in named]
    leader, unit, plan, place = (_id(row, key) for key in ("person_id", "unit_id", "plan_id", "place_id"))
    if leader or unit or plan:
        return chosen(graph, Choice(leader=leader, unit=() if leader else unit, plan=plan))
    return chosen(graph, Choice(place=place)) if place else ()


def _id(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    return (str(row[key]),) if row.get(key) else ()
