"""What needs more than one triple in RDF: quotes in files, deadlines, and relationships that bear properties.

Each function yields the triples of one pattern. Things made only for RDF get names from what they join, never blank
nodes, so that two exports of one graph are equal to the byte; each has a class and a label.
"""

import json
from collections.abc import Iterator, Mapping

from graph.exports.rdf.names import (
    MEDIA_TYPE_REGISTER,
    Names,
    count,
    date,
    dated,
    edtf,
    in_language,
    instant,
    iri,
    part,
    plain,
    stated,
    words,
)
from graph.facts import Edge, Node, Value
from graph.keywords import TASK_ROLES, TaskRole
from graph.media_types import MEDIA_TYPES, UNREGISTERED
from graph.model import relationship_types

Triple = tuple[str, str, str]

BEARERS: Mapping[str, str] = {
    **{one.relationship: "prov:Attribution" for one in TASK_ROLES},
    "HOLDS": "org:Membership",
    "CHANGED_BY": "wp:ChangeParty",
    "RESULTED_IN": "wp:ChangeParty",
    "CONFLICTS": "wp:Conflict",
}
"""The class of what bears the properties of a relationship, by its type; of all others it is a statement."""
STATEMENT = "rdf:Statement"

ROLES: dict[str, TaskRole] = {
    "OVERSEES lead" if one.value == "lead leader" else one.relationship: one for one in TASK_ROLES
}
"""Roles by relationship; a leader who answers first has one of his own."""

LANGUAGE = frozenset(
    {
        "dcterms:description",
        "dcterms:title",
        "foaf:name",
        "skos:altLabel",
        "skos:note",
        "skos:prefLabel",
        "wp:alias",
        "wp:asRead",
        "wp:category",
        "wp:issuer",
        "wp:name",
        "wp:part",
        "wp:scope",
        "wp:stands",
        "wp:value",
    }
)
"""Predicates whose values are words of a language."""
DATES = frozenset({"dcterms:issued", "wp:due", "wp:start", "wp:earliest", "wp:latest", "wp:decidedOn", "wp:replacedOn"})
"""Predicates whose values are dates of any precision."""

_OF_DEADLINE = ("due_text", "due", "start", "ongoing")
_FILLED = {"due_text": _OF_DEADLINE, "task": ("title", "content", *_OF_DEADLINE)}
"""The properties that hold a corrected field, where they have other names."""
_STATED = {
    ("Plan", "plan", "title"): ("title",),
    ("ChangeEvent", "change", "on"): ("stated_on", "earliest", "latest"),
}
"""The properties that a correction of a statement fills, by label, what it corrects and the field; the first is as it
says.
"""
_OWNING = {
    "LEADS": ("lead_units",),
    "RESPONSIBLE_FOR": ("responsible_units",),
    "SUPPORTS": ("supporting_units",),
    "OVERSEES": ("leaders", "lead_leaders"),
}
"""The fields of a task that say who is joined with it by a relationship."""


def literal(predicate: str, value: str | float) -> str:
    """A value as the predicate wants it: words in their language, dates as precise as they are written."""
    if isinstance(value, str):
        if predicate in LANGUAGE:
            return words(value)
        if predicate in DATES:
            return date(value)
        if predicate == "wp:statedOn":
            return edtf(value)
    return plain(value)


def label(names: Names, subject: str, zh: str, en: str = "") -> Iterator[Triple]:
    """What a thing is called, in Chinese and perhaps in English."""
    yield subject, names.term("rdfs:label"), words(zh)
    if en:
        yield subject, names.term("rdfs:label"), in_language(en, "en")


def typed(names: Names, subject: str, *classes: str) -> Iterator[Triple]:
    """The classes of a thing."""
    for curie in classes:
        yield subject, names.term("rdf:type"), names.term(curie)


def values(names: Names, subject: str, said: Mapping[str, Value]) -> Iterator[Triple]:
    """What is said of a thing, by predicate; nothing for "" and ()."""
    for predicate, value in said.items():
        for single in stated(value):
            yield subject, names.term(predicate), literal(predicate, single)


def quote(names: Names, passage: Node) -> Iterator[Triple]:
    """The place of a passage in its file as Web Annotation selectors: the quote, its characters, its table and row,
    the element of a page that holds it.
    """
    subject = names.thing("Passage", passage.id)
    said = passage.properties
    exact = part(subject, "quote")
    yield from _selector(names, subject, exact, "oa:TextQuoteSelector", "引文", "quote")
    yield exact, names.term("oa:exact"), plain(str(said["quote"]))
    if said["end_char"]:
        characters = part(subject, "characters")
        yield from _selector(names, subject, characters, "oa:TextPositionSelector", "字符", "characters")
        for predicate, name in (("oa:start", "start_char"), ("oa:end", "end_char")):
            yield characters, names.term(predicate), count(int(str(said[name])))
    fields = {"sheet": "sheet", "page": "page", "paragraph": "paragraph", "table_no": "table", "row_no": "row"}
    fragment = ";".join(f"{word}={said[name]}" for name, word in fields.items() if said[name])
    if fragment:
        place = part(subject, "fragment")
        yield from _selector(names, subject, place, "oa:FragmentSelector", "位置", "place")
        yield place, names.term("rdf:value"), plain(fragment)
        yield place, names.term("dcterms:conformsTo"), names.term("wp:fragment")
    if said["element"]:
        element = part(subject, "element")
        yield from _selector(names, subject, element, "oa:XPathSelector", "元素", "element")
        yield element, names.term("rdf:value"), plain(f"/html/{said['element']}")


def deadline(names: Names, task: Node) -> Iterator[Triple]:
    """The deadline of a task: its words, and its days as precise as the words; none for a task without one.

    The last day is the end; earlier ones are milestones.
    """
    said = task.properties
    ends = stated(said["due_stated"])
    if not (said["due_text"] or said["start"] or ends):
        return
    subject = names.thing("deadline", task.id)
    yield names.thing("Task", task.id), names.term("wp:deadline"), subject
    yield from typed(names, subject, "time:TemporalEntity")
    if said["start"]:
        yield from typed(names, subject, "time:ProperInterval")
    yield from label(names, subject, str(said["due_text"]) or "时限", "" if said["due_text"] else "deadline")
    yield from values(names, subject, {"skos:note": said["due_text"], "wp:deadlineKind": said["due_kind"]})
    if said["start"]:
        yield from _instant(names, subject, "time:hasBeginning", "start", str(said["start"]))
    last = max(range(len(ends)), key=lambda n: stated(said["due_dates"])[n], default=-1)
    for number, day in enumerate(ends):
        predicate = "time:hasEnd" if number == last else "wp:milestone"
        yield from _instant(names, subject, predicate, str(number + 1), str(day))


def corrected_by(names: Names, node: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The properties of a task or a paper that a person's word fills, each with the graph of the correction."""
    said = node.properties
    for field, by in zip(stated(said.get("corrected", ())), stated(said.get("corrected_by", ())), strict=True):
        for name in _FILLED.get(str(field), (str(field),)):
            yield name, (names.thing("correction", str(by)),)


def filled_by(node: Node, correction: Node) -> tuple[str, ...]:
    """The properties of a plan or a change that a correction (its record) on its passage fills."""
    known = _STATED.get((node.label, str(correction.properties["what"]), str(correction.properties["field"])), ())
    value = json.loads(str(correction.properties["says"])).get("value", ()) if known else ()
    return known if known and value == [node.properties[known[0]]] else ()


def owner_corrections(names: Names, edge: Edge, task: Node | None) -> tuple[str, ...] | None:
    """The graphs of the corrections that say who owns a task (none where the task is not known), None where its papers
    say so.
    """
    if edge.type not in _OWNING or edge.properties["basis"] != "correction":
        return None
    said = task.properties if task else {}
    pairs = zip(stated(said.get("corrected", ())), stated(said.get("corrected_by", ())), strict=True)
    found = (names.thing("correction", str(by)) for field, by in pairs if field in (*_OWNING[edge.type], "task"))
    return tuple(dict.fromkeys(found))


def revisions(names: Names, node: Node) -> Iterator[tuple[Triple, str]]:
    """What a person put right in a task or a paper, a PROV derivation a field; each triple with its correction."""
    said = node.properties
    listed = (stated(said.get(name, ())) for name in ("corrected", "as_read", "corrected_by"))
    for field, read, by in zip(*listed, strict=True):
        correction = names.thing("correction", str(by))
        subject = names.thing("revision", node.id, str(by), str(field))
        yield (names.thing(node.label, node.id), names.term("prov:qualifiedDerivation"), subject), correction
        for triple in (
            *typed(names, subject, "wp:Revision"),
            *label(names, subject, "人工更正", "put right by a person"),
            *values(names, subject, {"wp:field": field, "wp:asRead": read}),
            (subject, names.term("wp:decidedBy"), correction),
        ):
            yield triple, correction


def attribution(names: Names, edge: Edge, sources: tuple[str, ...]) -> Iterator[Triple]:
    """The part of a unit or a leader in a task: a shortcut from the task, and a qualified attribution with its role and
    its sources (passages or corrections).
    """
    task, agent = names.thing(*edge.end), names.thing(*edge.start)
    role = role_terms(edge)
    subject = names.thing("attribution", edge.type.lower(), edge.start[1], edge.end[1])
    yield task, names.term(role.shortcut), agent
    yield task, names.term("prov:qualifiedAttribution"), subject
    yield from typed(names, subject, BEARERS[edge.type])
    yield from label(names, subject, role.title_zh, role.title_en)
    yield subject, names.term("prov:agent"), agent
    yield subject, names.term("dcat:hadRole"), names.term(role.concept)
    yield from _borne(names, subject, edge, sources)


def membership(names: Names, holds: Edge, title: str, bodies: tuple[str, ...]) -> Iterator[Triple]:
    """A person's holding of a post, as an ORG membership with its role in the units (by id) that the post is in."""
    subject = names.thing("membership", holds.start[1], holds.end[1])
    yield from typed(names, subject, BEARERS[holds.type])
    yield from label(names, subject, title or "任职", "" if title else "membership")
    yield subject, names.term("org:member"), names.thing(*holds.start)
    yield subject, names.term("wp:post"), names.thing(*holds.end)
    if title:
        yield subject, names.term("org:role"), names.thing("role", title)
    for body in bodies:
        yield subject, names.term("org:organization"), names.thing("Unit", body)
    yield from _borne(names, subject, holds)


def role(names: Names, post: Node) -> Iterator[Triple]:
    """The role that a post is, by its title; posts with one title in several units are one role."""
    title = str(post.properties["title"])
    if title:
        subject = names.thing("role", title)
        yield names.thing("Post", post.id), names.term("org:role"), subject
        yield from typed(names, subject, "org:Role", "skos:Concept")
        yield subject, names.term("skos:prefLabel"), words(title)


def party(names: Names, edge: Edge) -> Iterator[Triple]:
    """The part of a place in a change: before it (CHANGED_BY) or after it (RESULTED_IN), with role and share."""
    before = edge.type == "CHANGED_BY"
    place, change = (edge.start, edge.end) if before else (edge.end, edge.start)
    subject = names.thing("change-party", "before" if before else "after", change[1], place[1])
    yield from typed(names, subject, BEARERS[edge.type])
    yield from label(names, subject, "调整前" if before else "调整后", "before" if before else "after")
    yield names.thing(*change), names.term("wp:before" if before else "wp:after"), subject
    yield subject, names.term("wp:place"), names.thing(*place)
    yield from _borne(names, subject, edge)


def change_date(names: Names, change: Node) -> Iterator[Triple]:
    """When a change was: its day, month or year; where only bounds are known, the interval between them in EDTF."""
    said = change.properties
    day, first, last = (str(said[name]) for name in ("stated_on", "earliest", "latest"))
    if not day and (first or last):
        day = last if first == last else f"{first or '..'}/{last or '..'}"
    if day:
        yield names.thing("ChangeEvent", change.id), names.term("dcterms:date"), dated(day)


def framework(names: Names, change: Node, papers: Mapping[str, str]) -> Iterator[Triple]:
    """The paper that decided a change, by its number: the document of that number (`papers`: IRIs by number), else one
    that is known by its number and day alone.
    """
    number, day = str(change.properties["number"]), str(change.properties["decided_on"])
    if not number:
        return
    subject = papers.get(number)
    if subject is None:
        subject = names.thing("framework", number)
        yield from label(names, subject, number)
        yield subject, names.term("dcterms:identifier"), plain(number)
        if day:
            yield subject, names.term("dcterms:issued"), date(day)
    yield from typed(names, subject, "m8g:ReferenceFramework")
    yield names.thing("ChangeEvent", change.id), names.term("m8g:hasFormalFramework"), subject


def conflict(names: Names, edge: Edge) -> Iterator[Triple]:
    """Two passages that state different values of fields, each with its values."""
    subject = names.thing("conflict", edge.start[1], edge.end[1])
    yield from typed(names, subject, BEARERS[edge.type])
    yield from label(names, subject, "不一致", "conflict")
    fields = str(edge.properties["field"])
    yield from values(names, subject, {"wp:field": fields})
    said = stated(edge.properties["values"])
    for number, passage in enumerate((edge.start, edge.end)):
        side = part(subject, str(number + 1))
        yield subject, names.term("wp:side"), side
        yield from typed(names, side, "wp:ConflictSide")
        yield from label(names, side, "一方", "side")
        yield side, names.term("wp:passage"), names.thing(*passage)
        for value in said[number::2]:
            yield side, names.term("rdf:value"), words(str(value))


def statement(names: Names, edge: Edge) -> Iterator[Triple]:
    """Any other relationship that bears properties, as an `rdf:Statement` about its plain triple."""
    declared = relationship_types()[edge.type]
    subject = names.thing("statement", edge.type.lower(), edge.start[1], edge.end[1])
    yield from typed(names, subject, STATEMENT)
    yield from label(names, subject, declared.zh, declared.en)
    yield subject, names.term("rdf:subject"), names.thing(*edge.start)
    yield subject, names.term("rdf:predicate"), names.term(declared.term)
    yield subject, names.term("rdf:object"), names.thing(*edge.end)
    yield from _borne(names, subject, edge)


def role_terms(edge: Edge) -> TaskRole:
    """The terms of the role that a unit or a leader has in a task."""
    return ROLES["OVERSEES lead" if edge.properties.get("lead") else edge.type]


def media_type(names: Names, file: Node) -> Iterator[Triple]:
    """The format of a file as the IRI of its media type, with the word that its reader has for it; one that no register
    knows has a name of our own.
    """
    form = str(file.properties["format"])
    if form:
        known = MEDIA_TYPES.get(form, "")
        registered = known and known not in UNREGISTERED
        subject = iri(MEDIA_TYPE_REGISTER + known) if registered else names.thing("format", form)
        yield names.thing("File", file.id), names.term("dcterms:format"), subject
        yield from typed(names, subject, "dcterms:MediaType")
        yield from label(names, subject, form)


def passages(names: Names, edge: Edge) -> tuple[str, ...]:
    """The passages that state a relationship."""
    return tuple(names.thing("Passage", str(one)) for one in stated(edge.properties.get("sources", ())))


def _selector(names: Names, passage: str, subject: str, kind: str, zh: str, en: str) -> Iterator[Triple]:
    yield passage, names.term("oa:hasSelector"), subject
    yield from typed(names, subject, kind)
    yield from label(names, subject, zh, en)


def _instant(names: Names, subject: str, predicate: str, name: str, day: str) -> Iterator[Triple]:
    moment = part(subject, name)
    yield subject, names.term(predicate), moment
    yield from typed(names, moment, "time:Instant")
    yield from label(names, moment, day)
    term, value = instant(day)
    yield moment, names.term(term), value


def _borne(names: Names, subject: str, edge: Edge, sources: tuple[str, ...] | None = None) -> Iterator[Triple]:
    """The properties of a relationship and its sources (its passages, where no others are given), said of what bears
    them.
    """
    terms = {p.term: edge.properties[p.name] for p in relationship_types()[edge.type].properties if p.term}
    yield from values(names, subject, terms)
    for source in passages(names, edge) if sources is None else sources:
        yield subject, names.term("dcterms:source"), source
