"""The history over HTTP is what the command tells, in pages."""

import pytest
from starlette.testclient import TestClient

from tests.api.papers import NOTICE, TASK_LIST


@pytest.fixture
def changed(writer: TestClient) -> TestClient:
    """A service into which three papers came one after another."""
    for name, text in (("甲.txt", NOTICE), ("乙.txt", TASK_LIST), ("丙.txt", NOTICE.replace("26号", "27号"))):
        assert writer.post("/api/documents", files=[("files", (name, text.encode()))]).status_code == 200
    return writer


def test_entries_come_in_pages_the_latest_first(changed: TestClient) -> None:
    whole = changed.get("/api/history").json()
    assert [(one["number"], one["act"], one["changes"][0]["name"]) for one in whole["items"]] == [
        (3, "upload", "丙.txt"),
        (2, "upload", "乙.txt"),
        (1, "upload", "甲.txt"),
    ]
    assert (whole["next"], whole["total"]) == (None, 3)
    first = changed.get("/api/history?limit=2").json()
    second = changed.get("/api/history", params={"limit": 2, "cursor": first["next"]}).json()
    assert [*first["items"], *second["items"]] == whole["items"]


def test_they_are_narrowed_and_nonsense_is_refused(changed: TestClient) -> None:
    assert changed.get("/api/history?since=9999-01-01").json()["items"] == []
    assert changed.get("/api/history?since=2020").json()["total"] == 3
    assert changed.get("/api/history?who=nobody").json()["total"] == 0
    for wrong in ("since=昨天", "by=x", "limit=0", "cursor=x"):
        got = changed.get(f"/api/history?{wrong}")
        assert (got.status_code, got.headers["content-type"]) == (422, "application/problem+json"), wrong


def test_the_language_changes_nothing_and_the_state_is_named(changed: TestClient) -> None:
    told = [changed.get("/api/history", headers={"Accept-Language": lang}) for lang in ("zh-CN", "en")]
    assert told[0].content == told[1].content
    tag = told[0].headers["etag"]
    assert changed.get("/api/history", headers={"Accept-Language": "zh-CN", "If-None-Match": tag}).status_code == 304
