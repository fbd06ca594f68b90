"""The forms of RDF: Turtle, TriG, N-Quads, N-Triples, JSON-LD and RDF/XML, each the same bytes on every run.

Quads are sorted as lines, in runs that are merged from files where there are many, so that memory stays bounded
whatever the size of the graph; pyoxigraph writes the forms that are more than lines.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

from graph.exports.rdf.names import Names
from graph.exports.rdf.quads import Quad

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_FIRST = "!"
"""Stands for the predicate of the class while sorting, so that it comes first."""
_RUN = 200_000
"""Lines that are sorted in memory at a time."""


@dataclass(frozen=True, slots=True)
class RdfForm:
    """A form of RDF, and how names of files in it end. `quads`: it has named graphs. `lines`: it is a line a
    triple, and needs no writer.
    """

    name: str
    title: str
    media_type: str
    endings: tuple[str, ...]
    quads: bool = False
    lines: bool = False


FORMS = {
    one.name: one
    for one in (
        RdfForm("ttl", "Turtle", "text/turtle", (".ttl",)),
        RdfForm("nt", "N-Triples", "application/n-triples", (".nt",), lines=True),
        RdfForm("jsonld", "JSON-LD", "application/ld+json", (".jsonld",), quads=True),
        RdfForm("trig", "TriG", "application/trig", (".trig",), quads=True),
        RdfForm("nq", "N-Quads", "application/n-quads", (".nq",), quads=True, lines=True),
        RdfForm("rdfxml", "RDF/XML", "application/rdf+xml", (".rdf", ".rdfxml", ".xml")),
    )
}
"""By name; the first is the one that is meant where none is asked for."""
BY_ENDING = {ending: one for one in FORMS.values() for ending in one.endings}


def write(said: Iterable[Quad], form: RdfForm, names: Names, out: IO[bytes]) -> None:
    """Write quads in a form, sorted by graph, subject, class first, predicate and object, each once."""
    with ExitStack() as stack:
        lines = _lines(sorted_keys(said, stack, graphs=form.quads), graphs=form.quads)
        if form.lines:
            out.writelines(lines)
            return
        from pyoxigraph import RdfFormat, parse, serialize  # noqa: PLC0415 - only for forms that need a writer

        spool = stack.enter_context(TemporaryFile())
        spool.writelines(lines)
        spool.seek(0)
        known = RdfFormat.from_media_type(form.media_type)
        parsed = parse(spool, format=RdfFormat.N_QUADS)
        if form.quads:
            serialize(parsed, out, known, prefixes=names.prefixes)
        else:
            serialize((one.triple for one in parsed), out, known, prefixes=names.prefixes)


def sorted_keys(said: Iterable[Quad], stack: ExitStack, *, graphs: bool) -> Iterator[str]:
    """Quads, or triples where there are no `graphs`, as lines by which they are sorted, each once; `line_of` makes one
    a line of N-Quads. Where there are many they lie in files that end with the stack.
    """
    return _sorted(_keys(said, graphs=graphs), stack)


def line_of(key: str, *, graphs: bool) -> str:
    """A line of N-Quads or N-Triples, without its newline."""
    graph, subject, predicate, value = key[:-1].split("\t")
    middle = TYPE if predicate == _FIRST else predicate
    return f"{subject} {middle} {value}{f' {graph}' if graphs and graph else ''} ."


def _keys(said: Iterable[Quad], *, graphs: bool) -> Iterator[str]:
    """Each quad as a line by which it is sorted: no part holds a TAB."""
    for subject, predicate, value, stating in said:
        name = _FIRST if predicate == TYPE else predicate
        for graph in (stating or ("",)) if graphs else ("",):
            yield f"{graph}\t{subject}\t{name}\t{value}\n"


def _sorted(keys: Iterator[str], stack: ExitStack) -> Iterator[str]:
    """The lines sorted, each once: those beyond one run by way of files that end with the stack."""
    run = sorted(set(islice(keys, _RUN)))
    runs: list[Iterable[str]] = []
    while more := set(islice(keys, _RUN)):
        file = stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115 - the stack's
        file.writelines(run)
        file.seek(0)
        runs.append(file)
        run = sorted(more)
    last = ""
    for line in merge(*runs, run) if runs else run:
        if line != last:
            yield line
            last = line


def _lines(keys: Iterator[str], *, graphs: bool) -> Iterator[bytes]:
    for key in keys:
        yield f"{line_of(key, graphs=graphs)}\n".encode()
