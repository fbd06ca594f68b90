"""Errors over HTTP: each is a problem (RFC 9457) in one sentence, never a traceback."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from api.http.around.guarding import guard
from api.http.around.languages import language_of
from api.http.around.observing import REQUEST_ID
from api.http.around.paths import told_of
from api.words.inputs import reason_of_input
from graph.errors import FileRefusedError, NoRoomError, NotFoundError, PlangraphError, StoreError, UsageError
from graph.messages.message import Message, Plain, message, plain
from graph.messages.sentences import worded
from graph.messages.tables import Lang, row

MEDIA_TYPE = "application/problem+json"
GONE = 499
"""What log and metrics tell of a request whose client left before it was sent whole; nginx names it so too."""
LONGEST = 500
"""Characters of a sentence that are shown: it may repeat what was typed."""

STATUS: Mapping[type[PlangraphError], int] = {
    NotFoundError: 404,
    UsageError: 422,
    FileRefusedError: 422,
    NoRoomError: 507,
    StoreError: 503,
}


class Fault(BaseModel):
    """One thing that is wrong with a request: where it stands, why it is wrong as a code with its values, and `detail`,
    the sentence of both for the reader.
    """

    where: str
    reason: str
    reason_values: dict[str, Plain] = {}
    detail: str

    @classmethod
    def of(cls, lang: Lang, where: str, why: Message) -> "Fault":
        """The fault that has this message as its reason."""
        return cls(where=where, reason=why.key, reason_values=plain(why), detail=_short(worded(lang, why)))


class Problem(BaseModel):
    """What went wrong: `title` names the status, `detail` is the sentence of `code` and `values` for the reader."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "about:blank",
                "title": "Not Found",
                "status": 404,
                "detail": "没有名为“李四”的领导。",
                "code": "name.no_leader",
                "values": {"hint": "", "name": "李四"},
                "request_id": "4b1f5e0c9a3d4c52",
                "errors": [],
            }
        }
    )

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str = ""
    values: dict[str, Plain] = {}
    request_id: str = ""
    errors: list[Fault] = []


class ProblemError(Exception):
    """A request that cannot be answered: a status, and a key of the program's words with their values."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        super().__init__(key)
        self.status = status
        self.message = message(key, **values)


def problem(
    request: Request,
    status: int,
    told: Message | str,
    *,
    errors: Sequence[Fault] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The response that tells a problem, by a message or, where we have none, by a sentence of the framework."""
    found = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=_short(worded(language_of(request), told) if isinstance(told, Message) else told),
        code=told.key if isinstance(told, Message) else "",
        values=_shortened(told) if isinstance(told, Message) else {},
        request_id=str(getattr(request.state, "request_id", "")),
        errors=list(errors),
    )
    return Response(found.model_dump_json(), status, dict(headers or {}), MEDIA_TYPE)


def problem_of(request: Request, status: int, key: str, **values: object) -> Response:
    """The response that tells a problem in the program's words."""
    return problem(request, status, message(key, **values))


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…"


def _shortened(told: Message) -> dict[str, Plain]:
    """The values of a message, long texts cut as the sentence is."""
    return {name: _short(value) if isinstance(value, str) else value for name, value in plain(told).items()}


def install(app: FastAPI) -> None:
    """Let the app answer every error with a problem."""
    for kind, handler in _HANDLERS.items():
        app.add_exception_handler(kind, handler)


def problem_for(request: Request, error: Exception) -> Response:
    """The response that tells any error, as an installed app does, for an answer that has begun already."""
    return next(handler for kind, handler in _HANDLERS.items() if isinstance(error, kind))(request, error)


def _ours(request: Request, error: Exception) -> Response:
    if not isinstance(error, PlangraphError):
        raise TypeError("this handler is for a PlangraphError")
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)
    return problem(request, status, told_of(error))


def _told(request: Request, error: Exception) -> Response:
    if not isinstance(error, ProblemError):
        raise TypeError("this handler is for a ProblemError")
    headers = {"WWW-Authenticate": "Bearer"} if error.status == HTTPStatus.UNAUTHORIZED else {}
    return problem(request, error.status, error.message, headers=headers)


def _plain(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise TypeError("this handler is for an HTTPException")
    key = f"http.{error.status_code}"
    return problem(request, error.status_code, message(key) if row(key) else str(error.detail), headers=error.headers)


def _invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise TypeError("this handler is for a RequestValidationError")
    lang = language_of(request)
    faults = [Fault.of(lang, ".".join(map(str, one["loc"]))[:LONGEST], reason_of_input(one)) for one in error.errors()]
    return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, message("http.422"), errors=faults)


def _gone(_request: Request, _error: Exception) -> Response:
    """Nobody is there any more to be told."""
    return Response(status_code=GONE)


def _unforeseen(request: Request, _error: Exception) -> Response:
    """What nobody foresaw: the traceback goes to the log of the server alone."""
    return whole(request, problem_of(request, HTTPStatus.INTERNAL_SERVER_ERROR, "http.500"))


def whole(request: Request, answer: Response) -> Response:
    """The answer to what nobody foresaw with its headers: it is given outside of all that puts them into others."""
    guard(answer.headers)
    answer.headers[REQUEST_ID] = str(getattr(request.state, "request_id", ""))
    return answer


_HANDLERS: Mapping[type[Exception], Callable[[Request, Exception], Response]] = {
    PlangraphError: _ours,
    ProblemError: _told,
    HTTPException: _plain,
    RequestValidationError: _invalid,
    ClientDisconnect: _gone,
    Exception: _unforeseen,
}
