"""The forms of answers, for the service's description of itself: rows as the catalogue of queries declares them."""

import json
from functools import cache
from importlib import resources
from inspect import getdoc
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from queries.catalogue import query
from queries.header import PYTHON, Column

_MEANING = {"date": 'ISO day, "" if none', "sources": "path:line, the standing one first"}


@cache
def examples() -> dict[str, dict[str, Any]]:
    """An example of a row of each model, by its name: from the example documents of the project."""
    with resources.files("api.http").joinpath("examples.json").open(encoding="utf-8") as file:
        found: dict[str, dict[str, Any]] = json.load(file)
    return found


@cache
def row_of(name: str, model: str) -> type[BaseModel]:
    """The model of this name for a row that answers the catalogued query `name`."""
    question = query(name)
    fields: dict[str, Any] = {column.name: (PYTHON[column.type], _field(column)) for column in question.columns}
    config = ConfigDict(json_schema_extra={"example": examples().get(model, {})}, title=model)
    return create_model(model, __config__=config, __doc__=f"A row of {name}.", **fields)


def model_of(row: type, model: str) -> type[BaseModel]:
    """The model of this name for a row whose type is declared in Python; the words of a column are its annotation."""
    hints = get_type_hints(row, include_extras=True)
    fields: dict[str, Any] = {column: _described(hint) for column, hint in hints.items()}
    config = ConfigDict(json_schema_extra=lambda schema: schema.update(example=examples().get(model, {})), title=model)
    return create_model(model, __config__=config, __doc__=getdoc(row), **fields)


def _described(hint: Any) -> Any:  # noqa: ANN401 - a type, with words or without
    """The type and field of a column."""
    if get_origin(hint) is not Annotated:
        return hint, ...
    kind, words = get_args(hint)
    return kind, Field(description=words)


def _field(column: Column) -> Any:  # noqa: ANN401 - what pydantic's Field is
    return Field(description=column.words or _MEANING.get(column.type))


@cache
def page_of(row: type[BaseModel]) -> type[BaseModel]:
    """A page of such rows: `next` is the cursor of the next page, null behind the last; `total` counts all rows."""
    config = ConfigDict(
        json_schema_extra={"example": {"items": [examples().get(row.__name__, {})], "next": None, "total": 1}}
    )
    return create_model(
        f"{row.__name__}Page",
        __config__=config,
        __doc__=f"A page of {row.__name__} rows.",
        items=(list[row], ...),  # type: ignore[valid-type]
        next=(str | None, Field(description="The cursor of the next page, null behind the last.")),
        total=(int, Field(description="All rows of the list.")),
    )
