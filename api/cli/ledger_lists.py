"""The lists of the ledger on the command line: tasks as they stand, a week, reports, those that papers propose."""

from dataclasses import dataclass

from api.ask.questions import Asker
from api.ask.resolve import the_one
from api.cli import output
from api.cli.answer import give
from api.cli.session import Session
from api.cli.tables import task_row
from api.ledger.asking import history, ledger, reports_without_task
from api.ledger.proposing import proposed_reports
from api.ledger.rows import told
from api.ledger.week import reminder, week_of
from api.words import words as in_words
from graph.reports.standing import STANDINGS


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whose tasks are meant."""

    leader: str
    unit: str
    plan: str
    within: str

    @property
    def whom(self) -> str:
        """What these are called."""
        return "·".join(filter(None, (self.within, self.plan, self.leader, self.unit)))

    @property
    def conditions(self) -> dict[str, str]:
        """The same, as `api.ask.questions.Asker` takes them."""
        return {"leader": self.leader, "unit": self.unit, "plan": self.plan}


def list_tasks(run: Session, store: str, chosen: Chosen, day: str, standing: str, *, as_json: bool) -> None:
    """List tasks as they stand on a day."""
    with run.reading(store) as graph:
        rows = ledger(Asker(graph, chosen.within, run.lang), day, standing, **chosen.conditions)
    give(run, "ledger", rows if as_json else [task_row(run.lang, row, full=False) for row in rows], as_json=as_json)
    run.tell("progress.label")


def show_week(run: Session, store: str, chosen: Chosen, day: str, *, remind: bool, as_json: bool) -> None:
    """Show the week of a day, or print the text that reminds of what is open in it."""
    with run.reading(store) as graph:
        rows = ledger(Asker(graph, chosen.within, run.lang), day, **chosen.conditions)
    week = week_of(rows, day)
    if remind:
        output.emit(reminder(run.lang, chosen.whom, week.open, day))
        return
    run.tell(
        "ledger.week",
        first=week.first,
        last=week.last,
        behind=len(week.behind),
        ahead=len(week.ahead),
        reported=len(week.reported),
    )
    listed = [{"part": part, **(row if as_json else task_row(run.lang, row, full=False))} for part, row in week.parts()]
    give(run, "week", listed, as_json=as_json)
    run.tell("progress.label")


def list_reports(run: Session, store: str, task: str, *, as_json: bool) -> None:
    """List the reports of a task."""
    with run.reading(store) as graph:
        rows = history(graph, task)
    give(run, "reports", rows, as_json=as_json)


def list_lost(run: Session, store: str, *, as_json: bool) -> None:
    """List the reports of tasks that are not held any more."""
    with run.reading(store) as graph:
        rows = reports_without_task(graph)
    give(run, "reports", rows, as_json=as_json)


def list_proposed(run: Session, store: str, paper: str, today: str, *, as_json: bool) -> None:
    """List the reports that a paper proposes, all papers where none is named."""
    with run.reading(store) as graph:
        document = the_one(graph, "documents", paper).id if paper else ""
        rows = [told(one) for one in proposed_reports(graph, document, today)]
    give(run, "proposed", rows, as_json=as_json)
    if rows:
        run.tell("ledger.take")


def stored_standing(typed: str) -> str:
    """A keyword as it is stored, whichever of its words was typed."""
    return next((one for one in STANDINGS if typed == in_words.value("zh", "standing", one)), typed)
