"""The project's own terms as an ontology, and the concepts (roles, levels) that values of properties are.

Labels and comments stand in `vocabulary.toml`, beside them the published term that each narrows; domains and ranges
follow from `graph.model`, but for what only RDF has.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from graph.exports.rdf.names import Names, in_language, plain, words
from graph.exports.rdf.patterns import BEARERS, DATES, LANGUAGE, ROLES, STATEMENT, Triple, label, typed
from graph.keywords import CHANGE_KINDS, LEVELS, UNIT_KINDS, word
from graph.model import NODES, RELATIONSHIPS, node_types
from graph.model_types import Property, PropertyType

UNIT_CLASSES: dict[str, tuple[str, ...]] = {one.value: one.classes for one in UNIT_KINDS}
"""Classes by `Unit.kind`; any other kind is an `org:Organization`."""

PLACE_CLASSES: dict[str, str] = {one.value: name for one in LEVELS for name in one.classes}
"""Classes by `Place.level`, beside those that every place has."""

CHANGE_CLASSES: dict[str, str] = {one.value: name for one in CHANGE_KINDS for name in one.classes}
"""Sub-classes of `org:ChangeEvent` by `ChangeEvent.kind`."""

_RANGES: dict[PropertyType, str] = {
    "str": "xsd:string",
    "str[]": "xsd:string",
    "int": "xsd:integer",
    "float": "xsd:double",
    "bool": "xsd:boolean",
}
CONCEPTS = {"m8g:level": "level", "wp:level": "level", "m8g:code": "code"}
"""Predicates whose values are concepts, each with the kind of concept."""
FRAGMENT = "wp:fragment"
"""What describes how a place in a file is written as a fragment."""


@cache
def terms() -> Mapping[str, Mapping[str, object]]:
    """The own terms by name, without the prefix, as `vocabulary.toml` tells them."""
    return tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text(encoding="utf-8"))


def ontology(names: Names) -> Iterator[Triple]:
    """The own terms as an OWL ontology: classes and properties with labels, comments, what they narrow, domain and
    range; where several classes bear a property they stand in `schema:domainIncludes`.
    """
    subject = names.ontology
    yield from typed(names, subject, "owl:Ontology")
    yield subject, names.term("dcterms:title"), in_language("plangraph 词汇", "zh")
    yield subject, names.term("dcterms:title"), in_language("The plangraph vocabulary", "en")
    bearers, known = _bearers(), ranges()
    for name, said in terms().items():
        own = f"wp:{name}"
        term = names.term(own)
        is_class = name[0].isupper()
        yield from typed(names, term, "owl:Class" if is_class else _kind(known.get(own, "")))
        for predicate, told in (("rdfs:label", said["label"]), ("rdfs:comment", said["comment"])):
            for language, text in _both(told):
                yield term, names.term(predicate), in_language(text, language)
        yield term, names.term("rdfs:isDefinedBy"), subject
        if "narrows" in said:
            yield (
                term,
                names.term("rdfs:subClassOf" if is_class else "rdfs:subPropertyOf"),
                names.term(str(said["narrows"])),
            )
        if not is_class:
            domains = bearers.get(own, ())
            for one in domains:
                yield term, names.term("rdfs:domain" if len(domains) == 1 else "schema:domainIncludes"), names.term(one)
            if own in known:
                yield term, names.term("rdfs:range"), names.term(known[own])


def concepts(names: Names) -> Iterator[Triple]:
    """The concepts that every graph may point to: roles in a task, levels in a scheme, the form of fragments."""
    for role in ROLES.values():
        subject = names.term(role.concept)
        yield from typed(names, subject, "dcat:Role", "skos:Concept")
        yield subject, names.term("skos:prefLabel"), in_language(role.title_zh, "zh")
        yield subject, names.term("skos:prefLabel"), in_language(role.title_en, "en")
    scheme = names.term("wp:levels")
    yield from typed(names, scheme, "skos:ConceptScheme")
    yield from label(names, scheme, "层级", "levels")
    for level in LEVELS:
        yield from concept(names, "level", level.value)
    form = names.term(FRAGMENT)
    yield from typed(names, form, "dcterms:Standard")
    yield from label(names, form, "文件内位置的写法", "how a place in a file is written")
    how = "名称=数字，以分号相连：sheet、page、paragraph、table、row，均从1起。"
    yield form, names.term("dcterms:description"), in_language(how, "zh")
    how = "name=number joined by semicolons: sheet, page, paragraph, table, row, each from 1."
    yield form, names.term("dcterms:description"), in_language(how, "en")


def concept_of(names: Names, kind: str, value: str) -> str:
    """The concept that a value of a kind (level, code) is."""
    return names.term(f"wp:level-{quote(value)}") if kind == "level" else names.thing(kind, value)


def concept(names: Names, kind: str, value: str) -> Iterator[Triple]:
    """What a concept is called; levels stand in their scheme."""
    subject = concept_of(names, kind, value)
    yield from typed(names, subject, "skos:Concept")
    zh, en = word("zh", kind, value), word("en", kind, value)
    yield subject, names.term("skos:prefLabel"), words(zh or value)
    if en:
        yield subject, names.term("skos:prefLabel"), in_language(en, "en")
    if kind == "level":
        yield subject, names.term("skos:inScheme"), names.term("wp:levels")
    else:
        yield subject, names.term("skos:notation"), plain(value)


def _listed(told: object) -> Iterable[object]:
    return told if isinstance(told, list) else ()


def _both(told: object) -> Iterator[tuple[str, str]]:
    if isinstance(told, dict):
        yield from ((str(language), str(text)) for language, text in told.items())


def is_of_things(curie: str) -> bool:
    """Whether the values of a property are things: of an own one as it is defined, of another as far as is known."""
    known = ranges().get(curie, "")
    return (bool(known) or curie.startswith("wp:")) and _kind(known) == "owl:ObjectProperty"


def _kind(range_: str) -> str:
    return (
        "owl:DatatypeProperty"
        if range_.startswith(("xsd:", "rdf:lang", "edtf:", "rdfs:Literal"))
        else "owl:ObjectProperty"
    )


@cache
def _bearers() -> dict[str, tuple[str, ...]]:
    """The classes that bear each own property."""
    found: dict[str, list[str]] = {}
    for node in NODES:
        for p in node.properties:
            found.setdefault(p.term, []).append(node.classes[0])
    for edge in RELATIONSHIPS:
        for p in edge.properties:
            found.setdefault(p.term, []).append(BEARERS.get(edge.type, STATEMENT))
        for start, _ in edge.ends:
            found.setdefault(edge.term, []).append(node_types()[start].classes[0])
        for _, end in edge.ends if edge.inverse else ():
            found.setdefault(edge.inverse, []).append(node_types()[end].classes[0])
    for name, said in terms().items():
        told = said.get("domain", ())
        found.setdefault(f"wp:{name}", []).extend([told] if isinstance(told, str) else map(str, _listed(told)))
    return {term: tuple(sorted(set(classes))) for term, classes in found.items()}


@cache
def ranges() -> dict[str, str]:
    """What the values of each own property are, where that is one."""
    found: dict[str, set[str]] = {}
    for p in (*(p for node in NODES for p in node.properties), *(p for edge in RELATIONSHIPS for p in edge.properties)):
        found.setdefault(p.term, set()).add(_range(p))
    for edge in RELATIONSHIPS:
        for start, end in edge.ends:
            found.setdefault(edge.term, set()).add(node_types()[end].classes[0])
            found.setdefault(edge.inverse, set()).add(node_types()[start].classes[0])
    for name, said in terms().items():
        if "range" in said:
            found.setdefault(f"wp:{name}", set()).add(str(said["range"]))
    return {term: next(iter(kinds)) for term, kinds in found.items() if len(kinds) == 1}


def _range(p: Property) -> str:
    if p.term in CONCEPTS:
        return "skos:Concept"
    if p.term == "wp:statedOn":
        return "edtf:EDTF"
    return "rdf:langString" if p.term in LANGUAGE else "rdfs:Literal" if p.term in DATES else _RANGES[p.type]
