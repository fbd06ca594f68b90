"""The command on the ledger (台账): what was reported of tasks, kept beside the graph; sheets come back, weeks are
shown, people are reminded.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import ForceOption, InOption, JsonOption, StoreOption
from api.cli.session import Session, session
from api.local_time import today as clock_day
from api.words import words as in_words
from graph.errors import UsageError

if TYPE_CHECKING:
    from api.ledger.importing import ImportPlan

commands = typer.Typer()
TOLD = 10
"""Refused rows that are told one by one; the copy of the sheet marks all."""
_STATES = {"未开始": "not started", "推进中": "under way", "已报办结": "reported done", "办结": "reported done"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says beside the state."""

    day: str
    who: str
    note: str
    proof: str


@commands.command()
def ledger(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help="week; import and a sheet; report, a task and its state; history and a task; lost; propose; take.",
        ),
    ] = None,
    leader: Annotated[str, typer.Option(metavar="NAME", help="Only tasks that this leader answers for.")] = "",
    unit: Annotated[str, typer.Option(metavar="NAME", help="Only tasks of this unit.")] = "",
    plan: Annotated[str, typer.Option(metavar="PLAN", help="Only tasks of this plan (its title or id).")] = "",
    place_in: InOption = "",
    standing: Annotated[
        str, typer.Option(metavar="WORDS", help="Only tasks that stand so: due unreported, due soon, …")
    ] = "",
    today: Annotated[str, typer.Option(metavar="DAY", help="The day that is looked from, else today.")] = "",
    remind: Annotated[bool, typer.Option("--remind", help="Print a text that reminds of what is open.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be recorded.")] = False,
    refused: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a copy of the sheet that marks refused rows.")
    ] = None,
    day: Annotated[str, typer.Option(metavar="DAY", help="The day that a report is told for.")] = "",
    who: Annotated[
        str, typer.Option(metavar="NAME", envvar="PLANGRAPH_USER", show_envvar=False, help="Who reports.")
    ] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="What is said of it.")] = "",
    proof: Annotated[str, typer.Option(metavar="DOCUMENT", help="The paper that shows it.")] = "",
    force: ForceOption = False,
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List what was reported of tasks and how they stand; take sheets in, show a week, remind, report."""
    from api.cli import ledger_lists as lists
    from queries.period import parse

    run = session(context)
    from_day = parse(today, "today").last if today else clock_day()
    # What is reported lies behind the clock, from whatever day one looks.
    until = min(from_day, clock_day())
    chosen = lists.Chosen(leader, unit, plan, place_in)
    match words or []:
        case []:
            lists.list_tasks(run, store, chosen, from_day, lists.stored_standing(standing), as_json=as_json)
        case ["week"]:
            lists.show_week(run, store, chosen, from_day, remind=remind, as_json=as_json)
        case ["import", path]:
            _import(run, store, Path(path), until, refused, dry_run=dry_run, force=force)
        case ["report", task, state]:
            told_for = parse(day, "day").last if day else ""
            _report(run, store, task, _STATES.get(state, state), until, Said(told_for, who, note, proof))
        case ["history", task]:
            lists.list_reports(run, store, task, as_json=as_json)
        case ["propose", *paper] if len(paper) <= 1:
            lists.list_proposed(run, store, "".join(paper), until, as_json=as_json)
        case ["take", *ids] if ids:
            _take(run, store, ids, until, who)
        case ["lost"]:
            lists.list_lost(run, store, as_json=as_json)
        case _:
            raise UsageError("ledger.words")


def _import(
    run: Session, store: str, path: Path, today: str, refused: Path | None, *, dry_run: bool, force: bool
) -> None:
    from api.cli import files
    from api.ledger.importing import marked, plan_import
    from api.ledger.sheet_reading import read_ledger
    from graph.stores.reports import record

    sheets = read_ledger(path)
    if dry_run:
        with run.reading(store) as graph:
            plan = plan_import(graph, sheets, today)
        for one in plan.coming:
            state = in_words.value(run.lang, "state", one.state)
            said = tuple(filter(None, (state, one.day, one.who, one.note)))
            run.tell("ledger.would", title=one.terms.title, said=said)
    else:
        with run.writing(store, "import reports") as graph:
            plan = plan_import(graph, sheets, today)
            record(graph, plan.coming, again=True)
    _tell_import(run, plan, dry_run=dry_run)
    if refused is not None and plan.refused:
        files.write(refused, marked(run.lang, sheets, plan.refused), run.where(store), force=force)
        run.tell("written.file", path=refused)
    if plan.refused:
        raise typer.Exit(1)


def _tell_import(run: Session, plan: "ImportPlan", *, dry_run: bool) -> None:
    for one in plan.refused[:TOLD]:
        line = one.line
        run.tell("ledger.refused_row", sheet=line.sheet, row=line.number, title=line.title, reason=one.reason)
    for one in plan.overtaken[:TOLD]:
        line = one.line
        run.tell("ledger.refused_row", sheet=line.sheet, row=line.number, title=line.title, reason=one.reason)
    if len(plan.refused) > TOLD:
        run.tell("ledger.refused_more", number=len(plan.refused) - TOLD)
    key = "ledger.would_record" if dry_run else "ledger.recorded"
    run.tell(key, new=len(plan.coming), known=len(plan.known), refused=len(plan.refused), blank=plan.blank)


def _report(run: Session, store: str, task: str, state: str, today: str, said: Said) -> None:
    from api.ledger.asking import report_task

    with run.writing(store, "report", who=said.who) as graph:
        done = report_task(
            graph, task, state, today=today, day=said.day, who=said.who, note=said.note, proof=said.proof
        )
    run.tell("ledger.recorded", new=len(done.new), known=len(done.known), refused=0, blank=0)


def _take(run: Session, store: str, ids: Sequence[str], today: str, who: str) -> None:
    from api.ledger.proposing import the_proposed
    from graph.stores.reports import record

    with run.writing(store, "report", who=who) as graph:
        done = record(graph, [replace(one, who=who) for one in the_proposed(graph, ids, today)])
    run.tell("ledger.recorded", new=len(done.new), known=len(done.known), refused=0, blank=0)
