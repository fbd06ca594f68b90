"""Human decisions on names: what follows from them, and what contradicts."""

import pytest

from graph.decisions.decisions import Decisions, decision
from graph.errors import UsageError

TOWN = "大英县/蓬莱镇"
SAME = decision("same", "unit", TOWN, "农业服务中心", "农业综合服务中心")


def test_names_decided_to_be_the_same_stand_under_the_longest() -> None:
    decisions = Decisions().with_(SAME).with_(decision("same", "unit", TOWN, "农服中心", "农业服务中心"))
    assert decisions.canonical("unit", TOWN, "农服中心") == "农业综合服务中心"
    assert decisions.canonical("unit", "大英县/金元镇", "农服中心") == "农服中心"
    assert decisions.canonical("person", TOWN, "农服中心") == "农服中心"
    assert decisions.verdict("unit", TOWN, ("农服中心", "农业综合服务中心")) == "same"


def test_a_decision_is_made_in_normal_form_and_in_either_order() -> None:
    assert decision("same", "unit", TOWN, "农业综合服务中心", "农业 服务中心") == SAME


def test_a_decision_to_differ_holds_for_all_names_of_both() -> None:
    apart = decision("different", "unit", TOWN, "农业综合服务中心", "农民工服务中心")
    decisions = Decisions().with_(SAME).with_(apart)
    assert decisions.verdict("unit", TOWN, ("农业服务中心", "农民工服务中心")) == "different"
    assert decisions.verdict("unit", TOWN, ("农业服务中心", "司法所")) is None


def test_a_decision_can_be_changed_and_taken_back() -> None:
    changed = Decisions().with_(SAME).with_(decision("different", "unit", TOWN, "农业服务中心", "农业综合服务中心"))
    assert len(changed.all) == 1
    assert changed.without(changed.all[0]) == Decisions()
    with pytest.raises(UsageError, match="No such decision"):
        Decisions().without(SAME)


def test_decisions_that_contradict_each_other_are_refused() -> None:
    decisions = Decisions().with_(SAME).with_(decision("same", "unit", TOWN, "农服中心", "农业服务中心"))
    with pytest.raises(UsageError, match="different and, over others, the same"):
        decisions.with_(decision("different", "unit", TOWN, "农服中心", "农业综合服务中心"))


def test_one_name_cannot_be_decided_on() -> None:
    with pytest.raises(UsageError, match="one name already"):
        decision("same", "unit", TOWN, "李 刚", "李刚")
