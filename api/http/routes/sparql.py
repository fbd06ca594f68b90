"""Questions in SPARQL over HTTP, by the SPARQL 1.1 Protocol (query via GET).

Each is asked by a program of its own, of the state of the store at that moment, with limits of time and bytes.
"""

import json
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.ask import free_question
from api.http.answers import Question
from api.http.around.turns import WorkTurns
from api.http.documented import responses, texts

router = APIRouter(prefix="/api", tags=["answers"])
RESULTS = "application/sparql-results+json"
TRIPLES = "application/n-triples"
SECONDS = 20.0
"""Seconds that a question may take."""
MEGABYTES = 16
"""Millions of bytes that an answer may have."""
EXAMPLE = "SELECT ?title WHERE { ?task a wp:Task ; skos:prefLabel ?title } ORDER BY ?title LIMIT 10"
asking = WorkTurns(2)


@router.get(
    "/sparql",
    response_class=Response,
    responses=responses(ok=texts([RESULTS, TRIPLES], "The answer; triples where the question constructs them.")),
)
def sparql(asked: Question, query: Annotated[str, Query(max_length=10_000, examples=[EXAMPLE])]) -> Response:
    """Ask the graph as RDF in SPARQL 1.1; nothing can be written, and no other service is asked."""
    base = asked.request.app.state.settings.base_iri
    with asked.library.reading() as snapshot:
        where = snapshot.store.where
    with asking.turn():
        found = free_question.answer_sparql(
            where, query, asked.lang, base=base, seconds=SECONDS, megabytes=MEGABYTES, fixed=True
        )
    if "triples" in found:
        return Response(found["triples"], media_type=TRIPLES)
    return Response(json.dumps(found, ensure_ascii=False), media_type=RESULTS)
