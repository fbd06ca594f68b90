"""The store on a Neo4j server, by its official driver.

Asking runs in read transactions, in which the server refuses every write. What it would still run there is refused
here: procedures but a few that only look, and LOAD CSV, which reads files and addresses that the server can reach. The
server's own plan of a query says whether it does that, since a text may hide its words behind escapes.
"""

import re
from collections.abc import Iterator, Mapping
from threading import RLock

from neo4j import READ_ACCESS, WRITE_ACCESS, GraphDatabase, ManagedTransaction, Session

from graph.errors import StoreError
from graph.facts import Facts, Value
from graph.stores import ddl
from graph.stores.difference import writes
from graph.stores.neo4j import ddl as neo4j_ddl
from graph.stores.neo4j import timed
from graph.stores.neo4j.address import read_address
from graph.stores.neo4j.errors import translated
from graph.stores.neo4j.setup import check_ours, complete, connect, drop_marks, make_schema
from graph.stores.neo4j.values import from_driver
from graph.stores.neo4j.writer import Writer
from graph.stores.protocol import Row
from graph.stores.questions import begins_as_question, code_of, no_question
from graph.stores.state import emptied
from graph.stores.values import to_engine

_SUSPECT = re.compile(r"\b(CALL|LOAD)\b|\\u", re.IGNORECASE)
"""What a text must hold to run a procedure or to load anything."""

_LOOKING = re.compile(r"db\.(labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query\w+)\(")
"""Procedures that only look, as a plan names them."""


class Neo4jStore:
    """A `graph.stores.protocol.Store` in a database of a Neo4j server. Threads may share it: they read at once, write
    in turn.
    """

    engine = "neo4j"

    def __init__(self, where: str, *, read_only: bool = False, unfinished_too: bool = False) -> None:
        """Open the store at the address `where`; see `graph.stores.open`."""
        self.where = where
        self._address = read_address(where)
        self._lock = RLock()
        self._bookmarks = GraphDatabase.bookmark_manager()
        self._driver = connect(where, self._address)
        self._writer: Writer | None = None
        try:
            with translated(where), self._session(WRITE_ACCESS if not read_only else READ_ACCESS) as session:
                check_ours(where, session, writable=not read_only, unfinished_too=unfinished_too)
            if not read_only:
                self._begin_writing()
        except BaseException:
            self.close()
            raise

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """See `graph.stores.protocol.Store`."""
        _check(cypher)
        values = {name: to_engine(value) for name, value in (params or {}).items()}
        with translated(self.where), self._session(READ_ACCESS) as session:
            return session.execute_read(_rows, cypher, values)

    def read_within(self, cypher: str, seconds: float, mark: str) -> list[Row]:
        """The rows of a query that the server ends after some seconds; its transaction bears a mark there.

        Raises UsageError where it takes longer, and as `read` does.
        """
        _check(cypher)
        with translated(self.where), self._session(READ_ACCESS) as session, timed.limited(seconds):
            return session.execute_read(timed.marked(_rows, seconds, mark), cypher, {})

    def running(self, mark: str) -> tuple[str, ...]:
        """The names of the transactions that bear a mark and have not ended in the server."""
        with translated(self.where), self._session(READ_ACCESS) as session:
            return timed.running(session, mark)

    def terminate(self, names: tuple[str, ...]) -> None:
        """Ask the server to end transactions; it does so when each comes to a place where it looks for that."""
        with translated(self.where), self._session(READ_ACCESS) as session:
            timed.terminate(session, names)

    def replace(self, gone: Facts, facts: Facts) -> None:
        """See `graph.stores.protocol.Store`."""
        if self._writer is None:
            raise StoreError("store.read_only", store=self.where)
        with self._lock, translated(self.where), self._session(WRITE_ACCESS) as session:
            self._writer.check()
            session.execute_write(_write, gone, facts, self.where)

    def _begin_writing(self) -> None:
        """Take the right to write, and make the database one of this program."""
        database = self._address.database or None
        with translated(self.where), self._session(WRITE_ACCESS) as session:
            make_schema(session)
            self._writer = Writer(self.where, self._driver, database)
            if complete(self.where, session):
                self._writer.release()
                drop_marks(session)
                self._writer = Writer(self.where, self._driver, database)

    def close(self) -> None:
        """See `graph.stores.protocol.Store`."""
        with self._lock:
            try:
                if self._writer is not None:
                    self._writer.release()
            finally:
                self._driver.close()

    def _session(self, access: str) -> Session:
        return self._driver.session(
            database=self._address.database or None, default_access_mode=access, bookmark_manager=self._bookmarks
        )


def _check(cypher: str) -> None:
    if not begins_as_question(code_of(cypher)):
        raise no_question()


def _rows(transaction: ManagedTransaction, cypher: str, values: dict[str, object]) -> list[Row]:
    if _SUSPECT.search(cypher):
        _check_plan(transaction.run("EXPLAIN " + cypher, values).consume().plan or {})
    result = transaction.run(cypher, values)
    names = result.keys()
    return [dict(zip(names, map(from_driver, record.values()), strict=True)) for record in result]


def _check_plan(plan: Mapping[str, object]) -> None:
    """Raise UsageError where a plan does more than look at the graph."""
    for step, details in _steps(plan):
        if step.startswith("LoadCSV") or (step.startswith("ProcedureCall") and not _LOOKING.match(details)):
            raise no_question()


def _steps(plan: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The operators of a plan, each with its details."""
    arguments, children = plan.get("args"), plan.get("children")
    details = arguments.get("Details", "") if isinstance(arguments, Mapping) else ""
    yield str(plan.get("operatorType", "")), str(details)
    for child in children if isinstance(children, list) else ():
        yield from _steps(child)


def _write(transaction: ManagedTransaction, gone: Facts, facts: Facts, where: str) -> None:
    """All that a change writes; the driver may run it again where the server met a passing fault."""
    transaction.run(neo4j_ddl.CHANGE).consume()
    changes = False
    for statement, rows in writes(gone, facts):
        transaction.run(statement, {"rows": rows}).consume()
        changes = True
    for statement, labelled in neo4j_ddl.label_places(gone, facts):
        transaction.run(statement, {"rows": labelled}).consume()
    if changes and transaction.run(ddl.raise_number()).single() is None:
        raise emptied(where)
