"""Corrections as the records in which a store keeps them: one for each in force, its whole text in `says`, with those
in whose place it came under `displaced`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.corrections.corrections import Correction, Corrections, in_order
from graph.corrections.rows import TOLD, of_row, to_row
from graph.facts import Node, Value

LABEL = "Correction"
_DISPLACED = "displaced"


def correction_nodes(corrections: Corrections) -> tuple[Node, ...]:
    """The nodes of corrections, in their order."""
    return tuple(_node(one) for one in corrections.all)


def corrections_in(rows: Iterable[Mapping[str, Value]]) -> Corrections:
    """The corrections that stored nodes hold, by their properties. Raises UsageError for one that cannot be read."""
    return in_order(_correction(row) for row in rows)


def _node(one: Correction) -> Node:
    row = {key: value for key, value in to_row(one).items() if key not in TOLD}
    if one.displaced:
        row[_DISPLACED] = [to_row(other) for other in one.displaced]
    properties: dict[str, Value] = {
        "id": one.id,
        "what": one.what,
        "field": one.field,
        "quote": one.at.quote,
        "says": json.dumps(row, ensure_ascii=False, separators=(",", ":")),
        "who": one.who,
        "made_on": one.made_on,
        "why": one.why,
    }
    return Node(LABEL, one.id, properties)


def _correction(row: Mapping[str, Value]) -> Correction:
    says = json.loads(str(row["says"]))
    displaced = tuple(map(of_row, says.pop(_DISPLACED, ())))
    return replace(of_row({**says, **{key: row[key] for key in TOLD}}), displaced=displaced)
