"""Errors over HTTP are problems, in one sentence and in the reader's language, and tell nothing of the inside."""

from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.around.problems import Problem
from api.http.library.library import Library
from graph.stores.open import open_store
from tests.api.http.conftest import client_of


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/nothing", 404),
        ("GET", "/nothing", 404),
        ("GET", "/static/../app.py", 404),
        ("POST", "/api/tasks", 405),
        ("DELETE", "/api/documents", 405),
        ("GET", "/api/tasks?limit=many", 422),
        ("GET", "/api/lineage/nowhere", 404),
        ("POST", "/api/documents", 403),
        ("DELETE", "/api/documents/1", 403),
        ("POST", "/api/cypher", 404),
    ],
)
def test_an_error_is_a_problem(client: TestClient, method: str, address: str, status: int) -> None:
    got = client.request(method, address)
    assert got.status_code == status
    assert got.headers["content-type"] == "application/problem+json"
    told = Problem.model_validate_json(got.text)
    assert told.status == status
    assert told.detail
    assert told.request_id == got.headers["x-request-id"]


def test_a_method_that_is_not_allowed_names_those_that_are(client: TestClient) -> None:
    assert client.post("/api/tasks").headers["allow"] == "GET"


def test_a_sentence_is_in_the_language_asked_for(client: TestClient) -> None:
    assert client.get("/api/tasks?leader=李四").json()["detail"].startswith("没有名为“李四”的领导。")
    assert client.get("/api/tasks?leader=李四&lang=en").json()["detail"].startswith("There is no leader 李四 here.")
    preferred = client.get("/api/nothing", headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert preferred.json()["detail"] == "There is nothing at this address."


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("limit=many", "应为整数。"),
        ("limit=0", "不应小于 1。"),
        ("limit=5000", "不应大于 1000。"),
        ("unti=x", "没有这个参数。"),
        ("role=x", "应为 '', 'lead', 'responsible' or 'supporting' 之一。"),
        (f"leader={'x' * 300}", "不应超过 200 个字符。"),
    ],
)
def test_what_is_wrong_with_a_parameter_is_said_in_chinese(client: TestClient, query: str, reason: str) -> None:
    chinese = client.get(f"/api/tasks?{query}").json()["errors"]
    assert [one["detail"] for one in chinese] == [reason]
    english = client.get(f"/api/tasks?{query}&lang=en").json()["errors"]
    assert [one["detail"].isascii() for one in english] == [True]
    assert [one | {"detail": ""} for one in chinese] == [one | {"detail": ""} for one in english]


def test_what_is_missing_is_said_in_chinese(client: TestClient) -> None:
    missing = {"where": "query.q", "reason": "input.missing", "reason_values": {}, "detail": "缺少这一项。"}
    assert client.get("/api/search").json()["errors"] == [missing]


def test_a_problem_carries_the_code_and_the_values_of_its_sentence(client: TestClient) -> None:
    told = [client.get(f"/api/tasks?due_before=x&lang={lang}").json() for lang in ("zh", "en")]
    assert [one["code"] for one in told] == ["parameter.no_day"] * 2
    assert [one["values"] for one in told] == [{"parameter": "due_before", "typed": "x"}] * 2
    assert told[0]["detail"].startswith("due_before 不是日期：x")
    unknown = client.get("/api/tasks?leader=李四&lang=en").json()
    assert (unknown["code"], unknown["values"]["name"]) == ("name.no_leader", "李四")
    assert client.get("/api/nothing").json()["code"] == "http.404"


def test_what_nobody_foresaw_is_a_problem_without_traceback(tmp_path: Path) -> None:
    with closing(Library(open_store(str(tmp_path / "s.lbug")))) as library:
        client = client_of(library)
        del library._turns  # noqa: SLF001 - a fault of our own making
        got = client.get("/api/tasks")
    assert got.status_code == 500
    assert got.headers["content-type"] == "application/problem+json"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["x-request-id"] == got.json()["request_id"]
    assert "Traceback" not in got.text
    assert "_turns" not in got.text


@pytest.mark.parametrize("address", ["/", "/tasks", "/units/u"])
def test_people_get_a_page_of_what_nobody_foresaw(tmp_path: Path, address: str) -> None:
    with closing(Library(open_store(str(tmp_path / "s.lbug")))) as library:
        client = client_of(library)
        del library._turns  # noqa: SLF001 - a fault of our own making
        got = client.get(address, headers={"Accept": "text/html,*/*"})
    assert got.status_code == 500
    assert got.headers["content-type"] == "text/html; charset=utf-8"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["x-request-id"]
    assert "服务出现意外错误。" in got.text
    assert "Traceback" not in got.text
    assert "_turns" not in got.text


def test_a_store_that_fails_is_a_problem(tmp_path: Path) -> None:
    library = Library(open_store(str(tmp_path / "s.lbug")))
    client = client_of(library)
    library.close()
    assert client.get("/healthz").status_code == 200
    for address in ("/api/tasks", "/readyz"):
        assert client.get(address).status_code == 503
