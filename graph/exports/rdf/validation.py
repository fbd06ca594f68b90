"""What is wrong with a graph as RDF, by the shapes of shapes.ttl: that of a store, or a file that anyone made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize
from pyoxigraph import Store as Index

from graph.exports.rdf.kept import parsed
from graph.exports.rdf.names import DEFAULT_BASE
from graph.exports.rdf.shards import Broken, asked, reaches, shards
from graph.exports.rdf.vocabulary import terms

if TYPE_CHECKING:
    from rdflib import Graph


_OWN_THING = re.compile(
    rb"#type> <[^<>]*ns#(?:" + "|".join(name for name in terms() if name[0].isupper()).encode() + rb")> [.]"
)


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with a thing: `zh` and `en` say what, `path` is the property that is meant ("" where several are),
    `value` what is wrong there.
    """

    thing: str
    path: str
    zh: str
    en: str
    value: str = ""


def read_rdf(path: Path) -> bytes:
    """The triples of a file as N-Triples, whatever graphs they are in. Raises FileRefusedError."""
    return serialize((quad.triple for quad in parsed(path)), format=RdfFormat.N_TRIPLES) or b""


def is_ours(triples: bytes) -> bool:
    """Whether triples (N-Triples) tell of anything of a class of our own, under whatever base."""
    return _OWN_THING.search(triples) is not None


def violations(triples: bytes, base: str = "") -> list[Violation]:
    """What is wrong with triples (N-Triples), sorted. `base` is that of the graph's own terms; "" for the one that the
    classes of its things tell.
    """
    from pyshacl import validate  # noqa: PLC0415 - slow to import, and needed here alone
    from rdflib import SH, Graph  # noqa: PLC0415

    index = Index()
    index.bulk_load(triples, RdfFormat.N_TRIPLES)
    shapes = _shapes(base or _base_of(triples))
    found = {_asked(shapes, one) for one in asked(index, shapes)}
    shapes.remove((None, SH.sparql, None))
    for reach in reaches(shapes):
        for nodes, shard in shards(index, reach):
            _, report, _ = validate(shard, shacl_graph=shapes, inference="none", use_shapes=[reach.shape])
            if not isinstance(report, Graph):
                raise TypeError("the report is no graph")
            found |= {one for one in _told(report) if one.thing in nodes}
    return sorted(found)


def _asked(shapes: "Graph", one: Broken) -> Violation:
    from rdflib import SH  # noqa: PLC0415

    said = {getattr(words, "language", None): str(words) for words in shapes.objects(one.constraint, SH.message)}
    return Violation(one.node, "", said["zh"], said["en"], one.value)


def _told(report: "Graph") -> Iterable[Violation]:
    from rdflib import RDF, SH, URIRef  # noqa: PLC0415

    for result in report.subjects(RDF.type, SH.ValidationResult):
        said = {getattr(one, "language", None): str(one) for one in report.objects(result, SH.resultMessage)}
        path = report.value(result, SH.resultPath)
        yield Violation(
            str(report.value(result, SH.focusNode)),
            str(path) if isinstance(path, URIRef) else "",
            said.get("zh", ""),
            said.get("en", ""),
            str(report.value(result, SH.value) or ""),
        )


def _shapes(base: str) -> "Graph":
    from rdflib import Graph  # noqa: PLC0415

    text = files(__package__).joinpath("shapes.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text.replace("BASE", base), format="turtle")


def _base_of(triples: bytes) -> str:
    """The base of the own terms in triples: that under which tasks or passages have their classes."""
    for name in ("Task", "Passage", "Document", "ChangeParty"):
        end = triples.find(f"ns#{name}>".encode())
        if end >= 0:
            return triples[triples.rfind(b"<", 0, end) + 1 : end].decode()
    return DEFAULT_BASE
