"""Where a paper is signed: names and day on lines of their own, or glued behind the last stop."""

import pytest

from loaders.papers.signatures import SignedDay, find_signature
from loaders.read import read_bytes
from loaders.text import Paragraph


def signed(paper: str, *places: str) -> SignedDay | None:
    blocks = read_bytes(paper.encode(), "paper.txt").blocks
    return find_signature([block for block in blocks if isinstance(block, Paragraph)], places=places)


@pytest.mark.parametrize(
    ("paper", "names", "day"),
    [
        ("请执行。\n青石县水利局\n2023年4月6日\n一、修渠。", "青石县水利局", "2023-04-06"),
        ("请执行。\n青石县水利局\n青石县林业局\n2023年4月6日", "青石县水利局 青石县林业局", "2023-04-06"),
        ("请执行。\n青石县水利局   2023年4月6日\n附件：清单", "青石县水利局", "2023-04-06"),
        ("请执行。\n青石海关\n2023年4月6日", "青石海关", "2023-04-06"),
        (
            "请执行。\n青石县村级建制调整\n“后半篇”文章领导小组\n2023年4月6日",
            "青石县村级建制调整“后半篇”文章领导小组",
            "2023-04-06",
        ),
        ("请执行。青石县水利局2023年4月6日（此件公开发布）附件：清单", "青石县水利局", "2023-04-06"),
        ("请执行。青石县水利局2023年4月6日青石县修渠方案为修渠，制定本方案。", "青石县水利局", "2023-04-06"),
        ("请执行。\n青石县水利局\n2023年4月6日\n青石县水利局 2023年4月8日印发", "青石县水利局", "2023-04-06"),
        ("请执行。\n2023年4月6日", "", "2023-04-06"),
        ("请执行。\n青石县水利局\n2023年 月 日", "青石县水利局", ""),
        ("请执行。\n青石县水利局", "青石县水利局", ""),
    ],
)
def test_a_paper_is_signed_with_names_and_a_day(paper: str, names: str, day: str) -> None:
    found = signed(paper)
    assert found is not None
    assert (found.names, found.day) == (names, day)


@pytest.mark.parametrize(
    "paper",
    [
        "由县水利局\n2023年4月6日\n前完成验收。",
        "县水利局2023年4月6日起施工，按期完工。",
        "完成时限：2023年4月6日",
        "填报时间：2023年4月6日",
        "来源：青石县融媒体中心（2023年4月6日）",
        "责任单位：\n县水利局",
        "责任单位青石县水利局",
        "一、修渠。\n2023年4月6日\n二、植树。",
    ],
)
def test_days_and_names_inside_a_paper_sign_nothing(paper: str) -> None:
    assert signed(paper) is None


def test_a_name_glued_to_other_words_begins_at_the_place_of_the_title() -> None:
    found = signed("修渠。附件：清单中共青石县委办公室2023年4月6日附件：清单", "青石县")
    assert found is not None
    assert found.names == "中共青石县委办公室"
