"""Tasks to take along, all or chosen as in their list: for spreadsheets and for calendars."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.ask.questions import day_from
from api.http.answers import Question, Representation
from api.http.documented import responses, texts
from api.http.filters import TaskChoice
from api.http.library.finished import Finished
from api.http.routes.lists import asker
from api.lists.conditions import conditions_of
from api.lists.taking import CSV, DOCX, ICS, XLSX, digest_of, form_of, handed_list, own_template

router = APIRouter(prefix="/api", tags=["exports"])

ChosenTasks = Annotated[TaskChoice, Query()]


def _described(media_type: str, meaning: str) -> dict[str, Any]:
    return {"response_class": Response, "responses": responses(304, 404, ok=texts([media_type], meaning))}


def _taken(asked: Question, choice: TaskChoice, ending: str) -> Response:
    """The chosen tasks as a file that is named after them."""
    day = day_from(choice.today)
    template = own_template(asked.request.app.state.settings.word_template) if ending == "docx" else None
    form = form_of(ending, asked.lang, template)
    return asked.respond(
        Representation(form.media_type, day, template=digest_of(template)),
        lambda snapshot: handed_list(asker(asked, snapshot.store, choice.within), conditions_of(choice.chosen), day),
        lambda handed: Finished(form.write(handed), f"{handed.title}.{ending}"),
    )


@router.get("/export.csv", **_described(CSV, "A line a task."))
def export_csv(asked: Question, choice: ChosenTasks) -> Response:
    """Tasks as CSV for spreadsheets."""
    return _taken(asked, choice, "csv")


@router.get("/export.xlsx", **_described(XLSX, "A workbook, a row a task."))
def export_xlsx(asked: Question, choice: ChosenTasks) -> Response:
    """Tasks as an Excel workbook to hand on."""
    return _taken(asked, choice, "xlsx")


@router.get("/export.docx", **_described(DOCX, "A Word document, by the template of the office if it has one."))
def export_docx(asked: Question, choice: ChosenTasks) -> Response:
    """Tasks as a Word document to hand on."""
    return _taken(asked, choice, "docx")


@router.get("/export.ics", **_described(ICS, "An event a deadline."))
def export_ics(asked: Question, choice: ChosenTasks) -> Response:
    """Deadlines of tasks as a calendar, which updates one that was imported before."""
    return _taken(asked, choice, "ics")
