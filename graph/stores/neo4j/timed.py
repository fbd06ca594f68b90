"""Questions with a limit of time that the server keeps, and what still runs of them there: who leaves a connection ends
no transaction in the midst of a long expression.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from neo4j import ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import Neo4jError

from graph.errors import UsageError
from graph.stores.protocol import Row

_MARK = "plangraph"
"""The name under which a transaction bears its mark."""
_RUNNING = (
    f"SHOW TRANSACTIONS YIELD transactionId, metaData WHERE metaData.{_MARK} = $mark RETURN transactionId AS name"
)
_TERMINATE = "TERMINATE TRANSACTIONS $names"
_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
"""How the code of the error begins with which a server ends what took too long; by whose limit stands behind."""
_TERMINATED = "Neo.TransientError.Transaction.Terminated"

Work = Callable[[ManagedTransaction, str, dict[str, object]], list[Row]]


def marked(work: Work, seconds: float, mark: str) -> Work:
    """The same work in a transaction that the server ends after some seconds, and that bears a mark."""
    bounded: Work = unit_of_work(metadata={_MARK: mark}, timeout=seconds)(work)
    return bounded


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise UsageError where the server has ended a transaction inside because it took longer."""
    try:
        yield
    except Neo4jError as error:
        if str(error.code).startswith(_TIMED_OUT) or error.code == _TERMINATED:
            raise UsageError("query.too_long", seconds=seconds) from error
        raise


def running(session: Session, mark: str) -> tuple[str, ...]:
    """The names of the transactions that bear a mark, sorted."""
    return tuple(sorted(str(row["name"]) for row in session.run(_RUNNING, {"mark": mark})))


def terminate(session: Session, names: tuple[str, ...]) -> None:
    """Ask the server to end transactions."""
    if names:
        session.run(_TERMINATE, {"names": list(names)}).consume()
