"""The page of a town at a glance, places side by side: each figure leads to as many rows as it says."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.pages.looking import Page

pytestmark = pytest.mark.slow

First = Callable[..., str]
FIGURE = re.compile(r'<li><a href="([^"]+)"><b>(\d+)</b> ([^<]+)</a></li>')
DAY = "2021-08-01"


def test_figures_of_a_town_lead_to_lists_with_as_many_rows(reader: TestClient, first: First) -> None:
    page = reader.get(f"/places/{first('places', name='蓬莱镇')}", params={"as_of": DAY}).text
    figures = {words: (unescape(address), int(number)) for address, number, words in FIGURE.findall(page)}
    assert {"任务", "本月到期", "下月到期", "缺牵头单位", "超负荷单位", "文件"} <= set(figures)
    for words in ("任务", "本月到期", "下月到期", "一个月内到期", "已到期"):
        address, number = figures[words]
        assert f" · {number} 项</b>" in reader.get(address).text, words
    assert "与另一处比较" in page
    assert Page(page).unclosed == []


def test_a_village_has_no_figures_of_a_town(reader: TestClient, first: First) -> None:
    assert "与另一处比较" not in reader.get(f"/places/{first('places', name='福荣村')}").text


def test_two_places_stand_side_by_side_with_the_figures_of_their_pages(reader: TestClient, first: First) -> None:
    places = [first("places", name=name) for name in ("蓬莱镇", "大英县")]
    page = reader.get("/compare", params={"in": places, "as_of": DAY})
    text = Page(page.text).text
    assert "并列比较：蓬莱镇、大英县" in text
    rows = reader.get("/api/compare", params={"in": places, "today": DAY}).json()["items"]
    assert [row["place"] for row in rows] == ["蓬莱镇", "大英县"]
    for key, words in (("tasks", "任务"), ("due_now", "本月到期"), ("villages_before", "调整前的村（社区）")):
        cells = page.text.partition(f'<th scope="row">{words}</th>')[2].partition("</tr>")[0]
        assert re.findall(r">(\d+)</a>", cells) == [str(row[key]) for row in rows]
    assert Page(page.text).unclosed == []


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ([], 200, "选择两个或更多地方"),
        (["蓬莱镇"], 422, "可以比较 2 到 8 个地方"),
        (["蓬莱镇", "蓬莱镇"], 422, "同一个地方写了两次"),
        (["蓬莱镇", "无此镇"], 404, "无此镇"),
    ],
)
def test_a_comparison_without_sense_is_told(reader: TestClient, asked: list[str], status: int, words: str) -> None:
    answer = reader.get("/compare", params={"in": asked})
    assert answer.status_code == status
    assert words in answer.text


def test_an_unknown_parameter_of_a_comparison_is_refused(reader: TestClient) -> None:
    assert reader.get("/compare", params={"place": "蓬莱镇"}).status_code == 422
    assert reader.get("/api/compare", params={"in": ["蓬莱镇"]}).status_code == 422


def test_the_loads_of_one_place_are_drawn_in_their_order_and_bars_lead_to_their_pages(
    reader: TestClient, first: First
) -> None:
    page = reader.get("/workload", params={"in": "蓬莱镇"}).text
    unit = first("units", name="社会治理和应急管理办")
    assert "界限 " in page
    assert f'<a href="/units/{unit}"><g>' in page
    leaders = reader.get("/workload", params={"in": "蓬莱镇", "by": "leader"}).text
    assert f'<a href="/leaders/{first("leaders", name="冉泰休")}"><g>' in leaders


def test_the_loads_of_several_places_are_a_line_a_place(
    reading: Callable[..., TestClient], examples: Path, tmp_path: Path
) -> None:
    notice = examples / "notice.txt"
    other = notice.read_text("utf-8").replace("蓬莱镇", "回马镇").replace("〔2021〕26号", "〔2021〕27号")
    (tmp_path / "other.txt").write_text(other, encoding="utf-8")
    page = reading(notice, tmp_path / "other.txt").get("/workload").text
    assert "2 个地方，点名称看该地" in page
    for place in ("蓬莱镇", "回马镇"):
        row = page.partition(f">{place}</a></th><td")[2].partition("</tr>")[0]
        assert re.findall(r'class="figure">(\d+)', row)
        assert "社会治理和应急管理办" in row
    assert 'class="drawing' not in page


def test_changes_of_several_years_are_folded_by_year(reading: Callable[..., TestClient], tmp_path: Path) -> None:
    (tmp_path / "changes.txt").write_text(
        "大英县人民政府\n\n关于调整村级建制的公告\n\n2019年5月1日，甲村、乙村合并为丙村。\n\n2021年4月12日，丁村更名为戊村。\n",
        encoding="utf-8",
    )
    page = Page(reading(tmp_path / "changes.txt").get("/changes").text)
    assert "2021年：调整 1 次" in page.text
    assert page.text.index("2021年：") < page.text.index("2019年：调整 1 次")
    assert page.unclosed == []


def test_a_chart_of_months_leads_to_lists_of_months(reader: TestClient, first: First) -> None:
    town = first("places", name="蓬莱镇")
    page = reader.get(f"/places/{town}", params={"as_of": DAY}).text
    address, number = re.findall(r'<a href="([^"]+)" aria-label="2021年8月 (\d+) 项">', page)[0]
    assert f" · {number} 项</b>" in reader.get(unescape(address)).text
    assert "查看日期在2021年8月" in page
    assert re.search(r'class="sideways on-screen">共 \d+ 个月，可左右滑动', page)
