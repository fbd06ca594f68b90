"""Sentences of messages, in both languages."""

import pytest

from graph.messages.message import message, plain
from graph.messages.sentences import number, say, worded


def test_a_message_within_a_message_is_told_in_the_same_language() -> None:
    told = message("file.named", path="a: b.txt", reason=message("file.empty"))
    assert worded("zh", told) == "a: b.txt：文件是空的"
    assert worded("en", told) == "a: b.txt: the file is empty"


def test_json_has_the_key_of_a_message_within_and_its_values_beside() -> None:
    inner = message("file.undecodable", byte=7)
    assert plain(message("file.named", path="a.txt", reason=inner)) == {
        "byte": 7,
        "path": "a.txt",
        "reason": "file.undecodable",
    }
    assert plain(message("parameter.not_one_of", parameter="role", choices=("lead", "x"), typed="y"))["choices"] == [
        "lead",
        "x",
    ]


def test_the_values_of_a_list_are_parted_as_the_language_does() -> None:
    assert say("en", "name.near", names=["甲", "乙"]) == " Perhaps: 甲, 乙."
    assert say("zh", "name.near", names=["甲", "乙"]) == "是否指：甲、乙？"


def test_what_is_counted_is_one_or_more() -> None:
    assert [say("en", "papers.plans", number=number) for number in (0, 1, 2)] == ["0 plans", "1 plan", "2 plans"]
    assert say("zh", "papers.plans", number=1) == "共 1 个方案"
    assert say("en", "due.month", year=2021, month=6) == "2021-06"


def test_figures_have_no_needless_zeros() -> None:
    assert (number(7.125), number(16.0), number(0.33333)) == ("7.125", "16", "0.333")


def test_a_key_that_no_table_has_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        say("en", "file.no_such_row")
    with pytest.raises(KeyError):
        say("en", "file.undecodable")
