"""Pages of the ledger (台账): how tasks stand by what was reported of them, a week of it, and the sheet that goes out
and comes back. What is reported is told by people: each page says that no paper says so.
"""

from collections import Counter
from dataclasses import dataclass
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.http.library.finished import Finished
from api.http.routes.tasks_out import XLSX
from api.ledger.asking import check_standing, reports_without_task, workbook_of
from api.ledger.proposing import proposed_reports
from api.ledger.rows import LedgerRow, ledger_rows, reports_of, told, with_standing
from api.ledger.week import reminder, week_of
from api.local_time import today
from api.pages.directory import find
from api.pages.tasks.rows import task_table
from api.pages.tasks.tasks import ROWS, Paging
from api.pages.view import Make, Values, View, Viewing
from graph.reports.standing import STANDINGS
from graph.stores.protocol import Store
from queries.rows import TaskRow

router = APIRouter()
Name = Annotated[str, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class LedgerView:
    """Whose tasks are shown, and which; "" where the reader chose nothing."""

    unit: str = ""
    leader: str = ""
    plan: str = ""
    standing: str = ""

    @property
    def conditions(self) -> dict[str, str]:
        """Whose tasks, as `api.ask.questions.Asker` takes them."""
        return {"unit": self.unit, "leader": self.leader, "plan": self.plan}

    @property
    def chosen(self) -> bool:
        """Whether anything is left out."""
        return self != LedgerView()


async def _filters(unit: Name = "", leader: Name = "", plan: Name = "", standing: Name = "") -> LedgerView:
    """The choices in the address of this page."""
    return LedgerView(unit.strip(), leader.strip(), plan.strip(), standing.strip())


Filtering = Annotated[LedgerView, Depends(_filters)]


@router.get("/ledger")
def ledger(view: Viewing, filters: Filtering, page: Annotated[int, Query(ge=1, le=100000)] = 1) -> Response:
    """Tasks as they stand on the day of the page."""
    return view.html("ledger.html", lambda store: _ledger(view, store, filters, page))


@router.get("/ledger/week")
def week(view: Viewing, filters: Filtering) -> Response:
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
def sheet_out(view: Viewing, filters: Filtering) -> Response:
    """The chosen tasks as a sheet to be filled in."""

    def made(store: Store) -> Make:
        rows, _ = _found(view, store, filters)
        title = view.say("take.ledger", name=_whom(view, filters, rows))
        content = workbook_of(store, view.lang, title, view.within, rows)
        return lambda: Finished(content, f"{title}.xlsx")

    return view.file(XLSX, made)


def _found(view: View, store: Store, filters: LedgerView) -> tuple[list[TaskRow], list[LedgerRow]]:
    """The tasks that are chosen, and the rows of all tasks of those whose tasks are chosen, however they stand."""
    check_standing(filters.standing)
    rows = view.asker(store).tasks(**filters.conditions)
    seen = ledger_rows(reports_of(store), rows, view.day)
    standing = {row["task_id"] for row in with_standing(seen, filters.standing)}
    return [row for row in rows if row["task_id"] in standing], seen


def _ledger(view: View, store: Store, filters: LedgerView, page: int) -> Values:
    rows, seen = _found(view, store, filters)
    pages = max(1, ceil(len(rows) / ROWS))
    page = min(page, pages)
    counted = Counter(row["standing"] for row in seen)
    return {
        "table": task_table(view, store, rows[(page - 1) * ROWS : page * ROWS]),
        "told": {row["task_id"]: row for row in seen},
        "counts": [(one, counted[one]) for one in STANDINGS if counted[one]],
        "paging": Paging(page, pages, len(rows)),
        "filters": filters,
        "lost": [] if filters.chosen or view.within else reports_without_task(store),
    }


def _week(view: View, store: Store, filters: LedgerView) -> Values:
    rows, seen = _found(view, store, filters)
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
        "filters": filters,
        "reminder": reminder(view.lang, _whom(view, filters, rows), found.open, view.day),
    }


def _proposed(view: View, store: Store, document: str) -> Values:
    meant = find(view, store, "documents", document)
    return {"document": meant, "rows": [told(one) for one in proposed_reports(store, meant.id, today())]}


def _whom(view: View, filters: LedgerView, rows: list[TaskRow]) -> str:
    """What those are called whose tasks are chosen; an id is no name for people."""
    ids = {one for row in rows for one in (row["plan"], row["task_id"])}
    return "·".join(one for one in (view.within, *filters.conditions.values()) if one and one not in ids)
