"""The header of a query file: a sentence, then what goes in, what comes out and what names a row.

    // The tasks of one leader, by paper, plan and place in it.
    // param: leader leaders  whose tasks
    // param: due_before date? = 9999-12-31  only deadlines on or before this day
    // param: role str? of lead|supporting  only in this role
    // returns: task_id str
    // key: task_id
    // row: Task
    // then: tasks/columns

`?` marks a parameter that may be left out; it then has the value behind `=`, or the empty one of its type. `row` says
what a row tells of, for the name of its type (`TaskRow`), where that does not follow from the path. `then` names
parts, one behind the other (`tasks/columns.part.cypher`), whose texts go on where this one ends, header lines included,
so that what several queries have in common is written once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from graph.facts import Value

Kind = Literal["leaders", "units", "places", "plans"]
"""A kind of things that a question takes by their ids, called as its list; `queries.resolve` finds them by name."""

Type = Literal["str", "name", "int", "float", "bool", "date", "list[str]", "sources"] | Kind

Ids = tuple[str, ...]
"""Ids of things of one kind; for a parameter that may be left out, none of them is no condition."""

KINDS: tuple[Kind, ...] = ("leaders", "units", "places", "plans")

TYPES: dict[Type, Value] = {
    "str": "",
    "name": "",
    "int": 0,
    "float": 0.0,
    "bool": False,
    "date": "",
    "list[str]": (),
    "sources": (),
    "leaders": (),
    "units": (),
    "places": (),
    "plans": (),
}
"""The types of parameters and columns, with the empty value of each. White space in a name does not count; a date is an
ISO day or "". A column of type sources is a list[str] of `path:line`: the query returns ids of passages, and
`queries.ask` says where they stand. A parameter of a kind (leaders, units, places, plans) is a list of their ids."""

PYTHON: dict[Type, Any] = {kind: Ids if empty == () else type(empty) for kind, empty in TYPES.items()}
"""What a value of each type is in a row, in Python."""

_PARAM = re.compile(r"(\w+) ([\w\[\]]+)(\??)(?: = (\S+))?(?: of (\S+))?(?:  (.+))?")
_COLUMN = re.compile(r"(\w+) ([\w\[\]]+)(?:  (.+))?")
_LINE = re.compile(r"(param|returns|key|row|then): (.*)")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: `default` is None where it must be given; `choices` are all values that it may have, if they are
    few; `words` say what it is for.
    """

    name: str
    type: Type
    default: Value | None
    choices: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer."""

    name: str
    type: Type
    words: str


@dataclass(frozen=True, slots=True)
class Header:
    """All that the comment lines of a query file declare. `key` are the columns that together name a row; `row` is what
    a row tells of, "" where that is not said.
    """

    sentence: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    row: str
    then: tuple[str, ...]


def parse(lines: Iterable[str]) -> Header:
    """Read the comment lines of a query file, given with or without their `//`. Raises ValueError for what is none."""
    sentence: list[str] = []
    found: dict[str, list[str]] = {"param": [], "returns": [], "key": [], "row": [], "then": []}
    for line in lines:
        words = line.strip().removeprefix("//").strip()
        match = _LINE.fullmatch(words)
        if match:
            found[match[1]].append(match[2])
        else:
            sentence.append(words)
    return Header(
        " ".join(sentence),
        tuple(_param(words) for words in found["param"]),
        tuple(_column(words) for words in found["returns"]),
        tuple(name.strip() for words in found["key"] for name in words.split(",")),
        "".join(found["row"]),
        tuple(name.strip() for words in found["then"] for name in words.split(",")),
    )


def _param(words: str) -> Param:
    match = _PARAM.fullmatch(words)
    if match is None:
        raise ValueError(f"no parameter: {words}")
    name, word, optional, default, choices, meaning = match.groups(default="")
    kind = _type(word)
    neutral = _default(kind, default) if default else TYPES[kind]
    return Param(name, kind, neutral if optional else None, tuple(choices.split("|")) if choices else (), meaning)


def _default(kind: Type, word: str) -> Value:
    if kind in {"int", "float"}:
        return int(word) if kind == "int" else float(word)
    return word


def _column(words: str) -> Column:
    match = _COLUMN.fullmatch(words)
    if match is None:
        raise ValueError(f"no column: {words}")
    return Column(match[1], _type(match[2]), match[3] or "")


def _type(word: str) -> Type:
    for known in TYPES:
        if word == known:
            return known
    raise ValueError(f"no type: {word}")
