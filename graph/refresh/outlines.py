"""Outlines: what the files of a store say of themselves, their plans, changes of places, the papers that they replace
and the registers whose tables they are, without their tasks and the rows of these tables.

They are few beside the tasks, and enough to tell which papers there are, in which scopes these speak, and which
periods every place has.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.facts import Value
from graph.model import node_types, relationship_types
from graph.papers.passages import restore
from graph.statements import PassageKind, PlanDocument
from graph.stores import ddl
from graph.stores.protocol import Store

KINDS: tuple[PassageKind, ...] = ("document", "plan", "change", "replacement", "register")


@dataclass(frozen=True, slots=True)
class Outlines:
    """The files of a store, each once for each path, and how many statements of tasks each holds (by its hash)."""

    documents: tuple[PlanDocument, ...]
    tasks: Mapping[str, int]


def read_outlines(store: Store) -> Outlines:
    """The outlines of all files that a store holds. Raises StoreError where it fails."""
    has, passage = relationship_types()["HAS"], node_types()["Passage"]
    said: dict[str, list[Mapping[str, Value]]] = {}
    for kind in KINDS:
        for row in store.read(ddl.read_ends(has, "File", passage, "kind"), {"value": kind}):
            said.setdefault(str(row["start_id"]), []).append(row)
    counted = store.read(ddl.count_ends(has, "File", passage, "kind"), {"value": "task"})
    documents = [
        restore(path, file, said[str(file["id"])])
        for file in store.read(ddl.read_nodes(node_types()["File"]))
        for path in _texts(file["paths"])
    ]
    return Outlines(tuple(documents), {str(row["start_id"]): int(str(row["number"])) for row in counted})


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
