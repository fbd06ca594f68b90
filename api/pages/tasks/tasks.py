"""All tasks in pages, and one task with the words that state it."""

from dataclasses import dataclass
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.ask.paper_history import tasks_after, tasks_before
from api.ask.resolve import unknown
from api.ledger.rows import ledger_rows, report_rows, reports_of
from api.local_time import today
from api.pages.sources import papers_of, sides
from api.pages.tasks.filters import TaskFiltering, TaskFilters
from api.pages.tasks.rows import task_table
from api.pages.view import Values, View, Viewing
from graph.reports.reports import STATES
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import rows_of
from queries.rows import TaskRow

router = APIRouter()

ROWS = 200
"""Tasks on a page."""


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of how many, of how many rows."""

    page: int
    pages: int
    rows: int


@router.get("/tasks")
def tasks(view: Viewing, filters: TaskFiltering, page: Annotated[int, Query(ge=1, le=100000)] = 1) -> Response:
    """All tasks that meet the choices."""
    return view.html("tasks.html", lambda store: _found(view, store, filters, page))


@router.get("/tasks/{which}")
def task(view: Viewing, which: str) -> Response:
    """One task."""
    return view.html("task.html", lambda store: _task(view, store, which))


def _found(view: View, store: Store, filters: TaskFilters, page: int) -> Values:
    ids = filters.ids(view.asker(store))
    pages = max(1, ceil(len(ids) / ROWS))
    page = min(page, pages)
    return {
        "table": task_table(view, store, rows_of(store, ids[(page - 1) * ROWS : page * ROWS])),
        "paging": Paging(page, pages, len(ids)),
        "filters": filters,
        "plans": [
            (one["plan_id"], one["title"]) for one in ask(store, "plans/titles", within=view.asker(store).inside)
        ],
    }


def _task(view: View, store: Store, which: str) -> Values:
    row = _row(store, which)
    ids = tuple(one["place_id"] for one in ask(store, "places/of_tasks", tasks=[which]))
    conflicts = ask(store, "conflicts/of_tasks", tasks=[which])
    held = reports_of(store)
    return {
        "row": row,
        "standing": ledger_rows(held, [row], view.day)[0]["standing"],
        "reports": report_rows(held, row),
        "states": STATES,
        "today": today(),
        "table": task_table(view, store, [row]),
        "before": tasks_before(store, which),
        "after": tasks_after(store, which) if row["replaced"] else [],
        "places": ask(store, "places/list", places=ids) if ids else [],
        "conflicts": [(one, sides(view.links, papers_of(store, row), one)) for one in conflicts],
    }


def _row(store: Store, which: str) -> TaskRow:
    """The row of one task. Raises NotFoundError."""
    for row in rows_of(store, [which]):
        return row
    raise unknown("tasks", which)
