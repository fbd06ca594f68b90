"""What is one unit for certain, and what kind and level it is of."""

import pytest

from graph.identity.identity import body_ending, unit_kind, unit_level, unit_name
from graph.identity.scope import scope_of

TOWN = scope_of("大英县/蓬莱镇", "d")
COUNTY = scope_of("遂宁市/大英县", "d")
CITY = scope_of("四川省/遂宁市", "d")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("镇社事办", "社事办"),
        ("蓬莱镇社事办", "社事办"),
        ("大英县蓬莱镇社事办", "社事办"),
        ("蓬莱司法所", "司法所"),
        ("镇司法所", "司法所"),
        ("镇村建所", "村建所"),
        ("社会治理与应急管理办", "社会治理和应急管理办"),
        ("镇级有关部门", "镇级有关部门"),
        ("县财政局", "县财政局"),
        ("各村(社区)", "各村（社区）"),
        ("吊脚楼村", "吊脚楼村"),
        ("农服中心", "农服中心"),
    ],
)
def test_the_own_places_name_and_level_in_front_say_nothing(mention: str, name: str) -> None:
    assert unit_name(mention, TOWN) == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [("县财政局", "财政局"), ("大英县财政局", "财政局"), ("县委组织部", "县委组织部"), ("县级各部门", "县级各部门")],
)
def test_in_a_county_the_county_is_the_own_place(mention: str, name: str) -> None:
    assert unit_name(mention, COUNTY) == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("市民政局", "民政局"),
        ("市市场监管局", "市场监管局"),
        ("市政府办", "政府办"),
        ("市监察委", "监察委"),
        ("遂宁市水利局", "水利局"),
    ],
)
def test_in_a_city_the_city_is_the_own_place(mention: str, name: str) -> None:
    assert unit_name(mention, CITY) == name


@pytest.mark.parametrize("mention", ["市场监管局", "市委办", "市容中心", "市政管理处", "市民服务中心"])
def test_a_level_word_that_begins_a_longer_word_stays(mention: str) -> None:
    assert unit_name(mention, CITY) == mention


def test_without_a_place_names_stay_as_written() -> None:
    assert unit_name("镇社事办", scope_of(None, "d")) == "镇社事办"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("社事办", "body"),
        ("吊脚楼村", "body"),
        ("各村（社区）", "group"),
        ("各总支", "group"),
        ("县级各部门", "group"),
        ("镇级有关部门", "group"),
        ("行业主管部门", "group"),
        ("村", "group"),
        ("街道", "group"),
        ("村（社区）", "group"),
        ("领导小组", "steering"),
        ("基础教育学校布局调整工作推进小组", "steering"),
        ("各工作专班", "group"),
    ],
)
def test_groups_and_steering_groups_are_told_from_bodies(name: str, kind: str) -> None:
    assert unit_kind(name) == kind


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("社事办", "town"),
        ("县财政局", "county"),
        ("吊脚楼村", "village"),
        ("各村", "village"),
        ("村建办", "town"),
        ("各村（社区）", "village"),
        ("各乡镇（街道）", "town"),
        ("县级各部门", "county"),
        ("县委宣传部", "county"),
        ("市场监管所", "town"),
    ],
)
def test_a_unit_is_of_the_level_that_its_name_says_else_of_its_scopes(name: str, level: str) -> None:
    assert unit_level(name, TOWN) == level


def test_endings_of_one_kind_of_body_are_one() -> None:
    assert body_ending("党政办公室")[1] == body_ending("党政办")[1]
    assert body_ending("财政办")[1] != body_ending("财政所")[1]
    assert body_ending("镇应急") == ("", "")


def test_a_word_that_begins_like_a_level_is_a_name_by_itself() -> None:
    town = scope_of("清泉县/云溪镇", "paper")
    assert unit_name("镇乡村振兴办", town) == "乡村振兴办"
    assert unit_name("镇级有关部门", town) == "镇级有关部门"
