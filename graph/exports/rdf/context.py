"""The JSON-LD context of the vocabulary: short names for its terms, for documents that others write or compact.

Exports hold their prefixes themselves, so that nobody needs the network to read them.
"""

import json
from collections.abc import Iterator
from functools import cache

from graph.exports.rdf.names import DEFAULT_BASE, Names
from graph.exports.rdf.patterns import DATES, LANGUAGE
from graph.exports.rdf.vocabulary import is_of_things, ranges, terms
from graph.model import NODES, RELATIONSHIPS

ADDRESS = "ns/context.jsonld"
"""Where it stands below the base."""
_OWN_TYPES = ("xsd:integer", "xsd:boolean", "xsd:double", "xsd:string", "edtf:EDTF")
_THINGS = (
    *("org:memberDuring", "org:role", "org:organization", "org:member", "oa:hasSource", "oa:hasSelector"),
    *("prov:agent", "prov:qualifiedAttribution", "dcat:hadRole"),
)
_WORDS = ("oa:exact", "skos:altLabel", "rdfs:label", "dcterms:date")
"""Published terms that the export uses beside those of the model, with things and with words as values."""


def context_text(base: str = DEFAULT_BASE) -> str:
    """The context as JSON-LD, the same bytes on every run; own terms are named under `base`."""
    names = Names(base)
    known: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type", **names.prefixes}
    for short, curie in _short_names():
        known[short] = _defined(curie)
    return json.dumps({"@context": known}, ensure_ascii=False, indent=1) + "\n"


def _defined(curie: str) -> object:
    """A term alone, or with what its values are."""
    kind = ranges().get(curie, "")
    if curie[curie.index(":") + 1].isupper() or curie in LANGUAGE or curie in DATES:
        return curie
    if curie in _THINGS or is_of_things(curie):
        return {"@id": curie, "@type": "@id"}
    return {"@id": curie, "@type": kind} if kind in _OWN_TYPES else curie


@cache
def _short_names() -> tuple[tuple[str, str], ...]:
    """Each term by its name without a prefix: own ones, then published ones whose name is free."""
    found: dict[str, str] = {}
    for curie in (*(f"wp:{name}" for name in terms()), *sorted(set(_published()))):
        found.setdefault(curie.partition(":")[2], curie)
    return tuple(sorted(found.items()))


def _published() -> Iterator[str]:
    for node in NODES:
        yield from node.classes
        yield from (p.term for p in node.properties if p.term)
    for edge in RELATIONSHIPS:
        yield edge.term
        yield from (p.term for p in edge.properties if p.term)
        if edge.inverse:
            yield edge.inverse
    yield from (*_THINGS, *_WORDS)
