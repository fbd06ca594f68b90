"""The forms of RDF: they say the same, in one order, with a graph for each passage and each word of a person."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from graph.exports.rdf import formats, to_text
from graph.exports.rdf.formats import FORMS
from graph.facts import Facts, Node
from tests.graph.examples import edge, everything, facts, node

READ = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
}
ID = "https://plangraph.example/id/"
ROOT = Path(__file__).resolve().parents[4]
CORRECTION = Node(
    "Correction",
    "c",
    {
        "id": "c",
        "what": "task",
        "field": "title",
        "quote": "清产核姿",
        "says": "{}",
        "who": "王芳",
        "made_on": "2026-11-30T08:00:00+08:00",
        "why": "错字",
    },
)
DECISION = Node(
    "Decision",
    "d",
    {
        "id": "d",
        "verdict": "same",
        "kind": "unit",
        "place": "甲县/乙镇",
        "names": ("社事办", "社会事务办"),
        "who": "",
        "decided_on": "",
        "why": "",
    },
)


def text(term: object) -> str:
    """The text of a term."""
    return str(getattr(term, "value", ""))


def quads(known: Facts, form: str, *records: Node) -> set[Quad]:
    return set(parse(to_text(known, form, records=records).encode(), format=READ[form]))


def stated() -> Facts:
    """A task whose title a person corrected, stated by a passage, with a unit."""
    passage = node("Passage", "p", quote="清产核姿", line=1, end_char=4)
    task = node(
        "Task",
        "t",
        title="清产核资",
        category="资产",
        standing="p",
        corrected=("title",),
        as_read=("清产核姿",),
        corrected_by=("c",),
    )
    unit = node("Unit", "u", name="社事办", kind="body")
    given = edge("LEADS", unit, task, position=1, sources=("p",))
    return facts(passage, task, unit, given, edge("STATED_IN", task, passage))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same(form: str) -> None:
    triples = {one.triple for one in quads(everything(), form)}
    assert triples == {one.triple for one in quads(everything(), "nt")}
    assert len(triples) > 500


@pytest.mark.parametrize("form", FORMS)
def test_no_order_of_facts_changes_a_byte(form: str) -> None:
    known = everything()
    assert to_text(Facts(known.nodes[::-1], known.edges[::-1]), form) == to_text(known, form)


@pytest.mark.parametrize("form", FORMS)
def test_no_line_is_written_twice(form: str) -> None:
    said = list(parse(to_text(everything(), form).encode(), format=READ[form]))
    assert len(said) == len(set(said))


def test_another_run_gives_the_same_bytes() -> None:
    code = (
        "import sys; from tests.graph.examples import everything; from graph.exports.rdf import export, FORMS;"
        "[export(everything(), one, sys.stdout.buffer) for one in FORMS]"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("run", [1, 7, 100, 10_000_000])
def test_sorting_by_way_of_files_changes_nothing(monkeypatch: pytest.MonkeyPatch, run: int) -> None:
    whole = to_text(stated(), "nq")
    monkeypatch.setattr(formats, "_RUN", run)
    assert to_text(stated(), "nq") == whole


@pytest.mark.parametrize("form", ["trig", "nq", "jsonld"])
def test_a_passage_is_the_graph_of_what_it_says(form: str) -> None:
    passage = NamedNode(f"{ID}passage/p")
    said = {one for one in quads(stated(), form) if one.graph_name == passage}
    about = {(one.subject, one.predicate.value.rpartition("#")[2]) for one in said}
    task = NamedNode(f"{ID}task/t")
    assert {(task, "category"), (task, "leadUnit")} <= about
    assert (task, "prefLabel") not in about


@pytest.mark.parametrize("form", ["ttl", "nt", "rdfxml"])
def test_forms_without_graphs_name_the_source(form: str) -> None:
    said = quads(stated(), form)
    assert {one.graph_name for one in said} == {DefaultGraph()}
    sources = {text(one.subject) for one in said if one.predicate.value == "http://purl.org/dc/terms/source"}
    assert sources >= {f"{ID}task/t", f"{ID}attribution/leads/u/t"}


def test_a_correction_is_a_graph_with_what_it_says_and_who_said_so() -> None:
    said = quads(stated(), "trig", CORRECTION)
    graph = NamedNode(f"{ID}correction/c")
    within = {(one.predicate.value.rpartition("#")[2], text(one.object)) for one in said if one.graph_name == graph}
    assert {("prefLabel", "清产核资"), ("asRead", "清产核姿")} <= within
    about = {
        one.predicate.value.rpartition("/")[2]: text(one.object)
        for one in said
        if one.subject == graph and one.graph_name == DefaultGraph()
    }
    assert about["creator"] == "王芳"
    assert about["created"] == "2026-11-30T08:00:00+08:00"
    assert about["description"] == "错字"


def test_a_decision_is_a_graph_with_what_it_says() -> None:
    graph = NamedNode(f"{ID}decision/d")
    within = [one for one in quads(stated(), "nq", DECISION) if one.graph_name == graph]
    assert sorted(text(one.object) for one in within if one.predicate.value.endswith("#name")) == [
        "社事办",
        "社会事务办",
    ]


def test_words_of_any_kind_come_back_as_they_were() -> None:
    words = '引"号\\反斜\n换行\t制表\r回车\x01𠮷<>'
    said = quads(facts(node("Passage", "p", quote=words, line=1)), "nq")
    assert words in {text(one.object) for one in said if one.predicate.value == "http://www.w3.org/ns/oa#exact"}


def test_json_ld_is_json() -> None:
    assert json.loads(to_text(stated(), "jsonld"))
