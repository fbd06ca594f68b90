"""Commands that list what is in the graph: documents, plans, tasks, leaders, units, places, changes, conflicts."""

from typing import Annotated, Literal

import typer

from api.ask.questions import Asker
from api.cli import footnotes
from api.cli.answer import give
from api.cli.options import InOption, JsonOption, StoreOption
from api.cli.session import session
from queries.ask import ask

commands = typer.Typer()
RoleName = Literal["lead", "responsible", "supporting", "牵头", "责任", "配合"]
ROLES = {"牵头": "lead", "责任": "responsible", "配合": "supporting"}
NAMED = {"leaders": "person_id", "units": "unit_id"}
"""The lists of those whose names several may bear, with the columns of their ids."""
DayOption = Annotated[
    str, typer.Option(metavar="DATE", help="A day as 2021-12-31; a month or a year counts as a whole.")
]


def _list(context: typer.Context, name: str, place_in: str, store: str, *, as_json: bool) -> None:
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
    leader: Annotated[str, typer.Option(metavar="NAME", help="Tasks that this leader answers for.")] = "",
    unit: Annotated[str, typer.Option(metavar="NAME", help="Tasks of this unit.")] = "",
    place: Annotated[str, typer.Option(metavar="NAME", help="Tasks that concern this place.")] = "",
    plan: Annotated[str, typer.Option(metavar="PLAN", help="Tasks of this plan (its title or id).")] = "",
    due_before: DayOption = "",
    due_after: DayOption = "",
    open_on: DayOption = "",
    role: Annotated[
        RoleName | None,
        typer.Option(metavar="lead|responsible|supporting", help="Only in this role (with --unit or --leader)."),
    ] = None,
    replaced: Annotated[
        bool, typer.Option("--replaced", help="Also tasks of papers and editions whose place another has taken.")
    ] = False,
    as_of: Annotated[
        str, typer.Option(metavar="DATE", help="Tasks of what was issued by this day and not yet replaced then.")
    ] = "",
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
            due_before=due_before,
            due_after=due_after,
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
