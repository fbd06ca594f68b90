"""A free question that takes too long has ended in the server when its command has, or the person is told that it has
not.
"""

import time
from contextlib import closing

import pytest
from neo4j import GraphDatabase

from api.ask import free_question
from api.ask.free_question import answer
from graph.errors import UsageError
from graph.facts import Facts
from graph.stores.neo4j.address import read_address, read_password
from graph.stores.open import open_store
from tests.queries.town import town

PRODUCT = "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b WITH a + b AS c RETURN count(DISTINCT c)"
GROWING = "RETURN size(reduce(s = '', x IN range(1, {}) | s + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'))"
"""Looks nowhere whether it is to end until it is done, in time that grows with the square."""


@pytest.fixture
def filled(neo4j: str) -> str:
    """The address of a server that holds the small graph of the tests."""
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), town())
    return neo4j


def running(address: str) -> list[str]:
    """The questions that run in a server, other than this one."""
    parts = read_address(address)
    with GraphDatabase.driver(parts.uri, auth=(parts.user, read_password())) as driver:
        rows = driver.execute_query("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS text").records
    return [row["text"] for row in rows if not row["text"].startswith("SHOW TRANSACTIONS")]


def test_a_question_is_answered_as_elsewhere(filled: str) -> None:
    assert answer(filled, "MATCH (t:Task) RETURN count(t) AS tasks, ['a', 'b'] AS list", "en") == [
        {"tasks": 6, "list": ["a", "b"]}
    ]
    with pytest.raises(UsageError, match="Only questions"):
        answer(filled, "CREATE (n:Task)", "en")


def test_the_server_ends_what_takes_too_long(filled: str) -> None:
    with pytest.raises(UsageError, match="longer than 2"):
        answer(filled, PRODUCT, "en", seconds=2)
    assert running(filled) == []


def test_what_gives_too_much_does_not_go_on(filled: str) -> None:
    with pytest.raises(UsageError, match="longer than 1 MB"):
        answer(
            filled,
            "UNWIND range(1, 3000) AS x RETURN 'aaaaaaaaaa' + x + $$".replace("$$", "'" + "b" * 1000 + "'"),
            "en",
            megabytes=1,
        )
    assert running(filled) == []


def test_what_cannot_be_ended_in_time_is_told_with_its_name(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(free_question, "END", 0.5)
    with pytest.raises(UsageError, match=r"still runs there: \S*transaction-\d+") as told:
        answer(filled, GROWING.format(100_000), "en", seconds=1)
    assert "SHOW TRANSACTIONS" in str(told.value)
    begun = time.monotonic()
    while running(filled):
        assert time.monotonic() < begun + 300
        time.sleep(1)


def test_what_can_be_ended_while_the_command_waits_has_ended(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(free_question, "END", 300.0)
    with pytest.raises(UsageError, match="longer than 1"):
        answer(filled, GROWING.format(80_000), "en", seconds=1)
    assert running(filled) == []
