"""The project's own terms: each that is used is defined with its words, and is used as it says of itself."""

from urllib.parse import quote

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SKOS
from rdflib.term import Node

from graph.exports.rdf import vocabulary_text
from graph.exports.rdf.vocabulary import terms
from tests.graph.examples import everything
from tests.graph.exports.rdf.graphs import as_graph, every_change

WP = Namespace("https://plangraph.example/ns#")
SCHEMA = Namespace("https://schema.org/")
NAMES = (
    RDFS.label,
    SKOS.prefLabel,
    URIRef("http://xmlns.com/foaf/0.1/name"),
    URIRef("http://purl.org/dc/terms/title"),
)
THINGS = "https://plangraph.example/id/"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=vocabulary_text("ttl"), format="turtle")


@pytest.fixture(scope="module", params=["everything", "changes"])
def graph(request: pytest.FixtureRequest) -> Graph:
    return as_graph(everything() if request.param == "everything" else every_change())


def test_every_own_term_that_is_used_is_defined_and_named_in_both_languages(graph: Graph, ontology: Graph) -> None:
    used = {p for p in graph.predicates() if str(p).startswith(WP)} | {
        c for c in graph.objects(predicate=RDF.type) if str(c).startswith(WP)
    }
    assert len(used) > 20
    for term in used:
        assert (term, RDF.type, None) in ontology, term
        for predicate in (RDFS.label, RDFS.comment):
            languages = {one.language for one in ontology.objects(term, predicate) if isinstance(one, Literal)}
            assert languages == {"zh", "en"}, term


def test_every_defined_term_is_used_somewhere(ontology: Graph) -> None:
    both = as_graph(everything()) + as_graph(every_change())
    used = set(both.predicates()) | set(both.objects(predicate=RDF.type))
    of_people = {"Decision", "verdict", "decisionKind", "name", "scope", "correctionKind", "stands", "value"}
    elsewhere = {"CollectiveActor", "responsibleParty"}
    """A class of units by their kind, and what other terms narrow."""
    of_the_whole = {"rules", "readers"}
    unused = {name for name in terms() if WP[name] not in used} - of_people - of_the_whole - elsewhere
    assert not unused
    assert {str(one).removeprefix(str(WP)) for one in ontology.subjects(RDFS.isDefinedBy)} == set(terms())


def test_each_term_narrows_one_of_another_vocabulary_or_stands_alone(ontology: Graph) -> None:
    for name in terms():
        kinds = set(ontology.objects(WP[name], RDF.type))
        assert kinds <= {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
        assert len(kinds) == 1
        assert (OWL.Class in kinds) == name[0].isupper()


def test_domains_hold(graph: Graph, ontology: Graph) -> None:
    for term in ontology.subjects(RDFS.isDefinedBy):
        domains = set(ontology.objects(term, RDFS.domain)) | set(ontology.objects(term, SCHEMA.domainIncludes))
        for subject in graph.subjects(term) if domains else ():
            assert domains & _classes(graph, ontology, subject), (term, subject)


def test_ranges_hold(graph: Graph, ontology: Graph) -> None:
    for term, wanted in ontology.subject_objects(RDFS.range):
        for value in graph.objects(predicate=term):
            if isinstance(value, Literal):
                assert _fits(value, wanted), (term, value)
            else:
                assert wanted in _classes(graph, ontology, value), (term, value)


def test_every_thing_has_a_class_and_a_name(graph: Graph) -> None:
    things = {one for triple in graph for one in triple if isinstance(one, URIRef) and one.startswith(THINGS)}
    things -= {URIRef(f"{THINGS}passage/{quote(name)}") for name in "甲乙"}  # named as sources, and not in these facts
    assert len(things) > 30
    assert not [one for one in things if (one, RDF.type, None) not in graph]
    assert not [one for one in things if not any((one, name, None) in graph for name in NAMES)]


def test_every_iri_is_ascii(graph: Graph) -> None:
    assert all(str(one).isascii() for triple in graph for one in triple if isinstance(one, URIRef))


def _classes(graph: Graph, ontology: Graph, thing: Node) -> set[Node]:
    found = set(graph.objects(thing, RDF.type))
    return found | {upper for one in found for upper in ontology.objects(one, RDFS.subClassOf)}


def _fits(value: Literal, wanted: object) -> bool:
    if wanted == RDFS.Literal:
        return True
    if wanted == RDF.langString:
        return value.language is not None
    return (value.datatype or XSD.string) == wanted
