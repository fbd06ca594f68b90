"""Commands that give the graph to other programs and to the eye: exports, pictures, and the demonstration."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from api import files, names, output
from api.options import StoreOption
from api.session import session
from graph.store import Store

commands = typer.Typer()
Form = Literal["rdf", "graphml", "csv"]
Picture = Literal["workload", "lineage"]


@commands.command()
def export(
    context: typer.Context,
    form: Annotated[Form, typer.Argument(help="rdf (Turtle), graphml (all of the graph) or csv (its tasks).")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file instead of stdout.")] = None,
    store: StoreOption = "",
) -> None:
    """Export the graph for other programs."""
    run = session(context)
    with run.reading(store) as graph:
        text = exported(graph, form)
    if out is None:
        output.emit(text)
        return
    files.write(out, text, mark=form == "csv")
    run.tell("wrote", path=out)


@commands.command()
def draw(
    context: typer.Context,
    what: Annotated[Picture, typer.Argument(help="The workload network, or the lineage of a place's villages.")],
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="The town or county drawn; all there is without one.")
    ] = "",
    out: Annotated[Path | None, typer.Option(metavar="FILE.html", help="The file to write, else WHAT.html.")] = None,
    store: StoreOption = "",
) -> None:
    """Draw a picture as one HTML file that opens offline."""
    run = session(context)
    with run.reading(store) as graph:
        text = drawn(graph, what, names.require(run.lang, graph, "place", place))
    path = out or Path(f"{what}.html")
    files.write(path, text)
    run.tell("wrote", path=path)


def exported(graph: Store, form: Form) -> str:
    """The whole graph as Turtle or GraphML, or its tasks as CSV; the same text on every run."""
    from api.sheets import to_csv
    from graph.network import to_graphml
    from graph.rdf import to_turtle
    from graph.stored import read_all
    from queries.ask import ask

    if form == "csv":
        return to_csv(ask(graph, "tasks/list"))
    facts = read_all(graph)
    return to_turtle(facts) if form == "rdf" else to_graphml(facts)


def drawn(graph: Store, what: Picture, place: str = "") -> str:
    """The page of a picture."""
    from viz.draw import draw_lineage, draw_workload

    return draw_workload(graph, place) if what == "workload" else draw_lineage(graph, place)
