"""Outlines follow the sequence of numbers, not the layout."""

from loaders.prose.outline import Item
from tests.loaders.outlines import outline_of


def numbers(item: Item) -> list[object]:
    return [child.number if not child.children else [child.number, *numbers(child)] for child in item.children]


def test_items_stand_under_their_headings() -> None:
    assert numbers(outline_of("一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n二、己")) == [
        ["一、", ["（一）", "1.", "2."], "（二）"],
        "二、",
    ]


def test_a_text_on_one_line_has_the_same_outline() -> None:
    text = "方案一、任务（一）修渠。1.挖沟。2.砌石。（二）植树。二、要求抓好落实。"
    assert numbers(outline_of(text)) == [["一、", ["（一）", "1.", "2."], "（二）"], "二、"]


def test_items_are_counted_on_over_headings() -> None:
    assert numbers(outline_of("一、甲任务1.修渠。2.植树。二、乙任务3.修路。4.架桥。")) == [
        ["一、", "1.", "2."],
        ["二、", "3.", "4."],
    ]


def test_quantities_are_no_numbers() -> None:
    assert numbers(outline_of("1.修渠3.5公里，投资1.2亿元，完成2.5万亩。\n2.植树。")) == ["1.", "2."]


def test_numbers_that_begin_again_stand_under_a_lost_heading() -> None:
    root = outline_of("一、甲\n1.修渠。\n2.植树。\n完善服务\n1.修路。\n2.架桥。")
    lost = root.children[1]
    assert (lost.number, [part.text for part in lost.parts]) == ("", ["完善服务"])
    assert numbers(lost) == ["1.", "2."]


def test_a_label_that_lost_its_stop_ends_before_a_heading() -> None:
    assert numbers(outline_of("一、甲。责任单位：各乡镇二、乙。责任单位：各村三、丙")) == ["一、", "二、", "三、"]
