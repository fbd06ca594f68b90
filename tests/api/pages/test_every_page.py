"""Every page answers, says what it is for, asks no other host, and is sound HTML without script or style inside."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.api.pages.looking import Page, elsewhere

pytestmark = pytest.mark.slow

First = Callable[..., str]

LISTS = {
    "/": ("33", "项任务", "严重超负荷", "社会治理和应急管理办"),
    "/tasks": ("共 33 项任务", "推动综治中心建设规范化", "〔2021〕26号 第"),
    "/leaders": ("共 11 名领导", "冉泰休", "副组长"),
    "/units": ("共 24 个单位", "司法所", "蓬莱司法所"),
    "/places": ("共 46 个地方", "蒙子桥村", "大英县"),
    "/documents": ("共 3 份文件", "大蓬委发〔2021〕26号"),
    "/plans": ("共 5 个方案", "蓬莱镇完善便民服务体系工作方案"),
    "/workload": ("负荷排名", "四分位", "严重超负荷"),
    "/workload?by=leader": ("冉泰休", "超负荷"),
    "/conflicts": ("2022年12月底前", "2021年12月", "〔2021〕26号 第44行"),
    "/audit": ("时限已过", "组织开展资产清查"),
    "/changes": ("共 14 次调整", "蒙子桥村", "2021年4月12日前"),
    "/proposals": ("农业服务中心", "很可能", "plangraph decide same 农业服务中心 农业综合服务中心"),
    "/search?q=社事": ("社事办",),
    "/history": ("变更记录", "装入 notice.txt"),
}
THINGS = (
    ("leaders", {"name": "冉泰休"}, ("负责 15 项任务", "超过界限11", "组建镇应急队")),
    ("units", {"name": "社会治理和应急管理办"}, ("严重超负荷", "11.625", "冉泰休")),
    ("places", {"name": "福荣村"}, ("福寿村", "忠荣村", "合并", "撤并建制村畅通工程")),
    ("places", {"name": "蓬莱镇"}, ("蒙子桥村", "司法所", "本地的文件", "大蓬委发〔2021〕26号")),
    ("plans", {"title": "蓬莱镇完善便民服务体系工作方案"}, ("5 项任务", "制定实施方案", "任职")),
    ("documents", {"number": "大蓬委发〔2021〕26号"}, ("未读出", "行文中的职责用语", "第 28 行")),
    ("tasks", {"title": "持续推进“慧眼工程”建设"}, ("前后不一", "（完成时限）：", "以此处为准", "〔2021〕26号 第97行")),
)


def sound(page: Page) -> None:
    assert page.unclosed == []
    assert elsewhere(page) == []
    assert (page.styles, page.inline_scripts, page.handlers) == (0, 0, [])
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_shown(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert [words for words in LISTS[path] if words not in page.text] == []
    sound(page)


@pytest.mark.parametrize(("name", "values", "expected"), THINGS)
def test_a_thing_has_its_page(
    reader: TestClient, first: First, name: str, values: dict[str, str], expected: tuple[str, ...]
) -> None:
    answer = reader.get(f"/{name}/{first(name, **values)}")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert [words for words in expected if words not in page.text] == []
    sound(page)


@pytest.mark.parametrize("path", LISTS)
def test_a_page_speaks_english_where_that_is_asked_for(reader: TestClient, path: str) -> None:
    answer = reader.get(path, params={"lang": "en"})
    assert '<html lang="en">' in answer.text
    assert "Work plan graph" in answer.text


@pytest.mark.parametrize("path", LISTS)
def test_every_link_of_a_list_leads_to_a_page(reader: TestClient, path: str) -> None:
    inside = {address.partition("#")[0] for address in Page(reader.get(path).text).addresses}
    for address in sorted(inside - {""})[:20]:
        assert reader.get(address).status_code in {200, 304}, address


def test_pages_are_no_part_of_the_description_for_machines(reader: TestClient) -> None:
    paths = reader.get("/api/openapi.json").json()["paths"]
    assert [path for path in paths if path in LISTS] == []


def test_a_name_leads_to_its_page(reader: TestClient, first: First) -> None:
    answer = reader.get("/leaders/冉泰休", follow_redirects=False)
    assert answer.headers["location"] == f"/leaders/{first('leaders', name='冉泰休')}"


@pytest.mark.parametrize("words", ["冉泰休", "rtx", "rantaixiu"])
def test_a_name_its_pinyin_and_its_initials_are_found(reader: TestClient, words: str) -> None:
    assert "冉泰休" in Page(reader.get("/search", params={"q": words}).text).text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/leaders/冉太休", 404, "是否指：冉泰休"),
        ("/units/nobody", 404, "没有名为“nobody”的单位"),
        ("/nothing", 404, "没有这个地址"),
        ("/?as_of=2021-02-30", 422, "2021-02-30"),
        ("/tasks?page=x", 422, "无法使用"),
        ("/tasks?unti=社事办", 422, "没有“unti”这个条件"),
        ("/tasks?period=2021", 422, "没有“period”这个条件"),
        ("/tasks?role=boss", 422, "boss"),
        ("/tasks?due_state=overdue", 422, "overdue"),
        ("/tasks?unit=nobody", 404, "没有名为“nobody”的单位"),
        ("/tasks/print?dew=2021-12", 422, "没有“dew”这个条件"),
        ("/units?kind=body", 422, "没有“kind”这个条件"),
        ("/documents/none", 404, "没有名为“none”的文件"),
        ("/tasks/none", 404, "没有名称或编号为“none”的任务"),
    ],
)
def test_an_error_is_a_page_with_a_sentence(reader: TestClient, path: str, status: int, words: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == status
    assert words in Page(answer.text).text


def test_other_programs_get_errors_as_problems(reader: TestClient) -> None:
    answer = reader.get("/api/nothing")
    assert answer.headers["content-type"] == "application/problem+json"
