"""A published site opened from its folder, without any server: accessible, on a phone too, and searched."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from api.publishing.about import About
from api.publishing.folder import publish
from api.publishing.site import Site
from graph.derive.build import build
from loaders.extract import extract

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = ("task", "unit", "person", "place", "changeevent", "document", "file")
PAGES = ("index.html", "search.html?q=村", "lists/task.html", *KINDS)


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    known = build([extract(path) for path in sorted((root / "examples").glob("*.txt"))])
    folder = tmp_path_factory.mktemp("site")
    about = About("", "https://creativecommons.org/licenses/by/4.0/", "甲镇人民政府", "2026-11-30")
    publish(folder, Site(known, (), "zh", about, "https://data.example.cn/").files(), ":memory:")
    return folder


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(locale="zh-CN", offline=True)
    yield context.new_page()
    context.close()


def address(site: Path, page: str) -> str:
    if page in KINDS:
        page = next(path for path in sorted((site / "id" / page).glob("*.html"))).relative_to(site).as_posix()
    return f"{site.as_uri()}/{page}"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_the_page_fits(page: "Page", site: Path, axe: str, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address(site, name))
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(({violations}) => violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))")
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_search_leads_to_a_page_and_that_to_the_words_of_the_paper(page: "Page", site: Path) -> None:
    page.goto(address(site, "index.html"))
    page.get_by_role("searchbox").fill("组建镇应急队")
    page.get_by_role("button", name="搜索").click()
    page.get_by_role("link", name="组建镇应急队").first.click()
    page.locator("a.source").last.click()
    assert "应急队" in page.locator(".quote:target blockquote").inner_text()


def test_a_search_that_finds_nothing_says_so(page: "Page", site: Path) -> None:
    page.goto(address(site, "search.html?q=没有这个词"))
    assert "没有找到" in page.get_by_role("status").inner_text()
