"""Facts: nodes and relationships as plain values, between `graph.derive.build`, which makes them, and the stores, which
keep them. Labels, types and properties are those declared in `graph.model`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `label` and `id` name it; `properties` holds all declared properties of its label, `id` included."""

    label: str
    id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship: `type` with the (label, id) at both ends; the three together name it."""

    type: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: Mapping[str, Value]

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What names the relationship: type, label and id of both ends."""
        return (self.type, *self.start, *self.end)


@dataclass(frozen=True, slots=True)
class Facts:
    """A set of nodes and relationships, sorted by name, each once."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
