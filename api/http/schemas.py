"""The forms of answers, for the service's description of itself: rows as the catalogue of queries declares them."""

import json
from functools import cache
from importlib import resources
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from queries.catalogue import query
from queries.header import Column, Type

_TYPES: dict[Type, Any] = {
    "str": str,
    "name": str,
    "int": int,
    "float": float,
    "bool": bool,
    "date": str,
    "list[str]": list[str],
    "sources": list[str],
}
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
    fields: dict[str, Any] = {column.name: (_TYPES[column.type], _field(column)) for column in question.columns}
    config = ConfigDict(json_schema_extra={"example": examples().get(model, {})}, title=model)
    return create_model(model, __config__=config, __doc__=f"A row of {name}.", **fields)


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
