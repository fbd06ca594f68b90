"""Decisions as the nodes in which a store keeps them: one for what is decided on two names, editions or papers."""

from collections.abc import Iterable, Mapping
from typing import get_args

from graph.decisions.decisions import Decision, DecisionKind, Decisions, Verdict, checked
from graph.facts import Node, Value
from graph.ids import digest

LABEL = "Decision"


def decision_nodes(decisions: Decisions) -> tuple[Node, ...]:
    """The nodes of decisions, in their order."""
    return tuple(_node(one) for one in decisions.all)


def decisions_in(rows: Iterable[Mapping[str, Value]]) -> Decisions:
    """The decisions that stored nodes hold, by their properties."""
    return checked(_decision(row) for row in rows)


def _node(one: Decision) -> Node:
    identity = digest(*one.subject[:2], *one.subject[2])
    properties: dict[str, Value] = {
        "id": identity,
        "verdict": one.verdict,
        "kind": one.kind,
        "place": one.place,
        "names": one.names,
        "who": one.who,
        "decided_on": one.decided_on,
        "why": one.why,
    }
    return Node(LABEL, identity, properties)


def _decision(row: Mapping[str, Value]) -> Decision:
    names = row["names"]
    one, other = names if isinstance(names, tuple) else ("", "")
    told = {key: str(row[key]) for key in ("who", "decided_on", "why")}
    kind = next(known for known in get_args(DecisionKind) if known == row["kind"])
    verdict = next(known for known in get_args(Verdict) if known == row["verdict"])
    return Decision(kind, str(row["place"]), (one, other), verdict, **told)
