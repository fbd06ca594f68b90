import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.changes.lists.lists import read_list, read_settlements


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
        ("瓦厂、高院、王站、三里店4个村", "瓦厂 高院 王站 三里店"),
        ("前院和后院2个村", "前院 后院"),
        ("甲和乙、丙3个村", "甲 乙 丙"),
        ("和平、永和与太和3个行政村", "和平 永和 太和"),
        ("罗吕岭和和平两个县", "罗吕岭 和平"),
        ("史各庄、市桥、林场等3个村", "史各庄 市桥 林场"),
        ("甲水镇和石桥、北坡2个乡", "甲水镇 石桥 北坡"),
        ("桥东、桥西2个街道和甲水镇", "桥东 桥西 甲水镇"),
        ("甲水镇及所辖甲水、乙水2个村", "甲水镇 甲水 乙水"),
        ("东山村、西山村，共2个村".replace("，", ","), "东山村 西山村"),
        ("东一村、东二村、东三村", "东一村 东二村 东三村"),
        ("八一县、五星县", "八一县 五星县"),
        ("发展镇、东山镇", "发展镇 东山镇"),
        ("自强镇、东山镇", "自强镇 东山镇"),
        ("东山县和平乡、南山乡", "和平乡 南山乡"),
        ("东山县平安镇", "平安镇"),
        ("青石县柳湾区", "柳湾区"),
        ("小(氵奚)村、大堰村", "小（氵奚）村 大堰村"),
        ("(东山村委会)", "东山村"),
    ],
)
def test_a_list_names_its_places(words: str, names: str) -> None:
    assert [party.name for party in read_list(words)] == names.split()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "8个乡",
        "高峰小学",
        "东山村党支部、西山村",
        "合并村",
        "党政办、东山村",
        "村民委员会",
        "发展镇",
        "示范村、东山村",
        "甲村、乙村3个单位",
    ],
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


def test_a_count_that_names_do_not_meet_proves_nothing() -> None:
    assert read_list("同意东山、西山2个村") == ()
    assert read_list("卫生院、派出所3个村") == ()


def test_a_name_that_running_text_would_part_counts_where_a_verb_proves_it() -> None:
    assert [party.name for party in read_list("发展镇", proved=True)] == ["发展镇"]
    assert read_list("示范村", proved=True) == ()
    assert read_list("下列村", proved=True) == ()


def test_settlements_without_a_class_word_need_one_that_ends_like_one() -> None:
    assert [(party.name, party.giver) for party in read_settlements("东山县的柳湾、石桥屯")] == [
        ("柳湾", "东山县"),
        ("石桥屯", "东山县"),
    ]
    assert read_settlements("东山镇的渔船、农具") == ()


def test_the_giver_before_gives_only_what_stands_below_it() -> None:
    found = read_list("原东河县的甲水镇、乙水乡的丙、丁2个村、戊水乡")
    assert [(party.name, party.giver) for party in found] == [
        ("甲水镇", "东河县"),
        ("丙", "乙水乡"),
        ("丁", "乙水乡"),
        ("戊水乡", ""),
    ]


def test_a_piece_keeps_its_words() -> None:
    assert [(party.share, party.part) for party in read_list("甲水镇部分区域")] == [("part", "部分区域")]
    assert [(party.share, party.part) for party in read_list("甲水村三组、四组")] == [("part", "三组、四组")]


@given(st.text(alphabet="甲乙村镇县的原和、2个两()不含部分及其所辖组三", max_size=60))
def test_any_words_are_read_without_an_error(words: str) -> None:
    for party in read_list(words):
        assert party.name
        assert party.level
