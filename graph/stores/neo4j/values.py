"""Values of the Neo4j driver as plain ones, in the shape in which the embedded engine gives them.

Dates, times and durations become their ISO text; a node, a relationship or a path, which only a free query returns, a
map with `_LABEL` or `_NODES` and `_RELS`.
"""

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.facts import Value
from graph.model import stored_types
from graph.stores.values import from_engine


def from_driver(value: object) -> Value:
    """What the driver returned, as a `Value`; see `graph.stores.values.from_engine`."""
    return from_engine(_plain(value))


def _plain(value: object) -> object:
    match value:
        case Date() | DateTime() | Time() | Duration():
            return value.iso_format()
        case Node() | Relationship() | Path():
            return _entity(value)
        case list():
            return [_plain(one) for one in value]
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case _:
            return value


def _entity(value: Node | Relationship | Path) -> dict[str, object]:
    if isinstance(value, Path):
        return {"_NODES": [_plain(node) for node in value.nodes], "_RELS": [_plain(one) for one in value.relationships]}
    if isinstance(value, Node):
        label = next((label for label in sorted(value.labels) if label in stored_types()), "")
    else:
        label = value.type
    return {"_LABEL": label} | {name: _plain(one) for name, one in value.items()}
