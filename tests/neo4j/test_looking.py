"""What only looks is answered by a server, and no attempt to do more leaves a trace in its schema or its users."""

from contextlib import closing

import pytest
from neo4j import GraphDatabase

from graph.errors import UsageError
from graph.facts import Facts
from graph.stores.neo4j.address import read_address, read_password
from graph.stores.open import open_store
from tests.neo4j.attempts import ATTEMPTS
from tests.queries.town import town


def catalogue_of(address: str) -> list[list[list[object]]]:
    """The schema and the users of a server."""
    parts = read_address(address)
    with GraphDatabase.driver(parts.uri, auth=(parts.user, read_password())) as driver:
        asked = ("SHOW CONSTRAINTS YIELD name", "SHOW INDEXES YIELD name", "CALL db.labels()", "SHOW USERS YIELD user")
        return [sorted(record.values() for record in driver.execute_query(text).records) for text in asked]


def test_neither_schema_nor_users_of_a_server_change(neo4j: str) -> None:
    before = catalogue_of(neo4j)
    with closing(open_store(neo4j)) as store:
        for text in ATTEMPTS:
            with pytest.raises(UsageError):
                store.read(text)
    assert catalogue_of(neo4j) == before


@pytest.mark.parametrize(
    "text",
    [
        "CALL db.labels() YIELD label RETURN label ORDER BY label",
        "CALL db.index.fulltext.queryNodes('plangraph_names', '社事办') YIELD node RETURN node.name AS name",
        "CALL { MATCH (n:Unit) RETURN count(n) AS units } RETURN units",
        "MATCH (n:Unit) WHERE n.name <> 'LOAD CSV' RETURN n.id AS id",
    ],
)
def test_what_only_looks_is_answered_by_a_server(neo4j: str, text: str) -> None:
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), town())
        assert store.read(text)
