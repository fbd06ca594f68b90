import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.changes.lists.lists import read_list


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("东山村、西山村", "东山村 西山村"),
        ("东山村和西山村", "东山村 西山村"),
        ("和平村、永和村", "和平村 永和村"),
        ("定海、普陀两县", "定海 普陀"),
        ("甲和乙两村", "甲 乙"),
        ("青石地区和定海、普陀两县", "青石地区 定海 普陀"),
        ("青石市东城区、西城区", "东城区 西城区"),
        ("原甲水县（不含乙水镇）".replace("（", "(").replace("）", ")"), "甲水县"),
        ("丙水镇及其所辖的东山村、西山村", "丙水镇 东山村 西山村"),
        ("丙水镇及所辖全部9个村", "丙水镇"),
        ("甲水村三组、四组", "甲水村"),
        ("太平、兴隆村", "太平 兴隆村"),
        ("团结镇、道二乡", "团结镇 道二乡"),
        ("东山村村民委员会", "东山村"),
        ("东山村等3个村", "东山村"),
    ],
)
def test_a_list_names_its_places(words: str, names: str) -> None:
    assert [party.name for party in read_list(words)] == names.split()


@pytest.mark.parametrize(
    "words", ["", "8个乡", "高峰小学", "东山村党支部、西山村", "合并村", "党政办、东山村", "村民委员会"]
)
def test_a_list_with_anything_else_is_none(words: str) -> None:
    assert read_list(words) == ()


def test_the_class_word_gives_the_level_and_the_nearest_place_gives() -> None:
    found = read_list("原东河县的甲水乡、乙水镇的丙、丁2个村")
    assert [(party.name, party.level, party.giver) for party in found] == [
        ("甲水乡", "town", "东河县"),
        ("丙", "village", "乙水镇"),
        ("丁", "village", "乙水镇"),
    ]
    assert found[0].former


def test_a_piece_keeps_its_words() -> None:
    assert [(party.share, party.part) for party in read_list("甲水镇部分区域")] == [("part", "部分区域")]
    assert [(party.share, party.part) for party in read_list("甲水村三组、四组")] == [("part", "三组、四组")]


@given(st.text(alphabet="甲乙村镇县的原和、2个两()不含部分及其所辖组三", max_size=60))
def test_any_words_are_read_without_an_error(words: str) -> None:
    for party in read_list(words):
        assert party.name
        assert party.level
