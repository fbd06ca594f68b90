"""A label's value ends where the next thing begins, and goes on over lines where it must."""

import pytest

from graph.words.fold import fold
from loaders.prose.labels import find_labels
from loaders.prose.marks import ItemWords
from loaders.prose.values import value_end
from loaders.text import Words


def value(*lines: str) -> str:
    characters = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
    item = ItemWords.of(
        [Words.of(characters, start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    )
    labels = find_labels(fold(item.words.text), item.line_starts)
    limit = labels[1].start if len(labels) > 1 else len(item.words.text)
    return item.words.text[labels[0].end : value_end(item, labels[0], limit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("责任单位：县水利局。各乡镇要抓好落实", "县水利局"),
        ("责任单位：县水利局 各乡镇要加强巡查，确保安全", "县水利局"),
        ("责任单位：县水利局 县林业局、各乡镇", "县水利局 县林业局、各乡镇"),
        ("责任单位：县水利局（县河长办）、各村", "县水利局（县河长办）、各村"),
        ("责任单位：县水利局）其余", "县水利局"),
        ("责任单位：县水利局（联系人：张三）", "县水利局"),
        ("责任单位：各乡镇（街完成时限：6月", "各乡镇（街"),
        ("完成时限：2024年6月 30日", "2024年6月 30日"),
    ],
)
def test_a_value_ends_on_its_line(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("责任单位：县水利局、", "县林业局"), "县水利局、县林业局"),
        (("责任单位：县水利", "局、各村"), "县水利局、各村"),
        (("责任单位：县水利局（县", "河长办）"), "县水利局（县河长办）"),
        (("责任单位：县水利局", "、县林业局"), "县水利局、县林业局"),
        (("责任单位：县水利局", "各村要落实"), "县水利局"),
        (("责任单位：各乡镇（街", "一段很长的话，没有括号"), "各乡镇（街"),
        (("完成时限：2024年6", "月底前"), "2024年6月底前"),
        (("完成时限：2024年6月底前", "各村要落实"), "2024年6月底前"),
    ],
)
def test_a_value_goes_on_in_the_next_line_only_where_it_must(lines: tuple[str, ...], expected: str) -> None:
    assert value(*lines) == expected


def test_names_one_a_line_up_to_the_next_label_are_a_list() -> None:
    assert value("责任单位：县水利局", "县林业局", "县园林所", "完成时限：6月底") == "县水利局县林业局县园林所"
    assert value("责任单位：县水利局", "青禾县人民政府", "2023年") == "县水利局"
