"""The graph as RDF: every node and relationship on published vocabularies, in Turtle that is the same on every run.

The plain terms stand in `graph.model`; what needs more than one triple is in `graph.exports.rdf_shapes`.
"""

from collections.abc import Iterator

from rdflib import Graph, URIRef
from rdflib.namespace import NamespaceManager

from graph.exports import rdf_shapes as shapes
from graph.exports.rdf_shapes import Triple
from graph.exports.rdf_terms import CHANGE_CLASSES, DEFAULT_BASE, PLACE_CLASSES, UNIT_CLASSES, Names, literal, stated
from graph.facts import Edge, Facts, Node
from graph.model import node_types, relationship_types


def to_turtle(facts: Facts, base: str = DEFAULT_BASE) -> str:
    """All facts as Turtle, things named under `base`, an absolute IRI that ends in / or #; it bears no date."""
    return to_graph(facts, base).serialize(format="turtle")


def to_graph(facts: Facts, base: str = DEFAULT_BASE) -> Graph:
    """All facts as an rdflib graph."""
    names = Names(base)
    graph = Graph(bind_namespaces="none")
    graph.namespace_manager = _TermsOnly(graph, names.things)
    for prefix, namespace in names.prefixes.items():
        graph.bind(prefix, namespace)
    for triple in triples(facts, names):
        graph.add(triple)
    return graph


class _TermsOnly(NamespaceManager):
    """Short names for terms alone: rdflib seeks one for every thing among all others, at a cost that is quadratic."""

    def __init__(self, graph: Graph, things: str) -> None:
        super().__init__(graph, bind_namespaces="none")
        self._things = things

    def compute_qname(self, uri: str, generate: bool = True) -> tuple[str, URIRef, str]:  # noqa: FBT001, FBT002
        if uri.startswith(self._things):
            raise KeyError(uri)
        return super().compute_qname(uri, generate)


def triples(facts: Facts, names: Names) -> Iterator[Triple]:
    """All triples that say these facts; some are said twice."""
    if facts.nodes:
        yield from shapes.definitions(names)
    for node in facts.nodes:
        yield from _node(names, node)
    bodies = _bodies(facts)
    for edge in facts.edges:
        yield from _edge(names, edge)
        if edge.type == "HOLDS":
            yield from shapes.membership(names, edge, bodies.get(edge.end[1], ()))
    yield from _successors(names, facts)


def _node(names: Names, node: Node) -> Iterator[Triple]:
    declared = node_types()[node.label]
    subject = names.thing(node.label, node.id)
    for curie in (*declared.classes, *_classes(node)):
        yield subject, names.term("rdf:type"), names.term(curie)
    for p in declared.properties:
        value = node.properties[p.name]
        if p.term and not (node.label == "Passage" and value == 0):
            for single in stated(value):
                yield subject, names.term(p.term), literal(p.term, single)
    yield from _more(names, node, subject)


def _classes(node: Node) -> tuple[str, ...]:
    """The classes that a node's own kind or level gives it."""
    kind, level = str(node.properties.get("kind", "")), str(node.properties.get("level", ""))
    match node.label:
        case "Unit":
            return UNIT_CLASSES.get(kind, ("org:Organization",))
        case "Place":
            return (PLACE_CLASSES[level],) if level in PLACE_CLASSES else ()
        case "ChangeEvent":
            return (CHANGE_CLASSES[kind],) if kind in CHANGE_CLASSES else ()
        case _:
            return ()


def _more(names: Names, node: Node, subject: URIRef) -> Iterator[Triple]:
    """What a label says beside its plain terms."""
    match node.label:
        case "File":
            yield subject, names.term("dcterms:identifier"), literal("dcterms:identifier", f"sha256:{node.id}")
        case "Passage":
            yield from shapes.quote(names, node)
        case "Task":
            yield from shapes.deadline(names, node)
            yield from shapes.corrections(names, node)
        case "Document":
            yield from shapes.corrections(names, node)
        case "Place":
            yield subject, names.term("locn:geographicName"), literal("", str(node.properties["name"]))
            lasting = str(node.properties["lasting_id"])
            if lasting:
                yield subject, names.term("dcterms:isVersionOf"), names.thing("lasting-place", lasting)


def _edge(names: Names, edge: Edge) -> Iterator[Triple]:
    declared = relationship_types()[edge.type]
    start, end = names.thing(*edge.start), names.thing(*edge.end)
    yield start, names.term(declared.term), end
    if declared.inverse:
        yield end, names.term(declared.inverse), start
    match edge.type:
        case "LEADS" | "RESPONSIBLE_FOR" | "SUPPORTS" | "OVERSEES":
            yield from shapes.attribution(names, edge)
        case "CHANGED_BY" | "RESULTED_IN":
            yield from shapes.party(names, edge)
        case "CONFLICTS":
            yield from shapes.conflict(names, edge)
        case "HAS":
            yield end, names.term("oa:hasSource"), start
        case "HOLDS":
            pass  # its sources stand on the membership
        case _ if declared.properties:
            yield from shapes.statement(names, edge)


def _bodies(facts: Facts) -> dict[str, tuple[str, ...]]:
    """The units, by id, that each post is in."""
    bodies: dict[str, tuple[str, ...]] = {}
    for edge in facts.edges:
        if edge.type == "POST_IN":
            bodies[edge.start[1]] = (*bodies.get(edge.start[1], ()), edge.end[1])
    return bodies


def _successors(names: Names, facts: Facts) -> Iterator[Triple]:
    """The short way for browsers from a place that ended to what came of it."""
    results: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for edge in facts.edges:
        if edge.type == "RESULTED_IN":
            results.setdefault(edge.start, []).append(edge.end)
    for edge in facts.edges:
        if edge.type == "CHANGED_BY" and edge.properties["role"] == "ends":
            for result in results.get(edge.end, ()):
                yield names.thing(*edge.start), names.term("dcterms:isReplacedBy"), names.thing(*result)
