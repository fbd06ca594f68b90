"""The whole graph for other programs, and single things of it by their names (`/id/KIND/ID`), as RDF or JSON."""

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path
from starlette.responses import RedirectResponse, Response

from api.http.answers import JSON, Question, to_json
from api.http.around.problems import ProblemError
from api.http.documented import responses, texts
from api.http.node import facts_of, told
from api.http.rdf_formats import JSON_LD, RDF, TRIPLES, TURTLE, chosen, to_rdf
from api.pages.links import KINDS
from graph.exports.network import to_graphml
from graph.facts import Facts
from graph.model import NODES
from graph.stores.read_back import read_all

router = APIRouter(tags=["exports"])
HTML = "text/html"
GRAPHML = "application/graphml+xml"

LABELS = {node.label.lower(): node.label for node in NODES}


def _whole(asked: Question, media_type: str, name: str, write: Callable[[Facts], str]) -> Response:
    return asked.whole(media_type, read_all, write, {"Content-Disposition": f'attachment; filename="{name}"'})


def _rdf(asked: Question, form: str, ending: str) -> Response:
    base = asked.request.app.state.settings.base_iri
    return _whole(asked, form, f"plangraph.{ending}", lambda facts: to_rdf(facts, form, base))


def _exported(media_types: list[str], meaning: str, *more: int) -> dict[str, Any]:
    return {"response_class": Response, "responses": responses(304, *more, ok=texts(media_types, meaning))}


@router.get("/api/export", **_exported(list(RDF), "The graph in the form that is accepted.", 406))
def export(asked: Question) -> Response:
    """The graph as RDF, in the form that the Accept header asks for."""
    form = chosen(asked.request.headers.get("accept", ""), RDF)
    if form is None:
        raise ProblemError(406, "http.406")
    return _rdf(asked, form, {TURTLE: "ttl", TRIPLES: "nt", JSON_LD: "jsonld"}[form])


@router.get("/api/export.ttl", **_exported([TURTLE], "The graph as Turtle."))
def export_turtle(asked: Question) -> Response:
    """The graph as RDF in Turtle."""
    return _rdf(asked, TURTLE, "ttl")


@router.get("/api/export.nt", **_exported([TRIPLES], "The graph as N-Triples."))
def export_triples(asked: Question) -> Response:
    """The graph as RDF, a triple a line."""
    return _rdf(asked, TRIPLES, "nt")


@router.get("/api/export.jsonld", **_exported([JSON_LD], "The graph as JSON-LD."))
def export_json_ld(asked: Question) -> Response:
    """The graph as RDF in JSON-LD."""
    return _rdf(asked, JSON_LD, "jsonld")


@router.get("/api/export.graphml", **_exported([GRAPHML], "The graph as GraphML."))
def export_graphml(asked: Question) -> Response:
    """The graph as GraphML, for Gephi and its like."""
    return _whole(asked, GRAPHML, "plangraph.graphml", to_graphml)


@router.get(
    "/id/{kind}/{identity}",
    response_class=Response,
    responses=responses(303, 304, 404, 406, ok=texts([*RDF, JSON], "The thing with its relationships.")),
)
def thing(
    asked: Question,
    kind: Annotated[str, Path(max_length=40, examples=["task"])],
    identity: Annotated[str, Path(max_length=200, examples=["b6749bc6988274731628"])],
) -> Response:
    """One thing of the graph by its IRI: as JSON, as RDF, or, for people, on its page."""
    label = LABELS.get(kind)
    offered = (JSON, *RDF, HTML) if kind in KINDS else (JSON, *RDF)
    form = chosen(asked.request.headers.get("accept", ""), offered)
    if form is None:
        raise ProblemError(406, "http.406")
    if label is None:
        raise ProblemError(404, "http.no_thing", kind=kind)
    if form == HTML:
        return RedirectResponse(f"{asked.request.scope.get('root_path', '')}/{KINDS[kind]}/{quote(identity)}", 303)
    base = asked.request.app.state.settings.base_iri
    return asked.answer(
        form,
        lambda graph: facts_of(graph, label, identity),
        lambda facts: to_json(told(facts, label, identity)) if form == JSON else to_rdf(facts, form, base),
    )
