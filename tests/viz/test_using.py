"""A picture in use, in a real browser: choosing, searching, filtering, opening tiles."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.drawing.page import render
from viz.picture import Group, LegendKey, Line, Mark, Picture, PicturePart, PictureRow, PictureTable
from viz.pictures import workload

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]

SMALL = Picture(
    title="分工",
    subtitle="",
    empty="",
    marks=(
        Mark("a", "冉泰休", "diamond", 0, 0, "#eda04b", "#b06f21", size=20, groups=("leader",)),
        Mark("b", "社事办", "dot", 300, 0, "#9dbccb", "#5f8597", size=20, groups=("unit",)),
        Mark("c", "财政办", "dot", 300, 200, "#9dbccb", "#5f8597", size=20, groups=("unit",)),
    ),
    lines=(Line("a", "b", "#123456"), Line("a", "c", "#123456")),
    legend=(LegendKey("dot", "#9dbccb", "单位", group="unit"),),
    table=PictureTable(
        ("任务", "完成时限"),
        (
            PictureRow(("清产核资", "2021年12月"), ("a", "b"), ("notice.txt:12",)),
            PictureRow(("防汛值班", "2021年6月"), ("a", "c"), ("notice.txt:80",)),
        ),
    ),
    groups=(Group("unit", "单位", "类别"), Group("leader", "领导", "类别")),
    straight=True,
)


def large() -> Picture:
    """Two towns of 210 units each, every unit of one joined to its fellow of the other."""
    marks = [
        Mark(f"{town}{n}", f"{town}第{n}办", "dot", n % 20 * 160, n // 20 * 90, "#fff", "#000", size=9, part=town)
        for town in ("蓬莱镇", "金元镇")
        for n in range(210)
    ]
    lines = [Line(f"蓬莱镇{n}", f"金元镇{n}", "#123456") for n in range(210)]
    parts = (PicturePart("蓬莱镇", "蓬莱镇"), PicturePart("金元镇", "金元镇"))
    return Picture("两镇", "", "", tuple(marks), tuple(lines), parts=parts)


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator[Open]:
    """Opens a page; what it complains of, and what it asks for beyond itself, fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(html: str, *, script: bool = True, width: int = 1280) -> "Page":
        file = tmp_path / "picture.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text))
        page.on("request", lambda asked: None if asked.url == file.as_uri() else complaints.append(asked.url))
        page.emulate_media(reduced_motion="reduce")
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [line for line in complaints if not line.startswith("data:")] == []


def click(page: "Page", mark: str) -> None:
    """Click on a mark where it stands on the canvas."""
    at = page.evaluate(f"network.canvasToDOM(network.getPosition({mark!r}))")
    page.locator("#picture canvas").click(position={"x": at["x"], "y": at["y"]}, delay=30)
    page.wait_for_timeout(400)


def current(page: "Page") -> list[str]:
    return page.locator("tr[aria-current] td:first-child").all_inner_texts()


def ids(page: "Page") -> list[str]:
    found: list[str] = page.evaluate("nodes.getIds()")
    return found


def test_a_click_on_a_mark_shows_its_rows(opened: Open) -> None:
    page = opened(render(SMALL))
    click(page, "b")
    assert current(page) == ["清产核资"]
    click(page, "a")
    assert current(page) == ["清产核资", "防汛值班"]


def test_a_click_on_a_row_or_its_key_chooses_the_marks(opened: Open) -> None:
    page = opened(render(SMALL))
    page.get_by_text("防汛值班").click()
    assert page.evaluate("network.getSelectedNodes()") == ["a", "c"]
    page.get_by_text("清产核资").focus()
    page.locator("tr[data-marks]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.evaluate("network.getSelectedNodes()") == ["a", "b"]


def test_the_table_has_one_row_at_which_the_keyboard_enters_it(opened: Open) -> None:
    page = opened(render(SMALL))
    for sign in ("", "防汛", ""):
        page.fill("#find", sign)
        assert page.locator("tr[tabindex='0']").count() == 1
        assert page.locator("tr[tabindex='0']").is_visible()


def test_a_filter_takes_marks_and_their_lines_away_and_brings_them_back(opened: Open) -> None:
    page = opened(render(SMALL))
    box = page.get_by_label("单位")
    box.uncheck()
    assert ids(page) == ["a"]
    assert page.evaluate("edges.length") == 0
    page.get_by_label("领导").uncheck()
    assert ids(page) == []
    box.check()
    assert ids(page) == ["b", "c"]


def test_a_search_centres_what_bears_the_name_and_narrows_the_table(opened: Open) -> None:
    page = opened(render(SMALL))
    page.get_by_label("查找").fill("财政")
    page.keyboard.press("Enter")
    assert page.evaluate("network.getSelectedNodes()") == ["c"]
    at = page.evaluate("network.getViewPosition()")
    assert (at["x"], at["y"]) == pytest.approx((300, 200), abs=12)
    page.get_by_label("查找").fill("清产")
    assert page.locator("tr[data-marks]:visible").count() == 1
    page.get_by_label("查找").fill("没有的")
    page.keyboard.press("Enter")
    assert page.locator("#said").inner_text() == "没有找到"


def settle(page: "Page", width: int, height: int) -> "tuple[dict[str, float], float]":
    """Give the window a size; where the picture's middle and scale come to rest."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(600)
    at: dict[str, float] = page.evaluate("network.getViewPosition()")
    scale: float = page.evaluate("network.getScale()")
    return at, scale


def test_a_phones_keyboard_leaves_what_a_search_centred_in_view(opened: Open) -> None:
    page = opened(render(SMALL), width=390)
    page.get_by_label("查找").fill("财政")
    page.keyboard.press("Enter")
    at, _ = settle(page, 390, 420)
    assert (at["x"], at["y"]) == pytest.approx((300, 200), abs=12)
    at, _ = settle(page, 390, 900)
    assert (at["x"], at["y"]) == pytest.approx((300, 200), abs=12)


def test_a_window_of_another_width_shows_the_whole_picture(opened: Open) -> None:
    page = opened(render(SMALL))
    whole, scale = settle(page, 800, 900)
    page.get_by_label("查找").fill("财政")
    page.keyboard.press("Enter")
    settle(page, 1280, 900)
    again, scale_again = settle(page, 800, 900)
    assert (again["x"], again["y"], scale_again) == pytest.approx((whole["x"], whole["y"], scale), abs=1)


def test_a_column_sorts_both_ways(opened: Open) -> None:
    page = opened(render(SMALL))
    head = page.get_by_role("button", name="完成时限")
    head.click()
    first = page.locator("tr[data-marks] td:first-child")
    assert first.all_inner_texts() == ["防汛值班", "清产核资"]
    head.click()
    assert first.all_inner_texts() == ["清产核资", "防汛值班"]


def test_a_large_picture_shows_tiles_and_says_so(opened: Open) -> None:
    page = opened(render(large()))
    assert page.get_by_text("共 420 个图形，超过 400 个，按部分合并为 2 块显示。").is_visible()
    assert ids(page) == ["tile 0", "tile 1"]
    assert page.evaluate("edges.length") == 1
    assert page.locator("tr[data-marks]:visible").count() == 0


def test_a_tile_opens_and_closes_by_click_and_by_the_button_in_the_table(opened: Open) -> None:
    page = opened(render(large()))
    click(page, "tile 0")
    assert len(ids(page)) == 2 + 210
    assert page.evaluate("edges.length") == 210
    button = page.get_by_role("button", name="蓬莱镇")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.locator("tr[data-marks]:visible").count() == 210
    button.press("Enter")
    assert ids(page) == ["tile 0", "tile 1"]
    button.press("Enter")
    click(page, "tile 0")
    assert ids(page) == ["tile 0", "tile 1"]


def test_nothing_overlaps_with_all_tiles_open(opened: Open) -> None:
    page = opened(render(large()))
    page.evaluate("turn(tiles.map(({ id }) => id), true)")
    boxes = page.evaluate("nodes.getIds().map((id) => network.getBoundingBox(id))")
    assert len(boxes) == 2 + 420
    boxes.sort(key=lambda box: box["left"])
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other["left"] >= one["right"]:
                break
            assert other["top"] >= one["bottom"] or one["top"] >= other["bottom"]


def test_a_search_for_a_hidden_name_opens_its_tile(opened: Open) -> None:
    page = opened(render(large()))
    page.get_by_label("查找").fill("金元镇第77办")
    page.keyboard.press("Enter")
    assert page.evaluate("network.getSelectedNodes()") == ["金元镇77"]
    assert page.evaluate("[...open]") == ["tile 1"]


def test_a_search_for_a_part_centres_its_tile(opened: Open) -> None:
    page = opened(render(replace(large(), marks=tuple(replace(mark, label=mark.id[3:]) for mark in large().marks))))
    page.get_by_label("查找").fill("金元")
    page.keyboard.press("Enter")
    assert page.evaluate("network.getSelectedNodes()") == ["tile 1"]


def test_without_a_script_the_picture_and_its_table_are_read(
    opened: Open, units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    page = opened(render(workload.picture("蓬莱镇", units, leaders, tasks)), script=False)
    assert page.locator(".still svg").is_visible()
    assert page.locator(".still svg text", has_text="冉泰休 15").count() == 1
    assert page.locator("#search").is_hidden()
    assert page.locator("tr[data-marks]:visible").count() == 3
    assert opened(render(large()), script=False).locator("tr[data-marks]:visible").count() == 420


def test_a_phone_has_the_table_below_the_picture_and_nothing_sticks_out(opened: Open) -> None:
    page = opened(render(SMALL), width=390)
    picture, table = (page.locator(which).bounding_box() for which in ("#picture", "#table"))
    assert picture is not None
    assert table is not None
    assert table["y"] >= picture["y"] + picture["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("picture", [SMALL, large()], ids=["small", "large"])
def test_axe_finds_nothing(opened: Open, axe: str, picture: Picture, width: int) -> None:
    page = opened(render(picture), width=width)
    page.evaluate(axe)
    assert page.evaluate("axe.run().then(({violations}) => violations.map((v) => v.id))") == []


def test_print_shows_the_picture_as_svg_and_the_table(opened: Open) -> None:
    page = opened(render(SMALL))
    page.emulate_media(media="print")
    assert page.locator(".still svg").is_visible()
    assert page.locator("#picture").is_hidden()
    assert page.get_by_text("清产核资").is_visible()
