"""Pages and /api count what was replaced, or what stood on a day, where their address says so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.pages.papers.test_versions import page
from tests.api.papers import NOTICE, write

OTHER = (
    NOTICE.replace("2021年4月12日", "2021年6月1日")
    .replace("〔2021〕26号", "〔2021〕50号")
    .replace("牵头单位：党建办", "牵头单位：财政办")
    .replace("请认真落实。", "请认真落实。原大蓬委发〔2021〕26号同时废止。")
)


@pytest.fixture
def both(reading: Callable[..., TestClient], tmp_path: Path) -> TestClient:
    return reading(write(tmp_path, "old.txt", NOTICE), write(tmp_path, "new.txt", OTHER))


@pytest.mark.parametrize("path", ["/api/units", "/api/workload"])
@pytest.mark.parametrize(
    ("query", "led"),
    [("", (0, 1)), ("?replaced=true", (1, 1)), ("?as_of=2021-05-01", (1, 0)), ("?as_of=2021-05", (1, 0))],
)
def test_lists_of_the_service_count_as_the_commands_do(
    both: TestClient, path: str, query: str, led: tuple[int, int]
) -> None:
    rows = {row["name"]: row["leads"] for row in both.get(path + query).json()["items"]}
    assert (rows.get("党建办", 0), rows.get("财政办", 0)) == led


@pytest.mark.parametrize("path", ["/api/units", "/api/leaders", "/api/workload", "/api/audit"])
def test_what_is_no_day_is_refused(both: TestClient, path: str) -> None:
    assert both.get(path, params={"as_of": "昨天"}).status_code == 422


@pytest.mark.parametrize("path", ["/units", "/leaders", "/workload", "/audit"])
def test_pages_offer_and_keep_which_papers_count(both: TestClient, path: str) -> None:
    plain, asked = page(both, path).text, both.get(path, params={"replaced": "1", "in_force": "2021-05-01"}).text
    assert "按此日有效的文件" in plain
    assert 'name="replaced" value="1" checked' in asked
    assert 'name="in_force" value="2021-05-01"' in asked
    assert both.get(path, params={"in_force": "昨天"}).status_code == 422
    assert both.get(path, params={"replaced": "昨天"}).status_code == 422


def test_a_page_counts_by_its_address(both: TestClient) -> None:
    assert "党建办" not in page(both, "/workload").text
    assert "党建办" in page(both, "/workload?in_force=2021-05-01").text
    assert "财政办" not in page(both, "/workload?in_force=2021-05-01").text
    assert "党建办" in page(both, "/workload?replaced=1").text


def test_the_start_and_the_papers_are_counted_alike_and_say_what_was_replaced(both: TestClient) -> None:
    for path in ("/", "/documents"):
        text = page(both, path).text
        assert "1 份文件" in text
        assert "2 份文件" not in text
        assert "另有 1 份已被代替" in text
        assert text.count("已被代替") > 1  # it stands at the paper too
