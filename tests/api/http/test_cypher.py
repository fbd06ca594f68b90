"""Free Cypher over HTTP reads and nothing else, within limits, and only where it is allowed."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.free_cypher import told_by
from api.http.library.library import Library
from graph.errors import StoreError, UsageError
from graph.stores.open import open_store
from tests.api.http.conftest import client_of

Asking = Callable[..., TestClient]
WRITES = (
    "MATCH (n) DETACH DELETE n",
    "CREATE (n:Person {id: '1'})",
    "MATCH (n:Task) SET n.title = ''",
    "DROP TABLE Task",
    "MATCH (n:Task) WITH n CREATE (m:Person {id: n.id}) RETURN m",
    "COPY (MATCH (n:Task) RETURN n.id) TO 'stolen.csv'",
    "LOAD FROM '/etc/passwd' RETURN *",
    "WITH 1 AS a LOAD/**/FROM '/etc/passwd' (file_format='csv', header=false, delim='|') RETURN *",
    "WITH 1 AS a LOAD//\nFROM '/etc/passwd' (file_format='csv', header=false, delim='|') RETURN *",
    "WITH 1 AS a LOAD/**/WITH HEADERS (line STRING) FROM '/etc/passwd' (file_format='csv', delim='|') RETURN *",
    "CALL READ_PARQUET('/etc/passwd') RETURN *",
    "CALL `threads`=2",
    "CALL export_database('x') RETURN 1",
    "EXPORT DATABASE 'stolen'",
    "ATTACH 'x' AS y (dbtype duckdb)",
    "INSTALL httpfs",
    "RETURN 1; MATCH (n) DETACH DELETE n",
)


def asked(client: TestClient, cypher: str) -> tuple[int, dict[str, object]]:
    got = client.post("/api/cypher", json={"cypher": cypher})
    return got.status_code, got.json()


def test_a_statement_that_reads_is_answered(client: TestClient) -> None:
    status, told = asked(client, "MATCH (t:Task) RETURN count(t) AS tasks")
    assert (status, told) == (200, {"items": [{"tasks": 33}], "truncated": False})


@pytest.mark.parametrize("cypher", WRITES)
def test_a_statement_that_does_more_is_refused_and_changes_nothing(
    client: TestClient, cypher: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get("/api/export.nt").text
    monkeypatch.chdir(tmp_path)
    status, told = asked(client, cypher)
    assert status == 422
    assert told["detail"]
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []
    assert client.get("/api/export.nt", headers={"If-None-Match": "x"}).text == before


@pytest.mark.parametrize("cypher", ["", "x" * 10_001, "MATCH (n", "\ud800", "RETURN $x"])
def test_what_is_no_statement_is_refused(client: TestClient, cypher: str) -> None:
    body = '{"cypher": "' + "".join(f"\\u{ord(sign):04x}" for sign in cypher) + '"}'
    got = client.post("/api/cypher", content=body, headers={"Content-Type": "application/json"})
    assert got.status_code == 422
    assert got.headers["content-type"] == "application/problem+json"


def test_rows_above_the_limit_are_left_out_and_that_is_said(asking: Asking) -> None:
    status, told = asked(asking(cypher_rows=5), "MATCH (t:Task) RETURN t.id AS id")
    assert status == 200
    assert told["truncated"] is True
    assert len(told["items"]) == 5  # type: ignore[arg-type]


def test_a_statement_without_end_is_ended_while_others_are_answered(asking: Asking) -> None:
    many = ",".join(f"({name}:Passage)" for name in "abcdef")
    slow = f"MATCH {many} WHERE a.id + b.id + c.id <> d.id + e.id + f.id RETURN count(*) AS n"
    status, told = asked(asking(cypher_seconds=1), slow)
    assert status == 422
    assert "1" in str(told["detail"])


def test_a_statement_that_fills_the_memory_is_ended(asking: Asking) -> None:
    status, _ = asked(asking(cypher_seconds=3), "UNWIND range(1, 1000000000) AS i RETURN sum(i) AS n")
    assert status == 422


def test_a_service_that_others_can_reach_allows_it_only_where_it_is_told_to(asking: Asking) -> None:
    def status(**settings: object) -> int:
        return asked(asking(host="0.0.0.0", **settings), "RETURN 1 AS one")[0]  # noqa: S104 - nothing listens

    headers = {"Host": "127.0.0.1"}
    open_service = asking(host="0.0.0.0", allowed_hosts="localhost")  # noqa: S104
    assert open_service.post("/api/cypher", json={"cypher": "RETURN 1"}, headers=headers).status_code == 403
    assert status(allowed_hosts="localhost", cypher=True) == 200
    assert asked(asking(cypher=False), "RETURN 1 AS one")[0] == 403


def test_it_sees_what_was_loaded_while_the_service_has_the_store_open(tmp_path: Path) -> None:
    with closing(Library(open_store(str(tmp_path / "s.lbug")))) as library:
        client = client_of(library, token="t")  # noqa: S106 - no secret
        sent = [("files", ("a.txt", "蓬莱镇工作方案\n\n（一）清理沟渠。\n牵头单位：村建办\n".encode()))]
        assert client.post("/api/documents", files=sent, headers={"Authorization": "Bearer t"}).status_code == 200
        status, told = asked(client, "MATCH (t:Task) RETURN t.title AS title")
        assert (status, told["items"]) == (200, [{"title": "清理沟渠"}])


@pytest.mark.parametrize(
    ("ending", "error", "sentence"),
    [
        ("os.kill(os.getpid(), 11)", UsageError, "makes the engine crash"),
        ("os.kill(os.getpid(), 9)", UsageError, "more memory than is allowed"),
        ("raise MemoryError", UsageError, "more memory than is allowed"),
        ("sys.exit('what(): std::bad_alloc')", UsageError, "more memory than is allowed"),
        ("raise ValueError('no such thing')", StoreError, "The store s.lbug failed: ValueError: no such thing"),
        ("sys.exit(3)", StoreError, "The store s.lbug failed: exit code 3"),
    ],
)
def test_how_the_program_ended_tells_what_was_wrong(ending: str, error: type[Exception], sentence: str) -> None:
    command = [sys.executable, "-c", f"import os, sys; {ending}"]
    done = subprocess.run(command, capture_output=True, check=False)
    with pytest.raises(error, match=sentence):
        told_by("s.lbug", done)
