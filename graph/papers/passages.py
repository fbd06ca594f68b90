"""Passages: what one file says at one place in it, with an id that is the same whenever the file is read.

A passage is named by its file, its kind and where it starts; where several of a kind start at one place (a sentence
that tells of two mergers), the words themselves put them in order.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TypeVar, get_args

from graph.errors import StoreError
from graph.facts import Node, Value
from graph.ids import digest
from graph.statements import (
    KINDS,
    AppointmentStatement,
    ChangeStatement,
    HeadStatement,
    LegStatement,
    PassageKind,
    PlanDocument,
    PlanStatement,
    RegisterStatement,
    ReplacementStatement,
    Source,
    Statement,
    TaskStatement,
    UnitStatement,
    UnreadStatement,
    from_says,
    to_says,
)

AnyStatement = TypeVar("AnyStatement", bound=Statement)
_KIND_OF: Mapping[type, PassageKind] = {KINDS[kind]: kind for kind in get_args(PassageKind)}


def statements_of(document: PlanDocument) -> tuple[Statement, ...]:
    """All that a file says, heading first."""
    return (
        document.head,
        *document.plans,
        *document.tasks,
        *document.changes,
        *document.appointments,
        *document.replacements,
        *document.unread,
        *document.registers,
        *document.legs,
        *document.units,
    )


def in_order(document: PlanDocument) -> PlanDocument:
    """The document with its statements in the order in which they stand in the file, each once."""
    return replace(
        document,
        plans=_sorted(document.plans),
        tasks=_sorted(document.tasks),
        changes=_sorted(document.changes),
        appointments=_sorted(document.appointments),
        replacements=_sorted(document.replacements),
        unread=_sorted(document.unread),
        registers=_sorted(document.registers),
        legs=_sorted(document.legs),
        units=_sorted(document.units),
    )


def position(source: Source) -> tuple[int, int, str, int, int, int, int]:
    """Where a source stands in its file, to sort by; what does not apply counts as the beginning."""
    return (
        source.start or 0,
        source.page or 0,
        source.sheet or "",
        source.table or 0,
        source.row or 0,
        source.paragraph or 0,
        source.column or 0,
    )


def kind_of(statement: Statement) -> PassageKind:
    """The kind of passage that holds a statement."""
    return _KIND_OF[type(statement)]


def passage_ids(document: PlanDocument) -> dict[Statement, str]:
    """The id of the passage of each statement."""
    starting: defaultdict[tuple[PassageKind, str], list[Statement]] = defaultdict(list)
    for statement in dict.fromkeys(statements_of(document)):
        starting[kind_of(statement), _start(statement.source)].append(statement)
    return {
        statement: digest(document.sha256, kind, start, *([number] if number else []))
        for (kind, start), statements in starting.items()
        for number, statement in enumerate(_by_words(statements))
    }


def passage_node(statement: Statement, passage: str, key: str, corrections: tuple[str, ...] = ()) -> Node:
    """The node of a passage; `key` leads to its task, "" for other kinds; `corrections` (by id) hang on it and hold."""
    source = statement.source
    properties: dict[str, Value] = {
        "id": passage,
        "kind": kind_of(statement),
        "key": key,
        "says": to_says(statement),
        "quote": source.quote,
        **place_columns(source),
        "corrections": corrections,
    }
    return Node("Passage", passage, properties)


def place_columns(source: Source) -> dict[str, Value]:
    """The properties of a passage that tell its place; 0 or "" where the format has none."""
    return {
        "line": source.line or 0,
        "end_line": source.end_line or 0,
        "start_char": source.start or 0,
        "end_char": source.end or 0,
        "page": source.page or 0,
        "sheet": source.sheet or "",
        "paragraph": source.paragraph or 0,
        "table_no": source.table or 0,
        "row_no": source.row or 0,
        "column_no": source.column or 0,
        "heading": source.heading or "",
        "element": source.element or "",
    }


def restore(path: str, file: Mapping[str, Value], passages: Iterable[Mapping[str, Value]]) -> PlanDocument:
    """The document that a stored file held: `file` has the properties of its node, `passages` are rows with the `kind`
    and `says` of all its passages.

    Equal to what was loaded but for notes to the reader, which are not kept. A row of kind document must be there.
    Raises StoreError, which names the path, for a passage that another version wrote and this one cannot understand.
    """
    try:
        said = [from_says(_kind(row["kind"]), str(row["says"])) for row in passages]
    except StoreError as error:
        raise StoreError("file.named", path=path, reason=error) from error
    head = next(statement for statement in said if isinstance(statement, HeadStatement))
    document = PlanDocument(
        path=path,
        sha256=str(file["id"]),
        format=str(file["format"]),
        head=head,
        plans=tuple(s for s in said if isinstance(s, PlanStatement)),
        tasks=tuple(s for s in said if isinstance(s, TaskStatement)),
        changes=tuple(s for s in said if isinstance(s, ChangeStatement)),
        appointments=tuple(s for s in said if isinstance(s, AppointmentStatement)),
        replacements=tuple(s for s in said if isinstance(s, ReplacementStatement)),
        unread=tuple(s for s in said if isinstance(s, UnreadStatement)),
        read_by=str(file["read_by"]),
        registers=tuple(s for s in said if isinstance(s, RegisterStatement)),
        legs=tuple(s for s in said if isinstance(s, LegStatement)),
        units=tuple(s for s in said if isinstance(s, UnitStatement)),
    )
    return in_order(document)


def _kind(value: Value) -> PassageKind:
    return next(kind for kind in get_args(PassageKind) if kind == value)


def _sorted(statements: Iterable[AnyStatement]) -> tuple[AnyStatement, ...]:
    """By place; what stands at one place, by its words."""
    in_place = sorted(dict.fromkeys(statements), key=lambda statement: position(statement.source))
    together = groupby(in_place, key=lambda statement: position(statement.source))
    return tuple(statement for _, alike in together for statement in _by_words(alike))


def _by_words(statements: Iterable[AnyStatement]) -> list[AnyStatement]:
    listed = list(statements)
    return sorted(listed, key=to_says) if len(listed) > 1 else listed


def _start(source: Source) -> str:
    if source.start is not None:
        return str(source.start)
    return json.dumps([source.page, source.sheet, source.paragraph, source.table, source.row, source.column])
