"""Values at the door: what a caller gives becomes what a parameter takes, what an engine returns becomes what a column
holds. A value that does not fit is a UsageError, one sentence that names it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from graph.errors import UsageError
from graph.facts import Value
from queries.header import KINDS, Column, Param, Type

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?前?")
_SPACE = re.compile(r"\s+")
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def bind(query: str, params: tuple[Param, ...], given: Mapping[str, object]) -> dict[str, Value]:
    """All parameters of a query with their values. Raises UsageError for one unknown, missing or of no use."""
    unknown = sorted(set(given) - {param.name for param in params})
    if unknown:
        raise UsageError("query.no_parameter", query=query, unknown=unknown, known=[param.name for param in params])
    return {param.name: _bound(query, param, given.get(param.name)) for param in params}


def _bound(query: str, param: Param, value: object) -> Value:
    if value is None or (value == "" and param.default is not None):
        if param.default is None:
            raise UsageError("query.needs_value", query=query, name=param.name, meaning=param.words or param.type)
        return param.default
    bound = convert(param.type, param.name, value)
    if param.choices:
        check_choice(param.name, param.choices, bound)
    return bound


def check_choice(name: str, choices: Sequence[str], value: Value) -> None:
    """Raise UsageError for a value of the parameter `name` that is none of its choices."""
    if value not in choices:
        raise UsageError("parameter.not_one_of", parameter=name, choices=choices, typed=value)


def convert(kind: Type, name: str, value: object) -> Value:
    """The value of type `kind` that was meant, text included (`"5"` is the int 5). Raises UsageError if none was."""
    if kind in KINDS:
        return _ids(kind, name, value)
    if kind in {"list[str]", "sources"}:
        return _texts(name, value)
    if kind == "bool" and isinstance(value, bool):
        return value
    if isinstance(value, str | int | float | date):
        return _from_text(kind, name, str(value).strip())
    raise UsageError("parameter.no_type", parameter=name, type=kind, typed=repr(value))


def _from_text(kind: Type, name: str, text: str) -> Value:
    if kind == "name":
        return _SPACE.sub("", text)
    if kind == "date":
        return day(name, text)
    try:
        if kind == "int":
            return int(text)
        if kind == "float":
            return float(text)
        if kind == "bool":
            return _TRUTHS[text.lower()]
    except (ValueError, KeyError) as error:
        raise UsageError("parameter.no_type", parameter=name, type=kind, typed=text) from error
    return text


def day(name: str, text: str) -> str:
    """The ISO day that was meant by 2021-12-31, 2021/12/31 or 2021年12月31日. Raises UsageError for what is no day."""
    match = _DAY.fullmatch(text)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError as error:
        raise UsageError("parameter.no_such_day", parameter=name, typed=text) from error
    raise UsageError("parameter.no_day", parameter=name, typed=text)


def _texts(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part for part in re.split(r"[,，、]", value) if part)
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(str(part) for part in value)
    raise UsageError("parameter.no_list", parameter=name, typed=repr(value))


def _ids(kind: Type, name: str, value: object) -> tuple[str, ...]:
    """Ids, never one text: that would be a name, which means nothing here, or several."""
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(str(part) for part in value)
    raise UsageError("parameter.no_ids", parameter=name, kind=kind, typed=str(value))


def reader(column: Column) -> Callable[[Value], Value]:
    """What makes of a value that an engine returned in a column the column's type; of "", which was null, the empty
    value.
    """
    return _READERS.get(column.type, str)


def _list(value: Value) -> Value:
    return value if isinstance(value, tuple) else ()


_READERS: Mapping[Type, Callable[[Value], Value]] = {
    "int": lambda value: int(value) if value != "" and not isinstance(value, tuple) else 0,
    "float": lambda value: float(value) if value != "" and not isinstance(value, tuple) else 0.0,
    "bool": lambda value: value is True,
    "list[str]": _list,
    "sources": _list,
}
