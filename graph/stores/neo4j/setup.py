"""Getting into a Neo4j server of a version that we know, and into a database that is ours or free to become so."""

import logging
import re

from neo4j import Driver, GraphDatabase, Session

from graph.errors import StoreError
from graph.stores.neo4j import ddl as neo4j_ddl
from graph.stores.neo4j.address import Address, read_password
from graph.stores.neo4j.errors import translated
from graph.stores.protocol import still_unfinished

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
    """Make an empty database ours, where it is `writable`; raise StoreError where it cannot be, or holds other data.

    A database that is marked unfinished is refused but where `unfinished_too`.
    """
    filled = bool(session.run(neo4j_ddl.FILLED).single(strict=True)["filled"])
    marks = {str(record["name"]) for record in session.run(neo4j_ddl.MARKS)}
    unfinished = neo4j_ddl.UNFINISHED in marks
    marks.discard(neo4j_ddl.UNFINISHED)
    if filled and not marks:
        raise StoreError("server.other_data", store=where)
    if filled and marks != {neo4j_ddl.mark()}:
        raise StoreError("store.other_version", store=where)
    if unfinished and not unfinished_too:
        raise still_unfinished(where)
    if not writable and not marks:
        raise StoreError("store.empty", store=where)
    if writable:
        old = [neo4j_ddl.drop_mark(name) for name in sorted(marks - {neo4j_ddl.mark()})]
        for statements in (old, neo4j_ddl.schema(), [neo4j_ddl.set_mark()]):
            _change_schema(session, statements)


def _change_schema(session: Session, statements: list[str] | tuple[str, ...]) -> None:
    with session.begin_transaction() as transaction:
        for statement in statements:
            transaction.run(statement).consume()
        transaction.commit()
