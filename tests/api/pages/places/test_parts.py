"""The page of a village that was divided: where its parts went, and from where parts came."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.pages.looking import Page

PAPER = (
    "大英县人民政府\n\n关于调整村级建制的公告\n\n"
    "大英县蓬莱镇：2021年4月12日，撤销甲子村，将其1至3组划归乙丑村管辖，4至6组划归丙寅村管辖。\n"
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("甲子村", ("其部分划入：", "丙寅村 4至6组 2021-04-12", "乙丑村 1至3组 2021-04-12", "关于调整村级建制的公告")),
        ("乙丑村", ("划入其中的部分来自：甲子村 1至3组 2021-04-12。",)),
    ],
)
def test_the_page_tells_where_parts_went_and_came_from(
    reading: Callable[..., TestClient], tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text(PAPER, encoding="utf-8")
    reader = reading(tmp_path / "a.txt")
    places = [one for one in reader.get("/api/places").json()["items"] if one["name"] == name]
    page = reader.get(f"/places/{places[-1]['place_id']}").text
    text = Page(page).text
    assert all(one in text for one in words), text
    assert 'id="lineage-h"' in page
