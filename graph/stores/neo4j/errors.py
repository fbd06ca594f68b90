"""The boundary at which the errors of Neo4j and its driver become ours: a sentence each, with what to do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from graph.errors import PlangraphError, StoreError, UsageError
from graph.stores.questions import no_question

_QUERY = ("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.")
_WOULD_WRITE = "Neo.ClientError.Statement.AccessMode"
_ONLY_READS = re.compile(r"ReadOnly|NotALeader|ForbiddenOnFollower")
"""Parts of the names of errors by which a server says that it cannot be written here."""
_IN_USE = ("LockClientStopped", "TransactionTimedOut", "LockAcquisitionTimeout")


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn what the driver raises inside into a StoreError or UsageError about the store `where`."""
    try:
        yield
    except Neo4jError as error:
        raise _from_server(where, error) from error
    except (DriverError, OSError) as error:
        raise _from_driver(where, error) from error


def _from_server(where: str, error: Neo4jError) -> PlangraphError:
    code = error.code or ""
    name = code.rpartition(".")[2]
    if code == _WOULD_WRITE:
        return no_question()
    if code.startswith(_QUERY):
        return UsageError("query.fails", reason=_first_line(error.message))
    if isinstance(error, AuthError) or name == "AuthenticationRateLimit":
        return _not_let_in(where, name)
    if name.startswith(_IN_USE):
        return StoreError("store.in_use", store=where)
    if _ONLY_READS.search(name):
        return StoreError("server.only_reads", store=where)
    return StoreError("store.failed", store=where, reason=_first_line(error.message))


def _not_let_in(where: str, name: str) -> StoreError:
    if name == "AuthenticationRateLimit":
        return StoreError("server.waits", store=where)
    return StoreError("server.refuses", store=where)


def _from_driver(where: str, error: DriverError | OSError) -> StoreError:
    if isinstance(error, ServiceUnavailable | OSError):
        return StoreError("server.silent", store=where)
    if isinstance(error, ConfigurationError):
        return StoreError("store.not_opened", store=where, reason=_first_line(str(error)))
    return StoreError("store.failed", store=where, reason=_first_line(str(error)))


def _first_line(message: str | None) -> str:
    return (message or "…").strip().partition("\n")[0]
