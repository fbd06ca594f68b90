"""A clerk signs in, decides on two names, sees who did it, and takes it back; nobody else can."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TOKEN

Visit = Callable[..., Page]
ONE, OTHER = "农业服务中心", "农业综合服务中心"


def sign_in(page: Page, token: str = TOKEN) -> None:
    """Fills in the form of the page that asks for it."""
    page.get_by_label("姓名").fill("王敏")
    page.get_by_label("口令").fill(token)
    page.get_by_role("button", name="登录").click()


def picture(page: Page, name: str) -> None:
    """A picture of the whole page, where PLANGRAPH_PICTURES names a folder for them."""
    folder = os.environ.get("PLANGRAPH_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("script", [1, 0])
def test_names_are_decided_and_taken_back_by_who_signed_in(visit: Visit, width: int, script: int) -> None:
    page = visit("/proposals", width=width, script=bool(script))
    expect(page.get_by_role("button", name=f"同一个：{ONE}、{OTHER}")).to_have_count(0)
    page.get_by_role("link", name="要作认定，请先登录。").click()
    picture(page, f"sign-in-{width}")
    sign_in(page)
    expect(page.get_by_text("已登录：王敏")).to_be_visible()
    row = page.locator("tbody tr").filter(has_text=OTHER)
    expect(row).to_contain_text("合并后5项任务，负荷4，居同级19个单位第4，结论不变")
    picture(page, f"proposals-{width}")
    page.get_by_label(f"理由（可不填）：{ONE}、{OTHER}").fill("三定方案")
    page.get_by_role("button", name=f"同一个：{ONE}、{OTHER}").click()
    expect(page.locator("p[role=status]")).to_contain_text("已认定")
    expect(page.locator("tbody tr").filter(has_text=OTHER)).to_have_count(0)
    picture(page, f"decided-{width}")
    page.get_by_role("link", name="谁在何时认定、撤回了什么").click()
    latest = page.locator("tbody tr").first
    expect(latest).to_contain_text(f"同一个：{ONE}、{OTHER}")
    expect(latest).to_contain_text("理由：三定方案")
    expect(latest).to_contain_text("王敏")
    picture(page, f"history-{width}")
    page.go_back()
    page.get_by_role("button", name=f"撤回：{ONE}、{OTHER}").click()
    expect(page.locator("p[role=status]")).to_contain_text("已撤回")
    expect(page.locator("tbody tr").filter(has_text=OTHER)).to_have_count(1)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    page.get_by_role("button", name="退出").click()
    page.goto(page.url.rstrip("/") + "/proposals")
    expect(page.get_by_role("button", name=f"同一个：{ONE}、{OTHER}")).to_have_count(0)


def test_an_upload_needs_no_token_of_who_signed_in(visit: Visit, tmp_path: Path) -> None:
    page = visit("/sign-in?next=/upload")
    sign_in(page)
    expect(page.get_by_label("口令")).to_have_count(0)
    paper = tmp_path / "图.txt"
    paper.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    page.get_by_label("文件", exact=True).set_input_files([str(paper)])
    page.route("**/api/documents", lambda route: route.continue_())
    with page.expect_request("**/api/documents") as sent:
        page.get_by_role("button", name="上传").click()
    assert "authorization" not in sent.value.headers
    assert sent.value.headers["x-form-token"]


@pytest.mark.parametrize("width", [1280, 390])
def test_loads_say_what_decisions_could_change(visit: Visit, width: int) -> None:
    page = visit("/workload", width=width)
    expect(page.locator("tbody tr").filter(has_text=OTHER)).to_contain_text("另有1个可能是同一单位的写法，合计负荷4")
    picture(page, f"workload-{width}")
    page.locator("tbody tr").filter(has_text=OTHER).get_by_role("link", name="去认定").click()
    expect(page.get_by_role("heading", name="名称认定")).to_be_visible()
