"""Cells of leaders hold names, padded or with posts, and offices instead of names; masked names are nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.owners.conventions import Convention
from loaders.owners.people import read_leaders
from loaders.owners.person_names import is_person

BY_COMMA = Convention("before_comma", "leaders", lasting=False)


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("李  刚", ["李刚"]),
        ("冉泰休\n李  刚", ["冉泰休", "李刚"]),
        ("冉泰\n休", ["冉泰休"]),
        ("张 三 李 四", ["张三", "李四"]),
        ("杨雷、张若一，尹丹", ["杨雷", "张若一", "尹丹"]),
        ("欧阳修 诸葛亮", ["欧阳修", "诸葛亮"]),
        ("古丽·买买提、扎西次仁", ["古丽·买买提", "扎西次仁"]),
        ("副县长张三", ["张三"]),
        ("张三（副镇长）", ["张三"]),
        ("副镇长（李四）", ["李四"]),
        ("张三 副镇长", ["张三"]),
        ("李小明镇长", ["李小明"]),
        ("县委常委、副县长张三", ["张三"]),
        ("李国栋\n县委常委、常务副县长", ["李国栋"]),
        ("陈  勇 副县长、县公安局局长\n王强", ["陈勇", "王强"]),
        ("张媛媛。", ["张媛媛"]),
        ("张三 13800000000", ["张三"]),
        ("分管领导：李四；联系人：王五", ["李四"]),
    ],
)
def test_persons_are_named_without_blanks_and_posts(words: str, persons: list[str]) -> None:
    leaders = read_leaders(words)
    assert [*leaders.leaders] == persons
    assert leaders.leader_roles == ()
    assert leaders.lead_leaders == ()


@pytest.mark.parametrize(
    "words",
    [
        "镇行业分管领导",
        "分管副县长",
        "党委书记",
        "常务副县长",
        "何县长",
        "村（社区）书记",
        "单位主要负责人",
        "全体班子成员",
        "镇财政办",
    ],
)
def test_an_office_instead_of_a_name_is_a_role(words: str) -> None:
    leaders = read_leaders(words)
    assert leaders.leaders == ()
    assert leaders.leader_roles == (words,)


@pytest.mark.parametrize("words", ["", "/", "无", "XXX", "张某", "张某某", "**", "李XX", "联系人：张三"])
def test_masked_names_and_contact_persons_are_nobody(words: str) -> None:
    leaders = read_leaders(words)
    assert leaders.leaders == ()
    assert leaders.leader_roles == ()


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("张若一，杨雷", ["张若一"]),
        ("杨雷、张若一，尹丹", ["杨雷", "张若一"]),
        ("杨雷、张若一", []),
        ("杨雷", ["杨雷"]),
    ],
)
def test_a_comma_rule_says_who_leads(words: str, lead: list[str]) -> None:
    assert [*read_leaders(words, convention=BY_COMMA).lead_leaders] == lead


def test_a_rule_for_units_is_none_for_leaders() -> None:
    assert read_leaders("杨雷，张若一", convention=Convention("first", "units", lasting=True)).lead_leaders == ()


def test_all_lead_in_a_column_of_lead_leaders() -> None:
    assert read_leaders("杨雷、张若一", lead_column=True).lead_leaders == ("杨雷", "张若一")


def test_a_verb_or_a_label_in_the_cell_says_who_leads() -> None:
    assert read_leaders("张三牵头，李四配合").lead_leaders == ("张三",)
    assert read_leaders("牵头领导：张三\n责任领导：李四").lead_leaders == ("张三",)


@pytest.mark.parametrize("name", ["县长", "党建办", "分管", "领导", "水利局", "各村", "高仁乡", "李", "一二三四五", ""])
def test_other_words_are_no_person(name: str) -> None:
    assert not is_person(name)


NAMES = ["李刚", "冉泰休", "张若一", "欧阳修", "唐军", "聂志鹏", "古丽·买买提"]


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True),
    st.sampled_from(["、", "，", "\n", "  ", ",", "；"]),
)
def test_any_list_of_leaders_is_read_back(names: list[str], separator: str) -> None:
    padded = [f"{name[0]}  {name[1]}" if len(name) == len("李刚") else name for name in names]
    assert [*read_leaders(separator.join(padded)).leaders] == names


@given(st.text(alphabet=st.sampled_from("李刚张三副县长书记（）、，： \n牵头领导某*x·"), max_size=40))
def test_no_words_break_the_reader(words: str) -> None:
    leaders = read_leaders(words, convention=BY_COMMA)
    assert set(leaders.lead_leaders) <= set(leaders.leaders)
