"""Hostile names and bodies are data or are refused: never markup, never Cypher, never a fault."""

import json
import socket
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from api.http.library.library import Library
from tests.api.http.served import got, served

NAMES = {
    "quotes": "'\"`\\",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "cypher": "'}) MATCH (n) DETACH DELETE n //",
    "parameter": "$within {{7*7}} {% raw %}",
    "control": "a\x00b\x1b[31m\r\nSet-Cookie: x=1",
    "direction": "\u202e冉泰休\ufeff",
    "outside": "𠮷😀\U0010ffff",
    "spaces": " \t\u3000\u00a0 ",
    "path": "../../../../etc/passwd",
    "format": "{name} %s %(x)s",
}
ADDRESSES = (
    "/api/tasks?leader={}",
    "/api/tasks?unit={}",
    "/api/tasks?plan={}",
    "/api/tasks?due_before={}",
    "/api/tasks?cursor={}",
    "/api/units?in={}",
    "/api/workload?period={}",
    "/api/workload?weights={}",
    "/api/search?q={}",
    "/api/lineage/{}",
    "/api/sources/{}",
    "/api/query/{}",
    "/api/query/tasks/by_leader?leader={}",
    "/api/query/tasks/by_leader?{}=1",
    "/id/task/{}",
    "/id/{}/1",
    "/{}",
    "/static/{}",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_hostile_name_is_only_a_name(client: TestClient, address: str, name: str) -> None:
    answer = client.get(address.format(quote(NAMES[name], safe="")))
    assert answer.status_code in {200, 400, 404, 422}
    assert "set-cookie" not in answer.headers
    if "json" in answer.headers["content-type"]:
        json.loads(answer.text)
        assert answer.headers["x-content-type-options"] == "nosniff"
    else:
        assert "<script>alert" not in answer.text
        assert "onerror=alert(1)>" not in answer.text


def test_nothing_was_changed_by_any_name(client: TestClient) -> None:
    assert client.get("/api/tasks").json()["total"] == 33


@pytest.mark.parametrize("address", [one for one in ADDRESSES if one.startswith("/api") and "query/tasks" not in one])
def test_a_name_of_60_kilobytes_is_refused_and_not_repeated(client: TestClient, address: str) -> None:
    answer = client.get(address.format("村" * 7_000))
    assert answer.status_code in {404, 422}
    assert len(answer.content) < 5000


def test_a_request_line_of_100_kilobytes_is_refused_by_the_server(library: Library) -> None:
    with served(library) as port:
        with socket.create_connection(("127.0.0.1", port)) as sending:
            sending.sendall(b"GET /api/tasks?leader=" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert b" 4" in sending.recv(20)
        assert got(port, "/healthz")[0] == 200


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"{}", b"\xff\xfe", b"{" * 50_000, b'{"files": 1}', b'{"cypher": "RETURN 1"}'],
)
@pytest.mark.parametrize("media_type", ["application/json", "multipart/form-data", "multipart/form-data; boundary=x"])
def test_a_body_that_is_none_is_refused(writer: TestClient, body: bytes, media_type: str) -> None:
    answer = writer.post("/api/documents", content=body, headers={"Content-Type": media_type})
    assert answer.status_code in {400, 415, 422}
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(answer.content) < 5000


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "99999999999999999999"])
def test_a_length_that_is_none_is_refused(client: TestClient, length: str) -> None:
    answer = client.post("/api/documents", content=b"{}", headers={"Content-Length": length})
    assert answer.status_code in {400, 413}


@pytest.mark.parametrize("tag", ["*", 'W/"', '"' * 10_000, "\x00", "é"])
def test_a_strange_tag_is_no_fault(client: TestClient, tag: str) -> None:
    headers = {b"if-none-match": tag.encode("latin-1")}
    assert client.get("/api/plans", headers=headers).status_code in {200, 304}
