"""Pictures in the service: a page whose policy names its scripts, and files to keep."""

import re
from base64 import b64encode
from hashlib import sha256
from threading import BoundedSemaphore

import pytest
from starlette.testclient import TestClient

from api.http.around import turns
from api.pages.drawing_turns import drawing
from api.pages.pictures import policy
from tests.api.pages.looking import Page, elsewhere

PICTURES = (
    "/pictures/workload?in=蓬莱镇",
    "/pictures/lineage?name=福荣村",
    "/pictures/lineage?in=蓬莱镇",
    "/pictures/leader?name=冉泰休",
    "/pictures/plan?name=蓬莱镇完善便民服务体系工作方案",
    "/pictures/months?unit=社会治理和应急管理办",
    "/pictures/around?name=福荣村",
    "/pictures/around?name=社会治理和应急管理办&steps=1",
    "/pictures/around?name=蓬莱镇完善便民服务体系工作方案",
)


@pytest.mark.parametrize("path", PICTURES)
def test_the_policy_of_a_picture_allows_its_own_scripts_and_nothing_else(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    told = answer.headers["content-security-policy"]
    assert "unsafe" not in told
    assert "'self'" not in told.partition("frame-ancestors")[0]
    for tag in ("script", "style"):
        held = re.findall(rf"<{tag}>(.*?)</{tag}>", answer.text, re.DOTALL)
        hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in held]
        assert f"{tag}-src {' '.join(hashes)};" in told


@pytest.mark.parametrize("path", PICTURES)
def test_the_table_of_a_picture_leads_to_the_places_in_the_papers(reader: TestClient, path: str) -> None:
    page = Page(reader.get(path).text)
    assert [address for address in elsewhere(page) if not address.startswith("data:")] == []
    sources = [address for address in page.addresses if "#p-" in address]
    assert sources
    address, _, anchor = sources[0].partition("#")
    assert anchor in Page(reader.get(address).text).ids


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_leads_back_to_the_page_of_what_it_shows(reader: TestClient, path: str) -> None:
    first = next(one for one in Page(reader.get(path).text).addresses if not one.startswith("data:"))
    assert reader.get(first).status_code == 200
    assert "所属页面" not in reader.get(path.replace("?", ".html?")).text


def test_a_picture_that_is_known_keeps_its_policy(reader: TestClient) -> None:
    path = "/pictures/leader?name=冉泰休"
    tag = reader.get(path).headers["etag"]
    again = reader.get(path, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.headers["content-security-policy"] == policy()


@pytest.mark.parametrize(("form", "head"), [("svg", b"<svg"), ("html", b"<!DOCTYPE html>")])
def test_a_picture_is_kept_as_a_file_with_its_title_as_name(reader: TestClient, form: str, head: bytes) -> None:
    answer = reader.get(f"/pictures/leader.{form}?name=冉泰休")
    assert answer.content.startswith(head)
    assert answer.headers["content-disposition"].endswith(
        f"%E5%86%89%E6%B3%B0%E4%BC%91%E4%BB%BB%E5%8A%A1%E5%9B%BE.{form}"
    )
    assert b"#p-" not in answer.content
    assert "sha256" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/pictures/leader?name=冉泰", 404, "没有名为“冉泰”的领导"),
        ("/pictures/plan.svg?name=绝无此方案", 404, "没有名为“绝无此方案”的方案"),
        ("/pictures/lineage?name=绝无此村", 404, "没有名为“绝无此村”的地方"),
        ("/pictures/leader", 422, "须写明名称"),
        ("/pictures/around?name=冉泰", 404, "没有名为“冉泰”的地方、单位、领导、方案或文件"),
        ("/pictures/around?name=冉泰休&steps=9", 422, "图可画 1 到 4 步，不能是 9 步"),
        ("/pictures/workload?period=昨天", 422, "昨天"),
    ],
)
def test_what_cannot_be_drawn_is_told_on_a_page(reader: TestClient, path: str, status: int, told: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == status
    assert told in answer.text
    assert answer.headers["content-type"].startswith("text/html")
    assert "'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("/leaders/冉泰休", ("leader", "months", "around")),
        ("/units/社会治理和应急管理办", ("months", "ranking", "around")),
        ("/places/福荣村", ("lineage", "around")),
        ("/places/蓬莱镇", ("ranking", "together", "workload", "months", "lineage")),
        ("/plans/蓬莱镇完善便民服务体系工作方案", ("duties", "plan", "around")),
        ("/documents/大英县蓬莱镇村级建制调整情况表", ("around",)),
        ("/workload", ("ranking", "together", "workload", "months")),
        ("/changes", ("lineage",)),
    ],
)
def test_a_page_offers_its_pictures_and_all_of_them_are_there(
    reader: TestClient, path: str, kinds: tuple[str, ...]
) -> None:
    offered = [one for one in Page(reader.get(path).text).addresses if one.startswith("/pictures/")]
    assert [re.sub(r"\?.*", "", one) for one in offered] == [
        f"/pictures/{kind}{form}" for kind in kinds for form in ("", ".html", ".svg", ".png")
    ]
    for address in offered:
        if ".png" not in address:
            assert reader.get(address).status_code == 200


def test_a_picture_is_made_once_for_all_who_ask(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    path = "/pictures/leader.svg?name=冉泰休"
    first = reader.get(path)
    busy = BoundedSemaphore(1)
    monkeypatch.setattr(drawing, "_free", busy)
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    with busy:
        again = reader.get(path)
        other = reader.get("/pictures/leader.svg?name=冉泰休&in=大英县")
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["content-disposition"] == first.headers["content-disposition"]
    assert other.status_code == 429
