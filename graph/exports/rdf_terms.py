"""Terms of the RDF export: prefixes, names of things, typed values, and which class a kind or level becomes.

Vocabularies: ORG and its ChangeEvent, PROV, P-Plan, SKOS, Dublin Core, OWL-Time, Web Annotation, DCAT roles, CPOV
(`m8g`), Core Location, EDTF, and the project's own `wp:` for what none of them says.
"""

import re
from urllib.parse import quote

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from graph.facts import Value
from graph.keywords import CHANGE_KINDS, LEVELS, TASK_ROLES, UNIT_KINDS, TaskRole

DEFAULT_BASE = "https://plangraph.example/"

PREFIXES: dict[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "m8g": "http://data.europa.eu/m8g/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "pplan": "http://purl.org/net/p-plan#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

UNIT_CLASSES: dict[str, tuple[str, ...]] = {one.value: one.classes for one in UNIT_KINDS}
"""Classes by `Unit.kind`; any other kind is an `org:Organization`."""

PLACE_CLASSES: dict[str, str] = {one.value: name for one in LEVELS for name in one.classes}
"""Classes by `Place.level`, beside those that every place has."""

CHANGE_CLASSES: dict[str, str] = {one.value: name for one in CHANGE_KINDS for name in one.classes}
"""Sub-classes of `org:ChangeEvent` by `ChangeEvent.kind`."""

SUB_CLASSES: dict[str, str] = {
    "wp:CollectiveActor": "prov:Collection",
    "wp:Community": "org:Organization",
    "wp:Correction": "prov:Revision",
    "wp:Task": "pplan:Step",
    "wp:Village": "org:Organization",
} | dict.fromkeys(CHANGE_CLASSES.values(), "org:ChangeEvent")
"""The project's own classes, each with the published class that it narrows."""


ROLES: dict[str, TaskRole] = {
    "OVERSEES lead" if one.value == "lead leader" else one.relationship: one for one in TASK_ROLES
}
"""Roles by relationship; a leader who answers first has one of his own."""

_DATE_TYPES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date, "time:inXSDDate"),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth, "time:inXSDgYearMonth"),
    (re.compile(r"\d{4}"), XSD.gYear, "time:inXSDgYear"),
)


class Names:
    """The IRIs of one export, under one base (`<BASE>ns#` for own terms, `<BASE>id/KIND/ID` for things)."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Names under `base`, an absolute IRI that ends in / or #."""
        self.things = f"{base}id/"
        self.prefixes = PREFIXES | {"wp": f"{base}ns#"}

    def term(self, curie: str) -> URIRef:
        """The IRI of a term written prefix:name; KeyError for a prefix that is not declared."""
        prefix, _, name = curie.partition(":")
        return URIRef(self.prefixes[prefix] + name)

    def thing(self, kind: str, *identity: str) -> URIRef:
        """The IRI of a thing: its kind in lower case and what names it (several parts for what joins several)."""
        return URIRef(f"{self.things}{kind.lower()}/" + "/".join(quote(part, safe="") for part in identity))


DATES = frozenset({"dcterms:issued", "wp:due", "wp:start", "wp:earliest", "wp:latest", "wp:decidedOn"})
"""Predicates whose values are dates of any precision."""


def literal(predicate: str, value: str | float) -> Literal:
    """A value as the predicate wants it: dates as precise as they are written, `wp:statedOn` in EDTF, others plain."""
    if predicate == "wp:statedOn":
        return Literal(value, datatype=URIRef(PREFIXES["edtf"] + "EDTF"))
    if predicate in DATES:
        for pattern, datatype, _ in _DATE_TYPES:
            if pattern.fullmatch(str(value)):
                return Literal(value, datatype=datatype)
    return Literal(value)


def instant(text: str) -> tuple[str, Literal]:
    """The OWL-Time predicate that gives an instant this date, and the date: a month stays a month."""
    for pattern, datatype, predicate in _DATE_TYPES:
        if pattern.fullmatch(text):
            return predicate, Literal(text, datatype=datatype)
    return "skos:note", Literal(text)


def stated(value: Value) -> tuple[str | int | float | bool, ...]:
    """The single values that a property states: each of a list, none for ""."""
    return value if isinstance(value, tuple) else () if value == "" else (value,)
