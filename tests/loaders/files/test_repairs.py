"""Signs that copying changes are read as what they stand for, each at its place."""

import pytest

from loaders.files.repairs import prints_twice, repaired
from loaders.text import Words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024年6⽉底", "2024年6月底"),
        ("各乡镇⼈⺠政府", "各乡镇人民政府"),
        ("更换闸⻔", "更换闸门"),
        ("金沙", "金沙"),
        ("责\u200b任\u00ad单位\ufeff：", "责任单位："),
        ("责责任任单单位位：：镇水务站", "责任单位：镇水务站"),
        ("时时限限：：2023年", "时限：2023年"),
        ("清清淤淤渠渠", "清淤渠"),
        ("（（一一））22002233年年工工作作", "（一）2023年工作"),
        ("上一段。高高兴兴、方方面面、扎扎实实做好", "上一段。高高兴兴、方方面面、扎扎实实做好"),
        ("扎扎实实方方面面抓好", "扎扎实实方方面面抓好"),
        ("——————", "——————"),
        ("1122 3344", "1122 3344"),
        ("签字：______________", "签字：______________"),
        ("\ue000县水利局", "\ue000县水利局"),
    ],
)
def test_words_are_read_in_the_characters_that_are_meant(written: str, meant: str) -> None:
    assert repaired(Words.of(written, 0, len(written))).text == meant


def test_two_characters_alone_on_a_line_stand_twice_where_others_of_the_text_do() -> None:
    assert prints_twice("任任务务清清单单\n序序号号")
    assert not prints_twice("高高兴兴\n序序号号")
    for written, meant in (("\t序序号号", "\t序号"), ("家家户户。", "家家户户。"), ("序号", "序号")):
        assert repaired(Words.of(written, 0, len(written)), bold=True).text == meant


def test_repaired_words_know_their_places() -> None:
    text = "牵\u200b牵头头单单位位：：县⽔利局"
    words = repaired(Words.of(text, 0, len(text)))
    assert words.text == "牵头单位：县水利局"
    assert [text[words.at(words.text.index(sign))] for sign in "头局"] == ["头", "局"]
    assert words.at(words.text.index("水")) == text.index("⽔")
