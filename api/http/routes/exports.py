"""The whole graph for other programs, and single things of it by their names (`/id/KIND/ID`), as RDF or JSON."""

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path
from starlette.responses import RedirectResponse, Response

from api.http.answers import JSON, Question, to_json
from api.http.around.problems import ProblemError
from api.http.documented import responses, texts
from api.http.node import around, facts_of, told
from api.http.rdf_formats import RDF, chosen
from api.pages.links import KINDS
from graph.exports.network import to_graphml
from graph.exports.rdf import thing_text, to_text, vocabulary_text
from graph.exports.rdf.context import ADDRESS, context_text
from graph.exports.rdf.formats import FORMS, RdfForm
from graph.exports.rdf.names import Names
from graph.exports.rdf.people import records_of
from graph.exports.rdf.quads import QuadTeller
from graph.facts import Facts, Node
from graph.model import NODES
from graph.stores.protocol import Store
from graph.stores.read_back import read_all

router = APIRouter(tags=["exports"])
HTML = "text/html"
RDF_JSON = FORMS["jsonld"].media_type
BY_FORM = {"Vary": "Accept"}
"""That the answer of an address hangs on the form that was asked for."""
GRAPHML = "application/graphml+xml"

LABELS = {node.label.lower(): node.label for node in NODES}


def _whole(asked: Question, media_type: str, name: str, write: Callable[[Facts], str]) -> Response:
    return asked.whole(media_type, read_all, write, {"Content-Disposition": f'attachment; filename="{name}"'})


def _rdf(asked: Question, form: RdfForm) -> Response:
    base = asked.request.app.state.settings.base_iri

    def read(store: Store) -> tuple[Facts, tuple[Node, ...]]:
        return read_all(store), records_of(store)

    def write(found: tuple[Facts, tuple[Node, ...]]) -> str:
        facts, records = found
        return to_text(facts, form.name, base, records)

    name = f'attachment; filename="plangraph.{form.name}"'
    return asked.whole(form.media_type, read, write, {"Content-Disposition": name})


def _exported(media_types: list[str], meaning: str, *more: int) -> dict[str, Any]:
    return {"response_class": Response, "responses": responses(304, *more, ok=texts(media_types, meaning))}


@router.get("/api/export", **_exported(list(RDF), "The graph in the form that is accepted.", 406))
def export(asked: Question) -> Response:
    """The graph as RDF, in the form that the Accept header asks for."""
    form = chosen(asked.request.headers.get("accept", ""), list(RDF))
    if form is None:
        raise ProblemError(406, "http.406")
    return _rdf(asked, RDF[form])


def _add_form(form: RdfForm) -> None:
    @router.get(
        f"/api/export.{form.name}",
        name=f"export_{form.name}",
        summary=f"Export {form.title}",
        **_exported([form.media_type], f"The graph as {form.title}."),
    )
    def export_form(asked: Question) -> Response:
        return _rdf(asked, form)

    export_form.__doc__ = f"The graph as RDF in {form.title}."


for _form in FORMS.values():
    _add_form(_form)


@router.get("/ns", **_exported(list(RDF), "The vocabulary that the graph is told in.", 303, 406))
def vocabulary(asked: Question) -> Response:
    """The project's own terms (`BASE/ns#…`) with labels, comments, domains and ranges; its page for people."""
    form = chosen(asked.request.headers.get("accept", ""), [*RDF, HTML])
    if form is None:
        raise ProblemError(406, "http.406")
    base = asked.request.app.state.settings.base_iri
    if form == HTML:
        return RedirectResponse(f"{asked.request.scope.get('root_path', '')}/vocabulary", 303, BY_FORM)
    return Response(vocabulary_text(RDF[form].name, base), media_type=form, headers=BY_FORM)


@router.get(f"/{ADDRESS}", **_exported([RDF_JSON], "Short names for the terms, for documents in JSON-LD."))
def context(asked: Question) -> Response:
    """The JSON-LD context of the vocabulary."""
    return Response(context_text(asked.request.app.state.settings.base_iri), media_type=RDF_JSON)


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
        page = f"{asked.request.scope.get('root_path', '')}/{KINDS[kind]}/{quote(identity)}"
        return RedirectResponse(page, 303, BY_FORM)
    if form == JSON:
        return asked.answer(
            form, lambda graph: facts_of(graph, label, identity), lambda facts: to_json(told(facts, label, identity))
        )
    base = asked.request.app.state.settings.base_iri

    def read(graph: Store) -> tuple[Facts, Facts]:
        facts = facts_of(graph, label, identity)
        return facts, around(graph, facts)

    def write(found: tuple[Facts, Facts]) -> str:
        facts, known = found
        return thing_text(facts, RDF[form].name, base, QuadTeller(known, Names(base)))

    return asked.answer(form, read, write)
