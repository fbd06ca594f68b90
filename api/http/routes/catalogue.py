"""The catalogue of questions, and any of them asked by name."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict
from starlette.datastructures import QueryParams
from starlette.responses import Response

from api.ask.resolve import parameters
from api.http.answers import Question
from api.http.around.problems import ProblemError
from api.http.documented import responses
from api.http.schemas import examples, page_of
from queries import catalogue
from queries.ask import ask_any
from queries.header import KINDS

router = APIRouter(prefix="/api", tags=["catalogue"])
PAGING = {"limit", "cursor", "lang"}


class Parameter(BaseModel):
    """A parameter of a question; `default` is null where it must be given."""

    name: str
    type: str
    default: str | int | float | bool | list[str] | None
    choices: list[str]
    words: str


class ColumnModel(BaseModel):
    """A column of an answer, with its type and meaning."""

    name: str
    type: str
    words: str


class CatalogueQuery(BaseModel):
    """A question of the catalogue; `key` are the columns that together name a row."""

    model_config = ConfigDict(
        json_schema_extra=lambda schema: schema.update(example=examples().get("CatalogueQuery", {}))
    )

    name: str
    sentence: str
    params: list[Parameter]
    columns: list[ColumnModel]
    key: list[str]


class Answer(BaseModel):
    """A row of any question: the columns that it declares."""

    model_config = ConfigDict(extra="allow", json_schema_extra={"example": {"month": "2021-12", "tasks": 14}})


@router.get("/queries", responses=responses())
def queries() -> list[CatalogueQuery]:
    """All questions that can be asked by name."""
    return [_described(one) for one in catalogue.catalogue().values()]


@router.get("/query/{name:path}", response_model=page_of(Answer), responses=responses(304, 404))
def query(
    asked: Question,
    name: Annotated[str, Path(max_length=100, examples=["load/by_month"])],
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    cursor: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """A question of the catalogue; its parameters are query parameters of the same name, a list repeats its own."""
    question = catalogue.catalogue().get(name)
    if question is None:
        raise ProblemError(404, "http.no_query", name=name)
    params = _given(question, asked.request.query_params)
    return asked.paged(limit, cursor, question.key, lambda graph: ask_any(graph, name, parameters(graph, name, params)))


def _given(question: catalogue.Query, typed: QueryParams) -> Mapping[str, object]:
    """The parameters typed, but for those of the page that are none of the question."""
    lists = {param.name for param in question.params if param.type in {"list[str]", *KINDS}}
    own = {param.name for param in question.params}
    return {name: typed.getlist(name) if name in lists else typed[name] for name in typed if name not in PAGING - own}


def _described(one: catalogue.Query) -> CatalogueQuery:
    params = [
        Parameter(name=p.name, type=p.type, default=_plain(p.default), choices=list(p.choices), words=p.words)
        for p in one.params
    ]
    columns = [ColumnModel(name=c.name, type=c.type, words=c.words) for c in one.columns]
    return CatalogueQuery(name=one.name, sentence=one.sentence, params=params, columns=columns, key=list(one.key))


def _plain(value: object) -> Any:  # noqa: ANN401 - a value of any type of parameter
    return list(value) if isinstance(value, tuple) else value
