"""Shapes checked piece by piece, so that neither time nor memory grows faster than the graph.

The questions of shapes (sh:sparql) are asked once each, of all nodes that a shape is for, in an index: pyshacl reads
and asks them again for each node, which took most of its time. All other constraints are checked by pyshacl, some
thousand nodes of one shape at a time, in a graph of just what the paths of the shape reach.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions
from pyoxigraph import Store as Index

from graph.exports.rdf.names import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node as Term

_MOST = 5000
"""Nodes that are checked at a time."""
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_NARROWS = NamedNode(PREFIXES["rdfs"] + "subClassOf")
_IS = f"<{_TYPE.value}>/<{_NARROWS.value}>*"
_STRING = PREFIXES["xsd"] + "string"
_Resource = NamedNode | BlankNode


@dataclass(frozen=True, slots=True)
class ShapeReach:
    """What a shape is for (`target`, a class), and what its paths reach: predicates that are followed from a node, and
    those that are followed backwards, over so many `steps`.
    """

    shape: str
    target: str
    forward: frozenset[str]
    backward: frozenset[str]
    steps: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A node that breaks the question of a shape (`constraint`), and the value that is wrong there, else the node."""

    node: str
    constraint: "Term"
    value: str


def reaches(shapes: "Graph") -> list[ShapeReach]:
    """What each node shape reaches, by its name."""
    from rdflib import RDF, SH  # noqa: PLC0415 - slow to import, and needed here alone

    found = []
    for shape in sorted(shapes.subjects(RDF.type, SH.NodeShape), key=str):
        paths = [shapes.value(one, SH.path) for one in shapes.objects(shape, SH.property)]
        steps = [step for path in paths if path is not None for step in _steps(shapes, path, 1)]
        found.append(
            ShapeReach(
                str(shape),
                str(shapes.value(shape, SH.targetClass)),
                frozenset(predicate for predicate, back, _ in steps if not back),
                frozenset(predicate for predicate, back, _ in steps if back),
                max((depth for _, _, depth in steps), default=0),
            )
        )
    return found


def asked(index: Index, shapes: "Graph") -> Iterator[Broken]:
    """What breaks the questions of the shapes."""
    from rdflib import SH, URIRef  # noqa: PLC0415

    for reach in reaches(shapes):
        for constraint in shapes.objects(URIRef(reach.shape), SH.sparql):
            text = str(shapes.value(constraint, SH.select))
            at = text.index("{") + 1
            limited = f"{text[:at]} $this {_IS} <{reach.target}> . {text[at:]}"
            found = index.query(limited, prefixes=_prefixes(shapes, constraint))
            if not isinstance(found, QuerySolutions):
                raise TypeError("a question of a shape selects")
            named = {one.value for one in found.variables}
            for row in found:
                yield Broken(_words(row["this"]), constraint, _words(row["value" if "value" in named else "this"]))


def shards(index: Index, reach: ShapeReach) -> Iterator[tuple[frozenset[str], "Graph"]]:
    """The nodes that a shape is for, some at a time, each time with all that the shape can see of them."""
    found = index.query(f"SELECT DISTINCT $this {{ $this {_IS} <{reach.target}> }}")
    if not isinstance(found, QuerySolutions):
        raise TypeError("it selects")
    nodes = sorted((node for row in found if isinstance(node := row["this"], _Resource)), key=str)
    for start in range(0, len(nodes), _MOST):
        some = nodes[start : start + _MOST]
        yield frozenset(node.value for node in some), _shard(index, reach, some)


def _shard(index: Index, reach: ShapeReach, nodes: Sequence[_Resource]) -> "Graph":
    from rdflib import Graph  # noqa: PLC0415

    graph, met, ends = Graph(bind_namespaces="none"), set(nodes), set(nodes)
    forward, backward = (tuple(map(NamedNode, sorted(names))) for names in (reach.forward, reach.backward))
    triples = list(index.quads_for_pattern(None, _NARROWS, None))
    for _ in range(reach.steps):
        further: set[_Resource] = set()
        for node in ends:
            out = [one for name in forward for one in index.quads_for_pattern(node, name, None)]
            into = [one for name in backward for one in index.quads_for_pattern(None, name, node)]
            further |= {one.object for one in out if isinstance(one.object, _Resource)}
            further |= {one.subject for one in into if isinstance(one.subject, _Resource)}
            triples += (*out, *into)
        ends = further - met
        met |= further
    for node in met:
        triples += index.quads_for_pattern(node, _TYPE, None)
    for one in triples:
        graph.add((_term(one.subject), _term(one.predicate), _term(one.object)))
    return graph


def _steps(shapes: "Graph", path: "Term", depth: int) -> Iterator[tuple[str, bool, int]]:
    """The predicates of a path, each with whether it is followed backwards, and as which step."""
    from rdflib import RDF, SH, URIRef  # noqa: PLC0415
    from rdflib.collection import Collection  # noqa: PLC0415

    if isinstance(path, URIRef):
        yield str(path), False, depth
    elif (back := shapes.value(path, SH.inversePath)) is not None:
        yield from ((predicate, not turned, at) for predicate, turned, at in _steps(shapes, back, depth))
    elif (others := shapes.value(path, SH.alternativePath)) is not None:
        for one in Collection(shapes, others):
            yield from _steps(shapes, one, depth)
    elif (path, RDF.first, None) in shapes:
        for number, one in enumerate(Collection(shapes, path)):
            yield from _steps(shapes, one, depth + number)
    else:
        raise ValueError(path)  # a kind of path that no shape has yet


def _prefixes(shapes: "Graph", constraint: "Term") -> dict[str, str]:
    from rdflib import SH  # noqa: PLC0415

    declared = (one for told in shapes.objects(constraint, SH.prefixes) for one in shapes.objects(told, SH.declare))
    return {str(shapes.value(one, SH.prefix)): str(shapes.value(one, SH.namespace)) for one in declared}


def _term(term: object) -> "Term":
    from rdflib import BNode, URIRef  # noqa: PLC0415
    from rdflib import Literal as Words  # noqa: PLC0415

    match term:
        case NamedNode():
            return URIRef(term.value)
        case BlankNode():
            return BNode(term.value)
        case Literal() if term.language:
            return Words(term.value, lang=term.language)
        case Literal():
            known = term.datatype.value
            return Words(term.value, datatype=None if known == _STRING else URIRef(known))
        case _:
            raise TypeError(term)


def _words(term: object) -> str:
    return str(getattr(term, "value", ""))
