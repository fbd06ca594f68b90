"""The JSON-LD context: every short name is the term of that name, with values as the vocabulary says."""

import json

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import OWL, RDF, XSD, Graph, Literal, URIRef

from graph.exports.rdf import vocabulary_text
from graph.exports.rdf.context import context_text
from graph.exports.rdf.vocabulary import terms

BASE = "https://data.example.cn/"
CONTEXT = json.loads(context_text(BASE))["@context"]
ONTOLOGY = Graph().parse(data=vocabulary_text("ttl", BASE), format="turtle")


def said(document: dict[str, object]) -> Graph:
    """What a document in JSON-LD with this context says."""
    text = json.dumps({"@context": CONTEXT, **document})
    lines = serialize((quad.triple for quad in parse(text, format=RdfFormat.JSON_LD)), format=RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines or b"", format="nt")


@pytest.mark.parametrize("name", sorted(terms()))
def test_every_own_term_has_its_short_name(name: str) -> None:
    term = URIRef(f"{BASE}ns#{name}")
    subject = URIRef("https://other.example/x")
    if name[0].isupper():
        assert (subject, RDF.type, term) in said({"id": str(subject), "type": name})
        return
    [(_, predicate, value)] = said({"id": str(subject), name: "https://other.example/y"})
    assert predicate == term
    assert isinstance(value, URIRef) == ((term, RDF.type, OWL.ObjectProperty) in ONTOLOGY)


def test_a_document_in_short_names_says_what_the_export_does() -> None:
    subject = URIRef(f"{BASE}id/changeevent/1")
    merger: dict[str, object] = {
        "id": str(subject),
        "type": ["ChangeEvent", "Merger"],
        "originalOrganization": [f"{BASE}id/place/1", f"{BASE}id/place/2"],
        "resultingOrganization": f"{BASE}id/place/3",
        "latest": {"@value": "2021-04-12", "@type": "xsd:date"},
    }
    graph = said(merger)
    org = "http://www.w3.org/ns/org#"
    assert {str(one) for one in graph.objects(subject, URIRef(f"{org}originalOrganization"))} == {
        f"{BASE}id/place/1",
        f"{BASE}id/place/2",
    }
    assert (subject, RDF.type, URIRef(f"{org}ChangeEvent")) in graph
    assert (subject, URIRef(f"{BASE}ns#latest"), Literal("2021-04-12", datatype=XSD.date)) in graph
    assert len(list(graph)) == 6


def test_it_is_the_same_bytes_on_every_run_and_names_the_base() -> None:
    assert context_text(BASE) == context_text(BASE)
    assert CONTEXT["wp"] == f"{BASE}ns#"
