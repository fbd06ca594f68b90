"""Names that a person typed at a door: who bears them, or which names are near."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from api.ask.resolve import ids, parameters, similar, the_one
from graph.errors import NotFoundError, UsageError
from graph.facts import Facts
from graph.messages.sentences import worded
from graph.stores.open import open_store
from graph.stores.protocol import Store
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
    with pytest.raises(UsageError, match="社事办 means 2 things here: 社事办（蓬莱镇）, 社事办（金元镇）"):
        the_one(store, "units", "社事办")
    with pytest.raises(UsageError, match="盘活公有资产工作方案, 道路建设工作方案"):
        the_one(store, "plans", "工作方案")


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
