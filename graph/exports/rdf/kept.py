"""What a file of RDF keeps of a graph so that all of it can be built again: files, passages with what was read of them,
decisions and corrections. Everything else in an export follows from these.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import unquote

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, parse
from pyoxigraph import Quad as Parsed

from graph.errors import FileRefusedError, reason_of
from graph.exports.rdf.formats import BY_ENDING
from graph.exports.rdf.names import DEFAULT_BASE, PREFIXES, Names, iri, plain
from graph.exports.rdf.quads import Quad
from graph.facts import Value
from graph.papers.passages import restore
from graph.statements import KINDS, PassageKind, PlanDocument

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_STRING = PREFIXES["xsd"] + "string"
_KINDS = frozenset({"file", "passage", "decision", "correction", "dataset"})
_OWN = "ns#hasPassage"
"""The own term by which the base of a file's names is known."""

Row = dict[str, Value]


@dataclass(slots=True)
class Kept:
    """What a file keeps, by predicate: of each thing (its kind and id) the values, and which files hold which passages.
    `base` is what names begin with.
    """

    base: str
    said: defaultdict[tuple[str, str], defaultdict[str, list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    held: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def things(self, kind: str) -> Iterator[tuple[str, defaultdict[str, list[str]]]]:
        """The things of a kind by id, each with what is said of it."""
        for (known, identity), said in sorted(self.said.items()):
            if known == kind:
                yield identity, said

    def made_by(self, what: str) -> str:
        """The digest of the `rules` or the `readers` that the file names, "" for none."""
        return one(self.said[("dataset", "graph")], f"wp:{what}") if ("dataset", "graph") in self.said else ""

    def documents(self) -> tuple[list[PlanDocument], list[str]]:
        """The files as they were read, once for each path, without the passages (by id, the second list) of which what
        was read cannot be understood, and without files that have no heading.
        """
        rows: dict[str, Row] = {}
        broken: list[str] = []
        for identity, said in self.things("passage"):
            kind, says = one(said, "wp:passageKind"), one(said, "wp:says")
            if _understood(kind, says):
                rows[identity] = {"kind": kind, "says": says}
            else:
                broken.append(identity)
        documents = []
        for sha256, said in self.things("file"):
            passages = [rows[one] for one in sorted(set(self.held[sha256])) if one in rows]
            file: Row = {"id": sha256, "format": one(said, "wp:format"), "read_by": one(said, "wp:readBy")}
            if any(row["kind"] == "document" for row in passages):
                documents += [restore(path, file, passages) for path in sorted(set(said["dcterms:title"]))]
        return documents, broken

    def decisions(self) -> list[Row]:
        """The properties of the decisions."""
        return [_decision(identity, said) for identity, said in self.things("decision")]

    def corrections(self) -> list[Row]:
        """The properties of the corrections."""
        return [_correction(identity, said) for identity, said in self.things("correction")]


def read_kept(path: Path) -> Kept:
    """What a file of RDF keeps. Raises FileRefusedError for one that is none."""
    kept = Kept(_base_in(path))
    names = Names(kept.base)
    terms = {names.term(curie)[1:-1]: curie for curie in _WANTED}
    holds, things = names.term("wp:hasPassage")[1:-1], f"{kept.base}id/"
    for quad in parsed(path):
        subject = _thing(quad.subject, things)
        if not subject:
            continue
        predicate = quad.predicate.value
        if predicate == holds:
            passage = _thing(quad.object, things)
            if passage:
                kept.held[subject[1]].append(passage[1])
        elif predicate in terms and isinstance(quad.object, Literal):
            kept.said[subject][terms[predicate]].append(quad.object.value)
    return kept


def parsed(path: Path) -> Iterator[Parsed]:
    """The quads of a file, as they come. Raises FileRefusedError."""
    form = BY_ENDING.get(path.suffix.lower())
    if form is None:
        raise FileRefusedError("rdf.no_form", path=path, known=" ".join(sorted(BY_ENDING)))
    try:
        yield from parse(path=str(path), format=RdfFormat.from_media_type(form.media_type))
    except OSError as error:
        raise FileRefusedError("rdf.unreadable", path=path, reason=reason_of(error)) from error
    except (SyntaxError, ValueError) as error:
        raise FileRefusedError("rdf.unreadable", path=path, reason=str(error).split("\n", 1)[0]) from error


def as_quads(said: Iterable[Parsed]) -> Iterator[Quad]:
    """Parsed quads as texts, as an export writes them."""
    for quad in said:
        graph = () if isinstance(quad.graph_name, DefaultGraph) else (_text(quad.graph_name),)
        yield _text(quad.subject), _text(quad.predicate), _text(quad.object), graph


def one(said: defaultdict[str, list[str]], curie: str) -> str:
    """The value of a predicate, "" for none, the first of several."""
    return min(said[curie], default="")


_WANTED = (
    *("wp:says", "wp:passageKind", "wp:format", "wp:readBy", "wp:rules", "wp:readers"),
    *("dcterms:title", "dcterms:creator", "dcterms:created", "dcterms:description"),
    *("wp:verdict", "wp:decisionKind", "wp:scope", "wp:name", "wp:stands"),
    *("wp:correctionKind", "wp:field", "oa:exact"),
)


def _decision(identity: str, said: defaultdict[str, list[str]]) -> Row:
    first = one(said, "wp:stands")
    names = sorted(set(said["wp:name"]), key=lambda name: (name != first, name))
    return {
        "id": identity,
        "verdict": one(said, "wp:verdict"),
        "kind": one(said, "wp:decisionKind"),
        "place": one(said, "wp:scope"),
        "names": tuple(names),
        "decided_on": one(said, "dcterms:created"),
        **_by(said),
    }


def _correction(identity: str, said: defaultdict[str, list[str]]) -> Row:
    return {
        "id": identity,
        "what": one(said, "wp:correctionKind"),
        "field": one(said, "wp:field"),
        "quote": one(said, "oa:exact"),
        "says": one(said, "wp:says"),
        "made_on": one(said, "dcterms:created"),
        **_by(said),
    }


def _by(said: defaultdict[str, list[str]]) -> Row:
    return {"who": one(said, "dcterms:creator"), "why": one(said, "dcterms:description")}


def _thing(term: object, things: str) -> tuple[str, str] | None:
    """The kind and id of a thing that is kept, None for any other term."""
    if not isinstance(term, NamedNode) or not term.value.startswith(things):
        return None
    kind, _, identity = term.value[len(things) :].partition("/")
    return (kind, unquote(identity)) if kind in _KINDS and "#" not in identity else None


def _base_in(path: Path) -> str:
    for quad in parsed(path):
        if quad.predicate.value.endswith(_OWN):
            return quad.predicate.value.removesuffix(_OWN)
    return DEFAULT_BASE


def _text(term: object) -> str:
    match term:
        case NamedNode():
            return iri(term.value)
        case Literal(language=str(), direction=None):
            return f"{plain(term.value)}@{term.language}"
        case Literal(direction=None):
            known = term.datatype.value
            return plain(term.value) if known == _STRING else f"{plain(term.value)}^^{iri(known)}"
        case BlankNode():
            return f"_:{term.value}"
        case _:
            return " ".join(str(term).split())


def _understood(kind: str, says: str) -> bool:
    """Whether this is what was read of a passage of a kind: JSON of the statement's own fields with their types."""
    if kind not in get_args(PassageKind):
        return False
    try:
        _types()[kind].validate_json(says, strict=True)
    except (ValueError, RecursionError):
        return False
    return True


@cache
def _types() -> dict[str, "TypeAdapter[Any]"]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - slow to import, and needed here alone

    return {kind: TypeAdapter(statement) for kind, statement in KINDS.items()}
