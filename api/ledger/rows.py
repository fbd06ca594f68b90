"""Tasks as the ledger shows them: each with how it stands on a day and the report that counts.

What is reported is told by people and stands in no paper: rows keep it apart from the words of the papers.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, TypedDict

from graph.reports.by_task import ReportsByTask
from graph.reports.reports import Report, TaskTerms
from graph.reports.standing import Deadlines, standing_on
from graph.stores.protocol import Store
from graph.stores.reports import stored_reports
from queries.caching import kept
from queries.rows import TaskRow


class LedgerRow(TypedDict):
    """A task with how it stands on a day."""

    standing: Annotated[str, "How it stands on the day: reported done, due unreported, due still open, due soon, …"]
    state: Annotated[str, 'The state that was reported last, "" where nothing was.']
    day: Annotated[str, "The day that this is told for, else the one on which it was recorded."]
    recorded: Annotated[str, "The day on which it was recorded."]
    reporter: str
    note: str
    proof: Annotated[str, "The paper that is named as proof."]
    due_then: Annotated[str, 'The deadline under which it was reported, where it has changed since, else "".']
    reports: Annotated[int, "How many reports there are of the task, those of older editions with them."]
    title: str
    content: str
    lead_units: tuple[str, ...]
    responsible_units: tuple[str, ...]
    supporting_units: tuple[str, ...]
    leaders: tuple[str, ...]
    leader_roles: tuple[str, ...]
    due_text: str
    due: str
    next_due: Annotated[str, "The next deadline on or after the day, one that comes again too, else the last."]
    document: str
    place: str
    replaced: bool
    sources: tuple[str, ...]
    task_id: str


class ReportRow(TypedDict):
    """A report as it is told."""

    state: str
    day: str
    reporter: str
    note: str
    proof: str
    title: str
    document: str
    due_text: Annotated[str, "The deadline under which it was made."]
    due_now: Annotated[str, 'The deadline of the task now, where it is another, else "".']
    task_id: Annotated[str, "The task of which it was made."]
    recorded_on: str
    report_id: str


def reports_of(store: Store) -> ReportsByTask:
    """All reports of a store, kept until it changes. Raises StoreError where it fails."""
    [held] = kept(store, ("reports",), lambda: (stored_reports(store),))
    return held


def ledger_rows(held: ReportsByTask, rows: Sequence[TaskRow], day: str) -> list[LedgerRow]:
    """The rows of tasks with what was reported of them, seen from a day (ISO)."""
    return [_row(row, held.of(row["task_id"]), day) for row in rows]


def report_rows(held: ReportsByTask, row: TaskRow) -> list[ReportRow]:
    """The reports of a task, the one recorded last first."""
    return [told(one, due_then(one, row) and row["due_text"]) for one in held.of(row["task_id"])]


def told(one: Report, due_now: str = "") -> ReportRow:
    """The row of a report."""
    return {
        "state": one.state,
        "day": one.shown_day,
        "reporter": one.who,
        "note": one.note,
        "proof": one.proof,
        "title": one.terms.title,
        "document": one.terms.paper,
        "due_text": one.terms.due_text,
        "due_now": due_now,
        "task_id": one.terms.task,
        "recorded_on": one.recorded_on,
        "report_id": one.id,
    }


def terms_of(row: TaskRow) -> TaskTerms:
    """The terms under which a report of a task is made now."""
    return TaskTerms(
        row["task_id"], row["title"] or row["content"], row["document"], row["due_text"], _last(row["due_dates"])
    )


def due_then(one: Report, row: TaskRow) -> str:
    """The deadline under which a report was made, where that of its task is another day now, else ""."""
    if one.terms.due == _last(row["due_dates"]):
        return ""
    return one.terms.due_text or one.terms.due or "—"


def with_standing(rows: Sequence[LedgerRow], standing: str) -> Iterator[LedgerRow]:
    """Those of the rows that stand so, all where none is named."""
    return (row for row in rows if standing in {"", row["standing"]})


def _row(row: TaskRow, reports: Sequence[Report], day: str) -> LedgerRow:
    last = reports[0] if reports else None
    due = Deadlines.of(row["due_dates"], row["due_kind"], row["due_text"])
    return {
        "standing": standing_on(day, due, last),
        "state": last.state if last else "",
        "day": last.shown_day if last else "",
        "recorded": last.recorded_day if last else "",
        "reporter": last.who if last else "",
        "note": last.note if last else "",
        "proof": last.proof if last else "",
        "due_then": due_then(last, row) if last else "",
        "reports": len(reports),
        "title": row["title"],
        "content": row["content"],
        "lead_units": row["lead_units"],
        "responsible_units": row["responsible_units"],
        "supporting_units": row["supporting_units"],
        "leaders": row["leaders"],
        "leader_roles": row["leader_roles"],
        "due_text": row["due_text"],
        "due": row["due"],
        "next_due": due.next(day),
        "document": row["document"],
        "place": row["place"],
        "replaced": row["replaced"],
        "sources": row["sources"],
        "task_id": row["task_id"],
    }


def _last(due_dates: Sequence[str]) -> str:
    return max(due_dates, default="")
