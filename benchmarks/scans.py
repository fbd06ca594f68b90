"""The same answers by walking over all of a networkx graph: what a script without a store would do."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from queries.header import Ids

_ROLES = {"LEADS", "RESPONSIBLE_FOR", "SUPPORTS"}


def tasks_of_leader(network: "nx.MultiDiGraph[tuple[str, str]]", leaders: "Ids") -> object:
    """The ids of the tasks that a leader answers for."""
    people = {node for node in network.nodes if node[0] == "Person" and node[1] in leaders}
    return {end[1] for start, end, data in network.edges(data=True) if data["type"] == "OVERSEES" and start in people}


def tasks_of_unit(network: "nx.MultiDiGraph[tuple[str, str]]", some: "Ids") -> object:
    """The ids of the tasks of a unit, in any role."""
    units = {node for node in network.nodes if node[0] == "Unit" and node[1] in some}
    return {end[1] for start, end, data in network.edges(data=True) if data["type"] in _ROLES and start in units}


def tasks_due(network: "nx.MultiDiGraph[tuple[str, str]]", first: str, last: str) -> object:
    """The ids of the tasks with a deadline or milestone between two days."""
    tasks = ((node, data) for node, data in network.nodes(data=True) if node[0] == "Task")
    return {node[1] for node, data in tasks if any(first <= day <= last for day in data["due_dates"])}


def unit_counts(network: "nx.MultiDiGraph[tuple[str, str]]") -> object:
    """How many tasks each unit has, by its id."""
    pairs = {(start, end) for start, end, data in network.edges(data=True) if data["type"] in _ROLES}
    return Counter(start[1] for start, _ in pairs)


SCANS: dict[str, Callable[..., object]] = {
    "tasks/by_leader": tasks_of_leader,
    "tasks/by_unit": tasks_of_unit,
    "tasks/due_between": tasks_due,
    "units/list": unit_counts,
}
"""By the name of the query that gives the same, and more, with sources."""
