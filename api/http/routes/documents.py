"""Documents come and go over HTTP, for those who have the token."""

import json
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from http import HTTPStatus
from queue import SimpleQueue
from threading import Thread
from typing import Annotated, Any, BinaryIO

import structlog
from fastapi import APIRouter, Depends, Path, Request
from pydantic import BaseModel, ConfigDict
from starlette.datastructures import UploadFile
from starlette.responses import Response, StreamingResponse

from api.http.answers import Asked, Question
from api.http.around import token
from api.http.around.problems import Fault, ProblemError, problem, problem_for
from api.http.documented import responses
from api.http.uploads import name_of, take_in, take_out
from api.ingest.load import Progress
from api.ingest.summary import Summary
from graph.messages.message import message

router = APIRouter(prefix="/api", tags=["documents"])
FORM = "multipart/form-data"
LINES = "application/x-ndjson"
MOST_FILES = 64
"""Files of one upload."""
OUTCOMES = ("read", "merged", "replaced", "unchanged")
_LOG = structlog.get_logger("plangraph.http")


class TakenIn(BaseModel):
    """What a load did, as names of files: new papers, further copies, others in the place of files of the same name,
    those that were there already; `empty` say nothing that was understood, `unread` counts the passages of a file that
    were not understood; each refused one has its reason.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "read": ["通知.txt"],
                "merged": [],
                "replaced": [],
                "unchanged": [],
                "empty": [],
                "unread": {"通知.txt": 2},
                "refused": [{"where": "图.txt", "reason": "file.empty", "reason_values": {}, "detail": "文件是空的"}],
            }
        }
    )

    read: list[str]
    merged: list[str]
    replaced: list[str]
    unchanged: list[str]
    empty: list[str]
    unread: dict[str, int]
    refused: list[Fault]


class TakenOut(BaseModel):
    """The names of the files that were taken out."""

    model_config = ConfigDict(json_schema_extra={"example": {"removed": ["通知.txt"]}})

    removed: list[str]


async def _files(request: Request) -> AsyncIterator[Mapping[str, BinaryIO]]:
    """The files of the form, by name. Raises ProblemError for what is no form, or one without files."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise ProblemError(415, "http.415")
    async with request.form(max_files=MOST_FILES, max_fields=10) as form:
        sent = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
        if not sent:
            raise ProblemError(422, "http.no_files")
        files = {name_of(one.filename): one.file for one in sent}
        if len(files) < len(sent):
            raise ProblemError(422, "http.same_names")
        yield files


_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            }
        },
    }
}


@router.post(
    "/documents",
    dependencies=token.NEEDED,
    response_model=TakenIn,
    responses=responses(401, 403, 411, 413, 415),
    openapi_extra=_BODY,
)
def upload(asked: Question, files: Annotated[Mapping[str, BinaryIO], Depends(_files)]) -> Response:
    """Load files, sent as the field `files` of a form, as one change: others see all of them or none.

    A file whose name is known takes the place of the one before. Who accepts `application/x-ndjson` is told of each
    file as it is read, a JSON object a line: {"file", "done", "total"}; the last line is the answer, or a problem.
    """
    if LINES in asked.request.headers.get("accept", ""):
        # Else the answer would be kept back to be compressed.
        plain = {"Content-Encoding": "identity", "X-Accel-Buffering": "no"}
        return StreamingResponse(_told(asked, files), media_type=LINES, headers=plain)
    return _answer(asked, take_in(asked.library, files))


@router.delete(
    "/documents/{document:path}",
    dependencies=token.NEEDED,
    responses=responses(401, 403, 404),
)
def remove(
    asked: Question,
    document: Annotated[str, Path(max_length=300, description="Its id, its number (文号) or a file's name.")],
) -> TakenOut:
    """Take a document out, with all that only it says."""
    return TakenOut(removed=list(take_out(asked.library, document)))


def _answer(asked: Asked, summary: Summary) -> Response:
    """The summary; a problem where every file was refused."""
    taken = _taken(asked, summary)
    if taken.refused and not any(getattr(taken, name) for name in OUTCOMES):
        return problem(asked.request, 422, message("http.none_taken"), errors=taken.refused)
    return Response(taken.model_dump_json(), media_type="application/json")


def _taken(asked: Asked, summary: Summary) -> TakenIn:
    refused = [Fault.of(asked.lang, one.path, one.reason) for one in summary.refused]
    named = {name: list(getattr(summary, name)) for name in (*OUTCOMES, "empty")}
    return TakenIn(**named, unread=Counter(summary.unread), refused=refused)


def _told(asked: Asked, files: Mapping[str, BinaryIO]) -> Iterator[str]:
    """The lines of a load under way. It goes on to its end, whole, even if nobody listens any more."""
    lines: SimpleQueue[str | None] = SimpleQueue()

    def progress(name: str, done: int, total: int) -> None:
        lines.put(json.dumps({"file": name, "done": done, "total": total}, ensure_ascii=False))

    def run() -> None:
        lines.put(bytes(_end(asked, files, progress).body).decode())
        lines.put(None)

    Thread(target=run).start()
    for line in iter(lines.get, None):
        yield line + "\n"


def _end(asked: Asked, files: Mapping[str, BinaryIO], progress: Progress) -> Response:
    """The answer of a load, or the problem that ended it, whatever that was: no one else hears of it in its thread."""
    try:
        return _answer(asked, take_in(asked.library, files, progress))
    except Exception as error:  # noqa: BLE001 - the outermost place of the thread
        answer = problem_for(asked.request, error)
        if answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
            _LOG.exception("upload_failed", id=getattr(asked.request.state, "request_id", ""))
        return answer
