"""Elements within one another without end: they are read in steps that grow with the page, in order, and what is
hidden or struck out stays so however deep it stands.
"""

from functools import partial

import pytest

from loaders.read import read_bytes
from loaders.text import Paragraph
from tests.loaders.formats.html.frames import page
from tests.steps import calls_of

ITEM = "<p>一、疏浚南干渠。（责任单位：县水利局）</p>"
DEEP = 700


def words_of(body: str) -> list[str]:
    blocks = read_bytes(page(body).encode(), "页.html").blocks
    return [one.words.text for one in blocks if isinstance(one, Paragraph)]


@pytest.mark.parametrize("tags", ["<ol><li>", "<ul><li>", "<div>", "<ol><li><div>", "<ol><li>渠"])
def test_tags_that_never_close_are_read_in_steps_that_grow_with_them(tags: str) -> None:
    words_of(ITEM)  # what is made when it is first needed
    once, twice, four = (calls_of(partial(words_of, f"<div>{tags * times}{ITEM}")) for times in (800, 1_600, 3_200))
    assert four - twice < 3 * (twice - once)


def test_words_deeper_than_pages_go_keep_their_order_and_lines() -> None:
    inner = "<p>一、修<b>渠</b>护岸。<br>二、植树造林。</p>三、清淤<div>四、巡查</div>五、值守"
    found = words_of("<div>" * DEEP + inner + "</div>" * DEEP)
    assert found == words_of(inner) == ["一、修渠护岸。", "二、植树造林。", "三、清淤", "四、巡查", "五、值守"]


def test_what_is_hidden_or_struck_out_is_so_at_any_depth() -> None:
    hidden = "<div style='display:none'><p>二、旧稿<b>甲</b></p></div><s>三、<b>废止</b></s>"
    found = words_of("<div>" * DEEP + ITEM + hidden + "</div>" * DEEP)
    assert found == ["一、疏浚南干渠。（责任单位：县水利局）"]
