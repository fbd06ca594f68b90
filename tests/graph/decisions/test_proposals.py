"""What is proposed to be one, by which rule, and that it is left out once decided."""

from graph.decisions.decisions import Decisions, decision
from graph.decisions.proposals import Grade, Known, Rule, proposals, with_likely

TOWN = "大英县/蓬莱镇"


def proposed(*names: str, decisions: Decisions | None = None) -> set[tuple[str, str, Grade, Rule]]:
    known = [Known("unit", TOWN, name) for name in names]
    return {(p.name, p.other, p.grade, p.rule) for p in proposals(known, decisions or Decisions())}


def test_an_abbreviation_of_one_and_only_one_name_is_likely() -> None:
    assert proposed("自规所", "自然资源和规划所") == {("自规所", "自然资源和规划所", "likely", "abbreviation")}
    assert proposed("经发办", "经济发展办") == {("经发办", "经济发展办", "likely", "abbreviation")}
    assert proposed("党政办", "党政办公室") == {("党政办", "党政办公室", "likely", "abbreviation")}


def test_bodies_that_only_readers_knew_are_compared_too() -> None:
    assert proposed("中心法庭", "中心人民法庭") == {("中心法庭", "中心人民法庭", "likely", "abbreviation")}
    assert proposed("农业支行", "农业银行支行") == {("农业支行", "农业银行支行", "likely", "abbreviation")}
    assert proposed("市场监管局", "市场监督管理局") == {("市场监管局", "市场监督管理局", "likely", "abbreviation")}
    assert proposed("妇联", "残联") == set()


def test_an_abbreviation_that_fits_several_names_is_doubtful() -> None:
    found = proposed("农服中心", "农业服务中心", "农业综合服务中心", "农民工服务中心")
    assert {(name, grade) for name, _, grade, _ in found} == {("农服中心", "doubtful"), ("农业服务中心", "likely")}


def test_half_of_a_joint_name_is_doubtful() -> None:
    found = proposed("应急办", "应急管理办", "社会治理和应急管理办")
    assert {grade for _, _, grade, _ in found} == {"doubtful"}
    assert ("应急管理办", "社会治理和应急管理办", "doubtful", "half of a joint name") in found


def test_two_kinds_of_body_of_one_name_are_doubtful() -> None:
    assert proposed("财政办", "财政所") == {("财政办", "财政所", "doubtful", "another kind of body")}
    assert proposed("村建办", "村建所") == {("村建办", "村建所", "doubtful", "another kind of body")}


def test_two_villages_of_almost_one_name_are_doubtful() -> None:
    assert proposed("三溪口村", "山溪口村") == {("三溪口村", "山溪口村", "doubtful", "one character")}
    assert proposed("吊脚村", "吊脚楼村") == {("吊脚村", "吊脚楼村", "doubtful", "one character")}


def test_villages_on_two_sides_of_a_change_are_two() -> None:
    known = [Known("place", TOWN, name) for name in ("犀牛村", "新犀牛村")]
    assert proposals(known, Decisions(), apart=[("犀牛村", "新犀牛村")]) == ()


def test_nothing_is_proposed_over_places_or_for_groups_and_persons() -> None:
    known = [
        Known("unit", TOWN, "自规所"),
        Known("unit", "大英县/金元镇", "自然资源和规划所"),
        Known("unit", TOWN, "各村"),
        Known("unit", TOWN, "各村（社区）"),
        Known("person", TOWN, "李刚"),
        Known("person", TOWN, "李钢"),
    ]
    assert proposals(known, Decisions()) == ()


def test_what_is_decided_is_proposed_no_more() -> None:
    for verdict in ("same", "different"):
        decisions = Decisions().with_(decision(verdict, "unit", TOWN, "自规所", "自然资源和规划所"))
        assert proposed("自规所", "自然资源和规划所", decisions=decisions) == set()


def test_all_likely_ones_are_accepted_at_once_and_no_doubtful_one() -> None:
    known = [Known("unit", TOWN, name) for name in ("自规所", "自然资源和规划所", "财政办", "财政所")]
    decided = with_likely(Decisions(), proposals(known, Decisions()))
    assert decided == Decisions().with_(decision("same", "unit", TOWN, "自规所", "自然资源和规划所"))
    assert with_likely(decided, proposals(known, Decisions())) == decided


def test_a_town_whose_papers_name_no_county_may_be_the_town_of_a_county() -> None:
    known = [Known("place", "", "蓬莱镇"), Known("place", "大英县", "蓬莱镇"), Known("place", "", "金元镇")]
    (found,) = proposals(known, Decisions())
    assert (found.name, found.other, found.rule) == ("蓬莱镇", "大英县/蓬莱镇", "no place above")
