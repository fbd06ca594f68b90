"""The history over HTTP: who changed what, and when."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.ask.history import HistoryChange, history_rows
from api.http import filters
from api.http.answers import Question
from api.http.routes.lists import page
from api.http.schemas import model_of
from graph.history.entries import Act

router = APIRouter(prefix="/api", tags=["service"])
_HistoryChange = model_of(HistoryChange, "HistoryChange")


class ToldEntry(BaseModel):
    """What one person changed at once."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "number": 2,
                "at": "2021-12-01T09:30:00+08:00",
                "who": "王敏",
                "act": "load",
                "changes": [
                    {
                        "what": "File",
                        "change": "added",
                        "name": "通知.txt",
                        "id": "9f86d081",
                        "told": {"path": "通知.txt"},
                    }
                ],
            }
        }
    )

    number: int = Field(description="Counted from 1, without a gap.")
    at: str = Field(description="The moment, ISO 8601 by the clock of the service.")
    who: str = Field(description='"" where nobody was named.')
    act: Act
    changes: list[_HistoryChange]  # type: ignore[valid-type]  # a model made of the rows' type


@router.get("/history", **page(ToldEntry))
def history(asked: Question, given: Annotated[filters.HistoryFilters, Query()]) -> Response:
    """Who loaded, removed, decided, corrected or reported what, and when, the latest first."""
    return asked.rows(given, ("number",), lambda graph: history_rows(graph, since=given.since, who=given.who))
