"""A list of tasks to take along, as it is chosen: as a workbook, a Word document, a calendar, CSV, a text to be copied,
and as a page to be printed.
"""

from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from api.http.library.finished import Finished
from api.lists.taking import digest_of, form_of, handed_list, own_template
from api.pages.tasks.filters import TaskFiltering, TaskFilters
from api.pages.view import Make, Values, View, Viewing
from graph.errors import UsageError
from graph.stores.protocol import Store
from queries.listing.paper_names import plan_of_task
from viz.files.handed_list import HandedList, headings, said

router = APIRouter()

Ending = Literal["xlsx", "docx", "ics", "csv", "txt"]
PRINTED = 5000
"""Tasks on a page to be printed at most: 400 sheets of paper."""


@router.get("/tasks.{ending}")
def file(view: Viewing, ending: Ending, filters: TaskFiltering) -> Response:
    """The tasks as a file; the text to be copied has no name to be saved under."""
    try:
        template = own_template(view.asked.request.app.state.settings.word_template) if ending == "docx" else None
    except UsageError as error:
        return view.sorry(error)
    form = form_of(ending, view.lang, template)

    def find(store: Store) -> Make:
        handed = _handed(view, store, filters)
        name = "" if ending == "txt" else f"{handed.heading}.{ending}"
        return lambda: Finished(form.write(handed), name)

    return view.file(form.media_type, find, template=digest_of(template))


@router.get("/tasks/print")
def printed(view: Viewing, filters: TaskFiltering) -> Response:
    """The tasks as a page to be printed."""
    return view.html("tasks_print.html", lambda store: _printed(view, store, filters))


def _printed(view: View, store: Store, filters: TaskFilters) -> Values:
    handed = _handed(view, store, filters)
    if len(handed.rows) > PRINTED:
        raise UsageError("print.too_many", number=len(handed.rows), most=PRINTED)
    lines = [
        (said(number, row, view.lang), plan_of_task(row), handed.sources(row))
        for number, row in enumerate(handed.by_date(), start=1)
    ]
    return {"handed": handed, "headings": headings(view.lang), "lines": lines}


def _handed(view: View, store: Store, filters: TaskFilters) -> HandedList:
    base = str(view.asked.request.base_url).rstrip("/")
    return handed_list(view.asker(store), filters.all, view.day, f"{base}/tasks/")
