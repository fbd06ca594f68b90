"""All tasks in pages, and one task with the words that state it."""

from dataclasses import dataclass
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.pages.checks import sides
from api.pages.sources import papers_by_path
from api.pages.task_filters import TaskFiltering, TaskFilters
from api.pages.task_rows import task_table
from api.pages.view import Values, View, Viewing
from api.pages.words import say
from graph.errors import NotFoundError
from graph.store import Store
from graph.stored import read_edges_at
from queries.ask import Row, ask

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
    rows = filters.tasks(store)
    pages = max(1, ceil(len(rows) / ROWS))
    page = min(page, pages)
    return {
        "table": task_table(view, store, rows[(page - 1) * ROWS : page * ROWS]),
        "paging": Paging(page, pages, len(rows)),
        "filters": filters,
        "plans": [(str(one["plan_id"]), str(one["title"])) for one in view.asker(store).listed("plans")],
    }


def _task(view: View, store: Store, which: str) -> Values:
    row = _row(view, store, which)
    ids = _places(store, which)
    papers, conflicts = papers_by_path(store), ask(store, "conflicts/list")
    return {
        "row": row,
        "table": task_table(view, store, [row]),
        "places": ask(store, "places/list", places=ids) if ids else [],
        "conflicts": [(one, sides(view, papers, one)) for one in conflicts if one["task_id"] == which],
    }


def _row(view: View, store: Store, which: str) -> Row:
    """The row of one task, found among those of its plan. Raises NotFoundError."""
    plans = [e.start[1] for e in read_edges_at(store, [("Task", which)]) if e.type == "SETS"]
    rows = ask(store, "tasks/by_plan", plan=plans[0]) if plans else ask(store, "tasks/list")
    for row in rows:
        if row["task_id"] == which:
            return row
    raise NotFoundError(say(view.lang, "error.no_task", name=which))


def _places(store: Store, which: str) -> list[str]:
    """The ids of the places that a task concerns."""
    return sorted(edge.end[1] for edge in read_edges_at(store, [("Task", which)]) if edge.type == "CONCERNS")
