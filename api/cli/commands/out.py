"""Commands that give the graph to other programs and to the eye: exports, pictures, and the demonstration."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from api.cli import output
from api.cli.options import (
    DUE_STATES,
    ROLES,
    AsOfOption,
    DayOption,
    DocumentOption,
    DueOption,
    DueStateOption,
    ForceOption,
    InOption,
    LeaderOption,
    PictureName,
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

if TYPE_CHECKING:
    from api.ask.questions import Asker
    from api.lists.conditions import Conditions
    from graph.stores.protocol import Store

commands = typer.Typer()
_SHEETS = {"xlsx": Path("tasks.xlsx"), "ledger": Path("ledger.xlsx")}
"""Where workbooks are written that are given no name."""
Form = Literal["rdf", "ttl", "trig", "nq", "nt", "jsonld", "rdfxml", "graphml", "csv", "xlsx", "ics", "ledger"]
WHOLE: frozenset[Form] = frozenset({"rdf", "ttl", "trig", "nq", "nt", "jsonld", "rdfxml", "graphml"})
"""Forms that hold all of the graph; rdf is Turtle."""


@commands.command()
def export(
    context: typer.Context,
    form: Annotated[
        Form,
        typer.Argument(
            metavar="FORM",
            help="rdf (Turtle), ttl, trig, nq, nt, jsonld, rdfxml or graphml (all of the graph); csv, xlsx (tasks),"
            " ics (their deadlines) or ledger (a sheet to be filled in).",
        ),
    ],
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
    place_in: InOption = "",
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write to this file instead of stdout (xlsx: tasks.xlsx, ledger: ledger.xlsx)."
        ),
    ] = None,
    force: ForceOption = False,
    store: StoreOption = "",
) -> None:
    """Export the graph for other programs, or tasks for a spreadsheet and a calendar."""
    from api.ask.questions import Asker, day_from
    from api.cli import files
    from api.lists.conditions import Conditions

    run = session(context)
    whole = form in WHOLE
    conditions = Conditions(
        leader=leader,
        unit=unit,
        place=place,
        plan=plan,
        document=document,
        due=due,
        due_before=due_before,
        due_after=due_after,
        due_state=DUE_STATES.get(due_state or "", due_state or ""),
        open_on=open_on,
        role=ROLES.get(role or "", role or ""),
        replaced="yes" if replaced else "",
        as_of=as_of,
    )
    if whole and any((*conditions.given.values(), place_in, today)):
        raise UsageError("export.whole", form=form)
    with run.reading(store) as graph:
        if whole:
            content: str | bytes = exported(graph, form)
        else:
            content = exported_tasks(Asker(graph, place_in, run.lang), form, conditions, day_from(today))
    path = out or _SHEETS.get(form)
    if path is None:
        output.emit_export(content if isinstance(content, str) else content.decode())
        return
    new = not path.parent.exists()
    files.write(path, content, run.where(store), mark=form == "csv", force=force)
    _tell_written(run, path, new_folder=new)


@commands.command()
def draw(
    context: typer.Context,
    what: Annotated[
        PictureName,
        typer.Argument(
            metavar="WHAT",
            help="workload, lineage or months (of a place), leader or plan (of the one so named), around (anything).",
        ),
    ],
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A place, a leader or a plan (around: or a unit or a paper); all places without one."
        ),
    ] = "",
    leader: Annotated[str, typer.Option(metavar="NAME", help="The months of this leader alone.")] = "",
    unit: Annotated[str, typer.Option(metavar="NAME", help="The months of this unit alone.")] = "",
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help="The workload of 2021, 2021-06 or 2021-01..2021-06.")
    ] = "",
    place_in: InOption = "",
    steps: Annotated[
        int | None, typer.Option(metavar="N", help="How many steps a picture goes around something: 1 to 4, else 2.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The file to write, by its suffix .html, .svg or .png; else WHAT.html here."),
    ] = None,
    force: ForceOption = False,
    store: StoreOption = "",
) -> None:
    """Draw a picture: one HTML file that opens offline, or an image."""
    from api.ask.drawing import drawn
    from api.ask.questions import Asker
    from api.cli import files
    from viz.draw import form_of, write

    run = session(context)
    path = out or Path(f"{what}.html")
    form = form_of(path.suffix)
    with run.reading(store) as graph:
        asker = Asker(graph, place_in, run.lang)
        found = drawn(asker, what, name, leader=leader, unit=unit, period=period, steps=steps)
    new = not path.parent.exists()
    files.write(path, write(found.picture, form), run.where(store), force=force)
    _tell_written(run, path, new_folder=new)


def _tell_written(run: Session, path: Path, *, new_folder: bool) -> None:
    """Say that a file was written, and that its folder was made for it."""
    if new_folder:
        run.tell("written.folder", path=path.parent)
    run.tell("written.file", path=path)


def exported(graph: "Store", form: Form) -> str:
    """The whole graph in a form of RDF or as GraphML; the same text on every run."""
    from graph.exports.network import to_graphml
    from graph.exports.rdf import to_text
    from graph.stores.read_back import read_all, read_obeyed

    facts = read_all(graph)
    if form == "graphml":
        return to_graphml(facts)
    return to_text(facts, "ttl" if form == "rdf" else form, records=read_obeyed(graph))


def exported_tasks(asker: "Asker", form: Form, given: "Conditions", day: str) -> str | bytes:
    """The tasks that meet the conditions, seen from a day (ISO), as CSV, workbook or calendar."""
    from api.lists.sentence import subject
    from api.lists.taking import MARK, form_of, handed_list

    if form == "ledger":
        from api.ledger.asking import workbook
        from graph.messages.sentences import say

        return workbook(asker, say(asker.lang, "take.ledger", name=subject(asker, given)), **given.given, today=day)
    written = form_of(form, asker.lang).write(handed_list(asker, given, day))
    return written if form == "xlsx" else written.decode().removeprefix(MARK)
