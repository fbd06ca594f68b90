"""Corrections over HTTP and in the browser, while the service runs."""

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.papers import NOTICE

pytestmark = pytest.mark.slow


@pytest.fixture
def noticed(writer: TestClient) -> TestClient:
    """A service that holds the notice, and takes what has the token."""
    writer.post("/api/documents", files=[("files", ("通知.txt", NOTICE.encode()))])
    return writer


def tasks(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/tasks").json()["items"]
    return found


def test_what_was_read_wrongly_is_put_right_and_taken_back(noticed: TestClient) -> None:
    before = tasks(noticed)
    wish = {"what": "task", "of": before[0]["task_id"], "field": "lead_units", "value": ["党政办、社事办"]}
    told = noticed.post("/api/corrections", json={"corrections": [wish], "who": "张三", "why": "原件如此"})
    [made] = told.json()["items"]
    assert (told.status_code, made["state"], made["who"]) == (200, "holds", "张三")
    assert tasks(noticed)[0]["lead_units"] == ["党政办", "社事办"]
    page = noticed.get(f"/tasks/{before[0]['task_id']}").text
    assert "人工更正" in page
    assert "原文读出：社事办" in page
    assert noticed.get("/api/corrections").json()["items"] == [made]
    assert made["id"] in noticed.get("/corrections").text
    assert noticed.delete(f"/api/corrections/{made['id']}").json()["items"] == [made]
    assert tasks(noticed) == before
    assert noticed.delete(f"/api/corrections/{made['id']}").status_code == 404


def test_an_upload_tells_how_many_corrections_are_to_be_looked_at_again(noticed: TestClient) -> None:
    wish = {"what": "task", "of": tasks(noticed)[0]["task_id"], "field": "due_text", "value": ["2021年11月底前"]}
    assert noticed.post("/api/corrections", json={"corrections": [wish]}).status_code == 200
    for words, stale in (("2022年3月底前", 1), ("2021年12月底前", 0)):
        sent = NOTICE.replace("2021年12月底前", words)
        told = noticed.post("/api/documents", files=[("files", ("通知.txt", sent.encode()))])
        assert told.json()["stale_corrections"] == stale
    assert "data-stale=" in noticed.get("/upload").text


def test_several_are_one_change_and_none_is_made_where_one_cannot_be(noticed: TestClient) -> None:
    task = tasks(noticed)[0]["task_id"]
    good = {"what": "task", "of": task, "field": "title", "value": ["新名"]}
    for bad in (
        {"what": "task", "of": task, "field": "due_text", "value": ["说不清"]},
        {"what": "task", "of": task, "field": "content", "value": ["新"]},
        {"what": "paper", "of": task, "field": "title", "value": ["新"]},
        {"what": "no_task", "of": "0000"},
        {"what": "new_task", "of": "0000", "parts": {"title": ["新"]}},
        {"what": "nichts", "of": task},
    ):
        got = noticed.post("/api/corrections", json={"corrections": [good, bad]})
        assert got.status_code in {404, 422}, (bad, got.text)
        assert got.headers["content-type"] == "application/problem+json"
    assert noticed.get("/api/corrections").json()["total"] == 0
    assert tasks(noticed)[0]["title"] != "新名"


def test_nobody_corrects_without_the_token(noticed: TestClient) -> None:
    wish = {"corrections": [{"what": "no_task", "of": tasks(noticed)[0]["task_id"]}]}
    for headers in ({"Authorization": ""}, {"Authorization": "Bearer wrong"}):
        assert noticed.post("/api/corrections", json=wish, headers=headers).status_code == 401
        assert noticed.delete("/api/corrections/0000", headers=headers).status_code == 401


def test_the_title_of_a_plan_is_put_right_from_its_page(noticed: TestClient) -> None:
    [plan] = noticed.get("/api/plans").json()["items"]
    page = noticed.get(f"/correct?plan={plan['plan_id']}&lang=zh").text
    assert ("更正这个方案的标题" in page, f'value="{plan["title"]}"' in page) == (True, True)
    assert f"/correct?plan={plan['plan_id']}" in noticed.get(f"/plans/{plan['plan_id']}").text
    [passage] = re.findall(r'data-of="(\w+)"', page)
    wish = {"what": "plan", "of": passage, "field": "title", "value": ["蓬莱镇资产方案"]}
    [made] = noticed.post("/api/corrections", json={"corrections": [wish]}).json()["items"]
    assert (made["state"], made["read"]) == ("holds", [plan["title"]])
    assert [row["title"] for row in noticed.get("/api/plans").json()["items"]] == ["蓬莱镇资产方案"]
    page = noticed.get(f"/correct?passage={passage}&lang=zh").text
    assert ('value="蓬莱镇资产方案"' in page, f"原文读出：{plan['title']}" in page, made["id"] in page) == (
        True,
        True,
        True,
    )
    assert noticed.delete(f"/api/corrections/{made['id']}").status_code == 200
    assert noticed.get("/api/plans").json()["items"] == [plan]


def test_what_a_passage_does_not_tell_is_not_corrected_in_it(noticed: TestClient) -> None:
    [plan] = noticed.get("/api/plans").json()["items"]
    [passage] = re.findall(r'data-of="(\w+)"', noticed.get(f"/correct?plan={plan['plan_id']}").text)
    for wish in (
        {"what": "change", "of": passage, "field": "on", "value": ["2020"]},
        {"what": "plan", "of": passage, "field": "on", "value": ["2020"]},
        {"what": "plan", "of": passage, "field": "title", "value": [""]},
        {"what": "no_change", "of": passage},
        {"what": "no_seat", "of": passage},
        {"what": "seat", "of": "0000", "field": "person", "value": ["李刚"]},
    ):
        got = noticed.post("/api/corrections", json={"corrections": [wish]})
        assert got.status_code in {404, 422}, (wish, got.text)
    assert noticed.get("/api/corrections").json()["total"] == 0


def test_each_kind_of_thing_has_its_form(noticed: TestClient) -> None:
    task = tasks(noticed)[0]
    unit = noticed.get("/api/units").json()["items"][0]
    for asked, words in (
        (f"task={task['task_id']}", "这不是任务"),
        (f"document={task['document_id']}", "发文机关"),
        (f"unit={unit['unit_id']}", "这不是单位"),
    ):
        got = noticed.get(f"/correct?{asked}&lang=zh")
        assert (got.status_code, words in got.text) == (200, True), asked
    for wrong in ("", "task=0000", "document=0000", "unit=0000", "leader=0000", "plan=0000", "passage=0000"):
        assert noticed.get(f"/correct?{wrong}").status_code == 404
