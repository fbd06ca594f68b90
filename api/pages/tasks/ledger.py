"""Pages of the ledger (台账): how tasks stand by what was reported of them, a week of it, and the sheet that goes out
and comes back. What is reported is told by people: each page says that no paper says so.
"""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.http.library.finished import Finished
from api.ledger.asking import check_standing, reports_without_task, workbook_of
from api.ledger.proposing import proposed_reports
from api.ledger.rows import LedgerRow, ledger_rows, reports_of, told, with_standing
from api.ledger.week import reminder, week_of
from api.lists.sentence import subject
from api.lists.taking import XLSX
from api.local_time import today
from api.pages.directory import find
from api.pages.tasks.filters import TaskFiltering, TaskFilters, task_list
from api.pages.tasks.paging import PageNumber, page_of
from api.pages.tasks.rows import task_table
from api.pages.view import Make, Values, View, Viewing
from graph.reports.standing import STANDINGS
from graph.stores.protocol import Store
from queries.chosen import rows_of
from queries.rows import TaskRow

router = APIRouter()
Name = Annotated[str, Query(max_length=200)]


@router.get("/ledger")
def ledger(view: Viewing, filters: TaskFiltering, standing: Name = "", page: PageNumber = 1) -> Response:
    """Tasks as they stand on the day of the page."""
    return view.html("ledger.html", lambda store: _ledger(view, store, filters, standing, page))


@router.get("/ledger/week")
def week(view: Viewing, filters: TaskFiltering) -> Response:
    """What falls due in a week, what is open, what was reported, and a text that reminds of it."""
    return view.html("ledger_week.html", lambda store: _week(view, store, filters))


@router.get("/ledger/import")
def sheet_in(view: Viewing) -> Response:
    """The form by which a sheet comes back."""
    return view.html("ledger_import.html", lambda _store: {})


@router.get("/ledger/proposed")
def proposed(view: Viewing, document: Name) -> Response:
    """What a paper, by its id, tells of progress, to be taken by a person."""
    return view.html("ledger_proposed.html", lambda store: _proposed(view, store, document))


@router.get("/ledger/sheet.xlsx")
def sheet_out(view: Viewing, filters: TaskFiltering, standing: Name = "") -> Response:
    """The chosen tasks as a sheet to be filled in."""

    def made(store: Store) -> Make:
        rows, _ = _found(view, store, filters, standing)
        title = view.say("take.ledger", name=subject(view.asker(store), filters.all))
        content = workbook_of(store, view.lang, title, view.within, rows)
        return lambda: Finished(content, f"{title}.xlsx")

    return view.file(XLSX, made)


def _found(view: View, store: Store, filters: TaskFilters, which: str) -> tuple[list[TaskRow], list[LedgerRow]]:
    """The tasks that are chosen, and the rows of all tasks of those whose tasks are chosen, however they stand."""
    check_standing(which)
    rows = rows_of(store, filters.ids(view, store))
    seen = ledger_rows(reports_of(store), rows, view.day)
    standing = {row["task_id"] for row in with_standing(seen, which)}
    return [row for row in rows if row["task_id"] in standing], seen


def _ledger(view: View, store: Store, filters: TaskFilters, standing: str, page: int) -> Values:
    rows, seen = _found(view, store, filters, standing)
    shown, paging = page_of(rows, page)
    counted = Counter(row["standing"] for row in seen)
    return {
        "table": task_table(view, store, shown),
        "told": {row["task_id"]: row for row in seen},
        "counts": [(one, counted[one]) for one in STANDINGS if counted[one]],
        "paging": paging,
        "list": task_list(view, store, filters, len(rows)),
        "standing": standing,
        "lost": [] if filters.any or standing or view.within else reports_without_task(store),
    }


def _week(view: View, store: Store, filters: TaskFilters) -> Values:
    rows, seen = _found(view, store, filters, "")
    found = week_of(seen, view.day)
    wanted = {row["task_id"]: row for row in rows}
    parts = [
        (name, task_table(view, store, [wanted[one["task_id"]] for one in listed if one["task_id"] in wanted]))
        for name, listed in (("behind", found.behind), ("ahead", found.ahead), ("reported", found.reported))
    ]
    return {
        "week": found,
        "parts_of_week": parts,
        "told": {row["task_id"]: row for row in seen},
        "list": task_list(view, store, filters, len(rows)),
        "reminder": reminder(view.lang, subject(view.asker(store), filters.all), found.open, view.day),
    }


def _proposed(view: View, store: Store, document: str) -> Values:
    meant = find(view, store, "documents", document)
    return {"document": meant, "rows": [told(one) for one in proposed_reports(store, meant.id, today())]}
