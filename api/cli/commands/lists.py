"""Commands that list what is in the graph: documents, plans, tasks, leaders, units, places, changes, conflicts."""

from typing import Annotated

import typer

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
from api.cli.session import session

commands = typer.Typer()
NAMED = {"leaders": "person_id", "units": "unit_id"}
"""The lists of those whose names several may bear, with the columns of their ids."""


def _list(context: typer.Context, name: str, place_in: str, store: str, *, as_json: bool) -> None:
    from api.ask.questions import Asker
    from api.cli import footnotes
    from api.cli.answer import give

    run = session(context)
    with run.reading(store) as graph:
        rows = Asker(graph, place_in, run.lang).listed(name)
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
    from api.ask.questions import Asker
    from api.cli import footnotes
    from api.cli.answer import give

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
    from api.ask.questions import Asker
    from api.cli import footnotes
    from api.cli.answer import give
    from queries.ask import ask

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
    from api.ask.questions import Asker
    from api.cli import footnotes
    from api.cli.answer import give

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
    context: typer.Context, place_in: InOption = "", store: StoreOption = "", as_json: JsonOption = False
) -> None:
    """List leaders with the number of their tasks."""
    _list(context, "leaders", place_in, store, as_json=as_json)


@commands.command()
def units(
    context: typer.Context,
    proposals: Annotated[
        bool, typer.Option("--proposals", help="List spellings that may name one unit, with the rule that says so.")
    ] = False,
    place_in: InOption = "",
    store: StoreOption = "",
    as_json: JsonOption = False,
) -> None:
    """List units with the number of their tasks in each role."""
    from api.ask.questions import Asker
    from api.cli.answer import give

    if not proposals:
        _list(context, "units", place_in, store, as_json=as_json)
        return
    run = session(context)
    with run.reading(store) as graph:
        rows = Asker(graph, place_in, run.lang).proposals()
    give(run, "proposals", rows, as_json=as_json)


@commands.command()
def places(
    context: typer.Context, place_in: InOption = "", store: StoreOption = "", as_json: JsonOption = False
) -> None:
    """List places with the time in which each existed."""
    _list(context, "places", place_in, store, as_json=as_json)


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
