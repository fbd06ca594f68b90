"""Where it says so: the passages behind a task."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.http import filters
from api.http.answers import Question
from api.http.documented import responses
from api.http.schemas import page_of
from api.http.sources import StatedPassage, sources

router = APIRouter(prefix="/api", tags=["answers"])


@router.get("/sources/{task}", response_model=page_of(StatedPassage), responses=responses(304, 404))
def sources_of(
    asked: Question,
    task: Annotated[str, Path(max_length=200, description="Id of a task.", examples=["b6749bc6988274731628"])],
    given: Annotated[filters.Filters, Query()],
) -> Response:
    """The passages that state a task, in the words of the file, with what stands before and behind them there."""
    return asked.rows(given, ("task_id", "passage_id"), lambda graph: sources(graph, task))
