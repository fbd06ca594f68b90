"""Values on their way to and from an engine: one way of reading them, so that engines answer alike."""

import json
from collections.abc import Mapping
from datetime import date

from graph.facts import Value


def from_engine(value: object) -> Value:
    """What an engine returned, as a `Value`: null is "", a list a tuple of strings, a date its ISO form.

    A whole node, relationship, path or map, which only a free query returns, comes as JSON with sorted keys.
    """
    match value:
        case None:
            return ""
        case str() | bool() | int() | float():
            return value
        case list() | tuple():
            return tuple(str(from_engine(element)) for element in value)
        case date():
            return value.isoformat()
        case Mapping():
            return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
        case _:
            return str(value)


def to_engine(value: Value) -> object:
    """A `Value` as a driver takes it: lists instead of tuples."""
    return list(value) if isinstance(value, tuple) else value
