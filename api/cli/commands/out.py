"""Commands that give the graph to other programs and to the eye: exports, pictures, and the demonstration."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from api.ask.drawing import Kind, drawn
from api.ask.questions import Asker
from api.cli import files, output
from api.cli.options import ForceOption, InOption, StoreOption
from api.cli.session import Session, session
from graph.errors import UsageError
from graph.model import OBEYED
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
    leader: Annotated[str, typer.Option(metavar="NAME", help="Only tasks that this leader answers for.")] = "",
    unit: Annotated[str, typer.Option(metavar="NAME", help="Only tasks of this unit.")] = "",
    plan: Annotated[str, typer.Option(metavar="PLAN", help="Only tasks of this plan (its title or id).")] = "",
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
    run = session(context)
    whole = form in WHOLE
    if whole and any((leader, unit, plan, place_in)):
        raise UsageError("export.whole", form=form)
    with run.reading(store) as graph:
        if whole:
            content: str | bytes = exported(graph, form)
        else:
            content = exported_tasks(Asker(graph, place_in, run.lang), form, leader=leader, unit=unit, plan=plan)
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
        Kind,
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


def exported(graph: Store, form: Form) -> str:
    """The whole graph in a form of RDF or as GraphML; the same text on every run."""
    from graph.exports.network import to_graphml
    from graph.exports.rdf import to_text
    from graph.stores.read_back import read_all, read_records

    facts = read_all(graph)
    if form == "graphml":
        return to_graphml(facts)
    records = [record for label in OBEYED for record in read_records(graph, label)]
    return to_text(facts, "ttl" if form == "rdf" else form, records=records)


def exported_tasks(asker: Asker, form: Form, **names: str) -> str | bytes:
    """The tasks of a leader, unit or plan, all of the asker's place without one, as CSV, workbook or calendar."""
    from api.ask.sheets import to_csv
    from graph.messages.sentences import say
    from viz.files.calendar import task_calendar
    from viz.files.sheets import task_workbook

    if form == "ledger":
        from api.ledger.asking import workbook

        return workbook(asker, say(asker.lang, "take.ledger", name=_called(asker, names)), **names)
    rows = asker.tasks(**names)
    if form == "csv":
        return to_csv(rows, asker.lang)
    title = say(asker.lang, "take.title", name=_called(asker, names))
    return task_workbook(title, asker.within, rows) if form == "xlsx" else task_calendar(title, rows)


def _called(asker: Asker, names: Mapping[str, str]) -> str:
    """What tasks are called by what they are chosen by."""
    return "、".join(filter(None, names.values())) or asker.within
