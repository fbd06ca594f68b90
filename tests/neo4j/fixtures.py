"""A Neo4j server for the tests: one for each process that runs them, its database emptied for every test that asks.

`PLANGRAPH_TEST_NEO4J=neo4j://user:password@host:port` uses another server, whose database must be empty or the tests'
own; it serves one process (`pytest` without `--numprocesses`). Without Java or Maven the tests that need a server are
skipped; where `CI` is set they fail.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from neo4j import GraphDatabase

from graph.stores.neo4j.address import PASSWORD, PASSWORD_FILE, read_address, read_password
from graph.stores.open import open_store, open_target
from tests.missing import missing
from tests.neo4j.jars import CannotStartError
from tests.neo4j.server import Server

OTHER = "PLANGRAPH_TEST_NEO4J"


def started(server: Server) -> Server:
    """The server, started; the test is skipped, or under `CI` fails, where it cannot be."""
    try:
        server.start()
    except CannotStartError as error:
        missing(str(error))
    return server


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server whose password is in the environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(PASSWORD_FILE, raising=False)
        other = urlsplit(os.environ.get(OTHER, ""))
        if other.hostname:
            if "PYTEST_XDIST_WORKER" in os.environ:
                pytest.exit(f"{OTHER} is one database, for tests that run in one process.", 2)
            patch.setenv(PASSWORD, unquote(other.password or ""))
            yield other._replace(netloc=other.netloc.replace(f":{other.password}@", "@")).geturl()
            return
        server = started(Server(tmp_path_factory.mktemp("neo4j"), secrets.token_urlsafe(12)))
        patch.setenv(PASSWORD, server.password)
        yield server.address
        server.kill()
        shutil.rmtree(server.home)


@pytest.fixture
def neo4j(neo4j_server: str) -> str:
    """The address of the server, its database empty and made plangraph's."""
    open_target(neo4j_server).close()  # refuses a database of somebody else's
    run(neo4j_server, "MATCH (n) DETACH DELETE n")
    open_store(neo4j_server).close()
    return neo4j_server


def run(address: str, *statements: str) -> None:
    """Run statements past the store, as someone else who may write to the server."""
    parts = read_address(address)
    with GraphDatabase.driver(parts.uri, auth=(parts.user, read_password())) as driver:
        for statement in statements:
            driver.execute_query(statement, database_=parts.database or None)
