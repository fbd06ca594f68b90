"""Facts as RDF: every node and relationship on published vocabularies, each triple with the graphs that state it.

A graph is a passage, which says its triples in the words that it quotes, or a correction or decision of a person. A
triple in no graph follows from the model or from several passages together, or describes a graph. The plain terms stand
in `graph.model`; what needs more than one triple is in `graph.exports.rdf.patterns`.
"""

from collections.abc import Iterable, Iterator

from graph.exports.rdf import patterns
from graph.exports.rdf.names import Names, plain, stated, words
from graph.exports.rdf.patterns import Triple, label, literal, typed
from graph.exports.rdf.people import correction, recorded
from graph.exports.rdf.vocabulary import (
    CHANGE_CLASSES,
    CONCEPTS,
    PLACE_CLASSES,
    UNIT_CLASSES,
    concept,
    concept_of,
    concepts,
)
from graph.facts import Edge, Facts, Node
from graph.keywords import word
from graph.model import node_types, relationship_types

Quad = tuple[str, str, str, tuple[str, ...]]
"""Subject, predicate, object, and the graphs that state it; () for the default graph."""

NAMED = ("skos:prefLabel", "foaf:name", "dcterms:title")
"""Predicates that say what a thing is called."""


def quads(
    facts: Facts, names: Names, records: Iterable[Node] = (), teller: "QuadTeller | None" = None
) -> Iterator[Quad]:
    """All quads that say these facts, what people decided and corrected, and by what the facts were made (`records`);
    some are said twice. Where the facts are a part of others, the `teller` of those makes the quads the same as there.
    """
    yield from _in((), concepts(names))
    told = teller or QuadTeller(facts, names, records)
    for node in facts.nodes:
        yield from told.node(node)
    for edge in facts.edges:
        yield from told.edge(edge)
    yield from _in((), told.successors(facts.edges))
    for record in records:
        graph, described, said = recorded(names, record)
        yield from _in((), described)
        yield from _in((graph,), said)


class QuadTeller:
    """Tells of single nodes and relationships, and knows the facts around them on which some triples hang."""

    def __init__(self, facts: Facts, names: Names, records: Iterable[Node] = ()) -> None:
        """The teller of nodes and relationships that stand among these facts, with what people corrected there."""
        self._names = names
        self._passages: dict[tuple[str, str], tuple[str, ...]] = {}
        self._bodies: dict[str, tuple[str, ...]] = {}
        self._results: dict[str, tuple[str, ...]] = {}
        self._sides = _sides(facts)
        self._tasks = {node.id: node for node in facts.nodes if node.label == "Task"}
        self._titles = {node.id: str(node.properties["title"]) for node in facts.nodes if node.label == "Post"}
        self._papers = {
            str(node.properties["number"]): names.thing("Document", node.id)
            for node in sorted(facts.nodes, key=lambda one: one.id, reverse=True)
            if node.label == "Document" and node.properties["number"]
        }
        self._corrections = {one.id: one for one in records if one.label == "Correction"}
        self._hung = {
            names.thing("Passage", node.id): [str(one) for one in stated(node.properties["corrections"])]
            for node in (facts.nodes if self._corrections else ())
            if node.label == "Passage" and node.properties["corrections"]
        }
        for edge in facts.edges:
            if edge.type == "STATED_IN":
                self._passages[edge.start] = (*self._passages.get(edge.start, ()), names.thing(*edge.end))
            elif edge.type == "POST_IN":
                self._bodies[edge.start[1]] = (*self._bodies.get(edge.start[1], ()), edge.end[1])
            elif edge.type == "RESULTED_IN":
                self._results[edge.start[1]] = (*self._results.get(edge.start[1], ()), names.thing(*edge.end))

    def node(self, node: Node) -> Iterator[Quad]:
        """What is said of a node."""
        names = self._names
        declared = node_types()[node.label]
        subject = names.thing(node.label, node.id)
        yield from _in((), typed(names, subject, *declared.classes, *_classes(node)))
        graphs = self._stating(node)
        corrected = {**self._corrected_statement(node), **dict(patterns.corrected_by(names, node))}
        for p in declared.properties:
            value = node.properties[p.name]
            if not p.term or (node.label == "Passage" and value == 0):
                continue
            at = corrected.get(p.name, graphs)
            if p.term in CONCEPTS:
                for single in stated(value):
                    yield from _in((), concept(names, CONCEPTS[p.term], str(single)))
                    yield subject, names.term(p.term), concept_of(names, CONCEPTS[p.term], str(single)), at
            else:
                for single in _others(node, stated(value)) if p.name == "aliases" else stated(value):
                    yield subject, names.term(p.term), literal(p.term, single), at
        yield from _in((), _called(names, node, subject, self._sides.get(node.id, "")))
        for triple, by in patterns.revisions(names, node):
            yield *triple, (by,)
            yield from _in((), correction(names, by))
        if node.label == "Task":
            yield from _in(corrected.get("due_text", graphs), patterns.deadline(names, node))
        elif node.label == "ChangeEvent":
            yield from _in(corrected.get("stated_on", graphs), patterns.change_date(names, node))
        yield from _in(graphs, self._more(node, subject))

    def edge(self, edge: Edge) -> Iterator[Quad]:
        """What is said of a relationship."""
        names = self._names
        declared = relationship_types()[edge.type]
        start, end = names.thing(*edge.start), names.thing(*edge.end)
        corrections = patterns.owner_corrections(names, edge, self._tasks.get(edge.end[1]))
        graphs = patterns.passages(names, edge) if corrections is None else corrections
        yield start, names.term(declared.term), end, graphs
        if declared.inverse:
            yield end, names.term(declared.inverse), start, graphs
        for graph in corrections or ():
            yield from _in((), correction(names, graph))
        yield from _in(graphs, self._borne(edge, start, end, graphs))

    def successors(self, edges: Iterable[Edge]) -> Iterator[Triple]:
        """The short way for browsers from a place that ended to what came of it."""
        for edge in edges:
            if edge.type == "CHANGED_BY" and edge.properties["role"] == "ends":
                for result in self._results.get(edge.end[1], ()):
                    yield self._names.thing(*edge.start), self._names.term("dcterms:isReplacedBy"), result

    def _stating(self, node: Node) -> tuple[str, ...]:
        """The passages whose words a node's properties are: the standing one of a task, else all that state it."""
        standing = str(node.properties.get("standing", ""))
        if standing:
            return (self._names.thing("Passage", standing),)
        return self._passages.get((node.label, node.id), ())

    def _corrected_statement(self, node: Node) -> dict[str, tuple[str, ...]]:
        """The properties of a plan or a change that are as a person's correction of its passage says, each with the
        graph of the correction.
        """
        found: dict[str, tuple[str, ...]] = {}
        for passage in self._passages.get((node.label, node.id), ()) if self._hung else ():
            for by in self._hung.get(passage, ()):
                if by in self._corrections:
                    filled = patterns.filled_by(node, self._corrections[by])
                    found |= dict.fromkeys(filled, (self._names.thing("correction", by),))
        return found

    def _more(self, node: Node, subject: str) -> Iterator[Triple]:
        """What a label says beside its plain terms."""
        names, said = self._names, node.properties
        match node.label:
            case "File":
                yield subject, names.term("dcterms:identifier"), plain(f"sha256:{node.id}")
                yield from patterns.media_type(names, node)
            case "Passage":
                yield from patterns.quote(names, node)
            case "Unit":
                for spelling in _others(node, stated(said["aliases"]))[:1]:
                    yield subject, names.term("skos:altLabel"), words(spelling)
            case "Post":
                yield from patterns.role(names, node)
            case "ChangeEvent":
                yield from patterns.framework(names, node, self._papers)
            case "Place":
                yield subject, names.term("locn:geographicName"), words(str(said["name"]))
                if said["lasting_id"]:
                    lasting = names.thing("lasting-place", str(said["lasting_id"]))
                    yield subject, names.term("dcterms:isVersionOf"), lasting
                    yield from typed(names, lasting, "wp:LastingPlace")
                    yield from label(names, lasting, str(said["name"]))

    def _borne(self, edge: Edge, start: str, end: str, sources: tuple[str, ...]) -> Iterator[Triple]:
        """What a relationship says beside its plain terms, by its sources."""
        names = self._names
        match edge.type:
            case "LEADS" | "RESPONSIBLE_FOR" | "SUPPORTS" | "OVERSEES":
                yield from patterns.attribution(names, edge, sources)
            case "CHANGED_BY" | "RESULTED_IN":
                yield from patterns.party(names, edge)
            case "CONFLICTS":
                yield from patterns.conflict(names, edge)
            case "HAS":
                yield end, names.term("oa:hasSource"), start
            case "HOLDS":
                post = edge.end[1]
                yield from patterns.membership(names, edge, self._titles.get(post, ""), self._bodies.get(post, ()))
            case _ if relationship_types()[edge.type].properties:
                yield from patterns.statement(names, edge)


def _in(graphs: tuple[str, ...], triples: Iterable[Triple]) -> Iterator[Quad]:
    for subject, predicate, value in triples:
        yield subject, predicate, value, graphs


def _others(node: Node, spellings: Iterable[object]) -> tuple[str, ...]:
    """The spellings that are not the node's own name."""
    return tuple(str(one) for one in spellings if one != node.properties["name"])


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


def _called(names: Names, node: Node, subject: str, sides: str) -> Iterator[Triple]:
    """A label for a node that has no name of its own: its kind, and the words (of a change: `sides`) that tell it from
    others.
    """
    declared = node_types()[node.label]
    if any(node.properties[p.name] for p in declared.properties if p.term in NAMED):
        return
    said = node.properties
    match node.label:
        case "Passage" if said["quote"]:
            yield from label(names, subject, str(said["quote"])[:40])
        case "ChangeEvent":
            kind = str(said["kind"])
            zh, en = word("zh", "kind", kind) or declared.zh, word("en", "kind", kind)
            yield from label(names, subject, f"{zh}：{sides}" if sides else zh, en)
        case "Document" if said["number"]:
            yield from label(names, subject, str(said["number"]))
        case "Task" if said["content"]:
            yield from label(names, subject, str(said["content"])[:40])
        case _:
            yield from label(names, subject, declared.zh, declared.en)


def _sides(facts: Facts) -> dict[str, str]:
    """What went in and what came out of each change (by id), by name: 福寿村、忠荣村→福荣村."""
    called = {node.id: str(node.properties["name"]) for node in facts.nodes if node.label == "Place"}
    sides: dict[str, tuple[list[str], list[str]]] = {}
    for edge in facts.edges:
        if edge.type == "CHANGED_BY":
            sides.setdefault(edge.end[1], ([], []))[0].append(called.get(edge.start[1], ""))
        elif edge.type == "RESULTED_IN":
            sides.setdefault(edge.start[1], ([], []))[1].append(called.get(edge.end[1], ""))
    return {change: "→".join("、".join(sorted(filter(None, side))) for side in both) for change, both in sides.items()}
