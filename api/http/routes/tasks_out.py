"""Tasks to take along, all or chosen as in their list: for spreadsheets and for calendars."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.ask.sheets import to_csv
from api.http.answers import Question
from api.http.documented import responses, texts
from api.http.filters import TaskChoice
from api.http.routes.lists import asker
from graph.messages.sentences import say
from queries.rows import TaskRow
from viz.files.calendar import task_calendar
from viz.files.sheets import task_workbook

router = APIRouter(prefix="/api", tags=["exports"])
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ICS = "text/calendar; charset=utf-8"
MARK = "\ufeff"
"""By which spreadsheets know UTF-8."""

ChosenTasks = Annotated[TaskChoice, Query()]


def _described(media_type: str, meaning: str) -> dict[str, Any]:
    return {"response_class": Response, "responses": responses(304, 404, ok=texts([media_type], meaning))}


def _title(asked: Question, choice: TaskChoice) -> str:
    """What the tasks are called."""
    return " ".join(filter(None, (choice.title, say(asked.lang, "tasks.title"))))


def _taken(
    asked: Question, choice: TaskChoice, media_type: str, ending: str, write: Callable[[Sequence[TaskRow]], str | bytes]
) -> Response:
    """The chosen tasks as a file that is named after them."""
    name = quote(f"{_title(asked, choice)}.{ending}")
    told = {"Content-Disposition": f"attachment; filename=\"tasks.{ending}\"; filename*=UTF-8''{name}"}
    return asked.answer(
        media_type, lambda graph: asker(asked, graph, choice.within).tasks(**choice.chosen), write, told
    )


@router.get("/export.csv", **_described(CSV, "A line a task."))
def export_csv(asked: Question, choice: ChosenTasks) -> Response:
    """Tasks as CSV for spreadsheets."""
    return _taken(asked, choice, CSV, "csv", lambda rows: MARK + to_csv(rows, asked.lang))


@router.get("/export.xlsx", **_described(XLSX, "A workbook, a row a task."))
def export_xlsx(asked: Question, choice: ChosenTasks) -> Response:
    """Tasks as an Excel workbook to hand on."""
    title = _title(asked, choice)
    return _taken(asked, choice, XLSX, "xlsx", lambda rows: task_workbook(title, choice.within, rows))


@router.get("/export.ics", **_described(ICS, "An event a deadline."))
def export_ics(asked: Question, choice: ChosenTasks) -> Response:
    """Deadlines of tasks as a calendar, which updates one that was imported before."""
    title = _title(asked, choice)
    return _taken(asked, choice, ICS, "ics", lambda rows: task_calendar(title, rows))
