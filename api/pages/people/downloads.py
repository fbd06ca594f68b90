"""A leader's, unit's or plan's tasks to take along: as an Excel workbook and as a calendar of deadlines."""

from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from api.http.library.finished import Finished
from api.pages.directory import find
from api.pages.tasks.filters import TaskFiltering, TaskFilters
from api.pages.view import Make, View, Viewing
from graph.stores.protocol import Store
from queries.ask import Row
from viz.files.calendar import task_calendar
from viz.files.sheets import task_workbook

router = APIRouter()

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ICS = "text/calendar; charset=utf-8"
Whose = Literal["leaders", "units", "plans"]
KIND = {"leaders": "leader", "units": "unit", "plans": "plan"}


@router.get("/{whose}/{which}/tasks.xlsx")
def workbook(view: Viewing, whose: Whose, which: str, filters: TaskFiltering) -> Response:
    """The tasks as a workbook."""

    def find(store: Store) -> Make:
        name, place, rows = _tasks(view, store, whose, which, filters)
        title = view.say("take.title", name=name)
        return lambda: Finished(task_workbook(title, place, rows), f"{title}.xlsx")

    return view.file(XLSX, find)


@router.get("/{whose}/{which}/tasks.ics")
def calendar(view: Viewing, whose: Whose, which: str, filters: TaskFiltering) -> Response:
    """The deadlines as a calendar."""

    def find(store: Store) -> Make:
        name, _, rows = _tasks(view, store, whose, which, filters)
        title = view.say("take.title", name=name)
        return lambda: Finished(task_calendar(title, rows), f"{title}.ics")

    return view.file(ICS, find)


def _tasks(view: View, store: Store, whose: Whose, which: str, filters: TaskFilters) -> tuple[str, str, list[Row]]:
    """The name of the one meant, its place, and its tasks."""
    kind = KIND[whose]
    row = find(view, store, kind, which)
    identity = str(next(iter(row.values())))
    return str(row.get("name") or row.get("title")), str(row["place"]), filters.tasks(store, **{kind: identity})
