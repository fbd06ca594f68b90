"""Marks: owner brackets of three kinds and labels, and what they state."""

import pytest

from loaders.prose.marking import find_marks
from loaders.prose.marks import ItemWords
from loaders.text import Words


def marks(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    item = ItemWords(Words.of(text, 0, len(text)))
    return [
        (text[mark.start : mark.end], [("+".join(one.roles), one.words) for one in mark.stated])
        for mark in find_marks(item, [])
    ]


@pytest.mark.parametrize(
    "text", ["（责任单位：县水利局）", "〔责任单位:县水利局〕", "[责任单位县水利局]", "【责任单位 县水利局】"]
)
def test_a_bracket_of_any_shape_states_its_label(text: str) -> None:
    ((quote, ((role, words),)),) = marks("修渠。" + text)
    assert (quote, role, words.strip()) == (text, "responsible", "县水利局")


def test_labels_in_one_bracket_open_lists_of_their_own() -> None:
    ((_, stated),) = marks("修渠（牵头单位：县水利局；责任单位：县林业局，配合部门：各村）。")
    assert stated == [("lead", "县水利局"), ("responsible", "县林业局"), ("supporting", "各村")]


def test_a_bracket_of_names_and_verbs_needs_no_label() -> None:
    assert marks("修渠（县水利局牵头）并植树") == [("（县水利局牵头）", [("", "县水利局牵头")])]


def test_a_bracket_of_names_counts_only_at_the_end() -> None:
    assert marks("修渠（县水利局）并植树") == []
    assert len(marks("修渠（县水利局）。")) == 1


def test_a_bracket_that_is_never_closed_does_not_swallow_the_next() -> None:
    found = marks("修渠（责任单位：县水利局。植树（责任单位：县林业局）")
    assert [stated for _, stated in found] == [[("responsible", "县水利局")], [("responsible", "县林业局")]]


def test_a_heading_bracket_has_its_value_behind_it() -> None:
    ((_, stated),) = marks("修渠。【责任单位】县水利局【完成时限】2024年6月")
    assert stated == [("responsible", "县水利局"), ("due", "2024年6月")]


@pytest.mark.parametrize(
    "text", ["修渠（试行）", "修渠（见附件）。", "修渠（联系人：张三）", "修渠（以下简称县水利局）", "（", "）", "（）"]
)
def test_a_bracket_of_explanation_states_nothing(text: str) -> None:
    assert marks(text) == []


def test_a_label_line_may_have_lost_its_colon() -> None:
    assert marks("责任单位 县水利局") == [("责任单位 县水利局", [("responsible", "县水利局")])]
    assert marks("责任单位要抓好落实") == []


@pytest.mark.parametrize(
    "text",
    ["联络员：秦朗（县水利局）", "医疗组：李素芬（县医院）、王小山（县疾控中心）", "总协调：顾北川（县委办公室）。"],
)
def test_a_bracket_behind_persons_says_where_they_work(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize("text", ["会场：布置会标（县文旅局）", "重点：党建（县委组织部）", "要求：（县水利局）"])
def test_a_bracket_behind_work_with_a_colon_in_it_names_owners(text: str) -> None:
    assert len(marks(text)) == 1
