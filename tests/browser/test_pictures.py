"""Pictures as the service shows them: drawn under their strict policy, and leading to the words in the papers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

PICTURES = (
    "/pictures/workload",
    "/pictures/lineage",
    "/pictures/lineage?name=福荣村",
    "/pictures/leader?name=冉泰休",
    "/pictures/plan?name=蓬莱镇完善便民服务体系工作方案",
    "/pictures/months",
    "/pictures/months?unit=社会治理和应急管理办",
)

COLOURS = """() => {
  const canvas = document.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]) seen.add((data[i] << 16) + (data[i + 1] << 8) + data[i + 2]);
  }
  return seen.size;
}"""


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_is_drawn_and_asks_for_nothing(visit: Visit, path: str) -> None:
    page = visit(path)
    page.wait_for_function(f"({COLOURS})() > 10")
    loaded = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert [one for one in loaded if not one.startswith("data:")] == []


def test_a_page_leads_to_its_picture_and_its_table_to_the_words_in_the_paper(visit: Visit) -> None:
    page = visit("/leaders/冉泰休")
    page.get_by_role("link", name="任务图", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("冉泰休任务图")
    page.locator("#table td.source a").first.click()
    expect(page.locator(".text .fact.lit").first).to_be_visible()


@pytest.mark.parametrize("form", ["SVG", "HTML"])
def test_a_picture_is_taken_along(visit: Visit, form: str) -> None:
    page = visit("/places/福荣村")
    with page.expect_download() as waiting:
        page.get_by_role("link", name=f"下载沿革图 {form}").click()
    assert waiting.value.suggested_filename == f"福荣村的由来和去向.{form.lower()}"


def test_the_links_to_pictures_are_in_the_readers_language(visit: Visit) -> None:
    page = visit("/leaders/冉泰休?lang=en")
    expect(page.get_by_role("link", name="Deadlines by month", exact=True)).to_be_visible()
