"""Names that a person typed at a door: who bears them, or which names are near."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from api.ask.resolve import ids, parameters, similar, the_one
from api.ask.thing import the_thing
from graph.errors import NotFoundError, UsageError
from graph.facts import Facts, Node
from graph.messages.sentences import worded
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.resolve import Findable
from tests.graph.examples import edge, node
from tests.queries.town import town


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with closing(open_store(":memory:")) as opened:
        opened.replace(Facts(), town())
        yield opened


def test_an_unknown_name_is_an_error_that_suggests_names_near_it(store: Store) -> None:
    with pytest.raises(NotFoundError, match=r"There is no leader 冉泰 here\. Perhaps: 冉泰休\."):
        ids(store, "leaders", "冉泰")
    with pytest.raises(NotFoundError) as raised:
        ids(store, "units", "社事")
    assert worded("zh", raised.value.message) == "没有名为“社事”的单位。是否指：社事办、镇社事办？"
    with pytest.raises(NotFoundError, match=r"There is no plan 无 here\.$"):
        ids(store, "plans", "无")


def test_a_name_that_is_borne_elsewhere_only_suggests_nothing(store: Store) -> None:
    with pytest.raises(NotFoundError, match=r"There is no leader 冉泰休 here\.$"):
        ids(store, "leaders", "冉泰休", ("jinyuan",))


def test_one_is_meant_by_a_name_or_all_are_named(store: Store) -> None:
    assert the_one(store, "units", "社事办", ("jinyuan",)).id == "sheshiban2"
    assert the_one(store, "plans", "任务清单").id == "plan4"
    with pytest.raises(UsageError, match="社事办 means 2 things here: 社事办（大英县/蓬莱镇）, 社事办（大英县/金元镇"):
        the_one(store, "units", "社事办")
    with pytest.raises(UsageError, match="盘活公有资产工作方案, 道路建设工作方案"):
        the_one(store, "plans", "工作方案")


@pytest.fixture(scope="module")
def twice() -> Iterator[Store]:
    """A town that one paper names with its county and another without: two places, until somebody decides."""
    county = place("county", "清河县", level="county")
    there, nowhere = place("there", "柳林镇"), place("nowhere", "柳林镇")
    wangs = [node("Person", f"wang-{home.id}", name="王志强", aliases=("王志强",)) for home in (there, nowhere)]
    plans = [node("Plan", f"plan-{home.id}", title="防汛方案", ordinal=1) for home in (there, nowhere)]
    papers = [node("Document", f"paper-{home.id}", title=home.id) for home in (there, nowhere)]
    homes = [
        edge("LOCATED_IN", one, home)
        for ones in (wangs, papers)
        for one, home in zip(ones, (there, nowhere), strict=True)
    ]
    contained = [edge("CONTAINS", paper, plan) for paper, plan in zip(papers, plans, strict=True)]
    nodes = (county, there, nowhere, *wangs, *plans, *papers)
    with closing(open_store(":memory:")) as opened:
        opened.replace(Facts(), Facts(nodes, (edge("PART_OF", there, county), *homes, *contained)))
        yield opened


def place(identity: str, name: str, level: str = "town") -> Node:
    return node("Place", identity, name=name, level=level, lasting_id=identity)


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("leaders", "王志强", "王志强（柳林镇，wang-nowhere）, 王志强（清河县/柳林镇）."),
        ("plans", "防汛方案", "防汛方案（柳林镇，plan-nowhere）, 防汛方案（清河县/柳林镇）."),
        ("places", "柳林镇", "柳林镇（nowhere）, 清河县/柳林镇."),
    ],
)
def test_what_exists_twice_is_told_apart_by_the_whole_way_or_the_id(
    twice: Store, kind: Findable, name: str, told: str
) -> None:
    with pytest.raises(UsageError) as raised:
        the_one(twice, kind, name)
    assert told in str(raised.value)
    assert "means 2 things" in str(raised.value)


def test_the_way_or_the_id_that_is_told_means_one(twice: Store) -> None:
    there = ids(twice, "places", "清河县/柳林镇")
    assert there == ids(twice, "places", "清河县柳林镇") == ("there",)
    assert the_one(twice, "leaders", "王志强", there).id == "wang-there"
    assert the_one(twice, "leaders", "wang-nowhere").id == "wang-nowhere"
    assert the_thing(twice, "清河县/柳林镇") == ("Place", "there")
    with pytest.raises(UsageError, match=r"here: 柳林镇（nowhere）, 清河县/柳林镇\."):
        the_thing(twice, "柳林镇")


def test_names_typed_for_a_question_become_ids_by_the_kinds_that_it_declares(store: Store) -> None:
    typed = {"leader": " 李 刚", "within": "蓬莱镇", "role": "lead", "unit": ""}
    found = parameters(store, "tasks/list", typed)
    assert found == {"leader": ("li",), "within": ("penglai",), "role": "lead", "unit": ()}
    assert parameters(store, "places/list", {"places": ["福荣村", "福寿村、福荣村"]}) == {
        "places": ("furong", "fushou")
    }
    assert parameters(store, "sources/of_tasks", {"tasks": ["t1"]}) == {"tasks": ["t1"]}
    with pytest.raises(NotFoundError, match="Perhaps: 冉泰休"):
        parameters(store, "tasks/by_leader", {"leader": "冉泰"})


def test_names_that_hold_the_one_typed_go_before_those_spelt_like_it() -> None:
    assert similar("社事", {"社事办", "镇社事办", "社会事务办"}) == ["社事办", "镇社事办"]
    assert similar("张若一", {"张若二", "李刚"}) == ["张若二"]
