"""All tasks in pages, and one task with the words that state it."""

from fastapi import APIRouter
from starlette.responses import Response

from api.ask.editions.paper_history import tasks_after, tasks_before
from api.ask.resolve import unknown
from api.ledger.rows import ledger_rows, report_rows, reports_of
from api.local_time import today
from api.pages.sources import papers_of, sides
from api.pages.tasks.filters import TaskFiltering, TaskFilters, task_list
from api.pages.tasks.paging import PageNumber, page_of
from api.pages.tasks.rows import task_table
from api.pages.view import Values, View, Viewing
from graph.reports.reports import STATES
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import rows_of
from queries.rows import TaskRow

router = APIRouter()


@router.get("/tasks")
def tasks(view: Viewing, filters: TaskFiltering, page: PageNumber = 1) -> Response:
    """All tasks that meet the choices."""
    return view.html("tasks.html", lambda store: _found(view, store, filters, page))


@router.get("/tasks/{which}")
def task(view: Viewing, which: str) -> Response:
    """One task."""
    return view.html("task.html", lambda store: _task(view, store, which))


def _found(view: View, store: Store, filters: TaskFilters, page: int) -> Values:
    ids = filters.ids(view, store)
    shown, paging = page_of(ids, page)
    return {
        "table": task_table(view, store, rows_of(store, shown)),
        "paging": paging,
        "list": task_list(view, store, filters, len(ids)),
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
        "places": ask(store, "places/of_ids", places=ids) if ids else [],
        "conflicts": sides(view.links, store, papers_of(store, row), conflicts),
    }


def _row(store: Store, which: str) -> TaskRow:
    """The row of one task. Raises NotFoundError."""
    for row in rows_of(store, [which]):
        return row
    raise unknown("tasks", which)
