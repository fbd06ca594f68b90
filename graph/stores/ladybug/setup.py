"""The tables of an embedded store when it is opened: made where it is new, brought up to date where others made them.

A version before the state stood in the store noted the digest of its model, and that a copy was not finished, as
comments on tables.
"""

from collections.abc import Callable
from dataclasses import replace

from graph.errors import StoreError
from graph.facts import Facts
from graph.model import NODES, RECORDS, RELATIONSHIPS, stored_types
from graph.stores import ddl
from graph.stores.difference import writes
from graph.stores.ladybug.earlier import keep_earlier
from graph.stores.protocol import Row, still_unfinished
from graph.stores.state import LABEL, State, new_state, state_of
from graph.stores.upgrade import foreign, missing, newer, older

Run = Callable[[str, dict[str, object]], list[Row]]
"""Runs a statement in the transaction under way and gives its rows."""

_TABLES = "CALL show_tables() RETURN name, comment"
_CONNECTIONS = "CALL show_connection('{}') RETURN `source table name` AS start, `destination table name` AS end_"
_UNFINISHED = "unfinished"
"""The comment by which an older version marked a store whose copy was not finished."""


def set_up(where: str, run: Run, *, writable: bool, unfinished_too: bool) -> State:
    """Make the tables of a new store, or see that those that are there are this program's; if not, add what they lack.
    Returns the state of the store.

    Raises StoreError where a store is new, of another version or still to be built again and not `writable`, newer than
    this program, or marked unfinished and not taken so.
    """
    comments = {str(row["name"]): str(row["comment"]) for row in run(_TABLES, {})}
    if not comments:
        if not writable:
            raise StoreError("store.empty", store=where)
        for statement in ddl.create_tables():
            run(statement, {})
        return _write(run, new_state())
    if "File" not in comments:
        raise foreign(where)
    told = run(ddl.read_nodes(stored_types()[LABEL]), {}) if LABEL in comments else []
    state = state_of(told[0]) if told else new_state(rules="", unfinished=_UNFINISHED in comments.values())
    if state.unfinished and not unfinished_too:
        raise still_unfinished(where)
    if told and state.model == ddl.model_digest() and (writable or state.rules):
        return state
    if not writable:
        raise older(where)
    keep_earlier(where)
    _complete(where, run, set(comments))
    return _write(run, replace(state, model=ddl.model_digest(), rules="", number=state.number + 1))


def _write(run: Run, state: State) -> State:
    for statement, rows in writes(Facts(), Facts(nodes=(state.node,))):
        run(statement, {"rows": rows})
    return state


def _complete(where: str, run: Run, tables: set[str]) -> None:
    """Add the tables, columns and pairs of ends that an older store lacks."""
    had = {table: [str(row["name"]) for row in run(f"CALL table_info('{table}') RETURN name", {})] for table in tables}
    for table, column in list(missing(where, had)):
        run(ddl.add_column(table, column), {})
    for node in (*NODES, *RECORDS):
        if node.label not in tables:
            run(ddl.create_node_table(node), {})
    for edge in RELATIONSHIPS:
        if edge.type not in tables:
            run(ddl.create_edge_table(edge), {})
            continue
        joined = {tuple(map(str, row.values())) for row in run(_CONNECTIONS.format(edge.type), {})}
        if joined - set(edge.ends):
            raise newer(where)
        for pair in set(edge.ends) - joined:
            run(ddl.add_ends(edge, *pair), {})
