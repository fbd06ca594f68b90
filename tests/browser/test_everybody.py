"""Pages for everybody: on a phone, on paper, without script, by keyboard, and to a screen reader."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

PAGES = (
    "/?as_of=2021-11-10",
    "/tasks",
    "/tasks?due=2021-12&unit=司法所&as_of=2021-11-10",
    "/tasks/print?leader=冉泰休",
    "/ledger",
    "/leaders",
    "/leaders/冉泰休?as_of=2021-11-10",
    "/units",
    "/units/社会治理和应急管理办",
    "/places",
    "/places/蒙子桥村",
    "/places/蓬莱镇",
    "/documents",
    "/documents/大蓬委发〔2021〕26号",
    "/plans/蓬莱镇完善便民服务体系工作方案",
    "/workload",
    "/workload?in=蓬莱镇",
    "/compare?in=蓬莱镇&in=大英县",
    "/conflicts",
    "/audit",
    "/changes",
    "/proposals",
    "/sign-in",
    "/history",
    "/search?q=村",
    "/upload",
    "/trash",
    "/pictures/leader?name=冉泰休",
    "/pictures/ranking?name=蓬莱镇",
    "/pictures/together?name=蓬莱镇",
    "/pictures/duties?name=蓬莱镇完善便民服务体系工作方案",
)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_the_page_fits(visit: Visit, axe: str, path: str, width: int) -> None:
    page = visit(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(({violations}) => violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))")
    assert found == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_read_without_script(visit: Visit, path: str) -> None:
    page = visit(path, script=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="复制表格")).to_have_count(0)
    expect(page.get_by_role("button", name="打印")).to_have_count(0)


def test_a_search_needs_no_script(visit: Visit) -> None:
    page = visit("/", script=False)
    page.get_by_role("searchbox").fill("冉泰休")
    page.get_by_role("button", name="搜索").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("冉泰休")


def test_the_first_tab_leads_past_the_navigation(visit: Visit) -> None:
    page = visit("/leaders")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_column_is_sorted_by_keyboard_and_says_so(visit: Visit) -> None:
    page = visit("/leaders")
    button = page.get_by_role("button", name="任务数")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="任务数")).to_have_attribute("aria-sort", "ascending")


def test_a_printed_page_is_paper_with_its_table_headed_on_every_sheet(visit: Visit, tmp_path: Path) -> None:
    page = visit("/leaders/冉泰休")
    page.emulate_media(media="print")
    for hidden in (page.locator("nav").first, page.get_by_role("button", name="复制表格"), page.locator("footer")):
        expect(hidden).to_be_hidden()
    expect(page.locator("#tasks .sheet-title")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('#tasks thead')).display") == "table-header-group"
    paper = tmp_path / "page.pdf"
    page.pdf(path=str(paper), prefer_css_page_size=True)
    assert paper.read_bytes().count(b"/Type /Page\n") >= 2
