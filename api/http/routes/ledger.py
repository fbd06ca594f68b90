"""The ledger over HTTP: how tasks stand, what was reported of them, and for those who have the token reports and sheets
that come back.
"""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.http.access.needs import GuardedRoute, needs
from api.http.access.people import Person
from api.http.answers import Asked, Question
from api.http.around.problems import Fault, ProblemError
from api.http.documented import responses, texts
from api.http.filters import Day, Filters, TaskChoice
from api.http.routes.lists import asker, page
from api.http.schemas import model_of
from api.ledger.asking import history, ledger, report_task, workbook
from api.ledger.importing import ImportPlan, RefusedLine, marked, plan_import
from api.ledger.rows import LedgerRow, ReportRow, told
from api.ledger.sheet_reading import LedgerSheet, ledger_in
from api.lists.taking import XLSX
from api.local_time import today
from graph.history.entries import Deed
from graph.messages.sentences import say
from graph.reports.reports import LONGEST, Report, ReportState
from graph.reports.standing import TaskStanding
from graph.stores.reports import record
from queries.period import parse

router = APIRouter(prefix="/api", tags=["ledger"], route_class=GuardedRoute)
TaskId = Annotated[str, Path(max_length=100, description="The id of a task.")]
_LEDGER_TASK = model_of(LedgerRow, "LedgerTask")
_BODY: dict[str, Any] = {
    "requestBody": {"required": True, "content": {XLSX: {"schema": {"type": "string", "format": "binary"}}}}
}


class SeenFrom(BaseModel):
    """The day that the ledger is looked at from."""

    today: Day = Field("", description="The day that is looked from, else today.")

    @property
    def day(self) -> str:
        """The day, ISO. Raises UsageError for what is none."""
        return parse(self.today, "today").last if self.today else today()

    @property
    def until(self) -> str:
        """The last day of which may be reported: that day, but never one after the clock's."""
        return min(self.day, today())


class LedgerChoice(TaskChoice, SeenFrom):
    """Which tasks of the ledger are meant."""


class LedgerFilters(LedgerChoice, Filters):
    """Filters of the ledger."""

    standing: TaskStanding | None = Field(None, description="Only tasks that stand so.")


class SheetChoice(SeenFrom):
    """How a sheet is taken in."""

    model_config = ConfigDict(extra="forbid")

    dry_run: bool = Field(default=False, description="Only tell what would be recorded.")


class NewReport(BaseModel):
    """What a person reports of a task."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"state": "reported done", "day": "2021-12-05", "who": "王芳"}}
    )

    state: ReportState
    day: Annotated[str, Field(max_length=10, description="The day that it is told for, ISO.")] = ""
    who: Annotated[str, Field(max_length=LONGEST["who"])] = ""
    note: Annotated[str, Field(max_length=LONGEST["note"])] = ""
    proof: Annotated[str, Field(max_length=LONGEST["proof"], description="The paper that shows it.")] = ""


class ToldReport(BaseModel):
    """A report: told by a person, stated in no paper."""

    state: str
    day: str
    reporter: str
    note: str
    proof: str
    title: str
    document: str
    due_text: str
    due_now: str
    task_id: str
    recorded_on: str
    report_id: str


class Reports(BaseModel):
    """The reports of a task, the one recorded last first."""

    model_config = ConfigDict(json_schema_extra={"example": {"items": []}})

    items: list[ToldReport]


class RecordedReports(BaseModel):
    """What became of reports: those recorded, how many were known, rows that say nothing, rows that were refused; of
    the known ones those are `overtaken` of whose task something else was reported since, which counts.
    """

    model_config = ConfigDict(
        json_schema_extra={"example": {"new": [], "known": 1, "blank": 0, "refused": [], "overtaken": []}}
    )

    new: list[ToldReport]
    known: int
    blank: int = 0
    refused: list[Fault] = []
    overtaken: list[Fault] = []


def report_answer(row: ReportRow) -> ToldReport:
    """A report as it is told over HTTP."""
    return ToldReport(**row)


@router.get("/ledger", **page(_LEDGER_TASK))
def tasks(asked: Question, given: Annotated[LedgerFilters, Query()]) -> Response:
    """Tasks as they stand on a day, with what was reported of them last: told by people, stated in no paper."""
    day = given.day
    standing = given.standing or ""
    return asked.rows(
        given,
        ("task_id",),
        lambda graph: ledger(asker(asked, graph, given.within), day, standing, **given.chosen),
        day,
    )


@router.get(
    "/ledger.xlsx",
    response_class=Response,
    responses=responses(304, 404, ok=texts([XLSX], "A workbook to be filled in, a row a task.")),
)
def sheet(asked: Question, given: Annotated[TaskChoice, Query()]) -> Response:
    """Tasks as a sheet to be filled in and sent back."""
    title = say(asked.lang, "take.ledger", name=given.title)
    told_name = {"Content-Disposition": f"attachment; filename=\"ledger.xlsx\"; filename*=UTF-8''{quote(title)}.xlsx"}
    return asked.answer(
        XLSX,
        lambda graph: workbook(asker(asked, graph, given.within), title, **given.chosen),
        lambda content: content,
        told_name,
    )


@router.get("/tasks/{task}/reports", response_model=Reports, responses=responses(304, 404))
def reports(asked: Question, task: TaskId) -> Response:
    """What was reported of a task and of those that it revises."""
    return asked.json(lambda graph: {"items": history(graph, task)})


@router.post("/tasks/{task}/reports", responses=responses(401, 403, 404, 413, 507))
def report(
    asked: Question, person: Annotated[Person, needs("decide")], task: TaskId, said: NewReport
) -> RecordedReports:
    """Report of a task. What was reported last already is recorded once."""
    told = {**said.model_dump(exclude={"state"}), "who": said.who or person.name}
    with asked.library.writing(Deed(person.name or said.who, "report")) as store:
        done = report_task(store, task, said.state, today=today(), **told)
    return RecordedReports(new=_told(done.new), known=len(done.known))


async def _workbook(request: Request) -> bytes:
    """The workbook that a request sends. Raises ProblemError for a body of another type."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != XLSX:
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "http.415")
    return await request.body()


def _sheets(workbook: Annotated[bytes, Depends(_workbook)]) -> tuple[LedgerSheet, ...]:
    """The sheets of that workbook: read in a thread, as it takes seconds in which others are answered."""
    return ledger_in(workbook)


Sheets = Annotated[tuple[LedgerSheet, ...], Depends(_sheets)]
_STATUSES = (401, 403, 411, 413, 415, 507)


@router.post("/ledger", responses=responses(*_STATUSES), openapi_extra=_BODY)
def take_in(
    asked: Question,
    person: Annotated[Person, needs("decide")],
    sheets: Sheets,
    given: Annotated[SheetChoice, Query()],
) -> RecordedReports:
    """Take in a sheet that was filled in; sent again it changes nothing. Rows that cannot be taken are told."""
    if given.dry_run:
        with asked.library.reading() as snapshot:
            return _taken(asked, plan_import(snapshot.store, sheets, given.until))
    with asked.library.writing(Deed(person.name, "import reports")) as store:
        plan = plan_import(store, sheets, given.until)
        new = record(store, plan.coming, again=True).new
    return _taken(asked, plan, new)


@router.post(
    "/ledger/refused",
    dependencies=[needs("decide")],
    response_class=Response,
    responses=responses(*_STATUSES, ok=texts([XLSX], "A copy of the sheet that says why rows are refused.")),
    openapi_extra=_BODY,
)
def refused(asked: Question, sheets: Sheets, given: Annotated[SeenFrom, Query()]) -> Response:
    """The same sheet with the reason beside each row that would be refused; nothing is recorded."""
    with asked.library.reading() as snapshot:
        plan = plan_import(snapshot.store, sheets, given.until)
    return Response(marked(asked.lang, sheets, plan.refused), media_type=XLSX)


def _told(made: tuple[Report, ...]) -> list[ToldReport]:
    return [report_answer(told(one)) for one in made]


def _taken(asked: Asked, plan: ImportPlan, new: tuple[Report, ...] | None = None) -> RecordedReports:
    return RecordedReports(
        new=_told(plan.coming if new is None else new),
        known=len(plan.known),
        blank=plan.blank,
        refused=_faults(asked, plan.refused),
        overtaken=_faults(asked, plan.overtaken),
    )


def _faults(asked: Asked, lines: Sequence[RefusedLine]) -> list[Fault]:
    return [Fault.of(asked.lang, f"{one.line.sheet}!{one.line.number}", one.reason) for one in lines]
