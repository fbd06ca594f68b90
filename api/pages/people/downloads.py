"""A leader's, unit's or plan's tasks to take along: as an Excel workbook and as a calendar of deadlines."""

from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from api.http.library.finished import Finished
from api.pages.directory import find
from api.pages.tasks.filters import TaskFiltering, TaskFilters
from api.pages.view import Make, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.rows import TaskRow
from viz.files.calendar import task_calendar
from viz.files.sheets import task_workbook

router = APIRouter()

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ICS = "text/calendar; charset=utf-8"
Whose = Literal["leaders", "units", "plans"]


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


def _tasks(view: View, store: Store, whose: Whose, which: str, filters: TaskFilters) -> tuple[str, str, list[TaskRow]]:
    """The name of the one meant, its place, and its tasks."""
    found = find(view, store, whose, which)
    asker, ids = view.asker(store), (found.id,)
    match whose:
        case "leaders":
            return found.name, found.place, filters.tasks(asker, leader=ids)
        case "units":
            return found.name, found.place, filters.tasks(asker, unit=ids)
        case "plans":
            [row] = ask(store, "plans/list", named=ids)
            return found.name, row["place"], filters.tasks(asker, plan=ids)
