"""Lists of units are split as offices write them, and names are told from other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.owners.unit_lists import is_body, is_group, split_list


def names(words: str) -> list[str]:
    return [part.name for part in split_list(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("各村（社区），各总支，社事办、法庭等", ["各村（社区）", "各总支", "社事办", "法庭"]),
        ("镇党政办  党建办", ["镇党政办", "党建办"]),
        ("各总支 村", ["各总支", "村"]),
        ("各镇、街道", ["各镇", "街道"]),
        ("各市、县（区）人民政府", ["各市、县（区）人民政府"]),
        ("各县、区人民政府（管委会）", ["各县、区人民政府（管委会）"]),
        ("城市社区，各乡镇党委、政府。", ["城市社区", "各乡镇党委、政府"]),
        ("各省、市、县（区）党委、政府", ["各省、市、县（区）党委、政府"]),
        ("省、市、县有关部门", ["省、市、县有关部门"]),
        ("1.县水利局 2.县林业局等", ["县水利局", "县林业局"]),
        ("各乡镇、开发区管委会", ["各乡镇", "开发区管委会"]),
        ("县 水 利 局", ["县水利局"]),
        ("县 水 利 局  县 林 业 局", ["县水利局", "县林业局"]),
        ("县自然资源\n和规划局", ["县自然资源和规划局"]),
        ("县委 组织部", ["县委组织部"]),
        ("县水务、林业局", ["县水务", "林业局"]),
        (
            "县数据局（县大数据中心、县信息中心（筹））、县财政局",
            ["县数据局（县大数据中心、县信息中心（筹））", "县财政局"],
        ),
        ("县财政局和县审计局", ["县财政局", "县审计局"]),
        ("县委宣传部和县文明办、县妇联及团县委", ["县委宣传部", "县文明办", "县妇联", "团县委"]),
        ("粮食和物资储备局", ["粮食和物资储备局"]),
        ("社会治理和应急管理办", ["社会治理和应急管理办"]),
        ("园区和开发区管委会", ["园区和开发区管委会"]),
        ("各乡镇党委和政府", ["各乡镇党委和政府"]),
        ("县水利局、县林业局等有关部门", ["县水利局", "县林业局"]),
        ("县水利局、县林业局等5个部门", ["县水利局", "县林业局"]),
        ("县水利局等部门和各乡镇", ["县水利局", "各乡镇"]),
        ("县水利局等和各乡镇", ["县水利局", "各乡镇"]),
        ("县水利局等，各乡镇", ["县水利局", "各乡镇"]),
        ("县中等职业学校", ["县中等职业学校"]),
        ("承建单位、服务商", ["承建单位", "服务商"]),
        ("拖欠工资的所有单位", ["拖欠工资的所有单位"]),
        ("，县水利局、", ["县水利局"]),
        ("各乡镇（街", ["各乡镇（街"]),
    ],
)
def test_a_list_is_split_as_written(words: str, expected: list[str]) -> None:
    assert names(words) == expected


@pytest.mark.parametrize("words", ["", "无", "/", "—", "等", "等相关单位", "按职责分工负责", "、，"])
def test_some_words_name_nobody(words: str) -> None:
    assert names(words) == []


def test_a_part_knows_the_separator_before_it() -> None:
    assert [part.separator for part in split_list("甲局，乙局、丙局;丁局 戊局和己局")] == [
        "",
        ",",
        "、",
        ";",
        " ",
        "和",
    ]


def test_a_comma_before_a_part_that_names_nobody_is_kept() -> None:
    assert [part.separator for part in split_list("甲局，等、乙局")] == ["", ","]


@pytest.mark.parametrize(
    "name",
    ["县水利局", "镇社事办", "妇联", "派出所", "县数据局（县大数据中心）", "县供电公司", "吊脚楼村", "县人大常委会"],
)
def test_bodies_are_known_by_their_ending(name: str) -> None:
    assert is_body(name)
    assert not is_group(name)


@pytest.mark.parametrize(
    "name", ["各村（社区）", "村", "街道", "县级各部门", "各相关部门", "有关部门", "各总支", "市（州）", "各电信运营商"]
)
def test_groups_are_known_by_their_words(name: str) -> None:
    assert is_group(name)
    assert not is_body(name)


@pytest.mark.parametrize(
    "words", ["", "试行", "见附件", "格局", "全部干部", "一件事一次办", "公共场所", "2021年6月", "局"]
)
def test_other_words_are_neither(words: str) -> None:
    assert not is_body(words)
    assert not is_group(words)


UNITS = [
    "县水利局",
    "镇社会治理和应急管理办",
    "各村（社区）",
    "县委组织部",
    "县妇联",
    "各乡镇（街道、管委会）",
    "县供电公司",
    "城东学区督导组",
]


@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=8), st.data())
def test_any_list_of_units_is_read_back(units: list[str], data: st.DataObject) -> None:
    words = units[0]
    for unit in units[1:]:
        words += data.draw(st.sampled_from(["、", "，", ",", "；", "; ", "  "])) + unit
    words += data.draw(st.sampled_from(["", "等", "等部门", "、", "。"]))
    assert names(words) == units


@given(st.text(alphabet=st.sampled_from("县水利局各乡镇村街道（）()、，,； \n和与及等部门单位政府党委“”"), max_size=50))
def test_no_words_break_the_splitter_and_no_name_holds_blanks(words: str) -> None:
    assert not any(sign.isspace() for name in names(words) for sign in name)


def test_deep_brackets_and_long_lists_are_split_in_linear_time() -> None:
    assert len(names("（" * 10_000 + "县水利局" + "）" * 10_000)) == 1
    assert len(names("县水利局、" * 20_000)) == 20_000
