"""Editions and revisions as facts: the value shown and the source called standing are of one statement, always."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.decisions.decisions import Decisions, decision
from graph.derive.build import build
from graph.facts import Facts, Node
from graph.statements import PlanDocument, ReplacementStatement, TaskStatement, from_says
from tests.effort import examples
from tests.graph.saying import document, item, row, source

NUMBER = "大蓬委发〔2021〕26号"
UNITS = ("财政办", "社事办", "党建办")
TITLES = ("资产清查", "盘活资产", "健全制度", "修建道路")
DUES = ("", "2021-03-31", "2021-05-31")
DAYS = ("", "2021-08-19", "2021-09-01")

statements = st.builds(
    lambda form, line, title, unit, due, leader: (row if form == "row" else item)(
        line,
        title,
        lead_units=unit,
        due=due,
        leaders=leader,
    ),
    st.sampled_from(("row", "item")),
    st.integers(10, 60),
    st.sampled_from(TITLES),
    st.sampled_from(((), *((unit,) for unit in UNITS))),
    st.sampled_from(DUES),
    st.sampled_from(((), ("李刚",), ("余敏",))),
)


@st.composite
def editions(draw: st.DrawFn) -> list[PlanDocument]:
    """Two or three files of one issue number, with tasks, days of issue and words of replacement at random."""
    files = []
    for name in draw(st.sampled_from((("a", "b"), ("a", "b", "c")))):
        said = draw(st.lists(statements, min_size=1, max_size=5, unique_by=lambda one: one.source.start))
        file = document(*said, name=name, number=NUMBER, issued_on=draw(st.sampled_from(DAYS)))
        stands = (ReplacementStatement(source(9)),) if draw(st.booleans()) else ()
        files.append(replace(file, replacements=stands))
    return files


def said_in(facts: Facts) -> dict[str, TaskStatement]:
    """What each passage of a task says, by its id."""
    found = {}
    for node in facts.nodes:
        if node.label == "Passage" and node.properties["kind"] == "task":
            statement = from_says("task", str(node.properties["says"]))
            assert isinstance(statement, TaskStatement)
            found[node.id] = statement
    return found


def file_of(facts: Facts) -> dict[str, Node]:
    """The file of each passage, by its id."""
    files = {node.id: node for node in facts.nodes if node.label == "File"}
    return {edge.end[1]: files[edge.start[1]] for edge in facts.edges if edge.type == "HAS"}


def tasks_in(facts: Facts) -> list[Node]:
    return [node for node in facts.nodes if node.label == "Task"]


def sources_of(facts: Facts, task: Node) -> list[str]:
    return [edge.end[1] for edge in facts.edges if edge.type == "STATED_IN" and edge.start == ("Task", task.id)]


def leaders_of(facts: Facts, kind: str, task: Node) -> dict[str, tuple[str, ...]]:
    """The sources of each relationship of a kind to a task, by the name at its other end."""
    names = {node.id: str(node.properties.get("name", "")) for node in facts.nodes}
    found = {}
    for edge in facts.edges:
        if edge.type == kind and edge.end == ("Task", task.id):
            sources = edge.properties["sources"]
            assert isinstance(sources, tuple)
            found[names[edge.start[1]]] = sources
    return found


def check(facts: Facts) -> None:
    """Every value of a task is that of its standing source, or, where that is silent, of another of its edition."""
    said, files = said_in(facts), file_of(facts)
    for task in tasks_in(facts):
        standing = str(task.properties["standing"])
        sources = sources_of(facts, task)
        assert standing in sources
        own = [one for one in sources if files[one].properties["edition"] == files[standing].properties["edition"]]
        first = said[standing]
        given = [said[one] for one in own]
        due = task.properties["due_text"]
        assert due == first.due_text or (not first.due_text and due in {one.due_text for one in given})
        leads = leaders_of(facts, "LEADS", task)
        if first.lead_units:
            assert set(leads) == set(first.lead_units)
            assert all(found[0] == standing for found in leads.values())
        else:
            assert all(any(set(leads) == set(one.lead_units) for one in given) for _ in leads)
        overseen = leaders_of(facts, "OVERSEES", task)
        if first.leaders:
            assert set(overseen) == set(first.leaders)


def decided(files: Sequence[PlanDocument], first: int) -> Decisions:
    """That one file stands over all others."""
    decisions = Decisions()
    for other in files:
        if other is not files[first]:
            decisions = decisions.with_(decision("stands", "edition", "", files[first].sha256, other.sha256))
    return decisions


@settings(max_examples=examples(300), deadline=None)
@given(editions(), st.integers(-1, 1))
def test_value_and_standing_source_are_of_one_statement_in_all_orders_of_loading(
    files: list[PlanDocument], first: int
) -> None:
    decisions = Decisions() if first < 0 else decided(files, first)
    facts = build(files, decisions)
    check(facts)
    for order in permutations(files):
        assert build(order, decisions) == facts


@settings(max_examples=examples(200), deadline=None)
@given(editions(), st.integers(0, 1))
def test_of_decided_editions_the_tasks_that_count_are_those_of_the_one_that_stands(
    files: list[PlanDocument], first: int
) -> None:
    facts = build(files[:2], decided(files[:2], first))
    assert {node.properties["edition_state"] for node in facts.nodes if node.label == "File"} == {"stands", "replaced"}
    alone = build([files[first]])
    standing = {node.id for node in tasks_in(facts) if not node.properties["replaced"]}
    assert len(standing) == len(tasks_in(alone))
    kept = {node.properties["standing"] for node in tasks_in(facts) if node.id in standing}
    assert kept == {node.properties["standing"] for node in tasks_in(alone)}


OLD = document(
    row(30, "资产清查", lead_units=("财政办",), due="2021-03-31"),
    row(31, "盘活资产", lead_units=("社事办",)),
    name="old",
    number=NUMBER,
    issued_on="2021-03-01",
)
NEW = document(
    row(30, "资产清查", lead_units=("财政办",), due="2021-05-31"),
    row(32, "健全制度", lead_units=("社事办",)),
    name="new",
    number=NUMBER,
    issued_on="2021-08-19",
)


def task(facts: Facts, title: str, *, replaced: bool) -> Node:
    (found,) = [
        node
        for node in tasks_in(facts)
        if node.properties["title"] == title and node.properties["replaced"] is replaced
    ]
    return found


def test_an_edition_that_was_replaced_keeps_its_tasks_and_leads_to_those_that_follow() -> None:
    facts = build([OLD, NEW])
    old, new = task(facts, "资产清查", replaced=True), task(facts, "资产清查", replaced=False)
    assert (old.properties["due"], new.properties["due"]) == ("2021-03-31", "2021-05-31")
    assert (old.properties["set_on"], old.properties["replaced_on"]) == ("2021-03-01", "2021-08-19")
    (revises,) = [edge for edge in facts.edges if edge.type == "REVISES"]
    assert (revises.start[1], revises.end[1], revises.properties["basis"]) == (new.id, old.id, "key")
    assert not [edge for edge in facts.edges if edge.type == "CONFLICTS"]


def test_the_id_of_a_task_leads_to_what_stands_and_that_of_a_dropped_one_to_what_it_was() -> None:
    before = {node.properties["title"]: node.id for node in tasks_in(build([OLD]))}
    facts = build([OLD, NEW])
    assert task(facts, "资产清查", replaced=False).id == before["资产清查"]
    assert task(facts, "盘活资产", replaced=True).id == before["盘活资产"]


def other_number(file: PlanDocument, *numbers: str) -> PlanDocument:
    """The same as a paper of its own, that ends others by their numbers."""
    head = replace(file.head, number="大蓬委发〔2021〕50号", title="关于印发新方案的通知")
    said = (ReplacementStatement(source(9), numbers),) if numbers else ()
    return replace(file, head=head, replacements=said)


def test_a_paper_that_names_another_replaces_all_its_editions() -> None:
    third = replace(NEW, sha256="f" * 64, path="third", tasks=OLD.tasks[:1], head=replace(NEW.head, issued_on=""))
    later = other_number(replace(NEW, head=replace(NEW.head, issued_on="2021-12-01")), NUMBER)
    old_new = replace(NEW, sha256="e" * 64, path="second")
    facts = build([OLD, old_new, third, later])
    standing = [node for node in tasks_in(facts) if not node.properties["replaced"]]
    assert sorted(str(node.properties["title"]) for node in standing) == ["健全制度", "资产清查"]
    (replaces,) = [edge for edge in facts.edges if edge.type == "REPLACES"]
    documents = {node.id: node for node in facts.nodes if node.label == "Document"}
    assert documents[replaces.end[1]].properties["replaced_on"] == "2021-12-01"
    assert documents[replaces.start[1]].properties["replaced"] is False
    sources = replaces.properties["sources"]
    assert isinstance(sources, tuple)
    assert len(sources) == 1


def test_papers_of_two_numbers_are_two_though_issuer_title_and_day_agree() -> None:
    other = replace(OLD, sha256="e" * 64, head=replace(OLD.head, number="大蓬委发〔2021〕50号"))
    said = replace(other, replacements=(ReplacementStatement(source(9), (NUMBER,)),))
    bare = replace(OLD, sha256="d" * 64, head=replace(OLD.head, number=""))
    for files in permutations([OLD, said, bare]):
        facts = build(files)
        documents = [node for node in facts.nodes if node.label == "Document"]
        assert sorted((node.properties["number"], node.properties["replaced"]) for node in documents) == [
            (NUMBER, True),
            ("大蓬委发〔2021〕50号", False),
        ]
    assert {node.id for node in tasks_in(build([OLD]))} <= {node.id for node in tasks_in(build([OLD, said]))}


def test_a_paper_cannot_end_one_that_was_issued_later_and_two_cannot_end_each_other() -> None:
    earlier = other_number(replace(OLD, sha256="e" * 64), NUMBER)
    assert not any(node.properties["replaced"] for node in tasks_in(build([earlier, NEW])))
    one = replace(OLD, replacements=(ReplacementStatement(source(9), ("大蓬委发〔2021〕50号",)),))
    other = other_number(replace(OLD, sha256="e" * 64), NUMBER)
    assert not any(node.properties["replaced"] for node in tasks_in(build([one, other])))


def test_a_person_can_say_which_paper_stands_or_that_none_does() -> None:
    other = other_number(NEW)
    names = ("大蓬委发〔2021〕50号", NUMBER)
    stands = Decisions().with_(decision("stands", "paper", "", *names))
    assert any(edge.type == "REPLACES" for edge in build([OLD, other], stands).edges)
    assert not any(edge.type == "REPLACES" for edge in build([OLD, other]).edges)
    apart = Decisions().with_(decision("different", "paper", "", *names))
    said = other_number(NEW, NUMBER)
    assert not any(edge.type == "REPLACES" for edge in build([OLD, said], apart).edges)


def test_a_paper_is_named_by_its_title_within_its_scope() -> None:
    said = replace(other_number(NEW), replacements=(ReplacementStatement(source(9), (), ("盘活资产工作方案",)),))
    said = replace(said, plans=(replace(said.plans[0], title="新方案"),))
    assert any(edge.type == "REPLACES" for edge in build([OLD, said]).edges)
    elsewhere = replace(said, head=replace(said.head, jurisdiction="大英县/金元镇"))
    assert not any(edge.type == "REPLACES" for edge in build([OLD, elsewhere]).edges)
