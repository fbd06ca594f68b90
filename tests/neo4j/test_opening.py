"""Opening a database of a server: what it is made into, who may have it, and what is said where it cannot be had."""

import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.digests import rules_digest
from graph.errors import StoreError, UsageError
from graph.facts import Facts
from graph.stores import ddl
from graph.stores.neo4j import ddl as neo4j_ddl
from graph.stores.neo4j.address import PASSWORD, PASSWORD_FILE, read_address, read_password
from graph.stores.neo4j.setup import check_version
from graph.stores.open import open_store, open_target
from graph.stores.read_back import read_all
from graph.stores.state import change_state, read_state
from tests.graph.examples import everything, facts, node
from tests.neo4j.fixtures import run
from tests.neo4j.server import free_port

UNIT = node("Unit", "u1", name="社事办")


def rows(address: str, statement: str) -> list[list[object]]:
    parts = read_address(address)
    with GraphDatabase.driver(parts.uri, auth=(parts.user, read_password())) as driver:
        return [list(record.values()) for record in driver.execute_query(statement).records]


def test_ids_are_unique_by_a_constraint_for_every_label(neo4j: str) -> None:
    names = {str(row[0]) for row in rows(neo4j, "SHOW CONSTRAINTS YIELD name")}
    assert {f"plangraph_{label}" for label in ("file", "document", "task", "place")} <= names
    with pytest.raises(Exception, match="already exists"):
        run(neo4j, "CREATE (:Unit {id: 'u'})", "CREATE (:Unit {id: 'u'})")


def test_the_schema_is_online_and_knows_pairs_of_chinese_characters(neo4j: str) -> None:
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), facts(node("Task", "t", title="开展清产核资工作"), node("Plan", "p", title="修路")))
    assert {row[0] for row in rows(neo4j, "SHOW INDEXES YIELD state")} == {"ONLINE"}
    run(neo4j, "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    found = "CALL db.index.fulltext.queryNodes('plangraph_texts', '清产') YIELD node RETURN node.id"
    assert rows(neo4j, found) == [["t"]]


def test_a_place_bears_the_label_of_its_level_as_long_as_it_has_it(neo4j: str) -> None:
    def place(level: str) -> Facts:
        return facts(node("Place", "p", name="福荣村", level=level))

    asked = "MATCH (p:Place) RETURN [label IN labels(p) WHERE label <> 'Place']"
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), place("village"))
        assert rows(neo4j, asked) == [[["Village"]]]
        store.replace(place("village"), place("community"))
        assert rows(neo4j, asked) == [[["Community"]]]
        store.replace(place("community"), place("unknown"))
        assert rows(neo4j, asked) == [[[]]]


def test_the_levels_of_the_vocabulary_are_labels_of_nothing_else() -> None:
    assert set(neo4j_ddl.levels()) == {"province", "city", "county", "town", "community", "village"}


def test_an_empty_database_has_nothing_to_ask(neo4j_server: str) -> None:
    run(neo4j_server, "MATCH (n) DETACH DELETE n")
    with pytest.raises(StoreError, match="holds nothing yet"):
        open_store(neo4j_server, read_only=True)
    open_store(neo4j_server).close()
    open_store(neo4j_server, read_only=True).close()


def test_a_database_with_other_data_is_refused_and_left_alone(neo4j: str) -> None:
    run(neo4j, "MATCH (n) DETACH DELETE n", "CREATE (:Film {title: 'x'})")
    for read_only in (True, False):
        with pytest.raises(StoreError, match="holds data of another kind"):
            open_store(neo4j, read_only=read_only)
    assert rows(neo4j, neo4j_ddl.STATE) == []
    run(neo4j, "MATCH (n:Film) DELETE n")


def make_older(address: str, *more: str) -> None:
    """Take from a database what versions before did not know, and mark it as they did."""
    run(
        address,
        "MATCH (n) WHERE n:State OR n:Decision DELETE n",
        "MATCH (n:File) REMOVE n.read_by",
        "DROP CONSTRAINT plangraph_state",
        "DROP CONSTRAINT plangraph_decision",
        "DROP CONSTRAINT plangraph_writer",
        "CREATE CONSTRAINT plangraph_model_0123456789abcdef FOR (n:PlangraphWriter) REQUIRE n.id IS UNIQUE",
        *more,
    )


def test_a_database_of_an_older_version_is_brought_up_to_date_when_it_is_opened_to_be_written(neo4j: str) -> None:
    known = facts(UNIT, node("File", "f1", paths=("通知.txt",), format="txt"))
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), known)
    make_older(neo4j)
    with pytest.raises(StoreError, match="another version of plangraph: plangraph rebuild --store"):
        open_store(neo4j, read_only=True)
    with closing(open_store(neo4j)) as store:
        assert read_all(store) == known
        assert (read_state(store).model, read_state(store).rules) == (ddl.model_digest(), "")
        with pytest.raises(StoreError, match="in use by another program"):
            open_store(neo4j)
    assert rows(neo4j, neo4j_ddl.OLD_MARKS) == []
    with pytest.raises(StoreError, match="another version of plangraph: plangraph rebuild --store"):
        open_store(neo4j, read_only=True)
    with closing(open_store(neo4j)) as store:
        change_state(store, replace(read_state(store), rules=rules_digest()))
    open_store(neo4j, read_only=True).close()


def test_a_database_of_an_older_version_with_an_unfinished_copy_is_still_unfinished(neo4j: str) -> None:
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), facts(UNIT))
    unfinished = "CREATE CONSTRAINT plangraph_unfinished FOR (n:PlangraphUnfinished) REQUIRE n.id IS UNIQUE"
    make_older(neo4j, unfinished)
    with pytest.raises(StoreError, match="holds an unfinished copy"):
        open_store(neo4j)
    with closing(open_target(neo4j)) as store:
        assert read_state(store).unfinished
    assert rows(neo4j, neo4j_ddl.OLD_MARKS) == []
    with pytest.raises(StoreError, match="holds an unfinished copy"):
        open_store(neo4j)


@pytest.mark.parametrize(
    "more",
    [
        "MATCH (n:Unit) SET n.mood = ''",
        "CREATE (:Budget {id: 'b', name: '经费'})",
        "MATCH (n:Unit) CREATE (n)-[:PAYS]->(n)",
        "MATCH (n:Unit) CREATE (n)-[:PART_OF]->(n)",
    ],
    ids=["a property", "a label", "a type", "a pair of labels"],
)
def test_a_database_that_knows_more_than_this_program_is_refused_and_left_alone(neo4j: str, more: str) -> None:
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), facts(UNIT))
    run(neo4j, more, "MATCH (s:State) SET s.model = '0123456789abcdef'")
    for _ in range(2):
        with pytest.raises(StoreError, match="newer version of plangraph: use that"):
            open_store(neo4j)
    assert rows(neo4j, "MATCH (s:State) RETURN s.model") == [["0123456789abcdef"]]
    run(neo4j, "MATCH (n) DETACH DELETE n")


def test_a_database_that_once_held_more_or_holds_all_that_this_program_knows_is_not_newer(neo4j: str) -> None:
    run(neo4j, "CREATE (n:Budget {id: 'b'}) CREATE (n)-[:PAYS]->(n)", "MATCH (n:Budget) DETACH DELETE n")
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), everything())
    run(neo4j, "MATCH (s:State) SET s.model = '0123456789abcdef'")
    with closing(open_store(neo4j)) as store:
        assert read_all(store) == everything()
        assert read_state(store).model == ddl.model_digest()


def test_one_program_writes_at_a_time_and_others_may_read(neo4j: str) -> None:
    with closing(open_store(neo4j)) as writer:
        with pytest.raises(StoreError, match="in use by another program"):
            open_store(neo4j)
        writer.replace(Facts(), everything())
        with closing(open_store(neo4j, read_only=True)) as reader:
            assert read_all(reader) == everything()
            with pytest.raises(StoreError, match="for reading only"):
                reader.replace(Facts(), facts(UNIT))
    open_store(neo4j).close()


def test_a_store_is_kept_when_it_is_closed_and_the_writer_leaves_no_node(neo4j: str) -> None:
    with closing(open_store(neo4j)) as store:
        store.replace(Facts(), facts(UNIT))
    with closing(open_store(neo4j)) as store:
        assert read_all(store) == facts(UNIT)
    assert rows(neo4j, "MATCH (n) WHERE NOT n:State RETURN count(n)") == [[1]]


def test_a_wrong_password_is_refused_and_stands_nowhere(
    neo4j_server: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(PASSWORD, "wrong-horse-battery")
    with caplog.at_level(logging.DEBUG, "neo4j"), pytest.raises(StoreError, match="refuses the user") as refused:
        open_store(neo4j_server)
    assert "wrong-horse" not in str(refused.value) + repr(refused.value.__cause__) + caplog.text
    assert caplog.text


def test_a_right_password_stands_in_no_log(neo4j: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "neo4j"):
        open_store(neo4j).close()
    assert read_password() not in caplog.text
    assert caplog.text


def test_without_a_password_one_is_told_how_to_give_it(neo4j_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSWORD)
    with pytest.raises(StoreError, match=f"set {PASSWORD} or {PASSWORD_FILE}"):
        open_store(neo4j_server)


def test_the_password_may_stand_in_a_file(neo4j: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text(read_password() + "\n", encoding="utf-8")
    monkeypatch.delenv(PASSWORD)
    monkeypatch.setenv(PASSWORD_FILE, str(tmp_path / "secret"))
    open_store(neo4j).close()
    monkeypatch.setenv(PASSWORD_FILE, str(tmp_path / "missing"))
    with pytest.raises(StoreError, match=r"missing cannot be read: No such file"):
        open_store(neo4j)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError, match="holds no password") as refused:
        open_store("neo4j://neo4j:geheim@127.0.0.1:7687")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize("address", ["neo4j://", "neo4j://host:port", "neo4j://u@host:7687/a/b", "bolt://:7687"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is no address of a server"):
        open_store(address)


def test_a_refused_connection_and_an_unknown_host_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD, "x")
    for address in (f"neo4j://127.0.0.1:{free_port()}", f"bolt://127.0.0.1:{free_port()}", "neo4j://no.host.invalid"):
        begun = time.monotonic()
        with pytest.raises(StoreError, match=f"No Neo4j server answers at {address}"):
            open_store(address)
        assert time.monotonic() - begun < 5


@contextmanager
def answering(words: bytes) -> Iterator[int]:
    """A port at which every program that calls is given these bytes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    caller, _ = listening.accept()
                except OSError:
                    return
                with caller:
                    caller.recv(1024)
                    caller.sendall(words)

        thread = threading.Thread(target=answer)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.mark.parametrize("words", [b"\0\0\0\0", b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
def test_a_port_where_something_else_or_a_server_too_old_answers_is_told(
    words: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, "x")
    with answering(words) as port, pytest.raises(StoreError):
        open_store(f"neo4j://127.0.0.1:{port}")


@pytest.mark.parametrize("agent", ["Neo4j/4.4.30", "Neo4j/3.5.0", "Memgraph/2.0"])
def test_a_server_of_an_unknown_version_is_refused(agent: str) -> None:
    with pytest.raises(StoreError, match=f"is {agent}: plangraph needs Neo4j 5 or newer"):
        check_version("neo4j://host", agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.26.30", "Neo4j/5.0.0", "Neo4j/2025.10.1"])
def test_a_server_of_version_5_or_later_is_taken(agent: str) -> None:
    check_version("neo4j://host", agent)
