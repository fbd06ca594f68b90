"""The four questions as a clerk asks them, with a mouse and a keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def search(page: Page, words: str) -> None:
    page.get_by_role("combobox", name="搜索").first.fill(words)
    page.keyboard.press("Enter")


def test_all_tasks_for_a_leader_are_found_by_name_and_traced_to_the_paper(visit: Visit) -> None:
    page = visit("/")
    search(page, "冉泰休")
    expect(page.get_by_role("heading", level=1)).to_have_text("冉泰休")
    expect(page.locator("#tasks tbody tr:not(.group)")).to_have_count(15)
    page.locator("#tasks").get_by_role("link", name="组建镇应急队").click()
    page.get_by_role("link", name="〔2021〕26号 第155行").click()
    lit = page.locator(".text .fact.lit")
    expect(lit.first).to_be_visible()
    expect(lit.filter(has_text="30人")).to_be_visible()


def test_where_a_village_comes_from(visit: Visit) -> None:
    page = visit("/")
    search(page, "福荣村")
    picture = page.get_by_role("group", name="由来和去向")
    expect(picture.get_by_role("link", name="福寿村")).to_be_visible()
    page.get_by_label("查看日期").fill("2019-01-01")
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_text("2019-01-01：不能确定")).to_be_visible()
    picture.get_by_role("link", name="忠荣村").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("忠荣村")


def test_who_is_overloaded_and_why(visit: Visit) -> None:
    page = visit("/")
    row = page.get_by_role("listitem").filter(has_text="严重超负荷")
    expect(row).to_contain_text("社会治理和应急管理办")
    row.get_by_role("link").click()
    page.get_by_text("怎样算的").click()
    expect(page.get_by_text("高于严重超负荷界限 11.6")).to_be_visible()
    expect(page.locator("svg.scale .own")).to_be_visible()
    page.get_by_label("职责").select_option("lead")
    page.get_by_role("button", name="筛选").click()
    expect(page.locator("#tasks tbody tr:not(.group)")).to_have_count(13)


def test_what_is_due_in_a_month(visit: Visit) -> None:
    page = visit("/")
    page.get_by_label("查看日期").fill("2021-06-05")
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_role("heading", name="2021年6月")).to_contain_text("3 项")
    expect(page.get_by_role("link", name="组建镇应急队")).to_be_visible()


def test_a_table_sorts_filters_and_is_copied_as_cells(visit: Visit) -> None:
    page = visit("/leaders")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="名称").or_(page.get_by_role("button", name="责任领导")).first.click()
    names = page.locator("tbody th").all_inner_texts()
    page.get_by_role("button", name="责任领导").click()
    assert page.locator("tbody th").all_inner_texts() == list(reversed(names))
    page.get_by_label("在表中查找").fill("冉泰休")
    expect(page.locator("tbody tr:visible")).to_have_count(1)
    page.get_by_role("button", name="复制表格").click()
    expect(page.get_by_text("已复制，可粘贴到 Excel")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert [line.split("\t")[:3] for line in copied.split("\r\n")] == [
        ["责任领导", "地方", "任务数"],
        ["冉泰休", "蓬莱镇", "15"],
    ]


def test_a_fact_and_its_words_light_up_together(visit: Visit) -> None:
    page = visit("/documents")
    page.get_by_role("link", name=re.compile("健全基层治理体系工作方案》等3个")).first.click()
    page.locator(".text .fact.unread").first.click()
    expect(page.locator(".facts li.lit")).to_contain_text("未读出")
    page.locator(".facts a.back", has_text="制定实施方案").click()
    expect(page.locator(".text .fact.lit").first).to_contain_text("制定实施方案")
    expect(page.locator(".text .fact.lit").first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("button", "ending", "head"), [("Excel", ".xlsx", b"PK"), ("日历", ".ics", b"BEGIN:VCALENDAR")]
)
def test_the_tasks_of_a_leader_are_taken_along(visit: Visit, button: str, ending: str, head: bytes) -> None:
    page = visit("/leaders/冉泰休")
    with page.expect_download() as waiting:
        page.get_by_role("link", name=button).click()
    name = waiting.value.suggested_filename
    assert name.startswith("冉泰休同志任务清单（截至")
    assert name.endswith(f"）{ending}")
    assert waiting.value.path().read_bytes().startswith(head)
