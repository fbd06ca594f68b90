"""Names with quotes, HTML and long words break no page: they are shown as they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.pages.looking import Page, elsewhere
from tests.api.papers import write
from viz.drawing.page import scripts

pytestmark = pytest.mark.slow

EVIL = "<script>alert('x')</script>\"&amp;"
PAPER = f"""蓬莱镇盘活闲置资产工作方案

（一）开展{EVIL}清产核资。逐村清点{EVIL}校舍。

牵头单位：社“事"<b>办

责任单位：党政'办<img src=x onerror=alert(1)>

责任领导：冉泰休

完成时限：2021年12月底前{EVIL}
"""


@pytest.fixture
def hostile(tmp_path: Path, reading: Callable[..., TestClient]) -> TestClient:
    return reading(write(tmp_path, "a\"><b>'.txt", PAPER))


def checked(answer: str) -> Page:
    page = Page(answer)
    assert page.unclosed == []
    assert (page.inline_scripts, page.handlers) == (0, [])
    assert elsewhere(page) == []
    return page


def test_every_page_of_a_hostile_paper_is_sound(hostile: TestClient) -> None:
    seen, left = set[str](), {"/"}
    while left and len(seen) < 60:
        path = left.pop()
        seen.add(path)
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            found = {address.partition("#")[0] for address in checked(answer.text).addresses}
            left |= {
                one for one in found if one.startswith("/") and not one.startswith(("/static", "/pictures"))
            } - seen
    assert len(seen) > 20


def test_pictures_of_a_hostile_paper_hold_their_own_scripts_and_no_other(hostile: TestClient) -> None:
    html = hostile.get("/pictures/workload").text
    assert "社“事" in html
    left = html
    for script in scripts():
        assert left.count(f"<script>{script}</script>") == 1
        left = left.replace(f"<script>{script}</script>", "")
    assert "<script>" not in left
    assert EVIL not in left
    assert "<img" not in left


@pytest.mark.parametrize("words", [EVIL, '"', "'", "{{ 7*7 }}", "%00", "\x00", "/", "..", "' OR 1=1 //", "汉" * 190])
def test_any_words_can_be_searched_for(reader: TestClient, words: str) -> None:
    answer = reader.get("/search", params={"q": words})
    assert answer.status_code == 200
    assert "49" not in checked(answer.text).text


@pytest.mark.parametrize("name", ["<b>", "a'b", "{{7*7}}", "..%2f..%2fetc%2fpasswd", "%00", "汉" * 300])
@pytest.mark.parametrize("kind", ["leaders", "units", "places", "plans", "documents", "tasks"])
def test_an_unknown_name_is_repeated_as_it_stands(reader: TestClient, kind: str, name: str) -> None:
    answer = reader.get(f"/{kind}/{name}")
    assert answer.status_code == 404
    checked(answer.text)


def test_no_file_outside_is_shown(reader: TestClient, first: Callable[..., str]) -> None:
    paper = first("documents", number="大蓬委发〔2021〕26号")
    answer = reader.get(f"/documents/{paper}", params={"file": "/etc/passwd"})
    assert "root:" not in answer.text
    for path in ("/static/../pages/view.py", "/static/%2e%2e/pages/view.py", "/static/..%2fpages/view.py"):
        assert reader.get(path).status_code == 404
