"""Rows of the registers in a store, as their tables say them: each once, in an order that their words give."""

from collections.abc import Iterator

from graph.exports.registers.tables import EVENT_COLUMNS, UNIT_COLUMNS, Cells, in_columns
from graph.model import node_types, relationship_types
from graph.statements import LegStatement, PassageKind, Statement, UnitStatement, from_says
from graph.stores import ddl
from graph.stores.protocol import Store


def leg_rows(store: Store) -> list[Cells]:
    """The rows of all event tables with codes, by scheme and day. Raises StoreError where the store fails."""
    rows = {}
    for said in _said(store, "leg"):
        if isinstance(said, LegStatement):
            cells = _leg(said)
            rows[said.scheme, said.latest, said.earliest, in_columns(cells, EVENT_COLUMNS)] = cells
    return [rows[key] for key in sorted(rows)]


def unit_rows(store: Store) -> list[Cells]:
    """The rows of all unit tables with codes, by scheme and code. Raises StoreError where the store fails."""
    rows = {}
    for said in _said(store, "unit"):
        if isinstance(said, UnitStatement) and said.code:
            cells = _unit(said)
            rows[said.scheme, said.code, said.valid_from, in_columns(cells, UNIT_COLUMNS)] = cells
    return [rows[key] for key in sorted(rows)]


def _said(store: Store, kind: PassageKind) -> Iterator[Statement]:
    has, passage = relationship_types()["HAS"], node_types()["Passage"]
    for row in store.read(ddl.read_ends(has, "File", passage, "kind"), {"value": kind}):
        yield from_says(kind, str(row["says"]))


def _leg(said: LegStatement) -> Cells:
    return {
        "event": said.event,
        "date": said.on,
        "decided_on": said.decided_on,
        "number": said.number,
        "kind": said.kind,
        "status": said.status,
        "old_code": said.old.code,
        "old_name": said.old.name,
        "old_parent": said.old.parent,
        "old_level": said.old.level,
        "old_role": said.old_role,
        "share": said.share,
        "part": said.part,
        "new_code": said.new.code,
        "new_name": said.new.name,
        "new_parent": said.new.parent,
        "new_level": said.new.level,
        "new_role": said.new_role,
        "scheme": said.scheme,
        "source": said.cited,
        "note": said.note,
    }


def _unit(said: UnitStatement) -> Cells:
    return {
        "code": said.code,
        "scheme": said.scheme,
        "name": said.name,
        "level": said.level,
        "parent_id": said.parent,
        "valid_from": said.valid_from,
        "valid_to": said.valid_to,
    }
