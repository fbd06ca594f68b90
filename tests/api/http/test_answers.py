"""Workload, lineage, search, sources, the audit and the catalogue over HTTP."""

import pytest
from starlette.testclient import TestClient

from api.http.library.library import Library
from api.http.schemas import examples
from docs.http_examples import ASKED, made
from queries.reasons import sentence


def test_workload_says_who_is_overloaded_and_why(client: TestClient) -> None:
    rows = client.get("/api/workload?overloaded=true").json()["items"]
    assert [(row["name"], row["verdict"]) for row in rows] == [("社会治理和应急管理办", "severely overloaded")]
    assert (rows[0]["reason"], rows[0]["reason_values"]["rule"]) == ("workload.severe", "workload.fence")
    assert sentence("zh", rows[0]).startswith("任务量明显高于同级单位")
    leaders = client.get("/api/workload?by=leader&overloaded=true").json()["items"]
    assert [row["name"] for row in leaders] == ["冉泰休"]
    assert leaders[0]["reason"] == "workload.above"
    assert "超过界限" in sentence("zh", leaders[0])


def test_workload_takes_weights_and_a_period(client: TestClient) -> None:
    light = client.get("/api/workload?weights=0.1,0,0&period=2021-06").json()["items"]
    assert max(row["load"] for row in light) < 5
    assert client.get("/api/workload?weights=1,2").status_code == 422
    assert client.get("/api/workload?period=gestern").status_code == 422


def test_a_question_in_words_is_answered_or_what_is_not_understood_is_named(client: TestClient) -> None:
    asked = {"q": "冉泰休6月有哪些任务", "today": "2021-05-20"}
    told = client.get("/api/ask", params=asked).json()
    assert told["reading"] == "责任领导=冉泰休，时限=2021年6月"
    listed = client.get("/api/tasks?leader=冉泰休&due_after=2021-06&due_before=2021-06").json()["items"]
    assert told["rows"] == listed != []
    refused = client.get("/api/ask", params={"q": "火星办牵头的任务"})
    assert (refused.status_code, refused.json()["rows"], refused.json()["not_understood"]) == (200, [], ["火星办"])
    assert client.get("/api/ask", params={"q": "本月到期的", "today": "2021-13-01"}).status_code == 422
    assert client.get("/api/ask").status_code == 422


def test_lineage_tells_where_a_place_comes_from_and_what_became_of_it(client: TestClient) -> None:
    rows = client.get("/api/lineage/福荣村").json()["items"]
    assert rows[0]["direction"] == "self"
    assert {row["name"] for row in rows[1:]} == {"福寿村", "忠荣村"}
    forward = client.get("/api/lineage/福寿村?forward=true&as_of=2021-12-31").json()["items"]
    assert [(row["name"], row["direction"]) for row in forward] == [("福寿村", "self"), ("福荣村", "after")]
    assert forward[0]["existed"] == "did not exist"
    assert client.get("/api/lineage/福寿村?back=true").json()["total"] == 1
    assert client.get("/api/lineage/月球村").status_code == 404


def test_a_place_may_be_given_as_the_way_to_it(client: TestClient) -> None:
    rows = client.get("/api/lineage/福荣村").json()["items"]
    assert client.get("/api/lineage/蓬莱镇/福荣村").json()["items"] == rows
    assert client.get("/api/lineage/蓬莱镇福荣村").json()["items"] == rows
    tasks = client.get("/api/tasks?in=蓬莱镇").json()["total"]
    assert client.get("/api/tasks?in=大英县/蓬莱镇").json()["total"] == tasks > 0
    assert client.get("/api/tasks?in=月球县/蓬莱镇").status_code == 404


def test_search_finds_names_pinyin_and_initials(client: TestClient) -> None:
    for words in ("冉泰", "rantaixiu", "rtx"):
        assert [row["name"] for row in client.get("/api/search", params={"q": words}).json()["items"]] == ["冉泰休"]
    assert client.get("/api/search", params={"q": "不存在的"}).json() == {"items": [], "next": None, "total": 0}
    assert client.get("/api/search").status_code == 422


def test_sources_show_the_words_of_the_file_and_what_stands_beside_them(client: TestClient, root: object) -> None:
    task = client.get("/api/tasks?leader=冉泰休").json()["items"][0]
    rows = client.get(f"/api/sources/{task['task_id']}").json()["items"]
    assert [row["place"] for row in rows] == task["sources"]
    assert rows[0]["standing"]
    for row in rows:
        lines = (f"{root}/examples/{row['path']}", row["line"], row["end_line"])
        with open(lines[0], encoding="utf-8") as file:  # noqa: PTH123 - one line
            assert row["quote"] in "".join(list(file)[lines[1] - 1 : lines[2]])
        assert all(one["end_line"] <= row["line"] for one in row["before"])
        assert all(one["line"] >= row["end_line"] for one in row["behind"])
        assert row["before"] or row["behind"]
    assert client.get("/api/sources/nothing").status_code == 404


def test_the_audit_and_proposals_are_told(client: TestClient) -> None:
    problems = {row["problem"] for row in client.get("/api/audit").json()["items"]}
    assert {"conflict", "deadline passed"} <= problems
    pairs = {(row["name"], row["other"]) for row in client.get("/api/proposals").json()["items"]}
    assert ("农业服务中心", "农业综合服务中心") in pairs


def test_the_catalogue_lists_its_questions_and_answers_them(client: TestClient) -> None:
    queries = {one["name"]: one for one in client.get("/api/queries").json()}
    assert queries["tasks/by_leader"]["params"][0] | {"words": ""} == {
        "name": "leader", "type": "leaders", "default": None, "choices": [], "words": "",
    }  # fmt: skip
    got = client.get("/api/query/tasks/by_leader?leader=冉泰休&limit=2")
    assert got.json()["total"] == 15
    following = client.get("/api/query/tasks/by_leader", params={"leader": "冉泰休", "cursor": got.json()["next"]})
    assert len(following.json()["items"]) == 13
    months = client.get("/api/query/load/by_month").json()
    assert all(set(row) == {"month", "tasks", "deadlines", "task_ids"} for row in months["items"])


def test_a_list_as_a_parameter_of_a_question_repeats_its_name(client: TestClient) -> None:
    tasks = [row["task_id"] for row in client.get("/api/tasks?limit=2").json()["items"]]
    got = client.get("/api/query/sources/of_tasks", params={"tasks": tasks}).json()
    assert {row["task_id"] for row in got["items"]} == set(tasks)


def test_an_unknown_question_is_not_found_and_a_wrong_parameter_refused(client: TestClient) -> None:
    assert client.get("/api/query/no/such").status_code == 404
    assert client.get("/api/query/tasks/by_leader").status_code == 422
    assert client.get("/api/query/tasks/by_leader?boss=x").status_code == 422


def test_the_examples_in_the_description_are_answers_of_the_service(library: Library) -> None:
    assert made(library) == examples(), "run `make docs`"


@pytest.mark.parametrize("address", ASKED.values())
def test_an_answer_is_the_same_in_both_languages(client: TestClient, address: str) -> None:
    sign = "&" if "?" in address else "?"
    chinese, english = (client.get(f"{address}{sign}lang={lang}") for lang in ("zh", "en"))
    assert chinese.status_code == 200
    assert chinese.content == english.content


def test_a_lineage_has_roots_names_and_changes_whole(client: TestClient) -> None:
    rows = client.get("/api/lineage/福荣村").json()["items"]
    roots = client.get("/api/lineage/福荣村?roots=true").json()["items"]
    assert {row["name"] for row in roots} == {row["name"] for row in rows if row["direction"] == "before"} != set()
    assert [row["name"] for row in client.get("/api/names/福荣村").json()["items"]] == ["福荣村"]
    legs = client.get(f"/api/changes/{roots[0]['change_id']}/legs").json()["items"]
    assert {leg["from_name"] for leg in legs} == {row["name"] for row in roots}
    assert {leg["to_name"] for leg in legs} == {"福荣村"}
    assert client.get("/api/changes/nothing/legs").status_code == 404
