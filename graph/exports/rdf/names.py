"""What things and terms are called in RDF: IRIs under one base, literals with their types and languages.

All terms are texts as N-Triples writes them (`<iri>`, `"words"@zh`), so that a triple is three texts and a graph is
written without an object a term. Vocabularies: ORG and its ChangeEvent, PROV, P-Plan, SKOS, Dublin Core, OWL-Time, Web
Annotation, DCAT roles, CPOV (`m8g`), Core Location, EDTF, and the project's own `wp:` for what none of them says.
"""

import re
from functools import cache, lru_cache
from urllib.parse import quote

from graph.errors import UsageError
from graph.facts import Value
from graph.words.signs import HAN

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
    "owl": "http://www.w3.org/2002/07/owl#",
    "pplan": "http://purl.org/net/p-plan#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Published vocabularies by prefix."""

MEDIA_TYPE_REGISTER = "https://www.iana.org/assignments/media-types/"

_DATE_TYPES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date", "time:inXSDDate"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth", "time:inXSDgYearMonth"),
    (re.compile(r"\d{4}"), "gYear", "time:inXSDgYear"),
)
_CHINESE = re.compile(f"[{HAN}〇]")
_BASE = re.compile(r"[a-z][a-z0-9+.-]*:[!#-;=?-\[\]_a-z~]*/", re.IGNORECASE | re.ASCII)
"""An absolute IRI that needs no escapes and ends in /."""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def checked_base(typed: str) -> str:
    """The base that somebody set, the usual one for "". Raises UsageError for what no name can begin with."""
    if typed and not _BASE.fullmatch(typed):
        raise UsageError("rdf.no_base", typed=typed)
    return typed or DEFAULT_BASE


class Names:
    """The IRIs of one graph, under one base (`<BASE>ns#` for own terms, `<BASE>id/KIND/ID` for things)."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        """Names under `base`, an absolute IRI that ends in /."""
        self.ontology = iri(f"{base}ns")
        self.prefixes = PREFIXES | {"wp": f"{base}ns#"}
        self._things = f"{base}id/"
        self._terms: dict[str, str] = {}

    def term(self, curie: str) -> str:
        """A term written prefix:name; KeyError for a prefix that is not declared."""
        known = self._terms.get(curie)
        if known is None:
            prefix, _, name = curie.partition(":")
            known = self._terms[curie] = iri(self.prefixes[prefix] + name)
        return known

    def thing(self, kind: str, *identity: str) -> str:
        """A thing: its kind in lower case and what names it (several parts for what joins several)."""
        return f"<{self._things}{kind.lower()}/{'/'.join(map(_quoted, identity))}>"


def iri(text: str) -> str:
    """An IRI that needs no escapes."""
    return f"<{text}>"


def part(thing: str, name: str) -> str:
    """A part of a thing: its IRI with a fragment."""
    return f"{thing[:-1]}#{name}>"


def plain(value: str | float) -> str:
    """A value without a language: words, a number, true or false."""
    match value:
        case bool():
            return _typed(str(value).lower(), "boolean")
        case int():
            return _typed(str(value), "integer")
        case float():
            return _typed(repr(value), "double")
        case _:
            return f'"{value.translate(_ESCAPES)}"'


def words(text: str) -> str:
    """Words with their language: Chinese where there is a Chinese character, undetermined where there is none."""
    return f"{plain(text)}@{'zh' if _CHINESE.search(text) else 'und'}"


def in_language(text: str, language: str) -> str:
    """Words in a language."""
    return f"{plain(text)}@{language}"


def count(value: int) -> str:
    """A number from 0 on."""
    return _typed(str(value), "nonNegativeInteger")


def edtf(text: str) -> str:
    """A date as EDTF writes it, open ends and doubts kept."""
    return f"{plain(text)}^^{iri(PREFIXES['edtf'] + 'EDTF')}"


def date(text: str) -> str:
    """A date as precise as it is written: a day, a month, a year; other words stay words."""
    return _calendar(text) or words(text)


def dated(text: str) -> str:
    """A date in EDTF: a day, a month or a year by its own type, an interval or a doubtful date as EDTF."""
    return _calendar(text) or edtf(text)


def moment(text: str) -> str:
    """A moment in ISO 8601; a bare day is a date."""
    return _typed(text, "dateTime") if "T" in text else date(text)


def instant(text: str) -> tuple[str, str]:
    """The OWL-Time predicate that gives an instant this date, and the date: a month stays a month."""
    for form, name, predicate in _DATE_TYPES:
        if form.fullmatch(text):
            return predicate, _typed(text, name)
    return "skos:note", words(text)


def stated(value: Value) -> tuple[str | int | float | bool, ...]:
    """The single values that a property states: each of a list, none for ""."""
    return value if isinstance(value, tuple) else () if value == "" else (value,)


def _calendar(text: str) -> str:
    return next((_typed(text, name) for form, name, _ in _DATE_TYPES if form.fullmatch(text)), "")


def _typed(text: str, name: str) -> str:
    return f'"{text}"^^{_datatype(name)}'


@cache
def _datatype(name: str) -> str:
    return iri(PREFIXES["xsd"] + name)


@lru_cache(maxsize=100_000)
def _quoted(text: str) -> str:
    return quote(text, safe="")
