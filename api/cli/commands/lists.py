"""Commands that list what is in the graph: documents, plans, tasks, leaders, units, places, changes, conflicts."""

import json
from typing import Annotated

import typer

from api.ask.questions import Asker
from api.cli import footnotes, output
from api.cli.answer import give
from api.cli.options import (
    DUE_STATES,
    ROLES,
    AsOfOption,
    DayOption,
    DocumentOption,
    DueOption,
    DueStateOption,
    InOption,
    JsonOption,
    LeaderOption,
    PlaceOption,
    PlanOption,
    ReplacedOption,
    RoleOption,
    StoreOption,
    TodayOption,
    UnitOption,
)
from api.cli.session import Session, session
from graph.errors import UsageError
from queries.ask import ask
from queries.places.compared import changed, sums

commands = typer.Typer()
NAMED = {"leaders": "person_id", "units": "unit_id"}
"""The lists of those whose names several may bear, with the columns of their ids."""


def _list(context: typer.Context, name: str, place_in: str, store: str, *, as_json: bool, **params: object) -> None:
    run = session(context)
    with run.reading(store) as graph:
        rows = Asker(graph, place_in, run.lang).listed(name, **params)
        if name in NAMED and not as_json:
            rows = footnotes.bearers(graph, rows, NAMED[name])
    give(run, name, rows, as_json=as_json)


@commands.command()
def documents(
    context: typer.Context,
    proposals: Annotated[
        bool, typer.Option("--proposals", help="List papers that may be revisions of others, with what they share.")
    ] = False,
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List documents with their issuers and dates."""
    run = session(context)
    if proposals:
        with run.reading(store) as graph:
            revisions = Asker(graph, place_in, run.lang).revisions()
        give(run, "revisions", revisions, as_json=as_json)
        if revisions and not as_json:
            run.tell("answer.revisions")
        return
    with run.reading(store) as graph:
        rows = Asker(graph, place_in, run.lang).documents()
    give(run, "documents", rows if as_json else footnotes.documents(run.lang, rows), as_json=as_json)
    if stale := sum(row["stale"] for row in rows):
        run.tell("upkeep.stale", number=stale)
    if undecided := sum(row["open"] > 0 and not row["replaced"] for row in rows):
        run.tell("answer.undecided", number=undecided)


@commands.command()
def plans(
    context: typer.Context, place_in: InOption = "", store: StoreOption = "", as_json: JsonOption = False
) -> None:
    """List plans with their documents."""
    run = session(context)
    with run.reading(store) as graph:
        rows = ask(graph, "plans/list", within=Asker(graph, place_in, run.lang).inside)
    give(run, "plans", rows if as_json else footnotes.plans(run.lang, rows), as_json=as_json)


@commands.command()
def tasks(
    context: typer.Context,
    leader: LeaderOption = "",
    unit: UnitOption = "",
    place: PlaceOption = "",
    plan: PlanOption = "",
    document: DocumentOption = "",
    due: DueOption = "",
    due_before: DayOption = "",
    due_after: DayOption = "",
    due_state: DueStateOption = None,
    today: TodayOption = "",
    open_on: DayOption = "",
    role: RoleOption = None,
    replaced: ReplacedOption = False,
    as_of: AsOfOption = "",
    full: Annotated[bool, typer.Option("--full", help="Show the whole content of each task.")] = False,
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List tasks with their owners, deadlines and sources."""
    run = session(context)
    with run.reading(store) as graph:
        rows = Asker(graph, place_in, run.lang).tasks(
            leader=leader,
            unit=unit,
            place=place,
            plan=plan,
            document=document,
            due=due,
            due_before=due_before,
            due_after=due_after,
            due_state=DUE_STATES.get(due_state or "", due_state or ""),
            today=today,
            open_on=open_on,
            role=ROLES.get(role or "", role or ""),
            replaced="yes" if replaced else "",
            as_of=as_of,
        )
        marked, contested = ([], False) if as_json else footnotes.tasks(graph, run.lang, rows, full=full)
    give(run, "tasks", rows if as_json else marked, as_json=as_json)
    if contested:
        run.tell("answer.contested")


@commands.command()
def leaders(
    context: typer.Context,
    replaced: ReplacedOption = False,
    as_of: AsOfOption = "",
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List leaders with the number of their tasks."""
    _list(context, "leaders", place_in, store, as_json=as_json, replaced=replaced, as_of=as_of)


@commands.command()
def units(
    context: typer.Context,
    proposals: Annotated[
        bool, typer.Option("--proposals", help="List spellings that may name one unit, with the rule that says so.")
    ] = False,
    replaced: ReplacedOption = False,
    as_of: AsOfOption = "",
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List units with the number of their tasks in each role."""
    if not proposals:
        _list(context, "units", place_in, store, as_json=as_json, replaced=replaced, as_of=as_of)
        return
    if replaced or as_of:
        raise UsageError("units.proposals_alone")
    run = session(context)
    with run.reading(store) as graph:
        rows = Asker(graph, place_in, run.lang).proposals()
    give(run, "proposals", rows, as_json=as_json)


@commands.command()
def places(
    context: typer.Context,
    as_of: Annotated[str, typer.Option(metavar="DATE", help="Only places that stood on this day.")] = "",
    between: Annotated[
        tuple[str, str], typer.Option(metavar="DATE DATE", help="What became of the places from one day to another.")
    ] = ("", ""),
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List places with the time in which each existed, those of a day, or what became of them between two days."""
    if as_of and any(between):
        raise UsageError("compared.one_time")
    run = session(context)
    if any(between):
        _between(run, between, place_in, store, as_json=as_json)
    elif as_of:
        with run.reading(store) as graph:
            rows = Asker(graph, place_in, run.lang).places_on(as_of)
        give(run, "places", rows, as_json=as_json)
    else:
        _list(context, "places", place_in, store, as_json=as_json)


def _between(run: Session, days: tuple[str, str], place_in: str, store: str, *, as_json: bool) -> None:
    """Give what became of places between two days, and the sums of all: one object as JSON."""
    with run.reading(store) as graph:
        found = Asker(graph, place_in, run.lang).compared(*days)
    rows, counted = changed(found.rows), sums(found.rows)
    if as_json:
        told = {"first": found.first, "last": found.last, "sums": counted, "rows": rows}
        output.emit_json(json.dumps(told, ensure_ascii=False) + "\n")
        return
    give(run, "places_between", rows, as_json=False)
    run.tell(
        "compared.sums",
        first=found.first,
        last=found.last,
        before=counted["before"],
        vanished=counted["vanished"],
        left=counted["left"],
        kept=counted["kept"],
        after=counted["after"],
        new=counted["new"],
        came=counted["came"],
    )


@commands.command()
def changes(
    context: typer.Context, place_in: InOption = "", store: StoreOption = "", as_json: JsonOption = False
) -> None:
    """List changes of places: what went in and what came out."""
    _list(context, "changes", place_in, store, as_json=as_json)


@commands.command()
def conflicts(
    context: typer.Context, place_in: InOption = "", store: StoreOption = "", as_json: JsonOption = False
) -> None:
    """List what two passages say differently about one task."""
    _list(context, "conflicts", place_in, store, as_json=as_json)
