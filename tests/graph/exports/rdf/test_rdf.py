"""The RDF export: published terms, everything said, the same bytes on every run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, PROV, RDF, SKOS, TIME, DefinedNamespace

from graph.exports.rdf import to_text, to_turtle
from graph.exports.rdf.names import Names
from graph.facts import Facts
from graph.model import NODES, RELATIONSHIPS
from tests.graph.examples import edge, everything, facts, node
from tests.graph.exports.rdf.graphs import as_graph

WP = rdflib.Namespace("https://plangraph.example/ns#")
ID = "https://plangraph.example/id/"
ROOT = Path(__file__).resolve().parents[4]


def test_the_order_of_facts_does_not_change_a_byte() -> None:
    known = everything()
    assert to_turtle(Facts(known.nodes[::-1], known.edges[::-1])) == to_turtle(known)


def test_another_run_gives_the_same_bytes() -> None:
    code = (
        "from tests.graph.examples import everything; from graph.exports.rdf import to_turtle;"
        "print(to_turtle(everything()))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_an_empty_graph_says_nothing() -> None:
    assert len(as_graph(Facts())) == 0


def test_no_node_is_blank_and_the_turtle_says_the_same_as_the_triples() -> None:
    graph = as_graph(everything())
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)
    again = rdflib.Graph().parse(data=to_text(everything(), "nt"), format="nt")
    assert set(again) == set(graph)


def test_every_node_and_relationship_is_said_with_its_terms() -> None:
    names = Names()
    graph = as_graph(everything())
    for declared in NODES:
        subject = _iri(names.thing(declared.label, f"{declared.label}1"))
        assert {_iri(names.term(c)) for c in declared.classes} <= set(graph.objects(subject, RDF.type))
        assert all((subject, _iri(names.term(p.term)), None) in graph for p in declared.properties if p.term)
    for relationship in RELATIONSHIPS:
        for start, end in relationship.ends:
            ends = _iri(names.thing(start, f"{start}1")), _iri(names.thing(end, f"{end}2"))
            assert (ends[0], _iri(names.term(relationship.term)), ends[1]) in graph


def _iri(text: str) -> rdflib.URIRef:
    return rdflib.URIRef(text[1:-1])


def test_the_base_is_a_setting() -> None:
    assert "plangraph.example" not in to_turtle(everything(), "https://data.example.org/plans/")


@pytest.mark.parametrize(
    ("prefix", "namespace"),
    [
        ("dcat", DCAT),
        ("dcterms", DCTERMS),
        ("foaf", FOAF),
        ("org", ORG),
        ("prov", PROV),
        ("rdf", RDF),
        ("skos", SKOS),
        ("time", TIME),
    ],
)
def test_terms_of_published_vocabularies_exist_in_them(prefix: str, namespace: type[DefinedNamespace]) -> None:
    start = str(Names().prefixes[prefix])
    used = {str(term) for triple in as_graph(everything()) for term in triple if str(term).startswith(start)}
    assert used
    assert all(term.removeprefix(start) in namespace for term in used)


def test_a_unit_leads_a_task_by_an_attribution_with_a_role() -> None:
    unit, task = node("Unit", "u", name="社事办", kind="body"), node("Task", "t", title="清产核资")
    graph = as_graph(facts(unit, task, edge("LEADS", unit, task, position=1, basis="label", sources=("p",))))
    attribution = graph.value(rdflib.URIRef(ID + "task/t"), PROV.qualifiedAttribution)
    assert graph.value(attribution, PROV.agent) == rdflib.URIRef(ID + "unit/u")
    assert graph.value(attribution, DCAT.hadRole) == WP["role-leadUnit"]
    assert graph.value(attribution, DCTERMS.source) == rdflib.URIRef(ID + "passage/p")
    assert (rdflib.URIRef(ID + "unit/u"), RDF.type, ORG.FormalOrganization) in graph


def test_a_name_is_never_its_own_other_spelling() -> None:
    spellings = ("社事办", "社会事务办", "镇社事办")
    unit, alone = rdflib.URIRef(ID + "unit/u"), rdflib.URIRef(ID + "unit/v")
    graph = as_graph(
        facts(
            node("Unit", "u", name="社事办", aliases=spellings, kind="body"),
            node("Unit", "v", name="党政办", aliases=("党政办",), kind="body"),
            node("Person", "p", name="冉泰休", aliases=("冉泰休",)),
        )
    )
    assert [str(one) for one in graph.objects(unit, SKOS.altLabel)] == ["社会事务办"]
    assert {str(one) for one in graph.objects(unit, WP.alias)} == set(spellings[1:])
    assert graph.value(alone, SKOS.altLabel) is None
    assert set(graph.subjects(WP.alias)) == {unit}


def test_a_leader_who_answers_first_has_a_role_of_his_own() -> None:
    person, task = node("Person", "p", name="冉泰休"), node("Task", "t")
    graph = as_graph(facts(person, task, edge("OVERSEES", person, task, lead=True)))
    assert (rdflib.URIRef(ID + "task/t"), WP.leadLeader, rdflib.URIRef(ID + "person/p")) in graph


def test_a_deadline_keeps_the_precision_of_its_words() -> None:
    task = node(
        "Task",
        "t",
        due_text="2021年6月、2021年12月底前",
        due_dates=("2021-06-30", "2021-12-31"),
        due_stated=("2021-06", "2021-12"),
    )
    graph = as_graph(facts(task))
    deadline = graph.value(rdflib.URIRef(ID + "task/t"), WP.deadline)
    end, milestone = graph.value(deadline, TIME.hasEnd), graph.value(deadline, WP.milestone)
    assert str(graph.value(end, TIME.inXSDgYearMonth)) == "2021-12"
    assert str(graph.value(milestone, TIME.inXSDgYearMonth)) == "2021-06"
    assert str(graph.value(deadline, SKOS.note)) == "2021年6月、2021年12月底前"


def test_a_task_without_a_deadline_has_none() -> None:
    assert (None, WP.deadline, None) not in as_graph(facts(node("Task", "t")))


def test_a_merger_is_a_change_event_with_its_villages() -> None:
    before = [node("Place", "a", name="福寿村", level="village"), node("Place", "b", name="忠荣村", level="village")]
    after, merger = node("Place", "c", name="福荣村", level="village"), node("ChangeEvent", "e", kind="merge")
    ends = [edge("CHANGED_BY", place, merger, role="ends", share="whole") for place in before]
    graph = as_graph(facts(*before, after, merger, *ends, edge("RESULTED_IN", merger, after, role="created")))
    event, result = rdflib.URIRef(ID + "changeevent/e"), rdflib.URIRef(ID + "place/c")
    assert set(graph.objects(event, RDF.type)) >= {ORG.ChangeEvent, WP.Merger}
    assert len(set(graph.objects(event, ORG.originalOrganization))) == 2
    assert graph.value(event, ORG.resultingOrganization) == result
    assert len(set(graph.subjects(DCTERMS.isReplacedBy, result))) == 2


@pytest.mark.parametrize(
    ("stated", "earliest", "latest", "told"),
    [
        ("2021-04-12", "2021-04-12", "2021-04-12", '"2021-04-12"^^xsd:date'),
        ("2021-04", "2021-04-01", "2021-04-30", '"2021-04"^^xsd:gYearMonth'),
        ("2021", "2021-01-01", "2021-12-31", '"2021"^^xsd:gYear'),
        ("", "2021-04-12", "2021-04-12", '"2021-04-12"^^xsd:date'),
        ("", "", "2021-04-12", '"../2021-04-12"^^edtf:EDTF'),
        ("", "2020-01-01", "", '"2020-01-01/.."^^edtf:EDTF'),
        ("", "2020-01-01", "2020-12-31", '"2020-01-01/2020-12-31"^^edtf:EDTF'),
        ("../2021-04-12", "", "2021-04-12", '"../2021-04-12"^^edtf:EDTF'),
        ("2021?", "", "", '"2021?"^^edtf:EDTF'),
        ("", "", "", None),
    ],
)
def test_a_change_has_a_published_date_as_far_as_it_is_known(
    stated: str, earliest: str, latest: str, told: str | None
) -> None:
    known = facts(node("ChangeEvent", "e", kind="merge", stated_on=stated, earliest=earliest, latest=latest))
    graph = as_graph(known)
    found = [one.n3(graph.namespace_manager) for one in graph.objects(predicate=DCTERMS.date)]
    assert found == ([told] if told else [])


def test_a_post_is_held_by_a_membership_in_its_group() -> None:
    person, post, group = node("Person", "p"), node("Post", "o", title="副组长"), node("Unit", "g", kind="steering")
    graph = as_graph(facts(person, post, group, edge("HOLDS", person, post), edge("POST_IN", post, group)))
    membership = graph.value(predicate=ORG.member, object=rdflib.URIRef(ID + "person/p"))
    assert graph.value(membership, ORG.organization) == rdflib.URIRef(ID + "unit/g")


def test_a_passage_quotes_its_place_in_the_file() -> None:
    file, passage = (
        node("File", "f"),
        node("Passage", "p", quote="责任单位：社事办", line=3, end_char=8, table_no=2, row_no=5),
    )
    graph = as_graph(facts(file, passage, edge("HAS", file, passage)))
    selectors = set(
        graph.objects(rdflib.URIRef(ID + "passage/p"), rdflib.URIRef("http://www.w3.org/ns/oa#hasSelector"))
    )
    assert len(selectors) == 3
    assert (None, RDF.value, rdflib.Literal("table=2;row=5")) in graph
    characters = rdflib.URIRef(ID + "passage/p#characters")
    end = graph.value(characters, rdflib.URIRef("http://www.w3.org/ns/oa#end"))
    assert isinstance(end, rdflib.Literal)
    assert (end.datatype, int(end)) == (rdflib.XSD.nonNegativeInteger, 8)
    assert (rdflib.URIRef(ID + "passage/p#fragment"), DCTERMS.conformsTo, WP.fragment) in graph
    assert (rdflib.URIRef(ID + "passage/p"), WP.page, None) not in graph
