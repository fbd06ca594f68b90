"""The first item of a list that lost its numbers begins behind the lines that introduce the list."""

import pytest

from loaders.prose.introductions import first_of_list
from tests.loaders.outlines import tasks_of


@pytest.mark.parametrize(
    ("lines", "others", "first"),
    [
        (["抓好以下工作。", "修渠。五公里。"], [["植树。百亩。"]], 1),
        (["抓好以下工作：", "修渠"], [["植树"]], 1),
        (["抓好以下工作。", "修渠，五公里。"], [["植树，百亩。"], ["架桥，一座。"]], 1),
        (["修渠。五公里。"], [["植树。百亩。"]], 0),
        (["修渠", "五公里。"], [["植树", "百亩。"]], 0),
        (["抓好以下工作。", "修渠。五公里。"], [["植树"], ["架桥。一座。"]], 0),
        (["抓好以下工作。", "修渠。五公里。"], [], 0),
    ],
)
def test_a_list_begins_with_the_line_that_looks_like_its_others(
    lines: list[str], others: list[list[str]], first: int
) -> None:
    assert first_of_list(lines, others) == first


@pytest.mark.parametrize("number", ["", "2."])
@pytest.mark.parametrize("introduction", ["以保住产量为重点，做好以下工作。\n", "今年要做好以下两项：\n", ""])
def test_the_first_item_is_read_without_its_number(introduction: str, number: str) -> None:
    text = (
        f"二、重点任务\n{introduction}检修泵站。三月前试机。\n责任单位：镇水利站\n"
        f"{number}调运良种。对接供应商。\n责任单位：镇农技站"
    )
    assert [(task.title, task.responsible_units) for task in tasks_of(text)] == [
        ("检修泵站", ("镇水利站",)),
        ("调运良种", ("镇农技站",)),
    ]
