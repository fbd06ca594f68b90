"""A clerk brings a paper with the browser and finds its tasks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.api.papers import NOTICE, TASK_LIST, write
from tests.browser.conftest import TOKEN

Visit = Callable[..., Page]
TWO = (("同名.txt", "回马镇"), ("重名.txt", "卓筒井镇"))
"""Names of files, and the towns of which they are."""


def send(page: Page, *papers: Path) -> None:
    """Fills in the form and sends it."""
    page.get_by_label("文件", exact=True).set_input_files([str(paper) for paper in papers])
    page.get_by_label("口令").fill(TOKEN)
    page.get_by_role("button", name="上传").click()


def outcome(page: Page, name: str) -> Locator:
    """The items of an outcome, a line each."""
    return page.locator(f"[data-outcome={name}] li")


def test_a_paper_is_brought_and_its_tasks_are_found(visit: Visit, tmp_path: Path) -> None:
    good = write(tmp_path, "金元镇任务清单.txt", TASK_LIST)
    bad = tmp_path / "图.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    page = visit("/upload")
    send(page, good, bad)
    expect(page.get_by_text("已完成。")).to_be_visible()
    expect(page.locator("[data-outcome=read]")).to_have_text("金元镇任务清单.txt")
    expect(page.locator("[data-outcome=refused]")).to_contain_text("文件中只有图片，没有文字")
    page.goto(page.url.replace("/upload", "/search?q=整治村容村貌"))
    expect(page.get_by_role("link", name="整治村容村貌").first).to_be_visible()


def test_why_nothing_was_taken_in_is_shown(visit: Visit, tmp_path: Path) -> None:
    bad = tmp_path / "图.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    page = visit("/upload")
    send(page, bad)
    expect(page.locator("[data-told]")).to_contain_text("没有读入任何文件")
    expect(page.locator("[data-outcome=refused]")).to_contain_text("文件中只有图片，没有文字")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('{"file": "a.txt", "done": 1, "total": 1}\n{"status": 503, "detail": "图谱库出错。"}\n', "图谱库出错。"),
        ('{"file": "a.txt", "done": 1, "total": 1}\n', "连接中断，结果未知，请到“文件与方案”页查看"),
    ],
)
def test_a_load_that_ends_badly_is_not_shown_as_done(visit: Visit, tmp_path: Path, lines: str, told: str) -> None:
    page = visit("/upload")
    page.route("**/api/documents", lambda route: route.fulfill(body=lines, content_type="application/x-ndjson"))
    send(page, write(tmp_path, "a.txt", TASK_LIST))
    expect(page.locator("[data-told]")).to_contain_text(told)
    expect(page.locator("[data-outcomes]")).to_be_hidden()
    expect(page.get_by_role("button", name="上传")).to_be_enabled()


def test_each_file_that_was_refused_stands_on_a_line_of_its_own(visit: Visit, tmp_path: Path) -> None:
    papers = [tmp_path / "图.txt", tmp_path / "空.txt"]
    for paper, content in zip(papers, (b"\x89PNG\r\n\x1a\n\x00\x00", b""), strict=True):
        paper.write_bytes(content)
    page = visit("/upload")
    send(page, *papers)
    expect(outcome(page, "refused")).to_have_count(2)
    expect(outcome(page, "refused").last).to_contain_text("空.txt：")
    tops = [box["y"] for item in outcome(page, "refused").all() if (box := item.bounding_box())]
    assert len(set(tops)) == 2


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/upload", "也可由管理员停止本服务后，用命令 plangraph load 读入。"),
        ("/trash", "用命令还原，须先停止本服务。"),
    ],
)
def test_without_scripts_a_page_says_when_its_command_can_be_used(visit: Visit, path: str, told: str) -> None:
    note = visit(path, script=False).locator("noscript p")
    expect(note).to_be_visible()
    expect(note).to_contain_text(told)


def test_a_paper_is_taken_out_again_by_who_has_the_token(visit: Visit, tmp_path: Path) -> None:
    page = visit("/upload")
    send(page, write(tmp_path, "天保镇任务清单.txt", TASK_LIST.replace("金元镇", "天保镇")))
    expect(page.get_by_text("已完成。")).to_be_visible()
    page.goto(page.url.replace("/upload", "/documents"))
    page.get_by_role("link", name="大英县天保镇2021年重点工作任务清单").first.click()
    page.get_by_role("link", name="移出这份文件").click()
    page.get_by_label("口令").fill(TOKEN)
    page.get_by_label("确定移出").check()
    page.get_by_role("button", name="移出").click()
    expect(page.locator("[data-told]")).to_have_text("已移出：天保镇任务清单.txt")
    expect(page.get_by_role("button", name="移出")).to_be_hidden()
    page.goto(page.url.split("/remove")[0] + "/documents")
    expect(page.get_by_text("天保镇2021年")).to_have_count(0)


def brought(page: Page) -> None:
    """Waits for the end of an upload."""
    expect(page.get_by_text("已完成。")).to_be_visible()


def test_a_namesake_stays_until_the_clerk_says_that_it_is_replaced_which_can_be_undone(
    visit: Visit, tmp_path: Path, axe: str
) -> None:
    first, second = (write(tmp_path, name, TASK_LIST.replace("金元镇", town)) for name, town in TWO)
    page = visit("/upload")
    send(page, first, second)
    brought(page)
    expect(outcome(page, "read")).to_have_text(["同名.txt", "重名.txt"])
    expect(page.get_by_role("button", name="这是新稿")).to_have_count(0)
    write(tmp_path, "同名.txt", NOTICE.replace("26号", "96号"))
    write(tmp_path, "重名.txt", NOTICE.replace("26号", "97号").replace("闲置资产", "闲置土地"))
    send(page, first, second)
    expect(outcome(page, "beside")).to_have_count(2)
    expect(outcome(page, "beside").first).to_contain_text("存为“同名 (2).txt”")
    page.get_by_role("button", name="这是新稿，替换大英县回马镇2021年重点工作任务清单").click()
    expect(outcome(page, "replaced")).to_have_text(["同名.txt"])
    expect(outcome(page, "read")).to_have_text(["重名 (2).txt"])
    expect(outcome(page, "beside")).to_have_count(1)
    expect(page.get_by_role("button", name="这是新稿，替换大英县卓筒井镇2021年重点工作任务清单")).to_be_enabled()
    expect(page.locator("[data-trashed] li")).to_have_count(1)
    expect(page.locator("[data-trashed]")).to_contain_text("同名.txt 大英县回马镇2021年重点工作任务清单")
    page.evaluate(axe)
    assert page.evaluate("axe.run().then(({violations}) => violations.map((v) => v.id))") == []
    page.get_by_role("button", name="撤销 同名.txt").click()
    expect(page.locator("[data-told]")).to_have_text("已还原：同名.txt、同名 (2).txt")
    page.goto(page.url.replace("/upload", "/documents"))
    for shown in ("大英县回马镇2021年重点工作任务清单", "大英县卓筒井镇2021年重点工作任务清单"):
        expect(page.get_by_role("link", name=shown).first).to_be_visible()
    for number, name in (("96号", "同名 (2).txt"), ("97号", "重名 (2).txt")):
        expect(page.get_by_role("row", name=number)).to_contain_text(name)


def test_a_paper_that_was_taken_out_by_mistake_is_brought_back(visit: Visit, tmp_path: Path, axe: str) -> None:
    page = visit("/upload")
    send(page, write(tmp_path, "象山镇任务清单.txt", TASK_LIST.replace("金元镇", "象山镇")))
    brought(page)
    for way in ("undo", "trash"):
        page.goto(page.url.partition("/upload")[0].partition("/trash")[0].partition("/remove")[0] + "/documents")
        page.get_by_role("link", name="大英县象山镇2021年重点工作任务清单").first.click()
        page.get_by_role("link", name="移出这份文件").click()
        page.get_by_label("口令").fill(TOKEN)
        page.get_by_label("确定移出").check()
        page.get_by_role("button", name="移出").click()
        expect(page.locator("[data-told]")).to_have_text("已移出：象山镇任务清单.txt")
        if way == "undo":
            page.get_by_role("button", name="撤销").click()
        else:
            page.get_by_role("link", name="回收站").click()
            page.get_by_label("口令").fill(TOKEN)
            page.get_by_role("button", name="查看").click()
            row = page.get_by_role("row", name="象山镇任务清单.txt")
            expect(row).to_contain_text("被移出")
            page.evaluate(axe)
            assert page.evaluate("axe.run().then(({violations}) => violations.map((v) => v.id))") == []
            row.get_by_role("button", name="还原").click()
        expect(page.locator("[data-told]")).to_have_text("已还原：象山镇任务清单.txt")


def test_the_trash_is_shown_only_to_who_has_the_token(visit: Visit) -> None:
    page = visit("/documents")
    page.get_by_role("link", name="回收站").click()
    expect(page.locator("[data-list]")).to_be_hidden()
