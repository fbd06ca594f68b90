"""The graph as RDF: terms, triples with the graphs that state them, and the forms in which they are written.

`to_turtle` is the graph as text; `export` writes any form.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO

from graph.exports.rdf.formats import FORMS, write
from graph.exports.rdf.names import DEFAULT_BASE, Names
from graph.exports.rdf.patterns import Triple
from graph.exports.rdf.quads import Quad, QuadTeller, quads
from graph.exports.rdf.vocabulary import ontology
from graph.facts import Facts, Node
from graph.stores.state import LABEL as STATE


def export(facts: Facts, form: str, out: IO[bytes], base: str = DEFAULT_BASE, records: Iterable[Node] = ()) -> None:
    """Write all facts, the vocabulary that they are told in, and `records` (`graph.exports.rdf.people.records_of`).

    `form` is a name of FORMS; things are named under `base`, an absolute IRI that ends in /. It bears no date.
    """
    names = Names(base)
    write(whole(facts, names, records), FORMS[form], names, out)


def to_text(facts: Facts, form: str, base: str = DEFAULT_BASE, records: Iterable[Node] = ()) -> str:
    """What `export` writes, as text."""
    out = BytesIO()
    export(facts, form, out, base, records)
    return out.getvalue().decode()


def to_turtle(facts: Facts, base: str = DEFAULT_BASE) -> str:
    """All facts as Turtle, with the vocabulary that they are told in."""
    return to_text(facts, "ttl", base)


def thing_text(facts: Facts, form: str, base: str = DEFAULT_BASE, teller: QuadTeller | None = None) -> str:
    """Some facts in a form, without the vocabulary; of a part of a graph the same as the export of the whole says,
    where the `teller` knows the whole.
    """
    return _text(quads(facts, Names(base), teller=teller), form, base)


def vocabulary_text(form: str, base: str = DEFAULT_BASE) -> str:
    """The vocabulary in a form."""
    return _text(_default(ontology(Names(base))), form, base)


def _text(said: Iterable[Quad], form: str, base: str) -> str:
    out = BytesIO()
    write(said, FORMS[form], Names(base), out)
    return out.getvalue().decode()


def whole(facts: Facts, names: Names, records: Iterable[Node]) -> Iterator[Quad]:
    """The quads of all of that; none where there are neither facts nor words of people."""
    known = tuple(records)
    if facts.nodes or any(one.label != STATE for one in known):
        yield from _default(ontology(names))
        yield from quads(facts, names, known)


def _default(triples: Iterable[Triple]) -> Iterator[Quad]:
    for subject, predicate, value in triples:
        yield subject, predicate, value, ()
