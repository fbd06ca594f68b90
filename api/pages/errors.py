"""Errors for people: a page that says what is wrong, where a browser asks for a page; other programs get a problem."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.http.asked import asked
from api.pages.view import view

Handler = Callable[[Request, Exception], Response | Awaitable[Response]]


def install(app: FastAPI) -> None:
    """Let the app tell people of unknown pages and of parameters without use."""
    for kind in (HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _page_or(cast("Handler", app.exception_handlers[kind])))


def _page_or(problem: Handler) -> Handler:
    """The handler that gives a page to people, and to others what `problem` gives."""

    async def handle(request: Request, error: Exception) -> Response:
        if _wants_page(request):
            status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.UNPROCESSABLE_ENTITY
            page = view(asked(request))
            key = "error.unknown" if status == HTTPStatus.NOT_FOUND else "error.unusable"
            return page.refusal(status, page.say(key))
        answer = problem(request, error)
        return answer if isinstance(answer, Response) else await answer

    return handle


def _wants_page(request: Request) -> bool:
    """Whether a browser asks for one of the pages."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(("/api/", "/static/"))
