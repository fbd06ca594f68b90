"""What the service says of its own answers: every status that an endpoint may give, in OpenAPI."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.http.around.problems import MEDIA_TYPE, Problem

ALWAYS = (400, 422, 429, 500, 503)
"""Statuses that any question may meet: wrong host or request, no use, too many, a fault of ours, no store."""

_MEANING = {
    303: "The thing has a page for people.",
    304: "The answer is that of the state whose ETag was sent.",
    400: "The request is malformed, or sent to a host that this service is not.",
    401: "A bearer token is needed, or the one sent is wrong.",
    403: "This service does not allow it.",
    404: "What was named is not in the graph.",
    406: "None of the forms that are accepted can be given.",
    411: "The length of the body is not told.",
    413: "The body is larger than the limit.",
    415: "The body is not of a kind that can be read.",
    422: "A parameter has no use, or a file was refused.",
    429: "Too many requests: try again later.",
    500: "A fault of the service.",
    503: "The store cannot be used now.",
    507: "The disk is full: nothing was changed.",
}


def responses(*more: int, ok: dict[str, Any] | None = None) -> dict[int | str, dict[str, Any]]:
    """The responses of an endpoint: those that any may give, `more` statuses, and what a good one is (`ok`)."""
    found: dict[int | str, dict[str, Any]] = {status: _described(status) for status in sorted({*ALWAYS, *more})}
    return found | ({200: ok} if ok else {})


def texts(media_types: Sequence[str], meaning: str) -> dict[str, Any]:
    """A good answer that is a text or bytes of one of these types."""
    schemas: dict[str, Any] = {one: {} if one.endswith("json") else {"type": "string"} for one in media_types}
    return {"description": meaning, "content": {one: {"schema": schema} for one, schema in schemas.items()}}


def _described(status: int) -> dict[str, Any]:
    if status < HTTPStatus.BAD_REQUEST:
        return {"description": _MEANING[status]}
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": _MEANING[status], "content": {MEDIA_TYPE: {"schema": schema}}}


def describe(app: FastAPI) -> None:
    """Let the app describe itself with its problems."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(
                title=app.title,
                version=app.version,
                description=app.description,
                routes=app.routes,
                tags=app.openapi_tags,
            )
            schemas = made.setdefault("components", {}).setdefault("schemas", {})
            described = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= described.pop("$defs", {})
            schemas["Problem"] = described
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the way that FastAPI documents
