"""The questions and the one change of the ledger, for the command line, the service and the pages."""

from collections.abc import Sequence

from api.ask.questions import Asker
from api.ask.resolve import unknown
from api.ledger.importing import replaced
from api.ledger.rows import LedgerRow, ReportRow, ledger_rows, report_rows, reports_of, terms_of, told, with_standing
from api.settings import Language
from api.words import words
from graph.errors import UsageError
from graph.messages.sentences import say
from graph.reports.reports import report
from graph.reports.standing import STANDINGS
from graph.stores.protocol import Store
from graph.stores.reports import Recorded, record
from queries.chosen import rows_of
from queries.rows import TaskRow
from viz.files.ledger_sheet import ToldBefore, ledger_workbook


def ledger(asker: Asker, day: str, standing: str = "", **conditions: str) -> list[LedgerRow]:
    """The tasks that meet every condition, as `Asker.tasks` takes them, as they stand on a day (ISO); with `standing`
    only those that stand so. Raises UsageError for a standing that is none.
    """
    check_standing(standing)
    rows = ledger_rows(reports_of(asker.graph), asker.tasks(**conditions), day)
    return list(with_standing(rows, standing))


def check_standing(standing: str) -> None:
    """Raise UsageError for what is no standing."""
    if standing and standing not in STANDINGS:
        raise UsageError("ledger.standing", typed=standing)


def history(store: Store, task: str) -> list[ReportRow]:
    """The reports of a task by id, the last first. Raises NotFoundError where there is no such task."""
    return report_rows(reports_of(store), _task(store, task))


def reports_without_task(store: Store) -> list[ReportRow]:
    """The reports of tasks that the store does not hold any more, the last first."""
    held = reports_of(store)
    there = {row["task_id"] for row in rows_of(store, sorted({one.terms.task for one in held.all}))}
    return [told(one) for one in held.all if one.terms.task not in there]


def report_task(
    store: Store, task: str, state: str, *, today: str, day: str = "", who: str = "", note: str = "", proof: str = ""
) -> Recorded:
    """Record what a person reports of a task by id. What was reported last already is known.

    Raises NotFoundError where there is no such task, UsageError where it was replaced or what is said is no report.
    """
    row = _task(store, task)
    if row["replaced"]:
        why = replaced(store, reports_of(store), row)
        raise UsageError("report.replaced_task", **why.values)
    made = report(terms_of(row), state, today=today, day=day, who=who, note=note, proof=proof)
    return record(store, [made], again=True)


def workbook(asker: Asker, title: str, **conditions: str) -> bytes:
    """The tasks that meet every condition as a sheet to be filled in."""
    rows = asker.tasks(**conditions)
    return workbook_of(asker.graph, asker.lang, title, asker.within, rows)


def workbook_of(store: Store, lang: Language, title: str, note: str, rows: Sequence[TaskRow]) -> bytes:
    """The same of these rows of tasks; what was reported before stands beside each."""
    held = reports_of(store)
    told_before: dict[str, ToldBefore] = {}
    for row in rows:
        for last in held.of(row["task_id"])[:1]:
            said = (words.value(lang, "state", last.state), last.shown_day, last.who)
            told_before[row["task_id"]] = ToldBefore(" ".join(filter(None, said)), last.id)
    head = " ".join(filter(None, (note, say(lang, "progress.label"))))
    return ledger_workbook(title, head, rows, told_before, lang)


def _task(store: Store, task: str) -> TaskRow:
    for row in rows_of(store, [task]):
        return row
    raise unknown("tasks", task)
