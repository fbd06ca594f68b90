"""Labels are words with a colon behind them, in any width, with or without a noun of units."""

import pytest

from graph.words.fold import fold
from loaders.prose.labels import find_labels, label_at, roles_in


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("责任单位：县水利局", ("responsible",)),
        ("牵头部门:县水利局", ("lead",)),
        ("责 任 单 位 ：县水利局", ("responsible",)),
        ("配合单位：县林业局", ("supporting",)),
        ("主办单位：县水利局", ("lead",)),
        ("协办单位：县林业局", ("supporting",)),
        ("落实单位：各乡镇", ("responsible",)),
        ("承办科室：规划科", ("responsible",)),
        ("责任领导：李刚", ("leaders",)),
        ("牵头领导：李刚", ("lead_leaders",)),
        ("完成时限：6月底", ("due",)),
        ("时间节点：6月底", ("due",)),
        ("责任单位及责任人：县水利局", ("responsible", "leaders")),
        ("责任单位（部门）：县水利局", ("responsible",)),
        ("修渠。牵头：县水利局", ("lead",)),
        ("联系人：张三", ("other",)),
    ],
)
def test_a_label_gives_its_role(text: str, roles: tuple[str, ...]) -> None:
    (label,) = find_labels(fold(text))
    assert (label.roles, label.colon) == (roles, True)


@pytest.mark.parametrize(
    "text", ["各责任单位：要抓好落实", "由县水利局牵头：", "县委强调：", "http://a.cn", "12:30:01"]
)
def test_words_of_running_prose_are_no_label(text: str) -> None:
    assert find_labels(fold(text)) == []


def test_labels_follow_each_other_without_a_separator() -> None:
    labels = find_labels(fold("责任单位：县妇联完成时限：2024年底"))
    assert [label.roles for label in labels] == [("responsible",), ("due",)]


def test_a_label_in_a_bracket_needs_no_colon() -> None:
    label = label_at(fold("(牵头单位县水利局)"), 1)
    assert label is not None
    assert (label.end, label.roles, label.colon) == (5, ("lead",), False)


def test_a_note_between_the_label_and_its_colon_is_kept() -> None:
    (label,) = find_labels(fold("责任单位（排第一的为牵头单位）：县水利局"))
    assert label.note == (4, 15)


def test_a_column_of_two_things_has_two_roles() -> None:
    assert roles_in(fold("责任单位及责任人")) == ("responsible", "leaders")


def test_a_label_that_heads_other_things_too_is_weak() -> None:
    (label,) = find_labels(fold("修渠。责任分工：县水利局牵头"))
    assert (label.roles, label.weak) == (("responsible",), True)


def test_a_bracket_behind_a_label_may_add_a_role() -> None:
    (label,) = find_labels(fold("责任单位（责任人）：县水利局（李刚）"))
    assert label.roles == ("responsible", "leaders")


def test_members_are_no_column_of_owners() -> None:
    assert roles_in(fold("成员单位")) == ()
