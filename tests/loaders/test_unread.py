"""What became nothing is told: refused brackets with their part, promises with a date, duties that set no task."""

import pytest

from loaders.extract import read_document
from loaders.read import read_bytes

Told = tuple[str, str]


def unread(text: str) -> list[Told]:
    found = read_document(read_bytes(text.encode(), "a.txt")).unread
    return [(one.reason.removeprefix("unread."), one.source.quote) for one in found]


def parts(text: str) -> list[object]:
    found = read_document(read_bytes(text.encode(), "a.txt")).unread
    return [one.reason_values.get("part") for one in found]


OWNED = "二、植树。补植百株。（县林业局负责）"


@pytest.mark.parametrize(
    ("bracket", "part"),
    [
        ("（政府主导、群众参与）", "群众"),
        ("（县水利局牵头，社会力量参与）", "社会力量"),
        ("（谁审批、谁负责）", "谁审批"),
        ("（县水利局、植树造林）", "植树造林"),
    ],
)
def test_a_refused_bracket_is_told_with_the_part_for_which(bracket: str, part: str) -> None:
    text = f"一、修渠。清淤{bracket}。\n{OWNED}"
    assert unread(text) == [("bracket", bracket)]
    assert parts(text) == [part]


def test_a_part_that_is_no_name_is_left_out_and_told() -> None:
    text = f"一、修渠。清淤。（县水利局牵头，县财政局保障，各乡镇落实）\n{OWNED}"
    assert unread(text) == [("part", "县财政局保障")]
    assert parts(text) == ["县财政局保障"]
    assert parts(f"一、修渠。清淤。（县水利局牵头，供电所做好电力保障）\n{OWNED}") == ["供电所做好电力保障"]


def test_a_lone_bracket_of_names_is_told_and_two_are_owners() -> None:
    assert unread("一、修渠。清淤。（办公室负责）\n二、植树。") == [("lone_bracket", "（办公室负责）")]
    assert unread("一、修渠。清淤。（办公室负责）\n二、植树。补植。（海关负责）") == []


def test_names_none_of_which_is_sure_own_what_stands_before_them_where_another_bracket_names_one() -> None:
    known = "一、分班。公示名单。（县教育局、初一年级组）\n二、军训。"
    assert unread(f"{known}（初一年级组、体育教研组）") == []
    assert unread(f"{known}（体育教研组）") == [("bracket", "（体育教研组）")]
    assert unread("一、分班。（初一年级组）\n二、军训。（初一年级组）") == [
        ("bracket", "（初一年级组）"),
        ("bracket", "（初一年级组）"),
    ]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("2025年底前建成管网三十公里。", "date"),
        ("到2025年，基本形成长效机制。", "date"),
        ("各乡镇要在6月底前报送方案。", "date"),
        ("建设用地由县自然资源局负责。", "prose"),
        ("县水利局负责清淤三公里。", "prose"),
    ],
)
def test_a_promise_and_a_duty_without_a_task_are_told(sentence: str, reason: str) -> None:
    assert unread(f"青禾县治水方案\n一、目标。{sentence}逐村推进。\n{OWNED}") in (
        [(reason, sentence)],
        [(reason, f"一、目标。{sentence}逐村推进。")],
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "截至2020年底，已建成三公里。",
        "截至2020年12月底，已建成三公里。",
        "2021年3月1日印发。",
        "目前各村干劲足。",
        "县水利局负责人参加会议。",
    ],
)
def test_what_is_past_or_no_promise_is_not_told(sentence: str) -> None:
    assert unread(f"青禾县治水方案\n一、目标。{sentence}\n{OWNED}") == []


def test_words_behind_the_last_bracket_are_not_told_by_it() -> None:
    text = "一、修渠。清淤。（县水利局负责）2025年底前完工。\n二、植树。补植百株。（县林业局负责）"
    assert unread(text) == [("date", "2025年底前完工。")]


def test_words_of_a_task_are_told() -> None:
    assert unread("一、修渠。2025年底前完工，由县水利局负责施工。（县水利局负责）\n" + OWNED) == []
