"""A clerk brings a paper with the browser and finds its tasks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.api.papers import TASK_LIST, write
from tests.browser.conftest import TOKEN

expect = pytest.importorskip("playwright.sync_api", reason="Playwright for Python is not installed").expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visit = Callable[..., "Page"]


def test_a_paper_is_brought_and_its_tasks_are_found(visit: Visit, tmp_path: Path) -> None:
    good = write(tmp_path, "金元镇任务清单.txt", TASK_LIST)
    bad = tmp_path / "图.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    page = visit("/upload")
    page.get_by_label("文件", exact=True).set_input_files([str(good), str(bad)])
    page.get_by_label("口令").fill(TOKEN)
    page.get_by_role("button", name="上传").click()
    expect(page.get_by_text("已完成。")).to_be_visible()
    expect(page.locator("[data-outcome=read]")).to_have_text("金元镇任务清单.txt")
    expect(page.locator("[data-outcome=refused]")).to_contain_text("不是纯文本文件")
    page.goto(page.url.replace("/upload", "/search?q=整治村容村貌"))
    expect(page.get_by_role("link", name="整治村容村貌")).to_be_visible()
