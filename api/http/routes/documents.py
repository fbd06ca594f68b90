"""Documents come and go over HTTP, for those who have the token."""

import json
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from queue import SimpleQueue
from threading import Thread
from typing import Annotated, Any, BinaryIO

import structlog
from fastapi import APIRouter, Depends, Path, Request
from pydantic import BaseModel, ConfigDict
from starlette.datastructures import UploadFile
from starlette.responses import Response, StreamingResponse

from api.ask.corrections.corrections_listed import stale_count
from api.http.access.needs import GuardedRoute, needs
from api.http.access.people import Person
from api.http.answers import Asked, Question
from api.http.around.problems import Fault, ProblemError, problem, problem_for
from api.http.documented import responses
from api.http.trash_entry import TrashedFile
from api.http.uploads import name_of, take_in, take_out
from api.ingest.loading.file_changes import ChangeKind, FileChanges
from api.ingest.loading.load import Progress
from api.settings import Language
from api.uploads.full_disk import told_of_faults
from api.uploads.intake import UploadOutcome
from graph.errors import UsageError
from graph.messages.message import message
from graph.messages.sentences import say

router = APIRouter(prefix="/api", tags=["documents"], route_class=GuardedRoute)
FORM = "multipart/form-data"
LINES = "application/x-ndjson"
MOST_FILES = 64
"""Files of one upload."""
OUTCOMES = ("read", "merged", "replaced", "unchanged")
_ANSWERS = {"true": True, "false": False}
"""What the field `replace` of a form may hold."""
_LOG = structlog.get_logger("plangraph.http")


class Beside(Fault):
    """A file that did not take the name it came with (`where`), as another file has it: `kept_as` is the one it got."""

    kept_as: str


class Changed(BaseModel):
    """What changed with a file (`where`) against another, in a sentence and row by row (as `plangraph diff` has it)."""

    where: str
    against: str
    kind: ChangeKind
    detail: str
    rows: list[dict[str, Any]]

    @classmethod
    def of(cls, lang: Language, one: FileChanges) -> "Changed":
        """What changed, told in a language."""
        told = say(lang, f"changed.{one.kind}", path=one.name, other=one.against, **one.counts)
        return cls(
            where=one.name, against=one.against, kind=one.kind, detail=told, rows=[dict(row) for row in one.rows]
        )


class TakenIn(BaseModel):
    """What a load did, as names of files: new papers, further copies, others in the place of files of the same name,
    those that were there already; `empty` say nothing that was understood, `unread` counts the passages of a file that
    were not understood; each refused one has its reason, as has each that was kept beside a namesake. `trash` has the
    files that were replaced, `changes` what files say otherwise than those before them or than other editions;
    `stale_corrections` counts the corrections that do not hold now, so that somebody looks at them again.
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
                "beside": [],
                "trash": [],
                "changes": [],
                "stale_corrections": 0,
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
    beside: list[Beside]
    trash: list[TrashedFile]
    changes: list[Changed]
    stale_corrections: int


class TakenOut(BaseModel):
    """The names of the files that were taken out, and those of them that lie in the trash now."""

    model_config = ConfigDict(json_schema_extra={"example": {"removed": ["通知.txt"], "trash": []}})

    removed: list[str]
    trash: list[TrashedFile]


@dataclass(frozen=True, slots=True)
class UploadForm:
    """What a form sends: files by name, and whether each takes the place of its namesake, whatever that is."""

    files: Mapping[str, BinaryIO]
    replacing: bool


async def _form(request: Request) -> AsyncIterator[UploadForm]:
    """The form of a request. Raises ProblemError for what is no form, or one without files."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise ProblemError(415, "http.415")
    sending = request.form(max_files=MOST_FILES, max_fields=10)
    with told_of_faults():
        form = await sending
    try:
        replacing = form.get("replace", "false")
        if replacing not in _ANSWERS:
            raise UsageError("http.no_answer", parameter="replace", choices=tuple(_ANSWERS))
        sent = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
        if not sent:
            raise ProblemError(422, "http.no_files")
        files = {name_of(one.filename): one.file for one in sent}
        if len(files) < len(sent):
            raise ProblemError(422, "http.same_names")
        yield UploadForm(files, _ANSWERS[str(replacing)])
    finally:
        await form.close()


_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "replace": {
                            "type": "string",
                            "enum": list(_ANSWERS),
                            "default": "false",
                            "description": "Whether each file takes the place of its namesake, whatever that is.",
                        },
                    },
                }
            }
        },
    }
}


@router.post(
    "/documents",
    response_model=TakenIn,
    responses=responses(401, 403, 411, 413, 415, 507),
    openapi_extra=_BODY,
)
def upload(
    asked: Question,
    person: Annotated[Person, needs("load")],
    form: Annotated[UploadForm, Depends(_form)],
) -> Response:
    """Load files, sent as the field `files` of a form, as one change: others see all of them or none.

    A file whose name is known takes the place of the one before where both are of one paper (one 文号, or one issuer,
    title and day), or `replace` says so; that one lies in the trash then. Else both are kept, the new one beside the
    other as 通知 (2).txt. Who accepts `application/x-ndjson` is told of each
    file as it is read, a JSON object a line: {"file", "done", "total"}; the last line is the answer, or a problem.
    """
    if LINES in asked.request.headers.get("accept", ""):
        # Else the answer would be kept back to be compressed.
        plain = {"Content-Encoding": "identity", "X-Accel-Buffering": "no"}
        return StreamingResponse(_told(asked, form, person.name), media_type=LINES, headers=plain)
    return _answer(asked, take_in(asked.library, form.files, replacing=form.replacing, who=person.name))


@router.delete(
    "/documents/{document:path}",
    responses=responses(401, 403, 404, 507),
)
def remove(
    asked: Question,
    person: Annotated[Person, needs("load")],
    document: Annotated[str, Path(max_length=300, description="Its id, its number (文号) or a file's name.")],
) -> TakenOut:
    """Take a document out, with all that only it says. Its uploaded files lie in the trash then."""
    gone = take_out(asked.library, document, person.name)
    return TakenOut(removed=list(gone.names), trash=[TrashedFile.of(one) for one in gone.trashed])


def _answer(asked: Asked, outcome: UploadOutcome) -> Response:
    """What became of the files; a problem where every file was refused."""
    taken = taken_in(asked, outcome)
    if taken.refused and not any(getattr(taken, name) for name in OUTCOMES):
        return problem(asked.request, 422, message("http.none_taken"), errors=taken.refused)
    return Response(taken.model_dump_json(), media_type="application/json")


def taken_in(asked: Asked, outcome: UploadOutcome) -> TakenIn:
    """What became of files, as it is told over HTTP; what was done before because it had been lost goes to the log."""
    summary = outcome.summary
    recovered = summary.upkeep.recovered
    if recovered or recovered.missing:
        _LOG.warning(
            "recovered",
            files=recovered.files,
            missing=recovered.missing,
            decisions=recovered.decisions,
            reports=recovered.reports,
        )
    refused = [Fault.of(asked.lang, one.path, one.reason) for one in summary.refused]
    named = {name: list(getattr(summary, name)) for name in (*OUTCOMES, "empty")}
    beside = [
        Beside(**Fault.of(asked.lang, one.name, one.why).model_dump(), kept_as=one.kept_as) for one in outcome.beside
    ]
    trash = [TrashedFile.of(one) for one in outcome.trashed]
    changes = [Changed.of(asked.lang, one) for one in summary.changes]
    with asked.library.reading() as snapshot:
        stale = stale_count(snapshot.store)
    return TakenIn(
        **named,
        unread=Counter(summary.unread),
        refused=refused,
        beside=beside,
        trash=trash,
        changes=changes,
        stale_corrections=stale,
    )


def _told(asked: Asked, form: UploadForm, who: str) -> Iterator[str]:
    """The lines of a load under way. It goes on to its end, whole, even if nobody listens any more."""
    lines: SimpleQueue[str | None] = SimpleQueue()

    def progress(name: str, done: int, total: int) -> None:
        lines.put(json.dumps({"file": name, "done": done, "total": total}, ensure_ascii=False))

    def run() -> None:
        lines.put(bytes(_end(asked, form, progress, who).body).decode())
        lines.put(None)

    Thread(target=run).start()
    for line in iter(lines.get, None):
        yield line + "\n"


def _end(asked: Asked, form: UploadForm, progress: Progress, who: str) -> Response:
    """The answer of a load, or the problem that ended it, whatever that was: no one else hears of it in its thread."""
    try:
        return _answer(asked, take_in(asked.library, form.files, progress, replacing=form.replacing, who=who))
    except Exception as error:  # noqa: BLE001 - the outermost place of the thread
        answer = problem_for(asked.request, error)
        if answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
            _LOG.exception("upload_failed", id=getattr(asked.request.state, "request_id", ""))
        return answer
