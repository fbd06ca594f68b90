"""The project's own terms in RDF, for people: what `BASE/ns` is in a browser."""

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.view import Values, Viewing
from graph.exports.rdf.vocabulary import terms
from graph.stores.protocol import Store

router = APIRouter()


@router.get("/vocabulary")
def vocabulary(view: Viewing) -> Response:
    """All terms, classes first."""
    return view.html("vocabulary.html", _found)


def _found(_: Store) -> Values:
    known = sorted(terms().items(), key=lambda one: (not one[0][0].isupper(), one[0].lower()))
    return {"terms": known, "forms": ("ttl", "trig", "nq", "nt", "jsonld", "rdfxml")}
