"""What stands around the names of a change: who acts, descriptions, brackets, items glued to headings."""

import pytest

from graph.statements import ChangeStatement, UnreadStatement
from loaders.changes.prose import read_changes
from loaders.text import Text, Words, line_starts

Told = tuple[str, str, str]


def read(words: str) -> tuple[list[ChangeStatement], list[UnreadStatement]]:
    unread: list[UnreadStatement] = []
    text = Text("a.txt", "0", "txt", words, (), line_starts(words))
    return list(read_changes(text, Words.of(words, 0, len(words)), plan=1, unread=unread)), unread


def told(words: str) -> list[Told]:
    """What goes in, what comes out, who gives, in the order of the text."""
    return [
        (" ".join(p.name for p in one.before), " ".join(p.name for p in one.after), " ".join(one.givers))
        for one in read(words)[0]
    ]


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        # a 区 below a 县, in a list and behind a comma
        (
            "将青禾县的柳湾区、沙沟区划入石桥县。",
            [("柳湾区 沙沟区", "石桥县", "青禾县")],
        ),
        (
            "将青禾县的河街区划归石桥县，枣林屯划归平川县。",
            [("河街区", "石桥县", "青禾县"), ("枣林屯", "平川县", "青禾县")],
        ),
        # 专区
        (
            "将竹沟专区的青禾县、柳湾县划归石桥专区。",
            [("青禾县 柳湾县", "石桥专区", "竹沟专区")],
        ),
        ("1970年，竹沟专区改为竹沟地区。", [("竹沟专区", "竹沟地区", "")]),
        # who acts is no giver
        ("第三条　甲方将柳湾镇的杏沟村划归石桥镇。", [("杏沟村", "石桥镇", "柳湾镇")]),
        ("乙方把石桥镇的枣林村划归柳湾镇管辖。", [("枣林村", "柳湾镇", "石桥镇")]),
        ("县民政局将柳湾镇的杏沟村划归石桥镇。", [("杏沟村", "石桥镇", "柳湾镇")]),
        # descriptions and the brackets that name what they describe
        ("我村（桃湾村）与毗邻的杏沟村合并为双湾村。", [("桃湾村 杏沟村", "双湾村", "")]),
        ("以上三个村（桃湾村、杏沟村、枣林村）合并设立三合村。", [("桃湾村 杏沟村 枣林村", "三合村", "")]),
        ("将石桥镇的两个村（桃湾村、杏沟村）划归云岭镇。", [("桃湾村 杏沟村", "云岭镇", "石桥镇")]),
        # what was made of others, named before
        ("您反映的双湾村，系2019年由桃湾村、杏沟村合并设立。", [("桃湾村 杏沟村", "双湾村", "")]),
        ("双湾村，由桃湾村、杏沟村合并而成，现有居民三千人。", [("桃湾村 杏沟村", "双湾村", "")]),
        ("调整中新设的双湾村（由桃湾村、杏沟村合并设立）首次选举。", [("桃湾村 杏沟村", "双湾村", "")]),
        ("2020年新设双湾村（由桃湾村、杏沟村合并设立）。", [("桃湾村 杏沟村", "双湾村", "")]),
        # what was set up, renamed or merged goes elsewhere
        (
            "将石桥镇的桃湾村更名为柳坪村，并划归云岭镇管辖。",
            [("桃湾村", "柳坪村", ""), ("柳坪村", "云岭镇", "石桥镇")],
        ),
        (
            "撤销桃湾村、杏沟村，合并设立双湾村，同时划归云岭镇管辖。",
            [("桃湾村 杏沟村", "双湾村", ""), ("双湾村", "云岭镇", "")],
        ),
        # items glued to a heading
        (
            "一、村级建制调整1.撤销桃湾村、杏沟村，合并设立双湾村。",
            [("桃湾村 杏沟村", "双湾村", "")],
        ),
        (
            "一、区划调整（一）将石桥乡的柳湾、沙沟2个村划归云岭镇管辖。",
            [("柳湾 沙沟", "云岭镇", "石桥乡")],
        ),
        (
            "（1）撤销桃湾村，并入杏沟村（2）将枣林村更名为枣坪村。",
            [("桃湾村 杏沟村", "杏沟村", ""), ("枣林村", "枣坪村", "")],
        ),
        ("将桃湾村(1)并入杏沟村(2)。", [("桃湾村 杏沟村", "杏沟村", "")]),
    ],
)
def test_words_around_names_are_no_part_of_them(words: str, changes: list[Told]) -> None:
    assert told(words) == changes


@pytest.mark.parametrize(
    "words",
    [
        "以上四个村（桃湾村、杏沟村、枣林村）合并设立三合村。",  # one is not named
        "将青禾县的步行街区划归石桥县。",
        "将青禾县和平川县的两个村（桃湾村、杏沟村）划归石桥镇。",  # which is of which county?
        "2023年设立惠企专区。",  # no place of this name
        "在两个路口设置分流区。",
    ],
)
def test_what_is_not_surely_named_is_unread(words: str) -> None:
    changes, unread = read(words)
    assert changes == []
    assert unread


def test_a_clause_behind_a_told_bracket_is_unread_only_for_what_it_adds() -> None:
    bracket = "新设的双湾村（由桃湾村、杏沟村合并设立）"
    assert read(f"{bracket}首次选举。")[1] == []
    assert [one.source.quote for one in read(f"{bracket}并入临近的村。")[1]] == [f"{bracket}并入临近的村"]


def test_a_community_is_set_up_at_a_site_that_is_no_place() -> None:
    words = "关于乡村建制调整的通知\n在移民安置点新设龙泉社区。"
    assert told(words) == [("", "龙泉社区", "")]


def test_a_word_somewhere_in_the_paper_makes_no_place_of_an_area() -> None:
    article = "赛事方案\n赛事由来。2019年，桃湾村并入杏沟村。\n"
    area = "设立临时医疗区。"
    text = Text("a.txt", "0", "txt", article + area, (), line_starts(article + area))
    assert read_changes(text, Words.of(text.characters, len(article), len(text.characters)), plan=1) == ()
