"""Values on their way to and from an engine: one way of reading them, so that engines answer alike."""

import json
from collections.abc import Mapping
from datetime import date

from graph.facts import Value

_NUMBERS = ("_ID", "_SRC", "_DST")


def from_engine(value: object) -> Value:
    """What an engine returned, as a `Value`: null is "", a list a tuple of strings, a date its ISO form.

    A whole node, relationship, path or map, which only a free query returns, comes as JSON with sorted keys; of what
    is in the graph with its label (`_LABEL`) and properties, without the engine's own numbers.
    """
    match value:
        case None:
            return ""
        case str() | bool() | int() | float():
            return value
        case list() | tuple():
            return tuple(element if isinstance(element, str) else str(from_engine(element)) for element in value)
        case date():
            return value.isoformat()
        case Mapping():
            return json.dumps(_bare(value), ensure_ascii=False, sort_keys=True, default=_word)
        case _:
            return str(value)


def _bare(value: object) -> object:
    """A map without the numbers by which an engine names nodes, and without the properties of other labels."""
    if isinstance(value, Mapping):
        entity = "_LABEL" in value
        kept = {k: v for k, v in value.items() if k not in _NUMBERS and not (entity and v is None)}
        return {name: _bare(one) for name, one in kept.items()}
    return [_bare(one) for one in value] if isinstance(value, list | tuple) else value


def _word(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def to_engine(value: Value) -> object:
    """A `Value` as a driver takes it: lists instead of tuples."""
    return list(value) if isinstance(value, tuple) else value
