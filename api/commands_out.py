"""Commands that give the graph to other programs and to the eye: exports, pictures, and the demonstration."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from api import files, names, output
from api.options import StoreOption
from api.questions import Asker
from api.session import Session, session
from graph.store import Store

commands = typer.Typer()
Form = Literal["rdf", "graphml", "csv", "xlsx", "ics"]
Picture = Literal["workload", "lineage"]


@commands.command()
def export(
    context: typer.Context,
    form: Annotated[
        Form,
        typer.Argument(help="rdf (Turtle) or graphml (all of the graph); csv, xlsx (tasks) or ics (their deadlines)."),
    ],
    leader: Annotated[str, typer.Option(metavar="NAME", help="Only tasks that this leader answers for.")] = "",
    unit: Annotated[str, typer.Option(metavar="NAME", help="Only tasks of this unit.")] = "",
    plan: Annotated[str, typer.Option(metavar="PLAN", help="Only tasks of this plan (its title or id).")] = "",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write to this file instead of stdout (xlsx: tasks.xlsx).")
    ] = None,
    store: StoreOption = "",
) -> None:
    """Export the graph for other programs, or tasks for a spreadsheet and a calendar."""
    run = session(context)
    with run.reading(store) as graph:
        if form in {"rdf", "graphml"}:
            content: str | bytes = exported(graph, form)
        else:
            content = exported_tasks(Asker(graph, "", run.lang), form, leader=leader, unit=unit, plan=plan)
    path = out or (Path("tasks.xlsx") if form == "xlsx" else None)
    if path is None:
        output.emit(content if isinstance(content, str) else content.decode())
        return
    _write(run, path, content, mark=form == "csv")


@commands.command()
def draw(
    context: typer.Context,
    what: Annotated[Picture, typer.Argument(help="The workload network, or the lineage of a place's villages.")],
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="The town or county drawn; all there is without one.")
    ] = "",
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE.html", help="The file to write, else workload.html or lineage.html here."),
    ] = None,
    store: StoreOption = "",
) -> None:
    """Draw a picture as one HTML file that opens offline."""
    run = session(context)
    with run.reading(store) as graph:
        text = drawn(graph, what, names.require(run.lang, graph, "place", place))
    _write(run, out or Path(f"{what}.html"), text)


def _write(run: Session, path: Path, content: str | bytes, *, mark: bool = False) -> None:
    """Write a file and say so; also where its folder had to be made."""
    new = not path.parent.exists()
    files.write(path, content, mark=mark)
    if new:
        run.tell("made_folder", path=path.parent)
    run.tell("wrote", path=path)


def exported(graph: Store, form: Form) -> str:
    """The whole graph as Turtle or GraphML; the same text on every run."""
    from graph.network import to_graphml
    from graph.rdf import to_turtle
    from graph.stored import read_all

    facts = read_all(graph)
    return to_turtle(facts) if form == "rdf" else to_graphml(facts)


def exported_tasks(asker: Asker, form: Form, **names: str) -> str | bytes:
    """The tasks of a leader, unit or plan, all of them without one, as CSV, workbook or calendar."""
    from api.pages.words import say
    from api.sheets import to_csv
    from viz.calendar import task_calendar
    from viz.sheets import task_workbook

    rows = asker.tasks(**names)
    if form == "csv":
        return to_csv(rows)
    title = say(asker.lang, "take.title", name="、".join(filter(None, names.values())))
    return task_workbook(title, "", rows) if form == "xlsx" else task_calendar(title, rows)


def drawn(graph: Store, what: Picture, place: str = "") -> str:
    """The page of a picture."""
    from viz.draw import draw_lineage, draw_workload

    return draw_workload(graph, place) if what == "workload" else draw_lineage(graph, place)
