"""Names are decided on a page, while the service runs: what would change is told before, who did it after."""

import html
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.library.library import Library
from api.ingest.checking.check import check
from api.ingest.loading.load import load
from graph.history.reading import history
from graph.stores.decisions import stored_decisions
from tests.api.http.access.conftest import Browser, browser, file, library
from tests.api.http.access.test_signing_in import PAIR, sign_in
from tests.api.papers import write

__all__ = ["browser", "file", "library"]


def text(client: TestClient, path: str) -> str:
    got = client.get(path)
    assert got.status_code == 200, got.text
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", got.text)).split())


def test_the_effect_is_told_and_what_follows_is_that(browser: Browser, library: Library) -> None:
    client = browser()
    token = sign_in(client)
    [(tasks, load_)] = re.findall(
        r"农业综合服务中心 蓬莱镇 很可能 简称 合并后(\d+)项任务，负荷([\d.]+)", text(client, "/proposals")
    )
    got = client.post("/proposals/decide", data={**PAIR, "verdict": "same", "form_token": token, "why": "三定方案"})
    assert (got.status_code, got.headers["location"]) == (303, "/proposals?done=decided")
    page = text(client, "/proposals?done=decided")
    assert "已认定，当即生效" in page
    assert re.search(
        r"农业服务中心、农业综合服务中心：同一个 大英县/蓬莱镇 · 王敏（综合办） · \d{4}-\d\d-\d\d · 三定方案", page
    )
    [row] = [row for row in client.get("/api/workload").json()["items"] if row["name"] == "农业综合服务中心"]
    assert (row["tasks"], row["load"], row["spellings"]) == (int(tasks), float(load_), 0)
    with library.reading() as snapshot:
        assert check(snapshot.store).whole


def test_taking_back_is_told_too_and_gives_the_facts_of_before(browser: Browser, library: Library) -> None:
    client = browser()
    token = sign_in(client)
    before = client.get("/api/units").json()["items"]
    client.post("/proposals/decide", data={**PAIR, "verdict": "same", "form_token": token})
    assert client.get("/api/units").json()["items"] != before
    assert client.post("/proposals/undo", data={**PAIR, "form_token": token}).status_code == 303
    assert client.get("/api/units").json()["items"] == before
    page = text(client, "/history")
    assert "撤回“同一个”：农业服务中心、农业综合服务中心（大英县/蓬莱镇）" in page
    with library.reading() as snapshot:
        assert [one.deed.act for one in history(snapshot.store)][-2:] == ["decide", "undo"]
        assert {one.deed.who for one in history(snapshot.store)[-2:]} == {"王敏（综合办）"}


def test_what_is_not_open_any_more_is_not_decided_twice(browser: Browser, library: Library) -> None:
    client = browser()
    token = sign_in(client)
    for expected in (303, 422):
        got = client.post("/proposals/decide", data={**PAIR, "verdict": "different", "form_token": token})
        assert got.status_code == expected
    assert "已不是待认定的一对" in got.text
    assert client.post("/proposals/undo", data={**PAIR, "other": "别的", "form_token": token}).status_code == 422
    with library.reading() as snapshot:
        assert len(stored_decisions(snapshot.store).all) == 1
        assert [one.deed.act for one in history(snapshot.store)].count("decide") == 1


@pytest.mark.parametrize(
    "changed", [{"verdict": "stands"}, {"verdict": "x"}, {"kind": "x"}, {"place": "x"}, {"one": "x"}]
)
def test_what_no_proposal_says_is_not_decided(browser: Browser, library: Library, changed: dict[str, str]) -> None:
    client = browser()
    token = sign_in(client)
    got = client.post("/proposals/decide", data={**PAIR, "verdict": "same", "form_token": token, **changed})
    assert got.status_code == 422
    with library.reading() as snapshot:
        assert stored_decisions(snapshot.store).all == ()


def test_villages_of_almost_one_name_are_decided_as_units_are(
    browser: Browser, library: Library, tmp_path: Path
) -> None:
    told = "大英县{}\n\n大英县人民政府\n\n撤销蓬莱镇{}，并入蓬莱镇{}。\n"
    papers = [
        write(tmp_path / "papers", f"{name}.txt", told.format(name, gone, come))
        for name, gone, come in (
            ("村级建制调整情况", "甲石坝村", "三溪口村"),
            ("建制调整补充情况", "丙水沟村", "山溪口村"),
        )
    ]
    with library.writing() as store:
        load(store, papers)
    client = browser()
    token = sign_in(client)
    assert "合并后0项任务" in text(client, "/proposals")
    pair = {"kind": "place", "place": "大英县/蓬莱镇", "one": "三溪口村", "other": "山溪口村"}
    assert client.post("/proposals/decide", data={**pair, "verdict": "same", "form_token": token}).status_code == 303
    names = {row["name"] for row in client.get("/api/places?limit=1000").json()["items"]}
    assert len(names & {"三溪口村", "山溪口村"}) == 1
    assert client.post("/proposals/undo", data={**pair, "form_token": token}).status_code == 303
    names = {row["name"] for row in client.get("/api/places?limit=1000").json()["items"]}
    assert {"三溪口村", "山溪口村"} <= names


def test_only_who_may_decide_has_the_buttons(browser: Browser) -> None:
    client = browser()
    page = client.get("/proposals").text
    assert ("要作认定，请先登录" in page, "<button name=" in page) == (True, False)
    sign_in(client, "decide")
    assert "<button name=" in client.get("/proposals").text


def test_loads_say_what_decisions_could_change(browser: Browser) -> None:
    client = browser()
    assert "另有1个可能是同一单位的写法，合计负荷4（ 去认定 ）" in text(client, "/workload")
    [row] = [one for one in client.get("/api/workload").json()["items"] if one["name"] == "农业综合服务中心"]
    assert (row["spellings"], row["spellings_load"], row["undecided"]) == (1, 4, False)
    assert "另有1个可能是同一单位的写法" in text(client, f"/units/{row['id']}")


def test_the_history_is_narrowed_to_a_person_and_a_day(browser: Browser) -> None:
    client = browser()
    token = sign_in(client, name="王敏")
    client.post("/proposals/decide", data={**PAIR, "verdict": "same", "form_token": token})
    assert "同一个：农业服务中心" in text(client, "/history?who=王敏（综合办）")
    assert "同一个：农业服务中心" not in text(client, "/history?who=root")
    assert "还没有记录" in text(client, "/history?since=9999-01-01")
    assert client.get("/history?since=x").status_code == 422
