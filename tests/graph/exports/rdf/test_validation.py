"""Our shapes: what the export says fits them, and each catches the fault that it is for."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, Literal, URIRef

from graph.derive.build import build
from graph.errors import FileRefusedError
from graph.exports.rdf import shards, to_text
from graph.exports.rdf.formats import FORMS
from graph.exports.rdf.validation import read_rdf, violations
from graph.facts import Edge, Facts, Node
from loaders.extract import extract
from tests.graph.examples import edge, everything, facts, node
from tests.graph.exports.rdf.graphs import every_change

BASE = "https://plangraph.example/"
WP = "https://plangraph.example/ns#"
ID = "https://plangraph.example/id/"


def whole() -> list[Node | Edge]:
    """A small graph in which nothing is wrong: a paper with a task, its owners, and two changes of places."""
    file, paper = node("File", "f", format="txt", paths=("a.txt",)), node("Document", "d", number="甲发〔2020〕1号")
    plan, task = node("Plan", "l", title="方案"), node("Task", "t", title="修路", start="2020-03", due_text="6月底前")
    task = node(
        "Task",
        "t",
        title="修路",
        start="2020-03",
        due_text="6月底前",
        due_dates=("2020-06-30",),
        due_stated=("2020-06",),
    )
    unit, person = node("Unit", "u", name="村建办", kind="body"), node("Person", "p", name="张三")
    post, passage = node("Post", "o", title="副镇长"), node("Passage", "s", quote="修路", line=1, end_char=2)
    places = [node("Place", name, name=f"{name}村", level="village") for name in ("甲", "乙", "丙", "丁")]
    first = node("ChangeEvent", "e1", kind="merge", earliest="2020-01-01", latest="2020-12-31")
    second = node("ChangeEvent", "e2", kind="rename", earliest="2021-01-01", latest="2021-12-31")
    return [
        *(file, paper, plan, task, unit, person, post, passage, *places, first, second),
        *(edge("HAS", file, passage), edge("COPY_OF", file, paper), edge("CONTAINS", paper, plan)),
        *(edge("SETS", plan, task), edge("STATED_IN", task, passage), edge("CONCERNS", task, places[0])),
        edge("LEADS", unit, task, position=1, sources=("s",)),
        edge("OVERSEES", person, task, position=1, sources=("s",)),
        *(edge("HOLDS", person, post), edge("POST_IN", post, unit)),
        *(edge("STATED_IN", change, passage) for change in (first, second)),
        edge("CHANGED_BY", places[0], first, role="ends", share="whole"),
        edge("CHANGED_BY", places[1], first, role="ends", share="whole"),
        edge("RESULTED_IN", first, places[2], role="created"),
        edge("CHANGED_BY", places[2], second, role="ends", share="whole"),
        edge("RESULTED_IN", second, places[3], role="created"),
    ]


def found(*elements: Node | Edge) -> set[str]:
    """What is wrong, in English."""
    return {one.en for one in violations(to_text(facts(*elements), "nt").encode())}


def without(kind: str, *ends: str) -> list[Node | Edge]:
    """The small graph without a relationship."""
    return [
        one
        for one in whole()
        if not (isinstance(one, Edge) and one.type == kind and {one.start[1], one.end[1]} >= set(ends))
    ]


def changed(label: str, identity: str, **values: str | int | tuple[str, ...]) -> list[Node | Edge]:
    """The small graph with other properties of a node."""
    return [
        Node(one.label, one.id, {**one.properties, **values})
        if isinstance(one, Node) and (one.label, one.id) == (label, identity)
        else one
        for one in whole()
    ]


def with_edge(kind: str, start: tuple[str, str], end: tuple[str, str], **values: str | int) -> list[Node | Edge]:
    """The small graph with one relationship more, or with other properties of it."""
    known = {(one.label, one.id): one for one in whole() if isinstance(one, Node)}
    return [*whole(), edge(kind, known[start], known[end], **values)]


def told_twice() -> list[Node | Edge]:
    again = node("ChangeEvent", "e3", kind="merge")
    known = {one.id: one for one in whole() if isinstance(one, Node)}
    return [
        *whole(),
        again,
        edge("CHANGED_BY", known["甲"], again, role="ends"),
        edge("CHANGED_BY", known["乙"], again, role="ends"),
        edge("RESULTED_IN", again, known["丙"], role="created"),
    ]


def changed_before() -> list[Node | Edge]:
    earlier = node("ChangeEvent", "e0", kind="rename", earliest="2010-01-01", latest="2010-12-31")
    known = {one.id: one for one in whole() if isinstance(one, Node)}
    return [
        *whole(),
        earlier,
        edge("CHANGED_BY", known["丁"], earlier, role="continues"),
        edge("RESULTED_IN", earlier, known["乙"], role="receives"),
    ]


def put_right() -> list[Node | Edge]:
    return changed("Task", "t", corrected=("title",), as_read=("修桥",), corrected_by=("c",))


FAULTS: dict[str, Callable[[], list[Node | Edge]]] = {
    "The task is in no plan.": lambda: without("SETS"),
    "No passage states the task.": lambda: without("STATED_IN", "t"),
    "No document contains the plan.": lambda: without("CONTAINS"),
    "No file holds the document.": lambda: without("COPY_OF"),
    "The passage is in no file.": lambda: without("HAS"),
    "The part in a task has no order.": lambda: with_edge("LEADS", ("Unit", "u"), ("Task", "t"), position=0),
    "The calendar has no such date.": lambda: changed("ChangeEvent", "e1", decided_on="2020-02-30"),
    "The change was in force before it was decided.": lambda: changed("ChangeEvent", "e1", decided_on="2021-03-01"),
    "No passage states the change.": lambda: without("STATED_IN", "e1"),
    "The unit has no name.": lambda: changed("Unit", "u", name=""),
    "The passage begins behind its end.": lambda: changed("Passage", "s", start_char=3),
    "The correction does not say by whom.": put_right,
    "The correction does not say when.": put_right,
    "The changes are a circle: a place that ended comes of what came of it.": lambda: [
        *with_edge("CHANGED_BY", ("Place", "丁"), ("ChangeEvent", "e1"), role="ends", share="whole"),
    ],
    "A place that it creates went into it.": lambda: with_edge(
        "CHANGED_BY", ("Place", "丙"), ("ChangeEvent", "e1"), role="continues"
    ),
    "The change has no kind.": lambda: changed("ChangeEvent", "e1", kind=""),
    "The change is not before its latest day.": lambda: changed("ChangeEvent", "e1", earliest="2022-01-01"),
    "The change is told twice.": told_twice,
    "A place that it creates had changed before.": changed_before,
    "A place ended, and it is neither said what came of it nor that this is unknown.": lambda: without("RESULTED_IN"),
    "The party of the change has no role.": lambda: with_edge("RESULTED_IN", ("ChangeEvent", "e1"), ("Place", "丙")),
    "The share is neither whole, part nor unknown.": lambda: with_edge(
        "CHANGED_BY", ("Place", "甲"), ("ChangeEvent", "e1"), role="ends", share="half"
    ),
    "The place has no name.": lambda: changed("Place", "甲", name=""),
    "The lineage is a circle: the place comes of itself.": lambda: [
        *with_edge("CHANGED_BY", ("Place", "丁"), ("ChangeEvent", "e1"), role="ends", share="whole")
    ],
    "The place lies within itself.": lambda: with_edge("PART_OF", ("Place", "甲"), ("Place", "甲")),
    "The deadline ends before it begins.": lambda: changed("Task", "t", start="2020-08"),
    "The person has no name.": lambda: changed("Person", "p", name=""),
    "The document replaces itself.": lambda: with_edge("REPLACES", ("Document", "d"), ("Document", "d")),
    "The task concerns what is no place.": lambda: [
        one for one in whole() if not (isinstance(one, Node) and (one.label, one.id) == ("Place", "甲"))
    ],
}


def test_nothing_is_wrong_with_a_graph_in_which_nothing_is_wrong() -> None:
    assert found(*whole()) == set()


@pytest.mark.parametrize("sentence", FAULTS)
def test_each_fault_is_caught(sentence: str) -> None:
    assert sentence in found(*FAULTS[sentence]())


def test_a_value_that_no_export_writes_is_caught_in_a_file() -> None:
    text = to_text(facts(*whole()), "nt")
    agent = f"<{ID}attribution/leads/u/t> <http://www.w3.org/ns/prov#agent> <{ID}unit/u> .\n"
    side = f"<{ID}conflict/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{WP}Conflict> .\n"
    assert agent in text
    told = {one.en for one in violations((text.replace(agent, "") + side).encode())}
    assert told == {"The part in a task names nobody.", "A conflict has two sides."}


TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
ORG = "http://www.w3.org/ns/org#"
ADDED = {
    "The unit has several names in one language.": (
        f'<{ID}unit/u> <http://www.w3.org/2004/02/skos/core#prefLabel> "城建办"@zh .\n'
    ),
    "A place that ended does not name what replaced it.": "".join(
        f"{line} .\n"
        for line in (
            f"<{ID}changeevent/x> <{TYPE}> <{ORG}ChangeEvent>",
            f"<{ID}changeevent/x> <{WP}before> <{ID}change-party/x>",
            f'<{ID}change-party/x> <{WP}role> "ends"',
            f"<{ID}change-party/x> <{WP}place> <{ID}place/%E4%B8%99>",
            f"<{ID}changeevent/x> <{ORG}resultingOrganization> <{ID}place/%E7%94%B2>",
        )
    ),
}
"""Lines that no export has, by the fault that they are."""
ADDED["The changes are a circle: a place that ended comes of what came of it."] = ADDED[
    "A place that ended does not name what replaced it."
]


@pytest.mark.parametrize("sentence", ADDED)
def test_what_somebody_adds_to_a_file_is_caught(sentence: str) -> None:
    text = to_text(facts(*whole()), "nt")
    assert sentence in {one.en for one in violations((text + ADDED[sentence]).encode())}


@pytest.mark.parametrize(
    ("day", "real"),
    [
        ("2021-13-45", False),
        ("2021-00-10", False),
        ("2021-04-31", False),
        ("2021-02-29", False),
        ("1900-02-29", False),
        ("2000-02-29", True),
        ("2024-02-29", True),
        ("2021-12-31", True),
        ("2021-13", False),
        ("2021-12", True),
    ],
)
def test_a_date_stands_in_the_calendar(day: str, real: bool) -> None:  # noqa: FBT001 - what is expected
    for label, identity, field in (("Document", "d", "issued_on"), ("Task", "t", "due")):
        told = found(*changed(label, identity, **{field: day}))
        assert (told == set()) is real
        assert told <= {"The calendar has no such date."}


def test_another_base_is_known_by_the_terms() -> None:
    text = to_text(facts(*without("SETS")), "nt", "https://data.example.org/county/")
    assert [one.en for one in violations(text.encode())] == ["The task is in no plan."]


@pytest.mark.parametrize("form", FORMS)
def test_files_of_every_form_are_read(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{form}"
    path.write_text(to_text(facts(*without("SETS")), form), encoding="utf-8")
    assert [one.zh for one in violations(read_rdf(path))] == ["任务不属于任何方案。"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.ttl", "@prefix : <"), ("a.doc", ""), ("a.nq", "<a> <b>"), ("a.nt", "\xff")]
)
def test_what_is_no_rdf_is_refused(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content.encode("latin-1"))
    with pytest.raises(FileRefusedError):
        read_rdf(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError):
        read_rdf(tmp_path / "none.ttl")


def test_nothing_is_wrong_with_the_examples(root: Path) -> None:
    known: Facts = build([extract(path) for path in sorted((root / "examples").glob("*.txt"))])
    assert violations(to_text(known, "nt").encode()) == []


def test_nothing_is_wrong_with_the_real_documents(seeds: Path) -> None:
    known: Facts = build([extract(path) for path in sorted(seeds.glob("*.txt"))])
    assert violations(to_text(known, "nt").encode()) == []


@pytest.mark.parametrize("name", ["everything", "changes", *FAULTS])
@pytest.mark.parametrize("at_a_time", [1, 5000])
def test_pieces_find_what_pyshacl_finds_in_the_whole(
    name: str, at_a_time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "_MOST", at_a_time)
    known = {"everything": everything, "changes": every_change}.get(name, lambda: facts(*FAULTS[name]()))()
    triples = to_text(known, "nt").encode()
    by_pieces = {(one.thing, one.path, one.en, one.value) for one in violations(triples)}
    text = files("graph.exports.rdf").joinpath("shapes.ttl").read_text(encoding="utf-8").replace("BASE", BASE)
    shapes = Graph().parse(data=text, format="turtle")
    _, report, _ = validate(Graph().parse(data=triples, format="nt"), shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    assert by_pieces == set(_reported(report, shapes))


def _reported(report: Graph, shapes: Graph) -> Iterator[tuple[str, str, str, str]]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceConstraint)
        own = source if isinstance(source, URIRef) else None
        at = report.objects(source, SH.message) if source else report.objects(result, SH.resultMessage)
        told = shapes.objects(own, SH.message) if own else at
        [message] = [one for one in told if isinstance(one, Literal) and one.language == "en"]
        path = report.value(result, SH.resultPath)
        shown = str(path) if isinstance(path, URIRef) else ""
        yield str(report.value(result, SH.focusNode)), shown, str(message), str(report.value(result, SH.value) or "")
