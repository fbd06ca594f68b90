"""The right to write a database, which one program has at a time, as with a file.

What a load writes follows from what it has read before, so two at once would each miss what the other brings. The
right is a lock that the server keeps for a transaction that stays open as long as the store; the server lets go of it
when the program ends or its connection breaks.
"""

from neo4j import Driver, Session, Transaction
from neo4j.exceptions import DriverError, Neo4jError

from graph.stores.neo4j import ddl as neo4j_ddl
from graph.stores.neo4j.errors import translated

PATIENCE = 3.0
"""Seconds to wait for another program to finish."""


class Writer:
    """The right to write, until `release`."""

    def __init__(self, where: str, driver: Driver, database: str | None) -> None:
        """Take the right. Raises StoreError where another program, or another handle of this one, has it."""
        self._where = where
        self._session = driver.session(database=database)
        # Also what closing the session raises, whose transaction cannot be rolled back where the server is gone.
        with translated(where):
            try:
                with self._session.begin_transaction(timeout=PATIENCE) as attempt:
                    attempt.run(neo4j_ddl.HOLD).consume()
                    attempt.rollback()
                # A timeout would end the transaction that is to stay, so it begins once more without.
                self._transaction = _held(self._session)
                self._await_last_change(driver, database)
            except BaseException:
                _close(self._session)
                raise

    def _await_last_change(self, driver: Driver, database: str | None) -> None:
        """Wait for a change that a writer before has sent and did not live to see committed."""
        with driver.session(database=database) as session, session.begin_transaction(timeout=PATIENCE) as attempt:
            attempt.run(neo4j_ddl.CHANGE).consume()
            attempt.rollback()

    def check(self) -> None:
        """Raise StoreError where the server has let go of the lock, as after its end or a broken connection."""
        with translated(self._where):
            self._transaction.run(neo4j_ddl.STILL).consume()

    def release(self) -> None:
        """Give the right back."""
        with translated(self._where):
            try:
                if not self._transaction.closed():
                    self._transaction.rollback()
            finally:
                _close(self._session)


def _close(session: Session) -> None:
    """Close a session, also one whose transaction cannot be rolled back any more as the server is gone."""
    try:
        session.close()
    except (DriverError, Neo4jError):
        session.close()  # the transaction counts as closed by now
        raise


def _held(session: Session) -> Transaction:
    transaction = session.begin_transaction()
    transaction.run(neo4j_ddl.HOLD).consume()
    return transaction
