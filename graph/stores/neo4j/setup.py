"""Getting into a Neo4j server of a version that we know, and into a database that is ours or free to become so."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from neo4j import Driver, GraphDatabase, ManagedTransaction, Session

from graph.errors import StoreError
from graph.facts import Facts
from graph.model_types import Property
from graph.stores import ddl
from graph.stores.difference import writes
from graph.stores.neo4j import ddl as neo4j_ddl
from graph.stores.neo4j.address import Address, read_password
from graph.stores.neo4j.errors import translated
from graph.stores.neo4j.values import from_driver
from graph.stores.protocol import still_unfinished
from graph.stores.state import State, new_state, state_of
from graph.stores.upgrade import foreign, missing, newer, older

OLDEST = 5
"""The first major version that works; later ones are named by the year."""

_AGENT = re.compile(r"Neo4j/(\d+)")
_ATTEMPT = 10.0
"""Seconds to wait for a connection."""
_RETRYING = 10.0
"""Seconds in which a transaction that met a passing fault is tried again."""


def connect(where: str, address: Address) -> Driver:
    """A driver that has reached the server and was let in. Raises StoreError, in one sentence, where it was not."""
    # Without a handler of its own, what the driver notes would go to stderr; a program that wants its log gets it.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    password = read_password()
    with translated(where):
        driver = GraphDatabase.driver(
            address.uri,
            auth=(address.user, password) if password else None,
            connection_timeout=_ATTEMPT,
            max_transaction_retry_time=_RETRYING,
            telemetry_disabled=True,
        )
        try:
            check_version(where, driver.get_server_info().agent)
        except BaseException:
            driver.close()
            raise
    return driver


def check_version(where: str, agent: str) -> None:
    """Raise StoreError where a server, by what it calls itself (Neo4j/5.26.30), is none that we know."""
    version = _AGENT.match(agent)
    if version is None or int(version[1]) < OLDEST:
        raise StoreError("server.version", store=where, agent=agent)


def check_ours(where: str, session: Session, *, writable: bool, unfinished_too: bool) -> None:
    """Raise StoreError for a database that holds other data, and where one is empty, of another version or still to be
    built again and not `writable`, or marked unfinished and not taken so.
    """
    filled, state, marks = _looked_at(session)
    if filled and state is None and not marks:
        raise foreign(where)
    if not filled and not writable:
        raise StoreError("store.empty", store=where)
    unfinished = state.unfinished if state else neo4j_ddl.OLD_UNFINISHED in marks
    if unfinished and not unfinished_too:
        raise still_unfinished(where)
    if not writable and (state is None or state.model != ddl.model_digest() or not state.rules):
        raise older(where)


def make_schema(session: Session) -> None:
    """Make the constraints and indexes that are not there yet."""
    _change_schema(session, neo4j_ddl.schema())


def complete(where: str, session: Session) -> bool:
    """Make an empty database ours, or give one of another version what it lacks; who calls has the right to write.

    Returns whether marks of older versions are left. Raises StoreError where the database is newer.
    """
    filled, state, marks = _looked_at(session)
    if not filled:
        session.execute_write(_write, (), new_state())
    elif state is None or state.model != ddl.model_digest():
        before = state or new_state(rules="", unfinished=neo4j_ddl.OLD_UNFINISHED in marks)
        session.execute_write(_write, list(_lacking(where, session)), _of_this_program(before))
    return bool(marks)


def drop_marks(session: Session) -> None:
    """Take the marks of older versions away; nobody may have the right to write, as one of them stands for it."""
    _, _, marks = _looked_at(session)
    _change_schema(session, [neo4j_ddl.drop_mark(name) for name in sorted(marks)])
    make_schema(session)


def _looked_at(session: Session) -> tuple[bool, State | None, set[str]]:
    """Whether a database holds any node, its state, and the marks of older versions that it bears."""
    filled = bool(session.run(neo4j_ddl.FILLED).single(strict=True)["filled"])
    told = session.run(neo4j_ddl.STATE).single()
    marks = {str(record["name"]) for record in session.run(neo4j_ddl.OLD_MARKS)}
    return filled, state_of({name: from_driver(value) for name, value in told.data().items()}) if told else None, marks


def _of_this_program(state: State) -> State:
    """The state of a database of another version that has been given what it lacked."""
    return replace(state, model=ddl.model_digest(), rules="", number=state.number + 1)


def _lacking(where: str, session: Session) -> Iterator[tuple[str, Property]]:
    """The properties that an older database lacks. Raises StoreError where it is newer."""
    if any(session.run(asked).single() is not None for asked in neo4j_ddl.strangers()):
        raise newer(where)
    had = {}
    for name, asked in neo4j_ddl.names_known():
        if (found := session.run(asked).single()) is not None:
            had[name] = list(found["names"])
    return missing(where, had)


def _write(transaction: ManagedTransaction, lacking: Iterable[tuple[str, Property]], state: State) -> None:
    for name, new in lacking:
        transaction.run(neo4j_ddl.add_property(name, new), {"nothing": neo4j_ddl.nothing(new)}).consume()
    for statement, rows in writes(Facts(), Facts(nodes=(state.node,))):
        transaction.run(statement, {"rows": rows}).consume()


def _change_schema(session: Session, statements: list[str] | tuple[str, ...]) -> None:
    with session.begin_transaction() as transaction:
        for statement in statements:
            transaction.run(statement).consume()
        transaction.commit()
