"""What a data set is, as DCAT: title, licence, days, and the files that it can be had in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from graph.exports.rdf.formats import FORMS, write
from graph.exports.rdf.names import MEDIA_TYPE_REGISTER, Names, count, date, in_language, iri, moment, plain, words
from graph.exports.rdf.patterns import Triple, label, typed
from graph.exports.rdf.people import dataset
from graph.messages.sentences import say


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a data set: its `title` ("" for the usual one), `licence` (an IRI) and `publisher`, each "" where
    nobody said, and the moment (ISO 8601) of its last change, "" where none is known.
    """

    title: str = ""
    licence: str = ""
    publisher: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Dump:
    """A file that the graph can be had in: where it stands in the site, its form in words, media type, and bytes."""

    path: str
    form: str
    media_type: str
    size: int


def described(about: About, dumps: Iterable[Dump], covered: tuple[str, str], form: str, base: str) -> bytes:
    """The description in a form of RDF. `covered` are the first and last day on which a paper was issued ("" for none);
    files are named under `base`, at which the site is thought to stand.
    """
    names, out = Names(base), BytesIO()
    triples = _triples(names, about, dumps, covered, base)
    write(((*triple, ()) for triple in triples), FORMS[form], names, out)
    return out.getvalue()


def _triples(
    names: Names, about: About, dumps: Iterable[Dump], covered: tuple[str, str], base: str
) -> Iterator[Triple]:
    subject = dataset(names)
    yield from typed(names, subject, "dcat:Dataset")
    for language in ("zh", "en"):
        title = about.title or say("zh" if language == "zh" else "en", "published.title")
        yield subject, names.term("dcterms:title"), words(title) if about.title else in_language(title, language)
        told = say("zh" if language == "zh" else "en", "published.description")
        yield subject, names.term("dcterms:description"), in_language(told, language)
    yield subject, names.term("dcat:landingPage"), iri(f"{base}index.html")
    yield from typed(names, iri(f"{base}index.html"), "foaf:Document")
    if about.licence:
        yield subject, names.term("dcterms:license"), iri(about.licence)
        yield from typed(names, iri(about.licence), "dcterms:LicenseDocument")
    if about.publisher:
        publisher = names.thing("publisher", about.publisher)
        yield subject, names.term("dcterms:publisher"), publisher
        yield from typed(names, publisher, "foaf:Agent")
        yield publisher, names.term("foaf:name"), words(about.publisher)
    if about.modified:
        yield subject, names.term("dcterms:modified"), moment(about.modified)
    if any(covered):
        period = names.thing("dataset", "graph", "period")
        yield subject, names.term("dcterms:temporal"), period
        yield from typed(names, period, "dcterms:PeriodOfTime")
        for predicate, day in zip(("dcat:startDate", "dcat:endDate"), covered, strict=True):
            yield period, names.term(predicate), date(day)
    for dump in dumps:
        yield from _distribution(names, subject, dump, about.licence, base)


def _distribution(names: Names, subject: str, dump: Dump, licence: str, base: str) -> Iterator[Triple]:
    one = names.thing("distribution", dump.path)
    kind = iri(MEDIA_TYPE_REGISTER + dump.media_type)
    yield subject, names.term("dcat:distribution"), one
    yield from typed(names, one, "dcat:Distribution")
    yield one, names.term("dcterms:title"), plain(dump.form)
    yield one, names.term("dcat:downloadURL"), iri(f"{base}{dump.path}")
    yield one, names.term("dcat:mediaType"), kind
    yield from typed(names, kind, "dcterms:MediaType")
    yield from label(names, kind, dump.media_type)
    yield one, names.term("dcat:byteSize"), count(dump.size)
    if licence:
        yield one, names.term("dcterms:license"), iri(licence)
