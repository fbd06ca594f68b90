"""Errors for people: a page that says what is wrong, where a browser asks for a page; other programs get a problem."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from api.http.access.origins import SAFE
from api.http.answers import asked
from api.http.around.problems import ProblemError, whole
from api.pages.view import View, view
from graph.messages.sentences import say, worded

_KEPT_OUT = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})
Handler = Callable[[Request, Exception], Response | Awaitable[Response]]


def install(app: FastAPI) -> None:
    """Let the app tell people of unknown pages, of parameters without use, and of what nobody foresaw."""
    for kind in (HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _page_or(cast("Handler", app.exception_handlers[kind]), _mistaken))
    app.add_exception_handler(ProblemError, _signing_in_or(cast("Handler", app.exception_handlers[ProblemError])))
    app.add_exception_handler(Exception, _page_or(cast("Handler", app.exception_handlers[Exception]), _unforeseen))


def _page_or(problem: Handler, told: Callable[[View, Request, Exception], Response]) -> Handler:
    """The handler that gives to people the page of `told`, and to others what `problem` gives."""

    async def handle(request: Request, error: Exception) -> Response:
        if _wants_page(request):
            return told(view(asked(request)), request, error)
        answer = problem(request, error)
        return answer if isinstance(answer, Response) else await answer

    return handle


def _signing_in_or(problem: Handler) -> Handler:
    """The handler that gives to people what they need where they may not do something, else what `problem` gives."""
    page = _page_or(problem, _refused)

    async def handle(request: Request, error: Exception) -> Response:
        told = isinstance(error, ProblemError) and (error.status in _KEPT_OUT or _is_mistake(request, error))
        answer = (page if told else problem)(request, error)
        return answer if isinstance(answer, Response) else await answer

    return handle


def _is_mistake(request: Request, error: ProblemError) -> bool:
    """Whether the address of a page asks for what it does not know."""
    return request.method in SAFE and error.status == HTTPStatus.UNPROCESSABLE_ENTITY


def _mistaken(page: View, _request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.UNPROCESSABLE_ENTITY
    return page.refusal(status, page.say("error.unknown" if status == HTTPStatus.NOT_FOUND else "error.unusable"))


def _refused(page: View, request: Request, error: Exception) -> Response:
    """Where one must sign in the page to do so, which leads back; else the page that says why it may not be."""
    if not isinstance(error, ProblemError):
        raise TypeError("this handler is for a ProblemError")
    if error.status == HTTPStatus.UNAUTHORIZED and request.method in SAFE:
        return RedirectResponse(page.links.to("/sign-in", next=page.links.here()), HTTPStatus.SEE_OTHER)
    return page.refusal(error.status, worded(page.lang, error.message))


def _unforeseen(page: View, request: Request, _error: Exception) -> Response:
    return whole(request, page.refusal(HTTPStatus.INTERNAL_SERVER_ERROR, say(page.lang, "http.500")))


def _wants_page(request: Request) -> bool:
    """Whether a browser asks for one of the pages."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(("/api/", "/static/"))
