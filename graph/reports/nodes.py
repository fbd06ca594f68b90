"""Reports as the nodes in which a store keeps them."""

from collections.abc import Iterable, Mapping

from graph.facts import Node, Value
from graph.reports.reports import STATES, Report, TaskTerms

LABEL = "Report"
_TERMS = ("title", "paper", "due_text", "due")
_TOLD = ("day", "who", "note", "proof", "recorded_on")


def report_nodes(reports: Iterable[Report]) -> tuple[Node, ...]:
    """The nodes of reports, in their order."""
    return tuple(_node(one) for one in reports)


def report_of(row: Mapping[str, Value]) -> Report:
    """The report that a stored node holds, by its properties. Raises ValueError for a state that is none."""
    state = next((known for known in STATES if known == row["state"]), None)
    if state is None:
        raise ValueError(row["state"])
    terms = TaskTerms(str(row["task"]), **{name: str(row[name]) for name in _TERMS})
    return Report(terms, state, turn=int(str(row["turn"])), **{name: str(row[name]) for name in _TOLD})


def _node(one: Report) -> Node:
    terms = one.terms
    properties: dict[str, Value] = {
        "id": one.id,
        "task": terms.task,
        "state": one.state,
        "turn": one.turn,
        **{name: getattr(terms, name) for name in _TERMS},
        **{name: getattr(one, name) for name in _TOLD},
    }
    return Node(LABEL, one.id, properties)
