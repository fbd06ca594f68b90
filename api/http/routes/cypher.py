"""Free Cypher, where the service allows it."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from api.http.answers import Question
from api.http.around.problems import ProblemError
from api.http.documented import responses
from api.http.free_cypher import Found, answer

router = APIRouter(prefix="/api", tags=["catalogue"])


class Statement(BaseModel):
    """A statement that only reads."""

    model_config = ConfigDict(extra="forbid")

    cypher: Annotated[str, Field(min_length=1, max_length=10_000, examples=["RETURN 1 AS one"])]


@router.post("/cypher", responses=responses(403))
def cypher(asked: Question, statement: Statement) -> Found:
    """The rows of a statement that only reads, within limits of time and number."""
    settings = asked.request.app.state.settings
    if not settings.free_cypher:
        raise ProblemError(403, "http.cypher_off")
    return answer(asked.library.where, statement.cypher, settings.cypher_seconds, settings.cypher_rows)
