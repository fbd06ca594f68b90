"""What needs more than one triple in RDF: quotes in files, deadlines, and relationships that bear properties.

Each function yields the triples of one shape. Things made only for RDF get names from what they join, never blank
nodes, so that two exports of one graph are equal to the byte.
"""

from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.term import Identifier

from graph.exports.rdf_terms import ROLES, SUB_CLASSES, Names, instant, literal, stated
from graph.facts import Edge, Node, Value
from graph.keywords import TaskRole
from graph.model import relationship_types

Triple = tuple[URIRef, URIRef, Identifier]


def quote(names: Names, passage: Node) -> Iterator[Triple]:
    """The place of a passage in its file as Web Annotation selectors: the quote, its characters, its table and row, the
    element of a page that holds it.
    """
    subject = names.thing("Passage", passage.id)
    values = passage.properties
    yield from _selector(names, subject, "quote", "oa:TextQuoteSelector", {"oa:exact": values["quote"]})
    if values["end_char"]:
        characters = {"oa:start": values["start_char"], "oa:end": values["end_char"]}
        yield from _selector(names, subject, "characters", "oa:TextPositionSelector", characters)
    fields = {"sheet": "sheet", "page": "page", "paragraph": "paragraph", "table_no": "table", "row_no": "row"}
    fragment = ";".join(f"{word}={values[name]}" for name, word in fields.items() if values[name])
    if fragment:
        yield from _selector(names, subject, "fragment", "oa:FragmentSelector", {"rdf:value": fragment})
    if values["element"]:
        path = f"/html/{values['element']}"
        yield from _selector(names, subject, "element", "oa:XPathSelector", {"rdf:value": path})


def deadline(names: Names, task: Node) -> Iterator[Triple]:
    """The deadline of a task: its words, and its days as precise as the words; none for a task without one.

    The last day is the end; earlier ones are milestones.
    """
    values = task.properties
    ends = stated(values["due_stated"])
    if not (values["due_text"] or values["start"] or ends):
        return
    subject = names.thing("deadline", task.id)
    yield names.thing("Task", task.id), names.term("wp:deadline"), subject
    yield from _typed(names, subject, "time:ProperInterval" if values["start"] else "time:TemporalEntity")
    yield from _values(names, subject, {"skos:note": values["due_text"], "wp:deadlineKind": values["due_kind"]})
    if values["start"]:
        yield from _instant(names, subject, "time:hasBeginning", "start", str(values["start"]))
    last = max(range(len(ends)), key=lambda n: stated(values["due_dates"])[n], default=-1)
    for number, day in enumerate(ends):
        predicate = "time:hasEnd" if number == last else "wp:milestone"
        yield from _instant(names, subject, predicate, str(number + 1), str(day))


def corrections(names: Names, node: Node) -> Iterator[Triple]:
    """What a person put right in a task or a paper: a PROV revision a field, with what the file says there."""
    values = node.properties
    listed = (stated(values[name]) for name in ("corrected", "as_read", "corrected_by"))
    for field, read, correction in zip(*listed, strict=True):
        subject = names.thing("correction", node.id, str(correction), str(field))
        yield names.thing(node.label, node.id), names.term("prov:qualifiedDerivation"), subject
        yield from _typed(names, subject, "wp:Correction")
        yield from _values(names, subject, {"wp:field": field, "wp:asRead": read, "dcterms:identifier": correction})


def attribution(names: Names, edge: Edge) -> Iterator[Triple]:
    """The part of a unit or a leader in a task: a shortcut from the task, and a qualified attribution with its role."""
    task, agent = names.thing(*edge.end), names.thing(*edge.start)
    role = role_terms(edge)
    subject = names.thing("attribution", edge.type.lower(), edge.start[1], edge.end[1])
    yield task, names.term(role.shortcut), agent
    yield task, names.term("prov:qualifiedAttribution"), subject
    yield from _typed(names, subject, "prov:Attribution")
    yield subject, names.term("prov:agent"), agent
    yield subject, names.term("dcat:hadRole"), names.term(role.concept)
    yield from _properties(names, subject, edge)


def membership(names: Names, holds: Edge, bodies: tuple[str, ...]) -> Iterator[Triple]:
    """A person's holding of a post, as an ORG membership in the units (by id) that the post is in."""
    subject = names.thing("membership", holds.start[1], holds.end[1])
    yield from _typed(names, subject, "org:Membership")
    yield subject, names.term("org:member"), names.thing(*holds.start)
    yield subject, names.term("wp:post"), names.thing(*holds.end)
    for body in bodies:
        yield subject, names.term("org:organization"), names.thing("Unit", body)
    yield from _properties(names, subject, holds)


def party(names: Names, edge: Edge) -> Iterator[Triple]:
    """The part of a place in a change: before it (CHANGED_BY) or after it (RESULTED_IN), with role and share."""
    before = edge.type == "CHANGED_BY"
    place, change = (edge.start, edge.end) if before else (edge.end, edge.start)
    subject = names.thing("change-party", "before" if before else "after", change[1], place[1])
    yield from _typed(names, subject, "wp:ChangeParty")
    yield names.thing(*change), names.term("wp:before" if before else "wp:after"), subject
    yield subject, names.term("wp:place"), names.thing(*place)
    yield from _properties(names, subject, edge)


def conflict(names: Names, edge: Edge) -> Iterator[Triple]:
    """Two passages that state different values of one field, each with its value."""
    subject = names.thing("conflict", edge.start[1], edge.end[1])
    yield from _typed(names, subject, "wp:Conflict")
    yield from _values(names, subject, {"wp:field": edge.properties["field"]})
    for number, (passage, value) in enumerate(
        zip((edge.start, edge.end), stated(edge.properties["values"]), strict=False), start=1
    ):
        side = URIRef(f"{subject}#{number}")
        yield subject, names.term("wp:side"), side
        yield side, names.term("wp:passage"), names.thing(*passage)
        yield side, names.term("rdf:value"), Literal(value)


def statement(names: Names, edge: Edge) -> Iterator[Triple]:
    """Any other relationship that bears properties, as an `rdf:Statement` about its plain triple."""
    subject = names.thing("statement", edge.type.lower(), edge.start[1], edge.end[1])
    yield from _typed(names, subject, "rdf:Statement")
    yield subject, names.term("rdf:subject"), names.thing(*edge.start)
    yield subject, names.term("rdf:predicate"), names.term(relationship_types()[edge.type].term)
    yield subject, names.term("rdf:object"), names.thing(*edge.end)
    yield from _properties(names, subject, edge)


def role_terms(edge: Edge) -> TaskRole:
    """The terms of the role that a unit or a leader has in a task."""
    return ROLES["OVERSEES lead" if edge.properties.get("lead") else edge.type]


def definitions(names: Names) -> Iterator[Triple]:
    """What the project's own terms are: sub-classes of published classes, and roles with their names."""
    for own, known in SUB_CLASSES.items():
        yield names.term(own), names.term("rdfs:subClassOf"), names.term(known)
    for role in ROLES.values():
        subject = names.term(role.concept)
        yield from _typed(names, subject, "dcat:Role", "skos:Concept")
        yield subject, names.term("skos:prefLabel"), Literal(role.title_zh, lang="zh")
        yield subject, names.term("skos:prefLabel"), Literal(role.title_en, lang="en")


def _selector(names: Names, passage: URIRef, part: str, kind: str, values: dict[str, Value]) -> Iterator[Triple]:
    subject = URIRef(f"{passage}#{part}")
    yield passage, names.term("oa:hasSelector"), subject
    yield from _typed(names, subject, kind)
    yield from _values(names, subject, values)


def _instant(names: Names, subject: URIRef, predicate: str, part: str, day: str) -> Iterator[Triple]:
    moment = URIRef(f"{subject}#{part}")
    yield subject, names.term(predicate), moment
    yield from _typed(names, moment, "time:Instant")
    term, value = instant(day)
    yield moment, names.term(term), value


def _properties(names: Names, subject: URIRef, edge: Edge) -> Iterator[Triple]:
    terms = {p.term: edge.properties[p.name] for p in relationship_types()[edge.type].properties if p.term}
    yield from _values(names, subject, terms)
    for passage in stated(edge.properties.get("sources", ())):
        yield subject, names.term("dcterms:source"), names.thing("Passage", str(passage))


def _typed(names: Names, subject: URIRef, *classes: str) -> Iterator[Triple]:
    for curie in classes:
        yield subject, names.term("rdf:type"), names.term(curie)


def _values(names: Names, subject: URIRef, values: dict[str, Value]) -> Iterator[Triple]:
    for predicate, value in values.items():
        for single in stated(value):
            yield subject, names.term(predicate), literal(predicate, single)
