"""What of a picture is seen when it opens, in a real browser, on a desk and on a phone."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.viz.task_rows import row
from viz.drawing.page import render
from viz.picture import Picture
from viz.pictures import leader, plan, workload
from viz.pictures.changes import DrawnChange, DrawnParty
from viz.pictures.lineage import picture as lineage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from queries.rows import TaskRow
    from queries.workload import LoadRow

Look = Callable[[Picture, int], "Page"]

SCALE = "network.getScale()"
SEEN = """() => {
  const { clientWidth: wide, clientHeight: high } = document.getElementById("picture");
  const inside = (id) => {
    const { left, right, top, bottom } = network.getBoundingBox(id);
    const [one, other] = [network.canvasToDOM({ x: left, y: top }), network.canvasToDOM({ x: right, y: bottom })];
    return one.x >= 0 && one.y >= 0 && other.x <= wide && other.y <= high;
  };
  return nodes.getIds().filter(inside);
}"""

PHONE = 390
DESK = 1280

LONG = plan.picture("方案", [row(task_id=f"t{n:03}", title=f"第{n}项", category="") for n in range(260)])
ANSWERS = leader.picture(
    "冉泰休",
    [
        row(
            task_id=f"t{n:03}",
            plan=f"p{n % 4}",
            plan_title=f"第{n % 4}个加强基层治理工作方案",
            due=f"2021-12-{n + 1:02}",
        )
        for n in range(30)
    ],
)
SHORT = plan.picture("方案", [row(task_id="t1", category="")])
MERGED = lineage(
    "蓬莱镇",
    [
        DrawnChange(
            "e1",
            "merge",
            "2021年4月12日前",
            (DrawnParty("b1", "福寿村", "ends"), DrawnParty("b2", "忠荣村", "ends")),
            (DrawnParty("a1", "福荣村", "created"),),
        )
    ],
)


@pytest.fixture
def look(browser: "Browser") -> Iterator[Look]:
    """Opens a picture in a window so wide."""
    context = browser.new_context(reduced_motion="reduce")

    def open_page(picture: Picture, width: int) -> "Page":
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 840})
        page.set_content(render(picture))
        return page

    yield open_page
    context.close()


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_long_plan_opens_at_its_beginning_to_be_read(look: Look, width: int) -> None:
    page = look(LONG, width)
    assert page.evaluate(SCALE) * 14 >= 9
    seen = page.evaluate(SEEN)
    assert {f"task t{n:03}" for n in range(12)} <= set(seen)
    assert page.locator("#hint").is_visible()


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_tasks_of_a_leader_open_at_the_leader(look: Look, width: int) -> None:
    page = look(ANSWERS, width)
    assert page.evaluate(SCALE) * 14 >= 9
    assert "leader" in page.evaluate(SEEN)
    assert page.locator("#hint").is_visible()


def test_a_window_made_higher_still_shows_the_beginning(look: Look) -> None:
    page = look(ANSWERS, DESK)
    scale = page.evaluate(SCALE)
    page.set_viewport_size({"width": DESK, "height": 1000})
    page.wait_for_function("document.getElementById('picture').clientHeight > 800")
    page.wait_for_timeout(1500)
    assert page.evaluate(SCALE) == pytest.approx(scale)
    assert "leader" in page.evaluate(SEEN)


def test_the_whole_of_a_long_plan_is_a_click_away(look: Look) -> None:
    page = look(LONG, DESK)
    page.get_by_role("button", name="全图").click()
    assert len(page.evaluate(SEEN)) == len(LONG.marks)
    assert page.locator("#hint").is_hidden()


def test_a_row_of_a_long_plan_leads_to_its_task_to_be_read(look: Look) -> None:
    page = look(LONG, DESK)
    page.get_by_role("cell", name="第3项", exact=True).click()
    assert page.evaluate(SCALE) * 14 >= 9
    assert "task t003" in page.evaluate(SEEN)


@pytest.mark.parametrize("picture", [SHORT, MERGED], ids=["plan", "lineage"])
def test_a_small_picture_is_seen_whole(look: Look, picture: Picture) -> None:
    page = look(picture, DESK)
    assert len(page.evaluate(SEEN)) == len(picture.marks)
    assert page.locator("#hint").is_hidden()


def test_on_a_phone_a_picture_takes_no_more_height_than_it_needs(look: Look) -> None:
    heights = [look(one, PHONE).locator("#picture").bounding_box() for one in (MERGED, LONG)]
    assert heights[0] is not None
    assert heights[1] is not None
    assert heights[0]["height"] < 300 < heights[1]["height"]


def test_the_lines_of_a_box_stand_apart_and_its_words_are_found(look: Look) -> None:
    page = look(MERGED, DESK)
    two, one = (page.evaluate(f"network.getBoundingBox('{name}')") for name in ("e1", "b1"))
    more = (two["bottom"] - two["top"]) - (one["bottom"] - one["top"])
    assert more == pytest.approx(2 * 1.35 * 13 - 16, abs=1)
    page.get_by_label("查找").fill("合并2021年")
    page.keyboard.press("Enter")
    assert page.evaluate("network.getSelectedNodes()") == ["e1"]


def test_a_network_too_large_to_be_read_opens_where_its_load_is(
    look: Look, crowd: "tuple[list[LoadRow], list[LoadRow], list[TaskRow]]"
) -> None:
    page = look(workload.picture("蓬莱镇", *crowd), PHONE)
    assert page.locator("#hint").is_visible()
    assert page.evaluate(SCALE) > 0.5
    assert len(page.evaluate(SEEN)) > 5
