"""All facts that follow from documents: the model is kept, and neither order nor partition of the documents matters."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.decisions.decisions import Decisions, decision
from graph.derive.build import build
from graph.derive.ledger import union
from graph.facts import Edge, Facts, Node
from graph.model import node_types, relationship_types
from graph.papers.identities import identities
from graph.statements import PlanDocument, ReplacementStatement
from tests.effort import examples
from tests.graph.saying import TOWN, document, item, merger, row, seat, source

FULL = document(
    row(
        30,
        "资产清查",
        lead_units=("财政办",),
        responsible_units=("社事办", "各村(社区)"),
        leaders=("李刚",),
        due="2021-03-31",
    ),
    item(9, "资产清查", lead_units=("镇财政办",), due="2021-05-31"),
    row(
        31,
        "旅游示范",
        "在朝阳社区、福荣村和吊脚楼村实施",
        supporting_units=("团委",),
        responsible_units=("吊脚楼村",),
        places=("朝阳社区",),
    ),
    merger(50, "福寿村 忠荣村", "福荣村"),
    merger(51, "梓潼村 吊脚楼村", "吊脚楼村"),
    seat(60, "李刚", "组长", post="镇党委书记"),
    seat(61, "余敏", "成员", post="社事办主任"),
)


REPLACED = document(
    row(30, "资产清查", due="2020-12-31"),
    name="旧.txt",
    title="旧方案",
    number="大蓬委发〔2020〕26号",
    issued_on="2020-03-01",
)
FULL = replace(FULL, replacements=(ReplacementStatement(source(70), ("大蓬委发〔2020〕26号",)),))


def nodes(facts: Facts, label: str) -> list[Node]:
    return [node for node in facts.nodes if node.label == label]


def named(facts: Facts, label: str, name: str) -> Node:
    return next(
        node for node in nodes(facts, label) if name in {node.properties.get("name"), node.properties.get("title")}
    )


def edges(facts: Facts, kind: str) -> list[Edge]:
    return [edge for edge in facts.edges if edge.type == kind]


def between(facts: Facts, kind: str, start: Node, end: Node) -> Edge:
    return next(e for e in edges(facts, kind) if e.start == (start.label, start.id) and e.end == (end.label, end.id))


def test_facts_are_of_the_declared_model() -> None:
    facts = build([FULL, REPLACED])
    for node in facts.nodes:
        assert set(node.properties) == {p.name for p in node_types()[node.label].properties}, node.label
        assert node.properties["id"] == node.id
    ends = {(node.label, node.id) for node in facts.nodes}
    for edge in facts.edges:
        declared = relationship_types()[edge.type]
        assert set(edge.properties) == {p.name for p in declared.properties}, edge.type
        assert (edge.start[0], edge.end[0]) in declared.ends
        assert {edge.start, edge.end} <= ends
    assert {node.label for node in facts.nodes} == set(node_types())
    assert {edge.type for edge in facts.edges} == set(relationship_types())


def test_facts_are_sorted_and_each_stands_once() -> None:
    facts = build([FULL])
    names = [(node.label, node.id) for node in facts.nodes]
    keys = [edge.key for edge in facts.edges]
    assert names == sorted(set(names))
    assert keys == sorted(set(keys))


def test_a_task_has_its_owners_with_position_basis_and_sources() -> None:
    facts = build([FULL])
    task = named(facts, "Task", "资产清查")
    lead = between(facts, "LEADS", named(facts, "Unit", "财政办"), task)
    assert lead.properties["position"] == 1
    assert len(sources(lead)) == 2, "the row and the item both say so"
    assert between(facts, "RESPONSIBLE_FOR", named(facts, "Unit", "各村（社区）"), task).properties["position"] == 2
    assert between(facts, "OVERSEES", named(facts, "Person", "李刚"), task).properties["lead"] is False


def sources(edge: Edge) -> tuple[str, ...]:
    value = edge.properties["sources"]
    assert isinstance(value, tuple)
    return value


def test_spellings_of_a_unit_stay_as_written() -> None:
    assert named(build([FULL]), "Unit", "财政办").properties["aliases"] == ("财政办", "镇财政办")


def test_a_conflict_joins_the_two_passages() -> None:
    (conflict,) = edges(build([FULL]), "CONFLICTS")
    assert conflict.properties == {"field": "due_text", "values": ("2021-03-31", "2021-05-31")}


def test_a_task_concerns_the_villages_that_its_words_name_in_the_period_of_its_day() -> None:
    facts = build([FULL])
    task = named(facts, "Task", "旅游示范")
    places = {node.id: node for node in nodes(facts, "Place")}
    concerned = [places[e.end[1]] for e in edges(facts, "CONCERNS") if e.start[1] == task.id]
    assert {place.properties["name"] for place in concerned} == {"朝阳社区", "福荣村", "吊脚楼村"}
    later = next(place for place in concerned if place.properties["name"] == "吊脚楼村")
    assert later.properties["lasting_id"] != later.id


def test_a_village_named_as_responsible_is_a_unit_in_that_village() -> None:
    facts = build([FULL])
    unit = named(facts, "Unit", "吊脚楼村")
    assert unit.properties["level"] == "village"
    (place,) = [edge.end[1] for edge in edges(facts, "LOCATED_IN") if edge.start == ("Unit", unit.id)]
    assert next(node for node in nodes(facts, "Place") if node.id == place).properties["name"] == "吊脚楼村"


def test_a_seat_in_a_group_and_the_words_after_the_name_are_two_posts() -> None:
    facts = build([FULL])
    person = named(facts, "Person", "余敏")
    held = {edge.end[1] for edge in edges(facts, "HOLDS") if edge.start[1] == person.id}
    assert {node.properties["title"] for node in nodes(facts, "Post") if node.id in held} == {"成员", "社事办主任"}
    assert between(facts, "POST_IN", named(facts, "Post", "社事办主任"), named(facts, "Unit", "社事办"))


def test_a_role_instead_of_a_name_is_no_person() -> None:
    facts = build([document(row(9, "清查", leader_roles=("镇行业分管领导",)))])
    assert nodes(facts, "Person") == []
    assert named(facts, "Task", "清查").properties["leader_roles"] == ("镇行业分管领导",)


def test_one_name_in_two_towns_is_two_units_and_two_people() -> None:
    tasks = row(9, "清查", lead_units=("社事办",), leaders=("李刚",))
    other = document(tasks, name="b.txt", jurisdiction="大英县/金元镇", title="金元镇方案")
    facts = build([document(tasks), other])
    assert len(nodes(facts, "Unit")) == len(nodes(facts, "Person")) == 2
    assert len([node for node in nodes(facts, "Place") if node.properties["name"] == "大英县"]) == 1


def test_a_paper_without_a_place_keeps_its_names_to_itself() -> None:
    task = row(9, "清查", lead_units=("社事办",))
    files = [document(task, name=name, jurisdiction=None, issued_on="") for name in ("a.txt", "b.txt")]
    facts = build(files)
    assert len(nodes(facts, "Unit")) == 2
    assert nodes(facts, "Place") == []


def test_a_bare_steering_group_is_one_for_each_plan() -> None:
    second = replace(seat(61, "李刚", "组长"), plan=2)
    facts = build([document(seat(60, "李刚", "组长"), second, plans=("甲方案", "乙方案"))])
    assert len([unit for unit in nodes(facts, "Unit") if unit.properties["kind"] == "steering"]) == 2


def test_copies_of_a_paper_double_nothing() -> None:
    alone, both = build([FULL]), build([FULL, replace(FULL, path="b.txt", sha256="b" * 64)])
    for label in set(node_types()) - {"File", "Passage"}:
        assert nodes(alone, label) == nodes(both, label)
    assert len(nodes(both, "Passage")) == 2 * len(nodes(alone, "Passage"))


def test_every_key_of_a_task_passage_leads_to_a_task() -> None:
    facts = build([FULL])
    keys = {node.properties["key"] for node in nodes(facts, "Passage") if node.properties["kind"] == "task"}
    assert {task.id for task in nodes(facts, "Task")} <= keys
    assert "" not in keys


def test_a_decision_joins_two_units_and_taking_it_back_parts_them() -> None:
    paper = document(row(9, "甲", lead_units=("农业服务中心",)), row(10, "乙", lead_units=("农业综合服务中心",)))
    decided = Decisions().with_(decision("same", "unit", TOWN, "农业服务中心", "农业综合服务中心"))
    (unit,) = nodes(build([paper], decided), "Unit")
    assert unit.properties["name"] == "农业综合服务中心"
    assert unit.properties["aliases"] == ("农业服务中心", "农业综合服务中心")
    assert len(nodes(build([paper], Decisions()), "Unit")) == 2


def test_a_decision_joins_two_villages() -> None:
    paper = document(merger(50, "三溪口村 甲村", "丙村"), merger(51, "乙村", "山溪口村"))
    decided = Decisions().with_(decision("same", "place", TOWN, "三溪口村", "山溪口村"))
    assert len(nodes(build([paper]), "Place")) == 7
    names = {node.properties["name"] for node in nodes(build([paper], decided), "Place")}
    assert len(names & {"三溪口村", "山溪口村"}) == 1


VILLAGES = ("甲村", "乙村", "丙村", "丁村")
UNITS = ("社事办", "镇社事办", "财政办", "县财政局", "各村", "甲村", "丁村")


@st.composite
def papers(draw: st.DrawFn) -> PlanDocument:
    """A small paper of one of two towns, of their county, or of no place, with tasks and changes at random."""
    name = draw(st.sampled_from(["a", "b", "c", "d", "e"]))
    tasks: list[Any] = []
    for line in range(draw(st.integers(0, 3))):
        make = draw(st.sampled_from([row, item]))
        title, content = (
            draw(st.sampled_from(["清查", "盘活"])),
            draw(st.sampled_from(["在甲村", "在甲村、丙村", "做实"])),
        )
        units = tuple(draw(st.lists(st.sampled_from(UNITS), max_size=2, unique=True)))
        day = draw(st.sampled_from(["", "2021-03-31", "2021-12-31"]))
        tasks.append(make(10 + line, title, content, lead_units=units, leaders=("李刚",), due=day))
    for line in range(draw(st.integers(0, 2))):
        before = draw(st.lists(st.sampled_from(VILLAGES), min_size=1, max_size=2, unique=True))
        tasks.append(merger(40 + line, " ".join(before), draw(st.sampled_from(VILLAGES))))
    return document(
        *tasks,
        name=name,
        jurisdiction=draw(st.sampled_from([TOWN, "大英县/金元镇", "大英县", None])),
        title=draw(st.sampled_from(["甲通知", "乙通知"])),
        issued_on=draw(st.sampled_from(["", "2020-01-01", "2021-08-19"])),
        number=draw(st.sampled_from(["", "大蓬委发〔2021〕50号"])),
    )


def each_file_once(documents: Iterable[PlanDocument]) -> list[PlanDocument]:
    return list({document.sha256: document for document in documents}.values())


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(papers(), max_size=4).map(each_file_once), st.randoms(use_true_random=False))
def test_the_order_of_documents_never_matters(documents: list[PlanDocument], chance: Random) -> None:
    turned = documents.copy()
    chance.shuffle(turned)
    assert build(documents) == build(turned)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(papers(), max_size=4).map(each_file_once), st.integers(0, 4))
def test_documents_that_share_no_node_and_no_identity_do_not_matter_to_each_other(
    documents: list[PlanDocument], cut: int
) -> None:
    one, other = build(documents[:cut]), build(documents[cut:])
    shared = {(node.label, node.id) for node in one.nodes} & {(node.label, node.id) for node in other.nodes}
    names = [frozenset[str]().union(*map(identities, part)) for part in (documents[:cut], documents[cut:])]
    if not shared and not names[0] & names[1]:
        assert build(documents) == union([one, other])


def test_the_name_of_a_road_is_a_further_source_of_a_change_stated_elsewhere() -> None:
    road = row(30, "福寿村至忠荣村撤并建制村畅通工程")
    facts = build([document(road, merger(50, "福寿村 忠荣村", "福荣村"))])
    (change,) = nodes(facts, "ChangeEvent")
    assert len([edge for edge in edges(facts, "STATED_IN") if edge.start == ("ChangeEvent", change.id)]) == 2
    assert nodes(build([document(road)]), "ChangeEvent") == []


def test_a_town_without_its_county_is_the_town_of_the_county_once_that_is_decided() -> None:
    task = row(9, "清查", lead_units=("社事办",))
    short = document(task, name="b.txt", jurisdiction="蓬莱镇", title="另一通知")
    decided = Decisions().with_(decision("same", "place", "", "蓬莱镇", TOWN))
    assert len(nodes(build([document(task), short]), "Unit")) == 2
    facts = build([document(task), short], decided)
    assert len(nodes(facts, "Unit")) == 1
    assert {node.properties["name"] for node in nodes(facts, "Place")} == {"大英县", "蓬莱镇"}
